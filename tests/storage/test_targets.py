"""Targets and decisions belong to a round, can be taken back, and never contradict each other."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, bin_touchpoints
from storage.checking import UnusableInput
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import list_phases, list_target_touchpoints, list_touchpoints
from storage.revisions import CONTENT, PLAN
from storage.segments import add_segment
from storage.store import Store
from storage.targets import (
    AlreadyThere,
    CombinedWithItself,
    LevelOutOfRange,
    OthersJoin,
    PartnerEnds,
    StaysNew,
    Targets,
    add_planned_touchpoint,
    change_decision,
    decide,
    read_decisions,
    read_targets,
    set_target,
    set_targets,
)
from tests._stored import revision_of
from tests.storage._rows import history_of, only_row, rows_of
from touchpoints.model import Decision, Round, Target, Touchpoint

Where = tuple[Store, Actor, UUID]
DESK, PHONE = 0, 1


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def ids(where: Where) -> list[UUID]:
    """A desk and a phone."""
    added = [NewTouchpoint("Desk"), NewTouchpoint("Phone")]
    add_touchpoints(*where, added)
    return [touchpoint.id for touchpoint in added]


def begin_round(where: Where, number: int) -> None:
    store, _, project = where
    with store.writing() as session:
        session.add(Round(project_id=project, number=number))


def test_a_target_is_set_anew_and_taken_back(where: Where, ids: list[UUID]) -> None:
    for level in (1, 1.5):
        set_target(*where, ids[DESK], None, level)
    assert read_targets(*where) == Targets({ids[DESK]: 1.5}, {})
    assert len(rows_of(where[0], Target)) == 1
    set_target(*where, ids[DESK], None, None)
    assert read_targets(*where) == Targets()


def test_a_segment_has_a_target_of_its_own(where: Where, ids: list[UUID]) -> None:
    family = add_segment(*where, "Families")
    set_target(*where, ids[DESK], None, 1)
    set_target(*where, ids[DESK], family, 2)
    found = read_targets(*where)
    assert (found.of(None), found.of(family), found.of(ids[PHONE])) == ({ids[DESK]: 1}, {ids[DESK]: 2}, {})
    set_target(*where, ids[DESK], family, None)
    assert read_targets(*where).for_all == {ids[DESK]: 1}


def test_many_are_set_in_one_go_and_the_history_says_from_where(where: Where, ids: list[UUID]) -> None:
    set_targets(*where, {ids[DESK]: 1, ids[PHONE]: -2})
    assert read_targets(*where).for_all == {ids[DESK]: 1, ids[PHONE]: -2}
    set_targets(*where, {ids[DESK]: None})
    [*_, (entity, _, before, after)] = history_of(where[0], "set targets")
    assert (entity, before, after) == ("Touchpoint", {"target": 1}, {"target": None})


@pytest.mark.parametrize("level", [-2.1, 2.5, 7])
def test_a_level_off_the_scale_is_refused(where: Where, ids: list[UUID], level: float) -> None:
    with pytest.raises(LevelOutOfRange):
        set_targets(*where, {ids[PHONE]: 1, ids[DESK]: level})
    assert read_targets(*where) == Targets()


def test_a_new_round_has_targets_and_decisions_of_its_own(where: Where, ids: list[UUID]) -> None:
    set_target(*where, ids[DESK], None, 1)
    decide(*where, ids[DESK], Decision.FOCUS)
    begin_round(where, 2)
    assert (read_targets(*where), read_decisions(*where)) == (Targets(), {})
    decide(*where, ids[DESK], Decision.NEGLECT)
    assert read_decisions(*where)[ids[DESK]].decision == Decision.NEGLECT


def test_what_lies_in_the_bin_has_no_target(where: Where, ids: list[UUID]) -> None:
    set_targets(*where, dict.fromkeys(ids, 1.0))
    bin_touchpoints(*where, [ids[PHONE]])
    assert read_targets(*where).for_all == {ids[DESK]: 1}


def test_deciding_otherwise_keeps_the_reason_and_lets_the_partner_go(where: Where, ids: list[UUID]) -> None:
    decide(*where, ids[DESK], Decision.COMBINE, ids[PHONE], "Nobody comes", "One way to reach us")
    [found] = read_decisions(*where).values()
    assert (found.combine_with_id, found.reason, found.improvement) == (
        ids[PHONE],
        "Nobody comes",
        "One way to reach us",
    )
    decide(*where, ids[DESK], Decision.IMPROVE)
    [found] = read_decisions(*where).values()
    assert (found.decision, found.combine_with_id, found.reason) == (Decision.IMPROVE, None, "Nobody comes")
    decide(*where, ids[DESK], None)
    assert read_decisions(*where)[ids[DESK]].decision is None


def test_the_drawer_saves_only_what_it_has_shown(where: Where, ids: list[UUID]) -> None:
    change_decision(*where, ids[DESK], 0, {"reason": "Mine"})
    version = read_decisions(*where)[ids[DESK]].version
    change_decision(*where, ids[DESK], version, {"decision": Decision.COMBINE, "combine_with_id": ids[PHONE]})
    change_decision(*where, ids[DESK], version + 1, {"decision": Decision.FOCUS})
    assert read_decisions(*where)[ids[DESK]].combine_with_id is None
    for shown in (0, version):
        with pytest.raises(VersionConflict) as refused:
            change_decision(*where, ids[DESK], shown, {"reason": "Theirs"})
        assert refused.value.stored == {"reason": "Mine"}


def test_what_ends_is_merged_into_something_that_stays(where: Where, ids: list[UUID]) -> None:
    with pytest.raises(CombinedWithItself):
        decide(*where, ids[DESK], Decision.COMBINE, ids[DESK])
    decide(*where, ids[PHONE], Decision.REMOVE)
    with pytest.raises(PartnerEnds) as refused:
        decide(*where, ids[DESK], Decision.COMBINE, ids[PHONE])
    assert refused.value.message.values == {"touchpoint": "Phone"}
    decide(*where, ids[PHONE], None)
    decide(*where, ids[DESK], Decision.COMBINE, ids[PHONE])
    for ending in (Decision.REMOVE, Decision.COMBINE):
        with pytest.raises(OthersJoin):
            decide(*where, ids[PHONE], ending)
    bin_touchpoints(*where, [ids[DESK]])
    decide(*where, ids[PHONE], Decision.REMOVE)


def test_a_reason_that_is_too_long_is_refused(where: Where, ids: list[UUID]) -> None:
    with pytest.raises(UnusableInput):
        decide(*where, ids[DESK], Decision.FOCUS, reason="a" * 501)
    assert read_decisions(*where) == {}


def test_a_planned_touchpoint_stands_in_the_target_journey_alone(where: Where, ids: list[UUID]) -> None:
    phase = list_phases(*where)[0].id
    chat = add_planned_touchpoint(*where, " Chat ", phase)
    assert [entry.id for entry in list_touchpoints(*where)] == ids
    assert [(entry.name, entry.is_planned) for entry in list_target_touchpoints(*where)] == [
        ("Desk", False),
        ("Phone", False),
        ("Chat", True),
    ]
    assert read_decisions(*where)[chat].decision == Decision.NEW
    assert only_row(where[0], Touchpoint, id=chat).first_round == 2
    with pytest.raises(UnusableInput):
        add_planned_touchpoint(*where, "", phase)


def test_what_is_planned_and_nothing_else_is_new(where: Where, ids: list[UUID]) -> None:
    chat = add_planned_touchpoint(*where, "Chat", list_phases(*where)[0].id)
    with pytest.raises(StaysNew):
        decide(*where, chat, Decision.REMOVE)
    with pytest.raises(AlreadyThere):
        decide(*where, ids[DESK], Decision.NEW)
    change_decision(*where, chat, read_decisions(*where)[chat].version, {"improvement": "At night, too"})
    assert read_decisions(*where)[chat].improvement == "At night, too"


def test_a_target_is_a_plan_and_leaves_the_current_state_as_it_is(where: Where, ids: list[UUID]) -> None:
    def revisions() -> list[int]:
        return [revision_of(*where, scope) for scope in (CONTENT, PLAN)]

    content, plan = revisions()
    set_target(*where, ids[DESK], None, 1)
    decide(*where, ids[DESK], Decision.FOCUS)
    assert revisions() == [content, plan + 2]


def test_nothing_of_another_project_is_touched(where: Where, ids: list[UUID], other_project: UUID) -> None:
    elsewhere = (*where[:2], other_project)
    add_touchpoints(*elsewhere, [NewTouchpoint("Counter")])
    segment, counter = add_segment(*where, "Families"), list_touchpoints(*elsewhere)[0].id
    phase = list_phases(*where)[0].id
    for do in (
        lambda: set_target(*elsewhere, ids[DESK], None, 1),
        lambda: set_target(*elsewhere, counter, segment, 1),
        lambda: decide(*elsewhere, ids[DESK], Decision.FOCUS),
        lambda: decide(*elsewhere, counter, Decision.COMBINE, ids[DESK]),
        lambda: add_planned_touchpoint(*elsewhere, "Chat", phase),
    ):
        with pytest.raises(NoSuchRow):
            do()
