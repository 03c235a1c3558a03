"""Which touchpoints of the journey a survey is about, and which it adds."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.journey import bin_touchpoint, change_touchpoint, list_phases, list_touchpoints
from storage.store import Store
from storage.surveys import store_survey
from tests.storage._rows import only_row, rows_of
from tests.storage._surveys import (
    DELIVERY,
    HOTLINE,
    RECOMMEND,
    a_survey,
    count,
    counted,
)
from touchpoints.model import (
    Question,
    Survey,
)
from touchpoints.statistics import Scale
from touchpoints.survey.result import Question as CountedQuestion


def in_phase(name: str | None) -> CountedQuestion:
    return CountedQuestion("rating:checkout", "rating", "Checkout", name, "Checkout?", Scale(1, 5, 5))


def test_a_touchpoint_that_was_renamed_keeps_its_ratings(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    change_touchpoint(store, facilitator, project, entry.id, entry.version, {"name": "Service line"})
    store_survey(store, facilitator, project, a_survey())
    assert [found.name for found in list_touchpoints(store, facilitator, project)] == ["Service line"]


def test_a_touchpoint_of_the_journey_is_found_whatever_its_capitals(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    shouted = CountedQuestion("rating:loud", "rating", "HOTLINE", None, "Hotline?", Scale(1, 5, 5))
    store_survey(store, facilitator, project, a_survey())
    store_survey(store, facilitator, project, counted(count(3, 9, question=shouted), questions=[shouted]))
    assert [entry.name for entry in list_touchpoints(store, facilitator, project)] == ["Hotline"]


def test_a_new_touchpoint_lands_in_the_phase_that_is_named(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    phase = list_phases(store, facilitator, project)[1]
    checkout = in_phase(phase.name.upper())
    store_survey(store, facilitator, project, counted(count(3, 9, question=checkout), questions=[checkout]))
    (entry,) = list_touchpoints(store, facilitator, project)
    assert (entry.name, entry.phase_id) == ("Checkout", phase.id)


def test_the_phase_says_which_of_two_touchpoints_of_one_name_is_meant(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    phases = [phase.name for phase in list_phases(store, facilitator, project)]
    asked = {"Last": phases[4], "First": phases[1], "Again": phases[4].upper(), "Anywhere": None}
    for name, phase in asked.items():
        question = in_phase(phase)
        store_survey(
            store,
            facilitator,
            project,
            counted(count(5, 9, question=question), questions=[question], name=name),
        )
    entries = list_touchpoints(store, facilitator, project)
    assert [(entry.name, entry.phase) for entry in entries] == [
        ("Checkout", phases[1]),
        ("Checkout", phases[4]),
    ]
    survey = {row.id: row.name for row in rows_of(store, Survey)}
    rated = {survey[row.survey_id]: row.touchpoint_id for row in rows_of(store, Question)}
    first, last = (entry.id for entry in entries)
    assert rated == {"Last": last, "First": first, "Again": last, "Anywhere": first}


def test_a_phase_that_is_missing_is_added_at_the_end(store: Store, facilitator: Actor, project: UUID) -> None:
    checkout = in_phase("Going home")
    store_survey(store, facilitator, project, counted(count(3, 9, question=checkout), questions=[checkout]))
    assert list_phases(store, facilitator, project)[-1].name == "Going home"
    assert list_touchpoints(store, facilitator, project)[0].phase == "Going home"


def test_without_a_phase_a_new_touchpoint_lands_in_the_middle_of_the_journey(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    assert entry.phase_id == list_phases(store, facilitator, project)[3].id


def test_new_touchpoints_come_in_the_order_in_which_they_are_asked(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    cells = [count(3, 9), count(3, 9, question=DELIVERY)]
    store_survey(store, facilitator, project, counted(*cells, questions=[HOTLINE, DELIVERY]))
    assert [entry.name for entry in list_touchpoints(store, facilitator, project)] == ["Hotline", "Delivery"]


def test_a_touchpoint_in_the_bin_is_not_filled_behind_the_team_s_back(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (old,) = list_touchpoints(store, facilitator, project)
    bin_touchpoint(store, facilitator, project, old.id)
    store_survey(store, facilitator, project, a_survey())
    (new,) = list_touchpoints(store, facilitator, project)
    assert new.id != old.id
    assert only_row(store, Question).touchpoint_id == new.id


def test_a_question_about_no_touchpoint_makes_none(store: Store, facilitator: Actor, project: UUID) -> None:
    result = counted(count(9, 40, question=RECOMMEND), questions=[RECOMMEND])
    store_survey(store, facilitator, project, result)
    assert only_row(store, Question).touchpoint_id is None
    assert list_touchpoints(store, facilitator, project) == ()
