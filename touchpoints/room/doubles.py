"""Cards that seem to say the same: found by what their spellings share, and never merged unasked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from touchpoints.name_keys import name_key

Id = TypeVar("Id")


def likely_doubles(texts: Iterable[tuple[Id, str, str]]) -> tuple[tuple[Id, ...], ...]:
    """Groups of two and more, in the order of their first one; each card is an id, its kind and its text."""
    groups: dict[tuple[str, str], list[Id]] = defaultdict(list)
    for id_, kind, text in texts:
        groups[kind, name_key(text)].append(id_)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
