"""What hangs on a touchpoint is added once, changed without loss, moved, thrown away and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.checking import UnusableInput
from storage.entries import (
    AlreadyThere,
    Entry,
    add_entry,
    bin_entry,
    change_entry,
    move_entry,
    restore_entry,
)
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import TouchpointDetails, list_touchpoints, read_touchpoint
from storage.segments import add_segment
from storage.store import Store
from tests.storage._rows import history_of, only_row, rows_of
from touchpoints.model import Encounter, Factor, Finding, Handover, Level, ProcessStep


@pytest.fixture
def counter(store: Store, facilitator: Actor, project: UUID) -> UUID:
    """A touchpoint."""
    return new_touchpoint(store, facilitator, project, "Counter")


@pytest.fixture
def guests(store: Store, facilitator: Actor, project: UUID) -> UUID:
    """A segment of customers."""
    return add_segment(store, facilitator, project, "Guests")


def new_touchpoint(store: Store, actor: Actor, project: UUID, name: str) -> UUID:
    add_touchpoints(store, actor, project, [NewTouchpoint(name)])
    return next(entry.id for entry in list_touchpoints(store, actor, project) if entry.name == name)


def values_of(kind: Entry, counter: UUID, guests: UUID) -> dict[str, Any]:
    """The least that an entry of a kind needs."""
    more: Mapping[Entry, dict[str, Any]] = {
        Factor: {"level": "okay", "text": "Bread is there"},
        Finding: {"kind": "keep", "text": "Bread is there"},
        ProcessStep: {"layer": "behind", "text": "Bread is there"},
        Encounter: {"segment_id": guests, "occasion": "Bread is there"},
        Handover: {"department": "Bread is there"},
    }
    return {"touchpoint_id": counter, **more[kind]}


KINDS = [Factor, Finding, ProcessStep, Encounter, Handover]
TEXTS = {Factor: "text", Finding: "text", ProcessStep: "text", Encounter: "occasion", Handover: "department"}
LISTS = {
    Factor: "factors",
    Finding: "findings",
    ProcessStep: "steps",
    Encounter: "encounters",
    Handover: "handovers",
}
of_every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
of_every_ordered_kind = pytest.mark.parametrize(
    "kind", [Factor, ProcessStep, Handover], ids=lambda kind: kind.__name__
)


# An encounter may do without an occasion.
of_every_wordy_kind = pytest.mark.parametrize(
    "kind", [Factor, Finding, ProcessStep, Handover], ids=lambda kind: kind.__name__
)


def details(store: Store, actor: Actor, project: UUID, counter: UUID) -> TouchpointDetails:
    return read_touchpoint(store, actor, project, counter)


def shown(details: TouchpointDetails, kind: Entry) -> list[Any]:
    return list(getattr(details, LISTS[kind]))


def texts(details: TouchpointDetails, kind: Entry) -> list[str]:
    return [getattr(entry, TEXTS[kind]) for entry in shown(details, kind)]


@of_every_kind
def test_an_entry_is_added_changed_thrown_away_and_brought_back(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID, kind: Entry
) -> None:
    where = (store, facilitator, project)
    id_ = add_entry(*where, kind, values_of(kind, counter, guests))
    [entry] = shown(details(*where, counter), kind)
    assert entry.id == id_
    change_entry(*where, kind, id_, entry.version, {TEXTS[kind]: "  Bread\0 is warm "})
    assert texts(details(*where, counter), kind) == ["Bread is warm"]
    bin_entry(*where, kind, id_)
    assert texts(details(*where, counter), kind) == []
    restore_entry(*where, kind, id_)
    assert texts(details(*where, counter), kind) == ["Bread is warm"]
    [(_, done, before, after)] = history_of(store, "change entry")
    assert (done, before, after) == (
        "changed",
        {TEXTS[kind]: "Bread is there"},
        {TEXTS[kind]: "Bread is warm"},
    )


@of_every_kind
def test_sent_twice_with_the_same_mark_it_is_stored_once(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID, kind: Entry
) -> None:
    actor, values = facilitator.once(), values_of(kind, counter, guests)
    first = add_entry(store, actor, project, kind, values)
    assert add_entry(store, actor, project, kind, values) == first
    assert len(rows_of(store, kind)) == 1


@of_every_kind
def test_of_two_who_change_the_same_entry_neither_version_is_lost(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID, kind: Entry
) -> None:
    where = (store, facilitator, project)
    id_ = add_entry(*where, kind, values_of(kind, counter, guests))
    [entry] = shown(details(*where, counter), kind)
    change_entry(*where, kind, id_, entry.version, {TEXTS[kind]: "Theirs"})
    with pytest.raises(VersionConflict) as conflict:
        change_entry(*where, kind, id_, entry.version, {TEXTS[kind]: "Mine"})
    found = conflict.value
    assert (found.stored, found.wanted) == ({TEXTS[kind]: "Theirs"}, {TEXTS[kind]: "Mine"})
    change_entry(*where, kind, id_, found.stored_version, found.wanted)
    assert texts(details(*where, counter), kind) == ["Mine"]


@of_every_ordered_kind
def test_entries_stand_in_the_order_in_which_they_came_until_one_is_moved(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID, kind: Entry
) -> None:
    where = (store, facilitator, project)
    values = values_of(kind, counter, guests)
    one, two, three = (add_entry(*where, kind, {**values, TEXTS[kind]: name}) for name in ("1", "2", "3"))
    assert texts(details(*where, counter), kind) == ["1", "2", "3"]
    move_entry(*where, kind, three, one)
    assert texts(details(*where, counter), kind) == ["3", "1", "2"]
    move_entry(*where, kind, three, None)
    assert texts(details(*where, counter), kind) == ["1", "2", "3"]
    bin_entry(*where, kind, two)
    move_entry(*where, kind, three, one)
    restore_entry(*where, kind, two)
    assert texts(details(*where, counter), kind) == ["3", "1", "2"]


@of_every_wordy_kind
@pytest.mark.parametrize("text", ["", "   "])
def test_an_entry_without_words_is_refused(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID, kind: Entry, text: str
) -> None:
    values = {**values_of(kind, counter, guests), TEXTS[kind]: text}
    with pytest.raises(UnusableInput):
        add_entry(store, facilitator, project, kind, values)
    assert rows_of(store, kind) == []


@of_every_kind
def test_an_entry_at_another_project_s_touchpoint_is_refused(
    store: Store,
    facilitator: Actor,
    project: UUID,
    other_project: UUID,
    counter: UUID,
    guests: UUID,
    kind: Entry,
) -> None:
    values = values_of(kind, counter, guests)
    with pytest.raises(NoSuchRow):
        add_entry(store, facilitator, other_project, kind, values)
    id_ = add_entry(store, facilitator, project, kind, values)
    for change in (
        lambda: change_entry(store, facilitator, other_project, kind, id_, 1, {TEXTS[kind]: "x"}),
        lambda: bin_entry(store, facilitator, other_project, kind, id_),
        lambda: change_entry(store, facilitator, project, kind, id_, 1, {"touchpoint_id": uuid4()}),
    ):
        with pytest.raises(NoSuchRow):
            change()


def test_a_planned_delight_and_its_source_are_read_with_it(
    store: Store, facilitator: Actor, project: UUID, counter: UUID
) -> None:
    given = {
        "touchpoint_id": counter,
        "level": "delightful",
        "text": "A gift",
        "source": "customer",
        "is_planned": True,
    }
    add_entry(store, facilitator, project, Factor, given)
    [factor] = details(store, facilitator, project, counter).factors
    assert (factor.level, factor.source, factor.is_planned) == (Level.DELIGHTFUL, "customer", True)


def test_times_and_costs_are_exact(store: Store, facilitator: Actor, project: UUID, counter: UUID) -> None:
    waste = {
        "kind": "waste",
        "text": "Lists",
        "minutes_per_month": Decimal("90.5"),
        "cost_per_month": "12.34",
    }
    add_entry(store, facilitator, project, Finding, {"touchpoint_id": counter, **waste})
    [finding] = details(store, facilitator, project, counter).findings
    assert (finding.minutes_per_month, finding.cost_per_month) == (Decimal("90.5"), Decimal("12.34"))


def test_the_same_customers_on_the_same_occasion_are_entered_once(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID
) -> None:
    where, values = (store, facilitator, project), values_of(Encounter, counter, guests)
    add_entry(*where, Encounter, values)
    with pytest.raises(AlreadyThere):
        add_entry(*where, Encounter, values)
    other = add_entry(*where, Encounter, {**values, "occasion": "Cake"})
    with pytest.raises(AlreadyThere):
        change_entry(*where, Encounter, other, 1, {"occasion": values["occasion"]})
    assert texts(details(*where, counter), Encounter) == ["Bread is there", "Cake"]


def test_an_encounter_that_lies_in_the_bin_is_taken_out_when_it_is_entered_again(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID
) -> None:
    where, values = (store, facilitator, project), values_of(Encounter, counter, guests)
    first = add_entry(*where, Encounter, {**values, "frequency": 2})
    bin_entry(*where, Encounter, first)
    assert add_entry(*where, Encounter, {**values, "frequency": 3}) == first
    assert only_row(store, Encounter).frequency == 3


def test_an_encounter_may_be_renamed_to_one_in_the_bin(
    store: Store, facilitator: Actor, project: UUID, counter: UUID, guests: UUID
) -> None:
    where, values = (store, facilitator, project), values_of(Encounter, counter, guests)
    bin_entry(*where, Encounter, add_entry(*where, Encounter, values))
    other = add_entry(*where, Encounter, {**values, "occasion": "Cake"})
    change_entry(*where, Encounter, other, 1, {"occasion": values["occasion"]})
    assert only_row(store, Encounter).id == other
