"""Only an empty phase can be thrown away, and whatever comes back from the bin has a place and a name."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.board import (
    NewTouchpoint,
    add_touchpoints,
    bin_touchpoints,
    move_touchpoints,
    places_of,
    put_back,
    restore_touchpoints,
)
from storage.history import list_changes
from storage.intents import NoSuchRow
from storage.journey import change_touchpoint, list_phases, list_touchpoints
from storage.phases import (
    LastPhase,
    PhaseHoldsEarlier,
    PhaseHoldsPlanned,
    PhaseHoldsTouchpoints,
    PhaseNameIsUsedAgain,
    add_phase,
    bin_phase,
    change_phase,
    list_phase_uses,
    move_phase,
    restore_phase,
    why_it_stays,
)
from storage.store import Store
from storage.targets import add_planned_touchpoint
from storage.thrown_away import list_thrown_away, restore_thrown_away
from tests.storage._phases import drop, make_abc, use, walk
from tests.storage._place import Place
from tests.storage._rows import rows_of
from touchpoints.model import ChangeKind, Phase


@pytest.fixture
def abc(place: Place) -> dict[str, UUID]:
    """The empty phases A, B and C."""
    return make_abc(place)


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
