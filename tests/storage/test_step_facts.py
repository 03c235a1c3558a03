"""What the guide counts from: each thing that is written down about a touchpoint and still stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.entries import Entry, add_entry, bin_entry
from storage.journey import bin_touchpoint, list_touchpoints
from storage.projects import SAMPLE, new_project
from storage.segments import add_segment
from storage.step_facts import read_project_facts
from storage.store import Store
from storage.surveys import store_survey
from storage.team_view import count_mentions, give_points, rate_touchpoint
from tests.storage._surveys import a_survey
from touchpoints.guide.current_state import QUESTIONS
from touchpoints.model import (
    Aspect,
    Depth,
    Encounter,
    Factor,
    Finding,
    Handover,
    ProcessStep,
    ProjectInput,
    Round,
)
from touchpoints.project_facts import TouchpointFacts


@pytest.fixture
def counter(store: Store, facilitator: Actor, project: UUID) -> UUID:
    """The only touchpoint of the project."""
    add_touchpoints(store, facilitator, project, [NewTouchpoint("Counter")])
    [entry] = list_touchpoints(store, facilitator, project)
    return entry.id


def only_facts(store: Store, actor: Actor, project: UUID) -> TouchpointFacts:
    [facts] = read_project_facts(store, actor, project).touchpoints
    return facts


def test_of_a_touchpoint_that_was_only_captured_nothing_else_is_known(
    store: Store, facilitator: Actor, project: UUID, counter: UUID
) -> None:
    facts = only_facts(store, facilitator, project)
    assert facts == TouchpointFacts(str(counter), is_before_contact=facts.is_before_contact)


@pytest.mark.parametrize(
    ("kind", "values", "known"),
    [
        (Encounter, {"occasion": "Bread"}, {"has_encounter": True}),
        (Encounter, {"frequency": 2}, {"has_encounter": True}),
        (Encounter, {"roles": "Sales"}, {}),
        (ProcessStep, {"layer": "visible", "text": "Smiles"}, {"has_steps": True}),
        (Handover, {"department": "Shop"}, {"has_handovers": True}),
        (Factor, {"level": "okay", "text": "Bread"}, {"has_factors": True}),
    ],
    ids=["occasion", "how often", "that they meet", "step", "handover", "factor"],
)
def test_what_is_written_down_is_known_until_it_is_thrown_away(
    store: Store,
    facilitator: Actor,
    project: UUID,
    counter: UUID,
    kind: Entry,
    values: dict[str, object],
    known: dict[str, object],
) -> None:
    where = (store, facilitator, project)
    bare = only_facts(*where)
    more = {"segment_id": add_segment(*where, "Guests")} if kind is Encounter else {}
    id_ = add_entry(*where, kind, {"touchpoint_id": counter, **values, **more})
    assert only_facts(*where) == replace(bare, **known)
    bin_entry(*where, kind, id_)
    assert only_facts(*where) == bare


Do = Callable[[Store, Actor, UUID, UUID], object]


@pytest.mark.parametrize(
    ("do", "known"),
    [
        (
            lambda store, actor, project, id_: rate_touchpoint(
                store, actor, project, id_, Aspect.BRAND, {1: 1}
            ),
            {"is_brand_rated": True},
        ),
        (
            lambda store, actor, project, id_: give_points(store, actor, project, {id_: 5}),
            {"has_importance": True},
        ),
        (
            lambda store, actor, project, id_: count_mentions(store, actor, project, {id_: 5}, 9),
            {"has_importance": True},
        ),
        (
            lambda store, actor, project, id_: set_depth(store, actor, project, [id_], Depth.KEY),
            {"depth": "key"},
        ),
    ],
    ids=["rating", "points", "mentions", "depth"],
)
def test_what_the_team_and_customers_said_is_known(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, do: Do, known: dict[str, object]
) -> None:
    bare = only_facts(store, facilitator, project)
    do(store, facilitator, project, counter)
    assert only_facts(store, facilitator, project) == replace(bare, **known)


def test_points_that_were_taken_back_are_no_importance(
    store: Store, facilitator: Actor, project: UUID, counter: UUID
) -> None:
    for points in (5, 0):
        give_points(store, facilitator, project, {counter: points})
    assert not only_facts(store, facilitator, project).has_importance


def test_a_survey_measures_the_touchpoint_it_asked_about(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    facts = only_facts(store, facilitator, project)
    assert (facts.is_measured, facts.is_experienced) == (True, True)


def test_findings_are_known_by_their_kinds_but_for_those_that_nobody_has_sorted_yet(
    store: Store, facilitator: Actor, project: UUID, counter: UUID
) -> None:
    place = (store, facilitator, project)
    add_entry(*place, Finding, {"kind": "barrier", "text": "Two systems"})
    add_entry(*place, Finding, {"kind": "keep", "text": "Bread", "touchpoint_id": counter})
    add_entry(*place, Finding, {"text": "Nobody has sorted this yet"})
    assert read_project_facts(*place).findings == {"barrier", "keep"}


@pytest.mark.parametrize(
    ("aspect", "known"),
    [
        (Aspect.COORDINATION, {"is_coordination_rated": True}),
        (Aspect.PROMISE, {"is_promise_rated": True}),
        (Aspect.EXPERIENCE, {"is_experience_rated": True}),
    ],
)
def test_each_aspect_is_known_by_itself(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, aspect: Aspect, known: dict[str, bool]
) -> None:
    bare = only_facts(store, facilitator, project)
    rate_touchpoint(store, facilitator, project, counter, aspect, {0: 1})
    assert only_facts(store, facilitator, project) == replace(bare, **known)  # type: ignore[arg-type] # all are booleans


def test_what_the_team_said_in_an_earlier_round_is_not_said_now(
    store: Store, facilitator: Actor, project: UUID, counter: UUID
) -> None:
    bare = only_facts(store, facilitator, project)
    rate_touchpoint(store, facilitator, project, counter, Aspect.BRAND, {0: 1})
    give_points(store, facilitator, project, {counter: 5})
    with store.writing() as session:
        session.add(Round(project_id=project, number=2))
    assert only_facts(store, facilitator, project) == bare


def test_a_touchpoint_in_the_bin_is_not_counted(
    store: Store, facilitator: Actor, project: UUID, counter: UUID
) -> None:
    bin_touchpoint(store, facilitator, project, counter)
    assert read_project_facts(store, facilitator, project).touchpoints == ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_shows_all_twelve_questions_answered(
    store: Store, facilitator: Actor, language: str
) -> None:
    values = ProjectInput(name="Airport", language=language)
    facts = read_project_facts(store, facilitator, new_project(store, facilitator, values, SAMPLE))
    open_ = [question.id for question in QUESTIONS if not question.progress(facts).is_answered]
    assert (open_, len(QUESTIONS)) == ([], 12)
