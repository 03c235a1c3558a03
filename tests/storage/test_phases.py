"""Phases are named anew, moved, added and thrown away by hand; nothing that stands in one is lost."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.checking import UnusableInput
from storage.history import list_changes
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import list_phases, list_touchpoints
from storage.phases import (
    PhaseNameIsTaken,
    add_phase,
    bin_phase,
    change_phase,
    move_phase,
    restore_phase,
)
from storage.revisions import CONTENT, revisions_of
from tests.storage._phases import make_abc, use, walk
from tests.storage._place import Place
from touchpoints.model import ChangeKind, Phase


@pytest.fixture
def abc(place: Place) -> dict[str, UUID]:
    """The empty phases A, B and C."""
    return make_abc(place)


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
