"""Labels of options that can be told apart: Streamlit knows an option again by its label alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import count
from typing import TypeVar

Id = TypeVar("Id")


def told_apart(labels: Mapping[Id, str]) -> dict[Id, str]:
    """The labels, from the second one of the same text on with a number that no other label has."""
    apart: dict[Id, str] = {}
    taken = set(labels.values())
    seen: set[str] = set()
    for id_, label in labels.items():
        apart[id_] = _numbered(label, taken) if label in seen else label
        seen.add(label)
        taken.add(apart[id_])
    return apart


def _numbered(label: str, taken: Collection[str]) -> str:
    """The label with the first number that makes it another one."""
    return next(numbered for number in count(2) if (numbered := f"{label} ({number})") not in taken)
