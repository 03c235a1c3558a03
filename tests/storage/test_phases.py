"""Phases are named anew, moved, added and thrown away by hand; nothing that stands in one is lost."""

from __future__ import annotations

from uuid import UUID

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
)
from storage.checking import UnusableInput
from storage.history import list_changes
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import change_touchpoint, list_phases, list_touchpoints
from storage.phases import (
    LastPhase,
    PhaseHoldsEarlier,
    PhaseHoldsPlanned,
    PhaseHoldsTouchpoints,
    PhaseNameIsTaken,
    PhaseNameIsUsedAgain,
    PhaseUse,
    add_phase,
    bin_phase,
    change_phase,
    list_phase_uses,
    move_phase,
    restore_phase,
    why_it_stays,
)
from storage.revisions import CONTENT, revisions_of
from storage.store import Store
from storage.targets import add_planned_touchpoint
from storage.thrown_away import list_thrown_away, restore_thrown_away
from tests.storage._place import Place
from tests.storage._rows import rows_of
from touchpoints.model import ChangeKind, Phase, Touchpoint


@pytest.fixture
def abc(place: Place) -> dict[str, UUID]:
    """A journey of the empty phases A, B and C behind the one with the desk; all others are gone."""
    first, *others = list_phase_uses(*place.where)
    change_phase(*place.where, first.id, first.version, {"name": "Desk"})
    for phase in others:
        bin_phase(*place.where, phase.id)
    return {name: add_phase(*place.where, name) for name in "ABC"}


def walk(place: Place) -> str:
    """The names of the phases in order."""
    return " ".join(phase.name for phase in list_phases(*place.where))


def use(place: Place, phase_id: UUID) -> PhaseUse:
    return next(one for one in list_phase_uses(*place.where) if one.id == phase_id)


def drop(store: Store, touchpoint: UUID) -> None:
    """As the beginning of a round does with what the target journey no longer has."""
    with store.writing() as session:
        row = session.get(Touchpoint, touchpoint)
        assert row is not None
        row.last_round = 1


def test_a_phase_is_added_at_the_end_and_told_in_the_history(place: Place, abc: dict[str, UUID]) -> None:
    assert walk(place) == "Desk A B C"
    change = list_changes(*place.where)[0]
    assert (change.kind, change.entity, change.entity_id) == (ChangeKind.ADDED, "Phase", abc["C"])


def test_a_phase_sent_twice_is_added_once(place: Place, abc: dict[str, UUID]) -> None:
    actor = place.actor.once()
    assert add_phase(place.store, actor, place.project, "D") == add_phase(
        place.store, actor, place.project, "D"
    )
    assert walk(place) == "Desk A B C D"
    assert abc


@pytest.mark.parametrize(
    ("moved", "before", "walked"),
    [
        ("C", "B", "Desk A C B"),
        ("C", "A", "Desk C A B"),
        ("A", "C", "Desk B A C"),
        ("A", None, "Desk B C A"),
        ("C", None, "Desk A B C"),
        ("B", "B", "Desk A B C"),
    ],
)
def test_a_phase_goes_where_it_is_put_however_often_it_is_sent(
    place: Place, abc: dict[str, UUID], moved: str, before: str | None, walked: str
) -> None:
    for _ in range(2):
        move_phase(*place.where, abc[moved], abc[before] if before else None)
        assert walk(place) == walked
    assert [entry.id for entry in list_touchpoints(*place.where)] == [place.desk]


def test_a_move_writes_one_row_into_the_history(place: Place, abc: dict[str, UUID]) -> None:
    before = len(list_changes(*place.where))
    move_phase(*place.where, abc["C"], abc["A"])
    change, *others = list_changes(*place.where)
    assert len(others) == before
    assert (change.entity_id, list(change.after)) == (abc["C"], ["rank"])


def test_name_and_place_before_the_contact_are_changed_together(place: Place, abc: dict[str, UUID]) -> None:
    revision = revisions_of(*place.where)[CONTENT]
    change_phase(*place.where, abc["A"], 1, {"name": " Hear  of us ", "is_before_contact": True})
    changed = use(place, abc["A"])
    assert (changed.name, changed.is_before_contact, changed.version) == ("Hear  of us", True, 2)
    assert list_changes(*place.where)[0].after == {"name": "Hear  of us", "is_before_contact": True}
    assert revisions_of(*place.where)[CONTENT] > revision


def test_of_two_who_change_a_phase_at_once_neither_loses_what_was_typed(
    place: Place, abc: dict[str, UUID]
) -> None:
    change_phase(*place.where, abc["A"], 1, {"name": "Theirs"})
    with pytest.raises(VersionConflict) as met:
        change_phase(*place.where, abc["A"], 1, {"name": "Mine"})
    assert (met.value.stored, met.value.wanted) == ({"name": "Theirs"}, {"name": "Mine"})
    assert walk(place) == "Desk Theirs B C"
    change_phase(*place.where, abc["A"], met.value.stored_version, {"name": "Mine"})
    assert walk(place) == "Desk Mine B C"


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_that_cannot_be_is_refused(place: Place, abc: dict[str, UUID], name: str) -> None:
    with pytest.raises(UnusableInput):
        add_phase(*place.where, name)
    with pytest.raises(UnusableInput):
        change_phase(*place.where, abc["A"], 1, {"name": name})
    assert walk(place) == "Desk A B C"


def test_a_name_that_is_there_is_refused_whatever_its_capitals_and_spaces(
    place: Place, abc: dict[str, UUID]
) -> None:
    change_phase(*place.where, abc["A"], 1, {"name": "On board"})
    for name in ("On board", "ON BOARD", " on  Board", "Onboard"):
        with pytest.raises(PhaseNameIsTaken) as met:
            add_phase(*place.where, name)
        assert met.value.values == {"name": "On board"}
        with pytest.raises(PhaseNameIsTaken):
            change_phase(*place.where, abc["B"], 1, {"name": name})
    # Its own name in other capitals is no double.
    change_phase(*place.where, abc["A"], 2, {"name": "ON BOARD"})
    assert walk(place) == "Desk ON BOARD B C"


def test_an_empty_phase_goes_into_the_bin_and_comes_back_to_its_place(
    place: Place, abc: dict[str, UUID]
) -> None:
    bin_phase(*place.where, abc["B"])
    assert walk(place) == "Desk A C"
    assert list_changes(*place.where)[0].kind is ChangeKind.BINNED
    bin_phase(*place.where, abc["B"])
    restore_phase(*place.where, abc["B"])
    assert walk(place) == "Desk A B C"


def test_one_that_comes_back_shares_its_place_with_nobody(place: Place, abc: dict[str, UUID]) -> None:
    bin_phase(*place.where, abc["C"])
    bin_phase(*place.where, abc["B"])
    add_phase(*place.where, "D")
    add_touchpoints(*place.where, [NewTouchpoint("Oven", "E")])
    move_phase(*place.where, abc["A"], None)
    add_phase(*place.where, "F")
    move_phase(*place.where, abc["A"], list_phases(*place.where)[1].id)
    for name in "BC":
        restore_phase(*place.where, abc[name])
    ranks = [row.rank for row in rows_of(place.store, Phase)]
    assert len(ranks) == len(set(ranks))
    assert sorted(walk(place).split()) == ["A", "B", "C", "D", "Desk", "E", "F"]


def test_phases_that_share_a_rank_from_of_old_can_be_moved(place: Place, abc: dict[str, UUID]) -> None:
    with place.store.writing() as session:
        rows = {name: session.get(Phase, id_) for name, id_ in abc.items()}
        assert rows["B"]
        assert rows["C"]
        rows["C"].rank = rows["B"].rank
    move_phase(*place.where, abc["A"], abc["C"])
    assert walk(place).startswith("Desk A ")
    move_phase(*place.where, abc["C"], abc["B"])
    assert walk(place) == "Desk A C B"


def test_what_stands_in_a_phase_keeps_it(place: Place, store: Store, abc: dict[str, UUID]) -> None:
    oven, hall = NewTouchpoint("Oven", abc["A"]), NewTouchpoint("Hall", abc["C"])
    add_touchpoints(*place.where, [oven, hall])
    planned = add_planned_touchpoint(*place.where, "Kiosk", abc["B"])
    drop(store, hall.id)
    reasons = {"A": PhaseHoldsTouchpoints, "B": PhaseHoldsPlanned, "C": PhaseHoldsEarlier}
    for name, reason in reasons.items():
        with pytest.raises(reason):
            bin_phase(*place.where, abc[name])
        assert isinstance(why_it_stays(use(place, abc[name]), 4), reason)
    assert walk(place) == "Desk A B C"
    bin_touchpoints(*place.where, [oven.id, planned, hall.id])
    for id_ in abc.values():
        bin_phase(*place.where, id_)
    assert walk(place) == "Desk"


def test_the_last_phase_stays_even_without_a_touchpoint(place: Place, abc: dict[str, UUID]) -> None:
    bin_touchpoints(*place.where, [place.desk])
    [desk, *others] = list_phase_uses(*place.where)
    for phase in others:
        bin_phase(*place.where, phase.id)
    with pytest.raises(LastPhase):
        bin_phase(*place.where, desk.id)
    assert why_it_stays(desk, 2) is None
    assert abc


def test_the_uses_tell_what_stands_where(place: Place, store: Store, abc: dict[str, UUID]) -> None:
    names = ("Oven", "Van", "Hall", "Bin")
    new = [NewTouchpoint(name, abc["A"]) for name in names]
    add_touchpoints(*place.where, new)
    add_planned_touchpoint(*place.where, "Kiosk", abc["A"])
    drop(store, new[2].id)
    bin_touchpoints(*place.where, [new[3].id])
    counts = {one.name: (one.touchpoints, one.planned, one.earlier) for one in list_phase_uses(*place.where)}
    assert counts == {"Desk": (1, 0, 0), "A": (2, 1, 1), "B": (0, 0, 0), "C": (0, 0, 0)}


def test_a_touchpoint_that_comes_into_a_phase_in_the_bin_brings_it_back(
    place: Place, abc: dict[str, UUID]
) -> None:
    """Whoever still sees the column drags a card into it: the card must not be lost from the board."""
    where, [home] = place.where, places_of(*place.where, [place.desk])

    def throw_away(name: str) -> UUID:
        put_back(*where, [home])
        bin_phase(*where, abc[name])
        assert name not in walk(place)
        return abc[name]

    move_touchpoints(*where, [place.desk], throw_away("A"), None)
    assert "A" in walk(place)
    [in_a] = places_of(*where, [place.desk])
    throw_away("A")
    put_back(*where, [in_a])
    assert "A" in walk(place)
    phase = throw_away("B")
    change_touchpoint(*where, place.desk, list_touchpoints(*where)[0].version, {"phase_id": phase})
    assert "B" in walk(place)
    add_planned_touchpoint(*where, "Kiosk", throw_away("C"))
    assert "C" in walk(place)


def test_a_touchpoint_that_is_restored_brings_its_phase_back(place: Place, abc: dict[str, UUID]) -> None:
    oven = NewTouchpoint("Oven", abc["A"])
    add_touchpoints(*place.where, [oven])
    bin_touchpoints(*place.where, [oven.id])
    bin_phase(*place.where, abc["A"])
    restore_touchpoints(*place.where, [oven.id])
    assert walk(place) == "Desk A B C"


def test_a_phase_whose_name_was_given_anew_stays_in_the_bin(place: Place, abc: dict[str, UUID]) -> None:
    bin_phase(*place.where, abc["A"])
    [thing] = [one for one in list_thrown_away(*place.where) if one.id == abc["A"]]
    add_phase(*place.where, "a")
    with pytest.raises(PhaseNameIsUsedAgain):
        restore_phase(*place.where, abc["A"])
    with pytest.raises(PhaseNameIsUsedAgain):
        restore_thrown_away(*place.where, [thing])
    assert walk(place) == "Desk B C a"


def test_nothing_of_another_project_is_changed(
    place: Place, facilitator: Actor, other_project: UUID, abc: dict[str, UUID]
) -> None:
    before, where = walk(place), (place.store, facilitator, other_project)
    elsewhere = list_phases(*where)[0].id
    for attempt in (
        lambda: change_phase(*where, abc["A"], 1, {"name": "Mine"}),
        lambda: move_phase(*where, abc["A"], None),
        lambda: move_phase(*place.where, abc["A"], elsewhere),
        lambda: bin_phase(*where, abc["A"]),
        lambda: restore_phase(*where, abc["A"]),
    ):
        with pytest.raises(NoSuchRow):
            attempt()
    assert walk(place) == before
    add_phase(*where, "A")


def test_a_phase_in_the_bin_is_not_changed_unseen(place: Place, abc: dict[str, UUID]) -> None:
    bin_phase(*place.where, abc["A"])
    for attempt in (
        lambda: change_phase(*place.where, abc["A"], 2, {"name": "Mine"}),
        lambda: move_phase(*place.where, abc["A"], None),
    ):
        with pytest.raises(NoSuchRow):
            attempt()
    restore_phase(*place.where, abc["A"])
    assert walk(place) == "Desk A B C"
