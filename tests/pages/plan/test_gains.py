"""What an action brings: the disappointments of its touchpoint that it removes, and the KPIs that show it."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.disappointments import list_disappointments
from storage.entries import add_entry
from storage.kpis import add_kpi
from storage.measurements import NewMeasurement, add_measurement
from storage.store import Store
from tests.pages._screen import is_shown
from tests.pages.plan._hand import ActionHand
from tests.pages.plan._stored import DAY, add, stored
from touchpoints.model import Answer, Factor, Level, Lever

REMOVES = "Removes when it is done"


@pytest.fixture
def counter(store: Store, bakery: UUID) -> dict[str, UUID]:
    """A counter with a queue, a door that sticks elsewhere, and an action at the counter."""
    counter, door = NewTouchpoint("Counter"), NewTouchpoint("Door")
    add_touchpoints(store, COMMAND_LINE, bakery, [counter, door])
    found = {
        text: add_entry(
            store,
            COMMAND_LINE,
            bakery,
            Factor,
            {"touchpoint_id": place.id, "level": level, "text": text},
        )
        for place, level, text in (
            (counter, Level.DISAPPOINTING, "Queue"),
            (counter, Level.OKAY, "Change"),
            (door, Level.DISAPPOINTING, "Sticks"),
        )
    }
    return {**found, "till": add(store, bakery, "Second till", touchpoint_id=counter.id)}


def removed(store: Store, bakery: UUID) -> list[str]:
    return [one.text for one in list_disappointments(store, COMMAND_LINE, bakery) if one.remedies]


def test_only_what_disappoints_at_its_touchpoint_can_be_chosen_and_is_stored_at_once_with_undo(
    hand: ActionHand, store: Store, bakery: UUID, counter: dict[str, UUID]
) -> None:
    hand.open(counter["till"])
    hand.part("Gain and result")
    assert hand.field(REMOVES).options == ["Queue"]
    hand.choose(REMOVES, [counter["Queue"]])
    assert removed(store, bakery) == ["Queue"]
    assert is_shown(hand.frame, "Second till was changed.")
    hand.press("Undo")
    assert removed(store, bakery) == []


def test_without_a_touchpoint_it_says_that_one_is_chosen_first(hand: ActionHand, oven: UUID) -> None:
    hand.open(oven)
    hand.part("Gain and result")
    assert not hand.has_field(REMOVES)
    assert is_shown(hand.frame, "Choose its touchpoint first, to say which disappointments it removes.")


def test_its_kpis_are_shown_with_their_status_in_words_and_lead_to_them(
    hand: ActionHand, store: Store, bakery: UUID, oven: UUID
) -> None:
    hand.open(oven)
    hand.part("Gain and result")
    assert is_shown(hand.frame, "None yet. Link it at the KPI, under “Actions”.")
    kpi = add_kpi(
        store, COMMAND_LINE, bakery, {"name": "Loaves [a day]", "kind": "count", "target": 50.0}, [oven]
    )
    add_kpi(store, COMMAND_LINE, bakery, {"name": "Complaints", "kind": "count"})
    measured = NewMeasurement(DAY, DAY, 60.0)
    add_measurement(store, COMMAND_LINE, bakery, kpi, measured)
    hand.look()
    [link] = [one for one in hand.frame.get("page_link") if "Loaves" in one.proto.label]
    assert link.proto.label == "◇ open · Loaves \\[a day\\]"
    assert f"kpi={kpi}" in link.proto.query_string
    assert not any("Complaints" in one.proto.label for one in hand.frame.get("page_link"))


def test_that_nobody_knows_what_changes_or_what_keeps_customers_can_be_said(
    hand: ActionHand, store: Store, bakery: UUID, counter: dict[str, UUID]
) -> None:
    hand.open(counter["till"])
    hand.part("Gain and result")
    hand.fill("If it shall keep customers: by what?", Lever.NOT_KNOWN)
    hand.press("Save")
    hand.part("Effort and money")
    hand.fill("Will people work in a new way?", Answer.NOT_KNOWN)
    hand.press("Save")
    found = stored(store, bakery)["Second till"]
    assert (found.lever, found.changes_work) == (Lever.NOT_KNOWN, Answer.NOT_KNOWN)
