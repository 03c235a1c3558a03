"""An attacker who keeps every picture, and adds and subtracts them by brute force."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

# One published figure: what each of the people in it answered.
Row = Mapping[int, Hashable]
# For each answer that somebody gave, the figures that it stands in.
_Trace = frozenset[tuple[bool, ...]]


def fewest_people(rows: Sequence[Row], floor: int) -> int:
    """The size of the smallest group, below the floor, that some linear combination of the figures is about.

    Gives the floor where there is none. A combination is about people to whose answers it gives any weight.
    It can be about none but a few when leaving out all their answers lowers the rank of the figures.
    """
    traces = _traces(rows)
    rank = _rank(traces)
    sizes = [sum(len(traces[one]) for one in few) for few in _few(traces, floor) if _rank(traces, few) < rank]
    return min(sizes, default=floor)


def _traces(rows: Sequence[Row]) -> dict[_Trace, list[int]]:
    """People by what can be told of them: no combination tells those with the same trace apart."""
    found: dict[_Trace, list[int]] = {}
    for person in {person for row in rows for person in row}:
        answers = {row[person] for row in rows if person in row}
        trace = frozenset(tuple(row.get(person) == said for row in rows) for said in answers)
        found.setdefault(trace, []).append(person)
    return found


def _few(traces: Mapping[_Trace, list[int]], floor: int) -> Iterator[tuple[_Trace, ...]]:
    """All groups of fewer people than the floor."""
    small = [trace for trace, people in traces.items() if len(people) < floor]
    for size in range(1, floor):
        for few in combinations(small, size):
            if sum(len(traces[one]) for one in few) < floor:
                yield few


def _rank(traces: Mapping[_Trace, list[int]], without: Sequence[_Trace] = ()) -> int:
    columns = {column for trace in traces if trace not in without for column in trace}
    return int(np.linalg.matrix_rank(np.array(sorted(columns), dtype=float))) if columns else 0
