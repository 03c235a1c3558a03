"""The agenda of a review: what is due and nothing else, the gravest first, in short sentences."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from touchpoints.kpi_status import Standing
from touchpoints.messages import in_english
from touchpoints.review_agenda import (
    NAMED_OF_A_KIND,
    AgendaTopic,
    Due,
    DueAction,
    DueKpi,
    OpenDecision,
    OpenIdea,
    TopicKind,
    agenda_of,
)

TODAY = date(2026, 7, 1)
ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


def said(topics: tuple[AgendaTopic, ...]) -> list[str]:
    return [in_english(topic.said) for topic in topics]


def agenda(**due: object) -> tuple[AgendaTopic, ...]:
    return agenda_of(Due(**due), TODAY)  # type: ignore[arg-type] # as the test says


def test_where_nothing_is_due_there_is_no_agenda() -> None:
    kpi = DueKpi(ONE, "Wait", Standing.REACHED, "5", "8", target_on=date(2026, 1, 1))
    early = DueKpi(TWO, "Calls", Standing.OPEN, "5", "8", target_on=TODAY)
    action = DueAction(ONE, "Open earlier", due_on=TODAY)
    assert agenda(kpis=[kpi, early], actions=[action, DueAction(TWO, "Undated")]) == ()


def test_what_has_the_gravest_consequence_comes_first() -> None:
    topics = agenda(
        ideas=[OpenIdea(ONE, "A bench")],
        decisions=[OpenDecision("Open earlier")],
        actions=[
            DueAction(ONE, "Late", due_on=TODAY - timedelta(days=3)),
            DueAction(TWO, "Stuck", blocked_by="no money"),
        ],
        kpis=[DueKpi(ONE, "Calls", Standing.OPEN, is_overdue=True), DueKpi(TWO, "Wait", Standing.MISSED)],
    )
    assert [topic.kind for topic in topics] == list(TopicKind)


def test_each_topic_is_a_sentence_of_figures_and_names_with_what_it_is_about() -> None:
    topics = agenda(
        kpis=[
            DueKpi(ONE, "Wait", Standing.MISSED, "12 minutes (n = 84)", "8 minutes", is_overdue=True),
            DueKpi(TWO, "Calls", Standing.NO_TARGET, "3", is_overdue=True, measured_on=date(2026, 2, 1)),
        ],
        actions=[
            DueAction(ONE, "Late", "Ada", date(2026, 6, 30)),
            DueAction(TWO, "Stuck", None, None, "no money", 2),
        ],
        decisions=[OpenDecision("Ask again"), OpenDecision("Open earlier", THREE, "Ben")],
        ideas=[OpenIdea(THREE, "A bench", "Desk")],
    )
    assert said(topics) == [
        "Wait: 12 minutes (n = 84), the target 8 minutes is missed.",
        "Stuck (nobody yet) is blocked: no money. 2 other actions wait for it.",
        "Late (Ada) is 1 day overdue.",
        "Decided the last time, and no action yet: Ask again",
        "Decided the last time, and not done yet (Ben): Open earlier",
        "Calls: the next value is overdue, the last is of 2026-02-01.",
        "Idea without an answer, Desk: A bench",
    ]
    assert [(one.kpi_id, one.action_id, one.finding_id) for one in topics] == [
        (ONE, None, None),
        (None, TWO, None),
        (None, ONE, None),
        (None, None, None),
        (None, THREE, None),
        (TWO, None, None),
        (None, None, THREE),
    ]


@pytest.mark.parametrize(
    ("kpi", "sentence"),
    [
        (DueKpi(ONE, "Wait", Standing.OPEN, is_overdue=True), "Wait: the first value is still missing."),
        (
            DueKpi(ONE, "Wait", Standing.OPEN, "9", "8", date(2026, 6, 30)),
            "Wait: 9; whether the target 8 of 2026-06-30 is reached cannot be told yet.",
        ),
        (
            DueKpi(ONE, "Wait", Standing.OPEN, "", "8", date(2026, 6, 30)),
            "Wait: the target 8 was set for 2026-06-30, and there is no value yet.",
        ),
    ],
)
def test_a_kpi_of_which_nothing_can_be_told_says_why(kpi: DueKpi, sentence: str) -> None:
    assert said(agenda(kpis=[kpi])) == [sentence]


def test_an_action_that_others_wait_for_comes_before_one_that_is_later() -> None:
    late = DueAction(ONE, "Late", due_on=date(2026, 1, 1))
    needed = DueAction(TWO, "Needed", due_on=date(2026, 6, 1), waiting=1)
    later = DueAction(THREE, "Later", due_on=date(2026, 2, 1))
    assert [one.action_id for one in agenda(actions=[later, late, needed])] == [TWO, ONE, THREE]


def test_ideas_of_those_who_meet_customers_come_first() -> None:
    ideas = [OpenIdea(ONE, "A bench"), OpenIdea(TWO, "A lamp", from_contact_staff=True)]
    assert [one.finding_id for one in agenda(ideas=ideas)] == [TWO, ONE]


@pytest.mark.parametrize(("count", "topics"), [(6, 6), (7, 6), (40, 6)])
def test_many_of_a_kind_become_one_topic_that_says_how_many_more(count: int, topics: int) -> None:
    found = said(agenda(ideas=[OpenIdea(UUID(int=n), f"Idea {n}") for n in range(count)]))
    assert len(found) == topics
    if count > topics:
        assert found[-1] == f"{count - NAMED_OF_A_KIND} more ideas have no answer."


@pytest.mark.parametrize(
    "reason", ["The permit is missing.", "The permit is missing", "The permit is missing. "]
)
def test_a_reason_that_ends_with_a_full_stop_keeps_one(reason: str) -> None:
    topics = agenda(
        actions=[DueAction(ONE, "Sign", blocked_by=reason), DueAction(TWO, "Gate", None, None, reason, 2)]
    )
    assert said(topics) == [
        "Gate (nobody yet) is blocked: The permit is missing. 2 other actions wait for it.",
        "Sign (nobody yet) is blocked: The permit is missing.",
    ]
