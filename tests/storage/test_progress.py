"""How far projects are is counted for all of them at once, as the guide counts each of them."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.entries import add_entry, bin_entry
from storage.journey import bin_touchpoint, list_touchpoints, restore_touchpoint
from storage.progress import facts_of_all
from storage.projects import new_project
from storage.step_facts import read_project_facts
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves, restore_wave
from storage.surveys import store_survey
from storage.team_view import rate_touchpoint
from tests.storage._surveys import WAVE, a_survey, counted, mean
from tests.storage.conftest import Opened
from touchpoints.guide import Step, answered
from touchpoints.guide.current_state import QUESTIONS
from touchpoints.model import Aspect, Depth, Finding, ProjectInput
from touchpoints.project_facts import KEY, ProjectFacts, TouchpointFacts


def facts_of(store: Store, actor: Actor, project: UUID) -> ProjectFacts:
    return facts_of_all(store, actor).get(project, ProjectFacts())


def is_measured(touchpoint: TouchpointFacts) -> bool:
    return touchpoint.is_measured


def test_all_that_the_sample_holds_is_counted(sample: Opened) -> None:
    facts = facts_of(sample.store, sample.actor, sample.project)
    assert (facts.count(), facts.count(has=is_measured), facts.count(KEY)) == (40, 23, 6)
    assert len(answered(facts, Step.CURRENT_STATE)) == len(QUESTIONS)


def test_touchpoints_of_which_the_same_is_known_come_as_one(sample: Opened) -> None:
    alike = facts_of(sample.store, sample.actor, sample.project).touchpoints
    assert 1 < len(alike) < 40
    assert len({(*vars(facts).values(),) for facts in alike}) == len(alike)


def test_a_card_of_the_start_and_the_guide_never_contradict_each_other(
    sample: Opened, store: Store, facilitator: Actor, project: UUID
) -> None:
    assert_as_the_guide(sample.store, sample.actor, sample.project)
    place = (store, facilitator, project)
    add_touchpoints(*place, [NewTouchpoint("Counter"), NewTouchpoint("Door")])
    assert_as_the_guide(*place)
    counter = list_touchpoints(*place)[0].id
    set_depth(*place, [counter], Depth.KEY)
    assert_as_the_guide(*place)
    for counts in ({1: 1}, {}):
        rate_touchpoint(*place, counter, Aspect.PROMISE, counts)
        assert_as_the_guide(*place)
    bin_touchpoint(*place, counter)
    assert_as_the_guide(*place)


def assert_as_the_guide(store: Store, actor: Actor, project: UUID) -> None:
    counted_, listed = facts_of(store, actor, project), read_project_facts(store, actor, project)
    assert [q.progress(counted_) for q in QUESTIONS] == [q.progress(listed) for q in QUESTIONS]


@pytest.mark.parametrize(("aspect", "question"), [(Aspect.BRAND, "1.4"), (Aspect.PROMISE, "1.5")])
def test_brand_and_promise_are_counted(
    store: Store, facilitator: Actor, project: UUID, aspect: Aspect, question: str
) -> None:
    add_touchpoints(store, facilitator, project, [NewTouchpoint("Counter")])
    [entry] = list_touchpoints(store, facilitator, project)
    set_depth(store, facilitator, project, [entry.id], Depth.KEY)
    assert answered(facts_of(store, facilitator, project), Step.CURRENT_STATE) == ()
    rate_touchpoint(store, facilitator, project, entry.id, aspect, {2: 1})
    assert answered(facts_of(store, facilitator, project), Step.CURRENT_STATE) == (question,)


def test_a_blank_project_has_answered_nothing(store: Store, facilitator: Actor, project: UUID) -> None:
    assert project not in facts_of_all(store, facilitator)


def test_each_project_is_counted_for_itself(store: Store, facilitator: Actor, project: UUID) -> None:
    hotel = ProjectInput(name="Hotel", language="en")
    other = new_project(store, facilitator, hotel, "hotel_travel")
    store_survey(store, facilitator, project, a_survey(wave=WAVE))
    add_entry(store, facilitator, project, Finding, {"kind": "keep", "text": "Bread"})
    facts = facts_of_all(store, facilitator)
    assert (facts[project].count(), facts[project].count(has=is_measured)) == (1, 1)
    assert facts[other].count() > 20
    assert not facts[other].count(has=is_measured)
    assert (facts[project].findings, facts[other].findings) == ({"keep"}, set())


def test_what_lies_in_the_bin_is_not_counted(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    bin_touchpoint(store, facilitator, project, entry.id)
    assert facts_of(store, facilitator, project) == ProjectFacts()


def test_a_touchpoint_is_measured_by_waves_that_do_not_lie_in_the_bin(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey(wave="2024"))
    means = counted(means=[mean(3.5, 40, wave="2025")])
    store_survey(store, facilitator, project, means)
    for wave, measured in zip(list_all_waves(store, facilitator, project), (1, 0), strict=True):
        bin_wave(store, facilitator, project, wave.id)
        facts = facts_of(store, facilitator, project)
        assert (facts.count(), facts.count(has=is_measured)) == (1, measured)
        assert_as_the_guide(store, facilitator, project)
    restore_wave(store, facilitator, project, wave.id)
    assert facts_of(store, facilitator, project).count(has=is_measured) == 1


def test_a_finding_does_not_count_while_it_or_its_touchpoint_lies_in_the_bin(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    place = (store, facilitator, project)
    add_touchpoints(*place, [NewTouchpoint("Counter")])
    [entry] = list_touchpoints(*place)
    note = add_entry(*place, Finding, {"kind": "keep", "text": "Bread", "touchpoint_id": entry.id})
    assert facts_of(*place).findings == {"keep"}
    bin_touchpoint(*place, entry.id)
    assert facts_of(*place).findings == read_project_facts(*place).findings == set()
    restore_touchpoint(*place, entry.id)
    assert facts_of(*place).findings == read_project_facts(*place).findings == {"keep"}
    bin_entry(*place, Finding, note)
    assert facts_of(*place).findings == set()
