"""Which touchpoints to begin with: a few from every phase, as long as nobody has chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

USUAL = 10

Touchpoint = TypeVar("Touchpoint")


def propose(phases: Iterable[Iterable[Touchpoint]], count: int = USUAL) -> list[Touchpoint]:
    """So many touchpoints in the order of the journey, dealt evenly over the phases that have some."""
    journey = [list(phase) for phase in phases]
    shares = _shares([len(phase) for phase in journey], count)
    return [one for phase, share in zip(journey, shares, strict=True) for one in _spaced(phase, share)]


def _shares(sizes: list[int], count: int) -> list[int]:
    """One for each phase in turn, until all are dealt or every phase is empty."""
    shares = [0] * len(sizes)
    left = min(count, sum(sizes))
    while left:
        for place, size in enumerate(sizes):
            if left and shares[place] < size:
                shares[place] += 1
                left -= 1
    return shares


def _spaced(phase: list[Touchpoint], share: int) -> list[Touchpoint]:
    """So many of a phase, from its beginning to its end in even steps."""
    return [phase[place * len(phase) // share] for place in range(share)]
