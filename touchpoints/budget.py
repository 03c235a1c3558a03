"""Importance as a budget of points: a fair start, and what a step up or down leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

BUDGET = 100
STEP = 5


def even_shares(ids: Sequence[str], budget: int = BUDGET) -> dict[str, int]:
    """The budget dealt evenly in whole points; what does not divide goes to the first ones."""
    if not ids:
        return {}
    share, rest = divmod(budget, len(ids))
    return {id_: share + (position < rest) for position, id_ in enumerate(ids)}


def left_over(points: Mapping[str, int], budget: int = BUDGET) -> int:
    """How many points nobody has yet."""
    return budget - sum(points.values())


def stepped(points: Mapping[str, int], id_: str, step: int, budget: int = BUDGET) -> dict[str, int]:
    """The points after one step up or down, never below zero and never over the budget."""
    now = points.get(id_, 0)
    allowed = min(now + step, now + max(left_over(points, budget), 0)) if step > 0 else max(now + step, 0)
    return {**points, id_: allowed}
