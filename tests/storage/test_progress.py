"""How far projects are is counted for all of them at once, and what lies in the bin does not count."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.journey import bin_touchpoint, list_touchpoints, restore_touchpoint
from storage.progress import current_state_facts
from storage.projects import new_project
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves, restore_wave
from storage.surveys import store_survey
from tests.storage._surveys import WAVE, a_survey, counted, mean
from tests.storage.conftest import Opened
from touchpoints.current_state import COUNTED, begun_questions
from touchpoints.model import FindingKind, ProjectInput


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


def test_a_touchpoint_is_measured_by_waves_that_do_not_lie_in_the_bin(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey(wave="2024"))
    means = counted(means=[mean(3.5, 40, wave="2025")])
    store_survey(store, facilitator, project, means)
    for wave, measured in zip(list_all_waves(store, facilitator, project), (1, 0), strict=True):
        bin_wave(store, facilitator, project, wave.id)
        facts = current_state_facts(store, facilitator)[project]
        assert (facts.number("touchpoint"), facts.number("measured")) == (1, measured)
    restore_wave(store, facilitator, project, wave.id)
    assert current_state_facts(store, facilitator)[project].number("measured") == 1


def test_what_belongs_to_a_touchpoint_does_not_count_while_that_lies_in_the_bin(sample: Opened) -> None:
    place = (sample.store, sample.actor, sample.project)
    thrown_away = [entry.id for entry in list_touchpoints(*place)]
    for touchpoint in thrown_away:
        bin_touchpoint(*place, touchpoint)
    facts = current_state_facts(sample.store, sample.actor).get(sample.project)
    free = {kind.value for kind in FindingKind}
    assert facts is None or {kind for kind in COUNTED if facts.has(kind)} <= free
    for touchpoint in thrown_away:
        restore_touchpoint(*place, touchpoint)
    assert current_state_facts(sample.store, sample.actor)[sample.project].has("factor", "process_step")
