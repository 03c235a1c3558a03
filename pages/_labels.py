"""Labels of options that can be told apart: Streamlit knows an option again by its label alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

Id = TypeVar("Id")


def told_apart(labels: Mapping[Id, str]) -> dict[Id, str]:
    """The labels, from the second one of the same text on with a number."""
    seen: Counter[str] = Counter()
    apart = {}
    for id_, label in labels.items():
        seen[label] += 1
        apart[id_] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return apart
