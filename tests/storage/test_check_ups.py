"""How a round stood is kept when it ends, and goes again when its end is taken back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from storage.check_ups import as_kept, as_read, list_checked_rounds
from storage.entries import add_entry
from storage.rounds import begin_next_round, take_back_round
from storage.step_facts import read_project_facts
from tests.storage._place import Place
from tests.storage._rows import history_of, only_row
from touchpoints.check_up import CheckUp, HintCount, answered_by_step
from touchpoints.coach import Consequence
from touchpoints.guide import Step
from touchpoints.guide.measures import Progress
from touchpoints.model import Finding, FindingKind, Round

TODAY = date(2026, 7, 1)
HINTS = HintCount({Consequence.BLOCKS: 1, Consequence.WEAKENS: 0, Consequence.LOOK: 2}, 3)


@pytest.mark.parametrize("hints", [HINTS, None])
def test_a_check_up_that_was_written_down_is_read_as_it_was(hints: HintCount | None) -> None:
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    check_up = CheckUp(at, {Step.CURRENT_STATE: Progress(3, 12), Step.MONITORING: Progress(1, 8)}, hints)
    assert as_read(json.loads(json.dumps(as_kept(check_up)))) == check_up


@pytest.mark.parametrize("kept", [None, {}, [], "noon", {"at": "noon", "questions": {}}, {"at": None}])
def test_what_is_no_check_up_is_none(kept: Any) -> None:
    assert as_read(kept) is None


def note_waste(place: Place) -> None:
    """Answer a question of step 1."""
    about = {"text": "Forms in threes", "kind": FindingKind.WASTE, "touchpoint_id": place.desk}
    add_entry(*place.where, Finding, about)


def test_a_round_that_ends_keeps_its_questions_and_what_the_coach_said(place: Place) -> None:
    note_waste(place)
    stood = answered_by_step(read_project_facts(*place.where))
    assert stood[Step.CURRENT_STATE].done
    begin_next_round(*place.where, TODAY, hints=HINTS)
    first, second = list_checked_rounds(*place.where)
    assert first.check_up is not None
    assert (first.check_up.questions, first.check_up.hints) == (stood, HINTS)
    assert first.end == first.check_up.at
    assert (second.number, second.ended_on, second.check_up) == (2, None, None)


def test_where_nobody_asked_the_coach_the_questions_are_kept_alone(place: Place) -> None:
    begin_next_round(*place.where, TODAY)
    kept = list_checked_rounds(*place.where)[0].check_up
    assert kept is not None
    assert kept.hints is None
    assert kept.answered.of == 34


def test_an_end_that_is_taken_back_keeps_nothing(place: Place) -> None:
    begin_next_round(*place.where, TODAY, hints=HINTS)
    take_back_round(*place.where)
    [only] = list_checked_rounds(*place.where)
    assert only.check_up is None


def test_the_history_tells_what_people_did_and_no_check_up(place: Place) -> None:
    begin_next_round(*place.where, TODAY, hints=HINTS)
    changed = [line for line in history_of(place.store, "begin next round") if line[1] == "changed"]
    assert changed == [("Round", "changed", {"ended_on": None}, {"ended_on": "2026-07-01"})]


@pytest.mark.parametrize("kept", [None, {"at": "never"}])
def test_a_round_without_a_check_up_ends_with_its_day(place: Place, kept: dict[str, str] | None) -> None:
    begin_next_round(*place.where, TODAY)
    _keep(place, kept)
    first, _ = list_checked_rounds(*place.where)
    assert first.check_up is None
    assert first.end == datetime.combine(TODAY, time.max, UTC)


def _keep(place: Place, kept: dict[str, str] | None) -> None:
    """What a project file of another hand brings along."""
    first = only_row(place.store, Round, project_id=place.project, number=1)
    with place.store.writing() as session:
        session.merge(first).check_up = kept
