"""What disappoints becomes an action with one press, and says in words how far the actions against it are."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import list_actions
from storage.disappointments import count_disappointments
from storage.entries import add_entry
from storage.store import Store
from tests.pages._screen import is_shown, texts
from tests.pages.touchpoint._hand import Hand
from tests.pages.touchpoint._stored import at_depth
from touchpoints.model import ActionStatus, Depth, Factor, Level

MAKE = "Make an action against: A long queue"
WAITS = "First the disappointments: 1 factor that disappoints is still there."


def write_down(store: Store, bakery: UUID) -> UUID:
    """A queue at the counter, where music is planned."""
    counter = at_depth(store, bakery, Depth.KEY)
    for level, text in ((Level.DISAPPOINTING, "A long queue"), (Level.DELIGHTFUL, "Music")):
        values = {"touchpoint_id": counter, "level": level, "text": text}
        add_entry(store, COMMAND_LINE, bakery, Factor, {**values, "is_planned": level is Level.DELIGHTFUL})
    return counter


def test_one_press_makes_an_action_against_what_disappoints_and_undo_takes_it_back(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    counter = write_down(store, bakery)
    hand.open(counter)
    hand.press(MAKE)
    [action] = list_actions(store, COMMAND_LINE, bakery)
    assert (action.name, action.touchpoint_id) == ("Put right: A long queue", counter)
    assert is_shown(hand.frame, "○ planned: Put right: A long queue")
    assert not hand.can_press(MAKE)
    hand.press("Undo")
    assert list_actions(store, COMMAND_LINE, bakery) == ()
    assert hand.can_press(MAKE)


def test_only_when_the_action_is_done_is_it_removed_and_holds_no_delight_back(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    counter = write_down(store, bakery)
    hand.open(counter)
    hand.press(MAKE)
    assert is_shown(hand.frame, WAITS)
    assert not any("removed" in text for text in texts(hand.frame))
    [action] = list_actions(store, COMMAND_LINE, bakery)
    set_status(store, COMMAND_LINE, bakery, [action.id], ActionStatus.DONE, date(2026, 3, 2))
    hand.open(counter)
    assert is_shown(hand.frame, "*removed*")
    assert is_shown(hand.frame, "✓ done: Put right: A long queue")
    assert not is_shown(hand.frame, "First the disappointments")
    assert count_disappointments(store, COMMAND_LINE, bakery) == {}


def test_where_the_action_was_dropped_another_one_can_be_made(hand: Hand, store: Store, bakery: UUID) -> None:
    counter = write_down(store, bakery)
    hand.open(counter)
    hand.press(MAKE)
    [action] = list_actions(store, COMMAND_LINE, bakery)
    set_status(store, COMMAND_LINE, bakery, [action.id], ActionStatus.DROPPED, date(2026, 3, 2))
    hand.open(counter)
    assert is_shown(hand.frame, "– dropped: Put right: A long queue")
    assert is_shown(hand.frame, WAITS)
    assert hand.can_press(MAKE)
