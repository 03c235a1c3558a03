"""A touchpoint that is planned, or dropped in an earlier round, stands in no reader of the current state."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlmodel import select

from storage.access import Actor
from storage.answers import read_answers
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.encounters import read_matrix
from storage.entries import add_entry
from storage.findings import list_findings
from storage.intents import Work, carry_out_once
from storage.journey import list_target_touchpoints, list_touchpoints
from storage.progress import facts_of_all
from storage.step_facts import read_project_facts
from storage.store import Store
from storage.survey_touchpoints import JourneyByName
from touchpoints.model import Depth, Finding, FindingKind, Question, QuestionKind, Survey, Touchpoint

Where = tuple[Store, Actor, UUID]
Show = Callable[[Where], bool]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def desk(where: Where) -> UUID:
    """A touchpoint that every reader of step 1 shows: on the shortlist, with a finding and a question."""
    desk, (store, _, project) = NewTouchpoint("Desk"), where
    add_touchpoints(*where, [desk])
    set_depth(*where, [desk.id], Depth.SHORTLIST)
    add_entry(*where, Finding, {"text": "Slow", "kind": FindingKind.DROP, "touchpoint_id": desk.id})
    with store.writing() as session:
        survey = Survey(project_id=project, name="Guests")
        session.add(survey)
        session.flush()
        asked = {
            "text": "How was it?",
            "key": "q1",
            "kind": QuestionKind.RATING,
            "low": 1,
            "high": 5,
            "best": 5,
        }
        session.add(Question(project_id=project, survey_id=survey.id, touchpoint_id=desk.id, **asked))
    return desk.id


def found_by_a_survey(where: Where) -> bool:
    store, actor, project = where
    found: list[bool] = []

    def look(work: Work) -> None:
        journey = JourneyByName(work)
        found.append(any(journey.has(row.id) for row in work.session.exec(select(Touchpoint))))

    carry_out_once(store, actor, "look", look, project)
    return found[0]


SHOWN_BY: dict[str, Show] = {
    "the journey": lambda where: bool(list_touchpoints(*where)),
    "the guide": lambda where: bool(read_project_facts(*where).touchpoints),
    "the findings that the guide counts": lambda where: bool(read_project_facts(*where).findings),
    "the cards of the projects": lambda where: bool(facts_of_all(*where[:2])),
    "the matrix of encounters": lambda where: bool(read_matrix(*where).touchpoints),
    "the wall of findings": lambda where: bool(list_findings(*where)),
    "the ratings": lambda where: bool(read_answers(*where).questions),
    "an import by name": found_by_a_survey,
}


def change(where: Where, touchpoint_id: UUID, **fields: object) -> None:
    with where[0].writing() as session:
        row = session.get_one(Touchpoint, touchpoint_id)
        for name, value in fields.items():
            setattr(row, name, value)


@pytest.mark.parametrize("reader", SHOWN_BY)
def test_only_what_is_there_now_is_shown(where: Where, desk: UUID, reader: str) -> None:
    is_shown = SHOWN_BY[reader]
    assert is_shown(where)
    change(where, desk, is_planned=True)
    assert not is_shown(where)
    change(where, desk, is_planned=False, last_round=1)
    assert not is_shown(where)
    change(where, desk, last_round=None)
    assert is_shown(where)


def test_the_target_journey_shows_what_is_planned_and_not_what_was_dropped(where: Where, desk: UUID) -> None:
    change(where, desk, is_planned=True)
    assert [entry.is_planned for entry in list_target_touchpoints(*where)] == [True]
    change(where, desk, is_planned=False, last_round=1)
    assert list_target_touchpoints(*where) == ()
