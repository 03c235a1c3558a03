"""The facts of a touchpoint, changed in place; two versions are shown as two."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select

from storage.access import COMMAND_LINE
from storage.journey import (
    bin_touchpoint,
    change_touchpoint,
    list_phases,
    list_touchpoints,
)
from storage.persons import add_person, list_persons
from storage.store import Store
from tests.pages._screen import dialog_title, is_shown, press
from tests.pages.touchpoint._hand import Hand
from tests.pages.touchpoint._stored import at_depth, named
from touchpoints.model import (
    Depth,
    Phase,
)


def test_name_and_phase_are_changed_in_place_and_the_move_is_undone(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    before = named(store, bakery)
    hand.open(before.id)
    hand.fill("Name", "Shop counter")
    hand.fill("Phase", list_phases(store, COMMAND_LINE, bakery)[2].id)
    hand.press("Save")
    after = named(store, bakery, "Shop counter")
    assert after.phase_id != before.phase_id
    hand.press("Undo")
    assert named(store, bakery, "Shop counter").phase_id == before.phase_id


def test_all_facts_of_a_deeper_touchpoint_open_by_the_pencil(hand: Hand, store: Store, bakery: UUID) -> None:
    hand.open(at_depth(store, bakery, Depth.SHORTLIST))
    hand.press("Change name, phase, depth and more")
    hand.fill("Note", "By the window")
    hand.fill("Control", "owned")
    hand.press("Save")
    saved = named(store, bakery)
    assert (saved.note, saved.control) == ("By the window", "owned")
    assert not hand.has_field("Note")


def test_a_touchpoint_needs_a_name(hand: Hand, store: Store, bakery: UUID) -> None:
    frame = hand.open(named(store, bakery).id)
    hand.fill("Name", "  ")
    hand.press("Save")
    assert is_shown(frame, "This cannot be saved: a name is missing.")
    assert named(store, bakery).version == 1


@pytest.mark.parametrize(("decision", "stands"), [("Save mine", "Mine"), ("Keep theirs", "Theirs")])
def test_two_who_change_the_same_touchpoint_see_both_versions_and_choose(
    hand: Hand, store: Store, bakery: UUID, decision: str, stands: str
) -> None:
    counter = named(store, bakery)
    frame = hand.open(counter.id)
    change_touchpoint(store, COMMAND_LINE, bakery, counter.id, counter.version, {"name": "Theirs"})
    hand.fill("Name", "Mine")
    hand.press("Save")
    assert is_shown(frame, "Name: Mine")
    assert is_shown(frame, "Name: Theirs")
    hand.press(decision)
    assert named(store, bakery, stands)
    assert hand.field("Name").value == stands
    assert not is_shown(frame, "Your version")


def test_an_undecided_version_waits_while_the_drawer_is_closed(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    counter = named(store, bakery)
    hand.open(counter.id)
    change_touchpoint(store, COMMAND_LINE, bakery, counter.id, counter.version, {"name": "Theirs"})
    hand.fill("Name", "Mine")
    hand.press("Save")
    assert is_shown(hand.open(counter.id), "Name: Mine")


def test_a_touchpoint_in_the_bin_comes_back_by_the_line(hand: Hand, store: Store, bakery: UUID) -> None:
    frame = hand.open(named(store, bakery).id)
    hand.press("Move to bin")
    assert list_touchpoints(store, COMMAND_LINE, bakery) == ()
    assert not dialog_title(frame)
    press(frame, "Undo")
    assert named(store, bakery)


def test_one_that_is_gone_is_said_to_be_gone(hand: Hand, store: Store, bakery: UUID) -> None:
    id_ = named(store, bakery).id
    bin_touchpoint(store, COMMAND_LINE, bakery, id_)
    assert is_shown(hand.open(id_), "This entry does not exist any more.")


def test_an_owner_is_typed_anew_then_chosen_then_removed(hand: Hand, store: Store, bakery: UUID) -> None:
    key = at_depth(store, bakery, Depth.KEY)
    frame = hand.open(key)
    hand.press("Change name, phase, depth and more")
    hand.type_anew("Owner", "Anna Meier")
    hand.press("Save")
    assert named(store, bakery).owner == "Anna Meier"
    assert is_shown(frame, "Owner: Anna Meier")
    [anna] = list_persons(store, COMMAND_LINE, bakery)
    beate = add_person(store, COMMAND_LINE, bakery, "Beate")
    for chosen, owner in ((beate, "Beate"), (anna.id, "Anna Meier"), ("", None)):
        hand.press("Change name, phase, depth and more")
        hand.fill("Owner", chosen)
        hand.press("Save")
        assert named(store, bakery).owner == owner
    assert not is_shown(frame, "Owner:")


def test_a_sponsor_is_named_at_a_key_touchpoint_and_the_way_back_is_a_button(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    hand.press("Change name, phase, depth and more")
    hand.type_anew("Sponsor", "Bo Board")
    hand.press("Save")
    assert is_shown(frame, "Sponsor: Bo Board")
    assert named(store, bakery).sponsor == "Bo Board"
    hand.press("Back to the shortlist")
    assert named(store, bakery).depth is Depth.SHORTLIST
    press(frame, "Undo")
    assert named(store, bakery).depth is Depth.KEY


@pytest.mark.parametrize(("decision", "stands"), [("Save mine", "Anna Meier"), ("Keep theirs", "Beate")])
def test_two_who_name_an_owner_see_both_and_choose(
    hand: Hand, store: Store, bakery: UUID, decision: str, stands: str
) -> None:
    key = at_depth(store, bakery, Depth.KEY)
    frame = hand.open(key)
    hand.press("Change name, phase, depth and more")
    beate = add_person(store, COMMAND_LINE, bakery, "Beate")
    change_touchpoint(store, COMMAND_LINE, bakery, key, named(store, bakery).version, {"owner_id": beate})
    hand.type_anew("Owner", "Anna Meier")
    hand.press("Save")
    assert is_shown(frame, "Owner: Anna Meier")
    assert is_shown(frame, "Owner: Beate")
    hand.press(decision)
    assert named(store, bakery).owner == stands
    assert {person.name for person in list_persons(store, COMMAND_LINE, bakery)} == {"Anna Meier", "Beate"}


def test_of_two_phases_with_one_name_the_chosen_one_gets_the_touchpoint(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    middle = list_phases(store, COMMAND_LINE, bakery)[2]
    with store.writing() as session:
        for phase in session.exec(select(Phase)):
            phase.name = "Alike"
    hand.open(named(store, bakery).id)
    hand.fill("Phase", middle.id)
    hand.press("Save")
    assert named(store, bakery).phase_id == middle.id
