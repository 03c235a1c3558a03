"""What a workshop leaves behind in a project of full size: no page of step 1 has an empty part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, product
from typing import Any
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.board import set_depth
from storage.encounters import Stroke, paint
from storage.entries import Entry, add_entry
from storage.journey import change_touchpoint, list_touchpoints
from storage.segments import add_segment
from storage.store import Store
from storage.team_view import BUDGET, count_mentions, give_points, rate_touchpoint
from touchpoints.model import (
    Aspect,
    ContactType,
    Control,
    Depth,
    Factor,
    Finding,
    FindingKind,
    Handover,
    Layer,
    Level,
    Period,
    ProcessStep,
)

SHORTLIST, KEY, FINDINGS, CUSTOMERS_ASKED = 25, 6, 60, 40
SEGMENTS = ("Families", "Commuters", "Companies", "Groups")
DEPARTMENTS = ("Sales", "Operations", "Service", "Finance")


def hold_workshop(store: Store, project: UUID) -> None:
    """Sort all touchpoints, rate a shortlist from all phases, and look closely at the key touchpoints."""
    every = [entry.id for entry in list_touchpoints(store, COMMAND_LINE, project)]
    shortlist = every[:: len(every) // SHORTLIST][:SHORTLIST]
    key = shortlist[:: SHORTLIST // KEY][:KEY]
    where = (store, COMMAND_LINE, project)
    for id_, (contact, control) in zip(every, cycle(product(ContactType, Control)), strict=False):
        change_touchpoint(*where, id_, 1, {"contact_type": contact, "control": control})
    set_depth(*where, shortlist, Depth.SHORTLIST)
    set_depth(*where, key, Depth.KEY)
    give_points(*where, dict.fromkeys(shortlist, BUDGET // SHORTLIST))
    count_mentions(*where, {id_: number % 20 for number, id_ in enumerate(shortlist)}, CUSTOMERS_ASKED)
    for number, (id_, aspect) in enumerate(product(shortlist, Aspect)):
        rate_touchpoint(*where, id_, aspect, {number % 5 - 2: 4, 0: 3} if number % 5 != 2 else {0: 7})
    segments = [add_segment(*where, name) for name in SEGMENTS]
    paint(*where, {pair: _stroke(number) for number, pair in enumerate(product(segments, shortlist))})
    for kind, values in (*_findings(every), *_entries(key)):
        add_entry(*where, kind, values)


def _stroke(number: int) -> Stroke:
    return Stroke(number % 12 + 1, list(Period)[number % len(Period)], f"Occasion {number % 7 + 1}")


def _findings(touchpoints: Sequence[UUID]) -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    """Findings of every kind, each at another touchpoint."""
    kinds = list(FindingKind)
    for number in range(FINDINGS):
        yield (
            Finding,
            {
                "touchpoint_id": touchpoints[number * len(touchpoints) // FINDINGS],
                "kind": kinds[number % len(kinds)],
                "text": f"Finding number {number + 1}, in as many words as people put on a card",
                "minutes_per_month": number,
            },
        )


def _entries(touchpoints: Sequence[UUID]) -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    """The process of a touchpoint in all layers, who hands over to whom, and factors of every level."""
    for id_ in touchpoints:
        of = {"touchpoint_id": id_}
        for number, (layer, department) in enumerate(product(Layer, DEPARTMENTS)):
            times = {"duration_minutes": number + 1, "waiting_minutes": number * 2}
            yield (
                ProcessStep,
                {**of, "layer": layer, "text": f"Step {number + 1}", "department": department, **times},
            )
        for department in DEPARTMENTS:
            yield Handover, {**of, "department": department, "break_note": f"Lost after {department}"}
        for level in Level:
            yield Factor, {**of, "level": level, "text": f"What makes it {level}"}
