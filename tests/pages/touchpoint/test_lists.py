"""Lists are added to in one line, changed by the pencil, and nothing in them is ever lost."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.actions import list_actions
from storage.entries import add_entry, bin_entry, change_entry
from storage.journey import (
    TouchpointDetails,
)
from storage.store import Store
from tests.pages._screen import is_shown, links
from tests.pages.touchpoint._hand import Hand
from tests.pages.touchpoint._stored import at_depth, details
from touchpoints.model import (
    Depth,
    Factor,
    Finding,
    FindingKind,
    Layer,
    Level,
)

LISTS = [
    ("experience", "Add what disappoints", "What makes it so"),
    ("process", "Add what the customer does", "Step"),
    ("handovers", "Add the next department", "Department"),
    ("findings", "What goes well?", "Finding"),
]


def listed(found: TouchpointDetails) -> list[str]:
    """Every text of every list."""
    entries: list[Any] = [*found.factors, *found.steps, *found.findings]
    return [*(entry.text for entry in entries), *(entry.department for entry in found.handovers)]


@pytest.mark.parametrize(("section", "line", "field"), LISTS)
def test_an_entry_is_added_with_enter_changed_by_the_pencil_and_removed_with_undo(
    hand: Hand, store: Store, bakery: UUID, section: str, line: str, field: str
) -> None:
    frame = hand.open(at_depth(store, bakery, Depth.KEY))
    hand.part(section)
    hand.add(line, "  Warm bread ")
    hand.add(line, "Cold bread")
    assert listed(details(store, bakery)) in (["Warm bread", "Cold bread"], ["Cold bread", "Warm bread"])
    hand.press("Change Cold bread")
    hand.fill(field, "Fresh bread")
    hand.press("Save")
    assert "Fresh bread" in listed(details(store, bakery))
    assert not hand.can_press("Cancel")
    hand.press("Change Fresh bread")
    hand.press("Move to bin")
    assert listed(details(store, bakery)) == ["Warm bread"]
    assert is_shown(frame, "Fresh bread is in the bin and stays there for 30 days.")
    hand.press("Undo")
    assert "Fresh bread" in listed(details(store, bakery))


def test_nothing_is_added_without_words(hand: Hand, store: Store, bakery: UUID) -> None:
    hand.open(at_depth(store, bakery, Depth.KEY))
    hand.add("Add what delights", "   ")
    assert details(store, bakery).factors == ()


def test_the_same_words_may_be_written_twice(hand: Hand, store: Store, bakery: UUID) -> None:
    hand.open(at_depth(store, bakery, Depth.KEY))
    for _ in range(2):
        hand.add("Add what delights", "A smile")
    assert len(details(store, bakery).factors) == 2


def test_of_two_who_change_the_same_entry_neither_version_is_lost(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    id_ = at_depth(store, bakery, Depth.KEY)
    factor = {"touchpoint_id": id_, "level": "okay", "text": "Bread"}
    entry = add_entry(store, COMMAND_LINE, bakery, Factor, factor)
    frame = hand.open(id_)
    hand.press("Change Bread")
    change_entry(store, COMMAND_LINE, bakery, Factor, entry, 1, {"text": "Theirs", "level": "delightful"})
    hand.fill("What makes it so", "Mine")
    hand.fill("List", Level.DISAPPOINTING)
    hand.press("Save")
    for text in (
        "What makes it so: Mine",
        "List: Disappointing",
        "What makes it so: Theirs",
        "List: Delightful",
    ):
        assert is_shown(frame, text), text
    hand.press("Save mine")
    [saved] = details(store, bakery).factors
    assert (saved.text, saved.level) == ("Mine", Level.DISAPPOINTING)


def test_what_is_typed_about_an_entry_that_somebody_else_threw_away_is_not_lost(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    id_ = at_depth(store, bakery, Depth.KEY)
    factor = {"touchpoint_id": id_, "level": "okay", "text": "Bread"}
    entry = add_entry(store, COMMAND_LINE, bakery, Factor, factor)
    frame = hand.open(id_)
    hand.press("Change Bread")
    bin_entry(store, COMMAND_LINE, bakery, Factor, entry)
    hand.fill("What makes it so", "Mine")
    hand.press("Save")
    assert is_shown(frame, "What makes it so: Mine")


def test_every_layer_and_level_has_a_line_to_add_with(hand: Hand, store: Store, bakery: UUID) -> None:
    hand.open(at_depth(store, bakery, Depth.KEY))
    assert sum(str(field.key).startswith("add-") for field in hand.fields()) == len(Level)
    hand.part("process")
    assert sum(str(field.key).startswith("add-") for field in hand.fields()) == len(Layer)


def test_a_finding_becomes_an_action_where_it_stands_and_leads_to_it(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    counter = at_depth(store, bakery, Depth.KEY)
    values = {"touchpoint_id": counter, "kind": FindingKind.IDEA, "text": "A bench"}
    bench = add_entry(store, COMMAND_LINE, bakery, Finding, values)
    hand.open(counter)
    hand.part("findings")
    hand.press("Make an action of: A bench")
    [action] = list_actions(store, COMMAND_LINE, bakery)
    assert (action.name, action.finding_id, action.touchpoint_id) == ("A bench", bench, counter)
    assert f"action={action.id}" in links(hand.frame)["○ planned: A bench"]
    assert not hand.can_press("Make an action of: A bench")
    hand.press("Undo")
    assert list_actions(store, COMMAND_LINE, bakery) == ()
    assert hand.can_press("Make an action of: A bench")
