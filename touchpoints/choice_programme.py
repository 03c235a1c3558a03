"""Solves the rules of a choice by an integer programme, exactly unless the time runs out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from touchpoints.constraint import Constraint

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TIME_LIMIT = 5.0  # seconds
_INFEASIBLE = 2  # as scipy counts
# Nothing was found that the bound could be compared with.
_UNKNOWN_GAP = 1.0


@dataclass(frozen=True)
class Programme:
    """Which indices to choose so that the sum of their values is greatest; numbers alone, without names.

    `time_limit` is in seconds; what is best so far counts when they are over.
    """

    values: Sequence[float]
    constraints: Sequence[Constraint]
    must_haves: Collection[int]
    time_limit: float = TIME_LIMIT


@dataclass(frozen=True)
class Solution:
    """What was found: the chosen indices, whether it is proved to be the best, and the gap if it is not."""

    chosen: frozenset[int]
    is_proved: bool
    relative_gap: float


# None where nothing keeps all constraints.
Solver = Callable[[Programme], Solution | None]


def solve(programme: Programme) -> Solution | None:
    """The choice with the greatest sum of values; None where nothing keeps all constraints."""
    import numpy as np  # noqa: PLC0415 - only who asks for a choice waits for it
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as above

    size, constraints = len(programme.values), programme.constraints
    if not size:
        return Solution(frozenset(), is_proved=True, relative_gap=0.0)
    at_least = np.zeros(size)
    at_least[list(programme.must_haves)] = 1
    result = milp(
        -np.asarray(programme.values),
        integrality=np.ones(size),
        bounds=Bounds(at_least, 1),
        constraints=LinearConstraint(_matrix(constraints, size), ub=[c.at_most for c in constraints]),
        options={"mip_rel_gap": 0, "time_limit": programme.time_limit},
    )
    return _solution(result, programme)


def _matrix(constraints: Sequence[Constraint], columns: int) -> csr_array:
    from scipy.sparse import csr_array  # noqa: PLC0415 - as above

    entries = [(row, i, w) for row, one in enumerate(constraints) for i, w in one.weights.items() if w]
    rows, indices, weights = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_array((weights, (rows, indices)), shape=(len(constraints), columns), dtype=float)


def _solution(
    result: Any,  # noqa: ANN401 - scipy's own result
    programme: Programme,
) -> Solution | None:
    if result.status == _INFEASIBLE:
        return None
    if result.x is not None:
        chosen = frozenset(i for i, share in enumerate(result.x) if share > 0.5)
        gap = float(result.mip_gap or 0.0)
        return Solution(chosen, result.status == 0, gap if isfinite(gap) else _UNKNOWN_GAP)
    # The time was over before anything was found: what is left are the must-haves, if they keep the rules.
    alone = frozenset(programme.must_haves)
    is_kept = all(one.excess(alone) <= 0 for one in programme.constraints)
    return Solution(alone, is_proved=False, relative_gap=_UNKNOWN_GAP) if is_kept else None
