"""The board moves touchpoints, sets their depth, adds and throws away many, and every step can be undone."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.board import (
    NewTouchpoint,
    add_touchpoints,
    bin_touchpoints,
    move_touchpoints,
    places_of,
    put_back,
    restore_touchpoints,
    set_depth,
    take_back_added,
)
from storage.checking import UnusableInput
from storage.intents import NoSuchRow
from storage.journey import change_touchpoint, list_phases, list_touchpoints
from storage.store import Store
from tests.storage._rows import rows_of
from touchpoints.model import Depth, Touchpoint


@pytest.fixture
def phases(store: Store, facilitator: Actor, project: UUID) -> list[UUID]:
    """The phases of the blank project."""
    return [phase.id for phase in list_phases(store, facilitator, project)]


@pytest.fixture
def journey(store: Store, facilitator: Actor, project: UUID, phases: list[UUID]) -> dict[str, UUID]:
    """A, B and C in the first phase, D in the second, by name."""
    assert phases
    second = list_phases(store, facilitator, project)[1].name
    add_touchpoints(
        store,
        facilitator,
        project,
        [*(NewTouchpoint(name) for name in "ABC"), NewTouchpoint("D", second)],
    )
    return {entry.name: entry.id for entry in list_touchpoints(store, facilitator, project)}


def walk(store: Store, actor: Actor, project: UUID) -> str:
    """The names in the order of the journey, a bar between phases."""
    entries = list_touchpoints(store, actor, project)
    in_phases: dict[UUID, str] = {}
    for entry in entries:
        in_phases[entry.phase_id] = in_phases.get(entry.phase_id, "") + entry.name
    return "|".join(in_phases.values())


def test_touchpoints_are_added_in_order_at_the_end_of_their_phases(
    store: Store, facilitator: Actor, project: UUID, journey: dict[str, UUID]
) -> None:
    assert len(journey) == 4
    add_touchpoints(store, facilitator, project, [NewTouchpoint("E")])
    assert walk(store, facilitator, project) == "ABCE|D"


def test_a_phase_that_is_missing_is_made_once_whatever_its_capitals(
    store: Store, facilitator: Actor, project: UUID, phases: list[UUID]
) -> None:
    add_touchpoints(
        store,
        facilitator,
        project,
        [
            NewTouchpoint("Seat", "On Board"),
            NewTouchpoint("Meal", "ON BOARD"),
            NewTouchpoint("Film", "on board"),
        ],
    )
    entries = list_touchpoints(store, facilitator, project)
    assert [(entry.name, entry.phase) for entry in entries] == [
        ("Seat", "On Board"),
        ("Meal", "On Board"),
        ("Film", "On Board"),
    ]
    assert len(list_phases(store, facilitator, project)) == len(phases) + 1


def test_a_list_with_one_name_that_cannot_be_is_not_half_stored(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    with pytest.raises(UnusableInput):
        add_touchpoints(store, facilitator, project, [NewTouchpoint("Good"), NewTouchpoint("")])
    assert rows_of(store, Touchpoint) == []


@pytest.mark.parametrize(
    ("move", "walked"),
    [
        (("C", 0, "A"), "CAB|D"),
        (("A", 0, "C"), "BAC|D"),
        (("A", 0, None), "BCA|D"),
        (("AC", 1, "D"), "B|ACD"),
        (("CA", 1, None), "B|DCA"),
        (("D", 0, "B"), "ADBC"),
        (("A", 2, None), "BC|D|A"),
        (("B", 0, "B"), "ACB|D"),
        (("ABC", 0, None), "ABC|D"),
    ],
)
def test_touchpoints_go_where_they_are_put_and_back_again(
    store: Store,
    facilitator: Actor,
    project: UUID,
    journey: dict[str, UUID],
    move: tuple[str, int, str | None],
    walked: str,
) -> None:
    where, (moved, phase, before) = (store, facilitator, project), move
    ids = [journey[name] for name in moved]
    places = places_of(*where, ids)
    move_touchpoints(*where, ids, list_phases(*where)[phase].id, journey[before] if before else None)
    assert walk(*where) == walked
    put_back(*where, places)
    assert walk(*where) == "ABC|D"


def test_one_that_comes_back_from_the_bin_shares_its_place_with_nobody(
    store: Store, facilitator: Actor, project: UUID, phases: list[UUID], journey: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    bin_touchpoints(*where, [journey["B"], journey["C"]])
    move_touchpoints(*where, [journey["D"]], phases[0], None)
    add_touchpoints(*where, [NewTouchpoint("E")])
    restore_touchpoints(*where, [journey["B"], journey["C"]])
    assert sorted(walk(*where)) == list("ABCDE")
    assert len({(row.phase_id, row.rank) for row in rows_of(store, Touchpoint)}) == 5


def test_one_that_is_given_another_phase_in_a_form_stands_at_its_end(
    store: Store, facilitator: Actor, project: UUID, phases: list[UUID], journey: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    change_touchpoint(*where, journey["A"], 1, {"phase_id": phases[1]})
    assert walk(*where) == "BC|DA"
    move_touchpoints(*where, [journey["B"]], phases[1], journey["A"])
    assert walk(*where) == "C|DBA"


def test_a_depth_is_set_for_several_and_put_back(
    store: Store, facilitator: Actor, project: UUID, journey: dict[str, UUID]
) -> None:
    where, ids = (store, facilitator, project), [journey["A"], journey["D"]]
    set_depth(*where, [journey["A"]], Depth.SHORTLIST)
    places = places_of(*where, ids)
    set_depth(*where, ids, Depth.KEY)
    assert [entry.depth for entry in list_touchpoints(*where)] == ["key", "all", "all", "key"]
    put_back(*where, places)
    assert [entry.depth for entry in list_touchpoints(*where)] == ["shortlist", "all", "all", "all"]


def test_nothing_of_another_project_is_moved_and_a_list_with_a_stranger_is_not_half_moved(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, journey: dict[str, UUID]
) -> None:
    elsewhere = list_phases(store, facilitator, other_project)[0].id
    for ids, phase in (([journey["A"]], elsewhere), ([journey["A"], uuid4()], None)):
        with pytest.raises(NoSuchRow):
            move_touchpoints(
                store,
                facilitator,
                project,
                ids,
                phase or list_phases(store, facilitator, project)[2].id,
                None,
            )
    for do in (bin_touchpoints, restore_touchpoints):
        with pytest.raises(NoSuchRow):
            do(store, facilitator, other_project, [journey["A"]])
    assert walk(store, facilitator, project) == "ABC|D"


def test_what_was_added_is_taken_back_with_the_phases_made_for_it_and_can_be_restored(
    store: Store, facilitator: Actor, project: UUID, phases: list[UUID], journey: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    added = [NewTouchpoint("E", note="by the door"), NewTouchpoint("F", "Afterwards")]
    add_touchpoints(*where, added)
    assert {entry.name: entry.note for entry in list_touchpoints(*where)}["E"] == "by the door"
    take_back_added(*where, [one.id for one in added], phases)
    assert walk(*where) == "ABC|D"
    assert [phase.id for phase in list_phases(*where)] == phases
    restore_touchpoints(*where, [added[1].id])
    assert walk(*where) == "ABC|D|F"
    assert list_phases(*where)[-1].name == "Afterwards"
    assert journey
