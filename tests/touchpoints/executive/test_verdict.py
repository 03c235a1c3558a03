"""The verdict says what the facts carry, in each state that a project can be in, and no more."""

from __future__ import annotations

import pytest

from tests.touchpoints._plans import action
from tests.touchpoints.executive._facts import (
    ahead,
    costs,
    done,
    facts,
    improved,
    missed,
    reached,
    unclear,
    unmeasured,
    unmoved,
    without_target,
    worsened,
)
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.verdict import MOOD_WORDS, Mood, verdict_of
from touchpoints.executive.watched_kpi import WatchedKpi
from touchpoints.messages import in_english


def said(of: ExecutiveFacts) -> str:
    """As the page writes it."""
    verdict = verdict_of(of)
    return f"{MOOD_WORDS[verdict.mood]}: {in_english(verdict.why)}."


def test_an_empty_project_has_nothing_to_judge() -> None:
    assert said(facts()) == "Nothing to judge yet: no KPI has a value, and no action is planned."


def test_a_plan_without_a_measurement_is_no_success() -> None:
    planned = facts(unmeasured(), actions=[done(1), action(2, due_on=3)])
    assert said(planned) == "Cannot be told yet: no KPI has been measured; no open action is overdue."


def test_values_without_a_target_tell_nothing() -> None:
    assert said(facts(without_target())) == "Cannot be told yet: no KPI has a target; no action is planned."


def test_a_value_near_its_target_cannot_be_told() -> None:
    assert said(facts(unclear(), actions=[action(1)])) == (
        "Cannot be told yet: 0 of 1 KPI targets are reached, 1 cannot be told; no open action is overdue."
    )


def test_a_target_whose_day_lies_ahead_has_not_been_missed() -> None:
    assert said(facts(ahead(), actions=[action(1)])) == (
        "Cannot be told yet: 0 of 1 KPI targets are reached, 1 not yet; no open action is overdue."
    )


def test_reached_targets_with_nothing_against_them_go_well() -> None:
    assert said(facts(reached(), unclear(), actions=[done(1)])) == (
        "Going well: 1 of 2 KPI targets is reached, 1 cannot be told; "
        "no effect of an action can be told yet; all actions are done."
    )


def test_improvements_are_counted_among_all_that_can_be_compared() -> None:
    assert said(facts(reached(), improved(), unmoved(), actions=[done(1), action(2, due_on=1)])) == (
        "Going well: 1 of 1 KPI targets is reached; "
        "1 of 2 before-and-after comparisons shows an improvement; no open action is overdue."
    )


def test_a_deterioration_is_said_beside_the_improvement() -> None:
    assert said(facts(improved(), worsened(), reached(), actions=[action(1)])) == (
        "Mixed: 1 of 1 KPI targets is reached; 1 of 2 before-and-after comparisons shows an improvement, "
        "1 a deterioration; no open action is overdue."
    )


def test_more_failures_than_successes_are_off_course() -> None:
    assert said(facts(missed(1), missed(2), reached(3), actions=[action(1)])) == (
        "Off course: 1 of 3 KPI targets is reached, 2 missed; no open action is overdue."
    )


def test_good_results_with_a_late_plan_are_mixed() -> None:
    assert said(facts(reached(), actions=[action(1, due_on=-1), action(2)])) == (
        "Mixed: 1 of 1 KPI targets is reached; 1 of 2 open actions is overdue."
    )


def test_a_few_late_actions_are_said_and_spoil_nothing() -> None:
    late = facts(reached(), actions=[action(1, due_on=-1), *(action(number) for number in range(2, 6))])
    assert verdict_of(late).mood is Mood.GOOD
    assert "1 of 5 open actions is overdue" in said(late)


def test_a_forecast_above_the_budget_is_said() -> None:
    assert said(facts(reached(), actions=[done(1, budget=costs(100, 130)), action(2)])).endswith(
        "no open action is overdue; the plan will cost 30 EUR more than planned."
    )


@pytest.mark.parametrize(
    ("kpi", "mood"),
    [
        (reached(), Mood.GOOD),
        (improved(), Mood.GOOD),
        (missed(), Mood.BAD),
        (worsened(), Mood.BAD),
        (unclear(), Mood.OPEN),
        (unmoved(), Mood.OPEN),
    ],
)
def test_one_kpi_alone_never_makes_a_verdict_of_its_opposite(kpi: WatchedKpi, mood: Mood) -> None:
    assert verdict_of(facts(kpi)).mood is mood
