"""The coach reads a stored project: what the sample, each template and the empty project lead it to say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from storage.access import GUEST, Actor, NotAllowed
from storage.actions import add_action
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.coach import read_coach_facts
from storage.conditions import change_conditions
from storage.entries import add_entry
from storage.findings import bin_findings
from storage.goals import add_goal
from storage.journey import list_touchpoints
from storage.kpis import add_kpi
from storage.options import add_option
from storage.persons import add_person
from storage.projects import new_project
from storage.public_codes import new_mark
from storage.segments import add_segment, change_segment
from storage.store import Store
from storage.targets import change_decision, set_target
from storage.team_view import give_points, rate_touchpoint
from storage.templates import list_templates
from storage.voice_box import hand_in, open_box, read_box
from storage.voices import list_voices, make_action_of_voice, take_over_voice
from tests.storage.conftest import Opened
from touchpoints.coach import CoachFacts, Hint, hints_of
from touchpoints.coach_facts import TouchpointFact
from touchpoints.model import (
    Answer,
    Aspect,
    BudgetKind,
    Decision,
    Depth,
    Encounter,
    Finding,
    FindingKind,
    ProjectInput,
    Room,
)

TODAY = date(2026, 3, 2)
# Read through as a facilitator would: nothing of it is nonsense to the team of this airport.
OF_SAMPLE = {
    *("r01-actions", "r01-goals", "r01-targets", "r03-sides", "r04-actions", "r04-targets", "r06-time"),
    *("r07-unheard", "r08-unknown", "r08-value", "r10-disagree", "r10-old", "r14-people", "r16-data"),
    *("r18-touchpoints", "r19-everybody", "r21-room"),
}


def ids(facts: CoachFacts) -> set[str]:
    return {hint.id for hint in hints_of(facts)}


def the_hint(facts: CoachFacts, id_: str) -> Hint:
    return next(hint for hint in hints_of(facts) if hint.id == id_)


@pytest.fixture
def bakery(store: Store, facilitator: Actor, project: UUID) -> tuple[Store, Actor, UUID]:
    """A project with a key touchpoint, the counter, and a door that was only captured."""
    where = (store, facilitator, project)
    add_touchpoints(*where, [NewTouchpoint("Counter"), NewTouchpoint("Door")])
    set_depth(*where, [counter_of(where)], Depth.KEY)
    return where


def counter_of(where: tuple[Store, Actor, UUID]) -> UUID:
    return next(one.id for one in list_touchpoints(*where) if one.name == "Counter")


def counter(where: tuple[Store, Actor, UUID]) -> TouchpointFact:
    return next(one for one in read_coach_facts(*where, TODAY).touchpoints if one.name == "Counter")


def test_what_the_coach_says_of_the_sample(sample: Opened) -> None:
    today = datetime.now(UTC).date()
    facts = read_coach_facts(sample.store, sample.actor, sample.project, today)
    assert ids(facts) == OF_SAMPLE
    weak = the_hint(facts, "r14-people")
    assert [case.detail for case in weak.cases] == ["high turnover", "low standing"]


def test_the_empty_project_gets_the_two_hints_that_start_it(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    assert ids(read_coach_facts(store, facilitator, project, TODAY)) == {"r04-begin", "r10-nobody"}


@pytest.mark.parametrize("template", [one.id for one in list_templates()])
def test_a_template_just_created_is_left_in_peace(store: Store, facilitator: Actor, template: str) -> None:
    made = new_project(store, facilitator, ProjectInput(name="Shop", language="en"), template)
    assert ids(read_coach_facts(store, facilitator, made, TODAY)) == set()


def test_a_touchpoint_is_read_with_all_that_the_rules_ask(bakery: tuple[Store, Actor, UUID]) -> None:
    id_ = counter_of(bakery)
    regulars = add_segment(*bakery, "Regulars")
    set_target(*bakery, id_, None, 1.5)
    set_target(*bakery, id_, regulars, 2.0)
    give_points(*bakery, {id_: 20})
    rate_touchpoint(*bakery, id_, Aspect.EXPERIENCE, {-1: 1})
    sides = {"looked_at_data": Answer.YES, "looked_at_process": Answer.NOT_KNOWN}
    change_decision(*bakery, id_, 0, {"decision": Decision.FOCUS, **sides})
    add_option(*bakery, {"touchpoint_id": id_, "name": "A second till", "touches_tool": True})
    change_conditions(*bakery, id_, 0, {"room_to_decide": Room.NOTHING, "captures_data": Answer.YES})
    facts = read_coach_facts(*bakery, TODAY)
    found = counter(bakery)
    assert (found.target, found.decision, found.experience, found.has_importance) == (
        *(1.5, Decision.FOCUS, -1.0, True),
    )
    assert (facts.sides_of(found), found.sides_not_known) == ({"data", "tool"}, {"process"})
    assert (found.conditions.room_to_decide, found.conditions.captures_data) == (Room.NOTHING, Answer.YES)
    assert found.conditions.know_how is None
    assert [one.name for one in facts.key] == ["Counter"]


def test_an_action_is_read_with_what_it_lacks(bakery: tuple[Store, Actor, UUID]) -> None:
    anna = add_person(*bakery, "Anna")
    values = {"name": "Scales", "owner_id": anna, "learning_days": Decimal(2), "customer_gain": "Fair prices"}
    add_action(*bakery, values, {BudgetKind.SOFTWARE: Decimal(900), BudgetKind.TRAINING: Decimal(50)})
    [action] = read_coach_facts(*bakery, TODAY).actions
    assert (action.has_owner, action.has_due_day, action.has_resources) == (True, False, True)
    assert (action.has_customer_gain, action.has_staff_gain, action.changes_work) == (True, False, True)
    assert (action.learning_days, action.money(BudgetKind.SOFTWARE)) == (2, 900)
    assert "r05-share" in ids(read_coach_facts(*bakery, TODAY))


def test_an_idea_is_answered_by_an_action_or_by_options_at_its_touchpoint(
    bakery: tuple[Store, Actor, UUID],
) -> None:
    idea = add_entry(
        *bakery, Finding, {"text": "A bench", "kind": FindingKind.IDEA, "from_contact_staff": True}
    )
    assert "r07-unanswered" in ids(read_coach_facts(*bakery, TODAY))
    add_action(*bakery, {"name": "Put up a bench", "finding_id": idea})
    assert "r07-unanswered" not in ids(read_coach_facts(*bakery, TODAY))
    bin_findings(*bakery, [idea])
    assert read_coach_facts(*bakery, TODAY).findings == ()


def test_a_warning_that_nobody_answers_is_seen_even_when_a_finding_was_made_of_it(
    bakery: tuple[Store, Actor, UUID],
) -> None:
    open_box(*bakery)
    box = read_box(*bakery)
    assert box is not None
    for kind, text in (("warning", "A warning"), ("idea", "An idea")):
        hand_in(bakery[0], box.code, new_mark(), {"kind": kind, "text": text})
    idea, warning = sorted(list_voices(*bakery), key=lambda one: one.kind)
    later = warning.came_on + timedelta(days=20)
    assert "r07-voices" not in ids(read_coach_facts(*bakery, warning.came_on))
    for one in (idea, warning):
        take_over_voice(*bakery, one.id)
    facts = read_coach_facts(*bakery, later)
    assert [case.name for case in the_hint(facts, "r07-voices").cases] == ["A warning"]
    assert [case.name for case in the_hint(facts, "r07-unanswered").cases] == ["An idea"]
    make_action_of_voice(*bakery, warning.id)
    assert "r07-voices" not in ids(read_coach_facts(*bakery, later))


def test_how_often_is_counted_for_all_customers_where_their_number_is_known(
    bakery: tuple[Store, Actor, UUID],
) -> None:
    id_ = counter_of(bakery)
    for name, customers, frequency in (("Many", 500_000, 1), ("Some", None, 6), ("Told for one", 1, 3)):
        segment = add_segment(*bakery, name)
        change_segment(*bakery, segment, 1, {"customers": customers})
        met = {"segment_id": segment, "touchpoint_id": id_, "frequency": Decimal(frequency)}
        add_entry(*bakery, Encounter, met)
    found = counter(bakery)
    assert (found.meetings, found.visits) == (500_000, 6)


def test_goals_and_kpis_are_read_with_what_stands_behind_them(bakery: tuple[Store, Actor, UUID]) -> None:
    add_goal(*bakery, {"name": "No queue"})
    add_kpi(*bakery, {"name": "NPS", "kind": "nps", "method": "At the till"})
    facts = read_coach_facts(*bakery, TODAY)
    assert [goal.has_sponsor for goal in facts.goals] == [False]
    assert [(kpi.has_method, kpi.has_source, kpi.lacks_n) for kpi in facts.kpis] == [(True, False, False)]
    assert {"r01-goals", "r18-goals", "r09-kpis"} <= ids(facts)


def test_a_guest_is_not_told_what_the_coach_sees(store: Store, project: UUID) -> None:
    with pytest.raises(NotAllowed):
        read_coach_facts(store, GUEST, project, TODAY)
