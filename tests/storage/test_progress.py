"""How far projects are is counted for all of them at once, and what lies in the bin does not count."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.journey import bin_touchpoint, list_touchpoints
from storage.progress import current_state_facts
from storage.projects import new_project
from storage.store import Store
from storage.surveys import store_survey
from tests.storage._surveys import WAVE, a_survey
from tests.storage.conftest import Opened
from touchpoints.current_state import COUNTED, begun_questions
from touchpoints.model import ProjectInput


def test_the_sample_has_begun_all_that_it_holds(sample: Opened) -> None:
    facts = current_state_facts(sample.store, sample.actor)[sample.project]
    assert [kind for kind in COUNTED if not facts.has(kind)] == []
    assert (facts.number("touchpoint"), facts.number("measured"), facts.number("key")) == (40, 23, 6)
    begun = {question.id for question in begun_questions(facts)}
    assert {"1.1", "1.2", "1.3", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12"} <= begun


def test_no_count_is_unknown_to_the_domain(sample: Opened) -> None:
    assert set(current_state_facts(sample.store, sample.actor)[sample.project].counts) <= set(COUNTED)


def test_a_blank_project_has_begun_nothing(store: Store, facilitator: Actor, project: UUID) -> None:
    assert project not in current_state_facts(store, facilitator)


def test_each_project_is_counted_for_itself(store: Store, facilitator: Actor, project: UUID) -> None:
    hotel = ProjectInput(name="Hotel", language="en")
    other = new_project(store, facilitator, hotel, "hotel_travel")
    store_survey(store, facilitator, project, a_survey(wave=WAVE))
    facts = current_state_facts(store, facilitator)
    assert (facts[project].number("touchpoint"), facts[project].number("measured")) == (1, 1)
    assert facts[other].number("touchpoint") > 20
    assert not facts[other].has("measured")


def test_what_lies_in_the_bin_is_not_counted(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    bin_touchpoint(store, facilitator, project, entry.id)
    facts = current_state_facts(store, facilitator)
    assert project not in facts or not facts[project].has("touchpoint", "measured")
