"""Reads the conditions at the key touchpoints of the sample."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from storage.content import Entry
from storage.sample.source import Source
from storage.sample.values import SampleConditions
from touchpoints.conditions import CONDITIONS, Conditions
from touchpoints.model import Answer, Degree, Response, Room, RunBy

_TEXT = "given_for_data"
_OTHERS: Mapping[str, type[StrEnum]] = {
    "run_by": RunBy,
    "room_to_decide": Room,
    "response": Response,
    **dict.fromkeys(("know_how", "turnover", "standing"), Degree),
}


def read_conditions(source: Source, touchpoints: Collection[str]) -> Iterator[SampleConditions]:
    """What was said of each of them; questions that are left out were not asked."""
    file = source.open("conditions", {"conditions"})
    for entry in file.entries("conditions", {"touchpoint", *CONDITIONS}):
        said: dict[str, Any] = {name: _said(source, entry, name) for name in CONDITIONS if name in entry}
        yield SampleConditions(entry.word("touchpoint", touchpoints), Conditions(**said))


def _said(source: Source, entry: Entry, name: str) -> str:
    if name == _TEXT:
        return source.text(entry, name)
    words = _OTHERS.get(name, Answer)
    return words(entry.word(name, list(words)))
