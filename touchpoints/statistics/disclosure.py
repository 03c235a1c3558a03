"""How few people a table gives away by subtraction, asked as a flow through its hidden cells.

A table of additive figures with its margins is a graph: rows and columns are nodes, a hidden cell is an
edge between its row and its column. What can be computed from the shown cells is exactly a cut of that
graph, and a group of people a cut crossed from rows to columns only (Gusfield 1988, A graph theoretic
approach to statistical data security). So the smallest group that holds a given cell and can be computed
is as large as the largest flow from the cell's row to its column: a cell carries its people from row to
column and any number back, a hidden margin any number both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf

Cell = tuple[str, str]
Price = tuple[int, int]
Way = tuple[Cell, ...]

# The overall row of a wave and the pooled column of a value: neither has a name that a user could give.
OVERALL = ""
POOLED = ""
FREE: Price = (0, 0)

_ROW, _COLUMN = 0, 1
_Node = tuple[int, str]
# A cell, and whether it is gone through from its row to its column.
_Step = tuple[Cell, bool]


@dataclass(frozen=True)
class Table:
    """People per cell (row, column), margins among them; cells of nobody are left out."""

    people: Mapping[Cell, int]
    _at: dict[_Node, list[Cell]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for cell in sorted(self.people):
            for node in _ends(cell):
                self._at.setdefault(node, []).append(cell)

    def at(self, node: _Node) -> list[Cell]:
        """The cells of a row or a column."""
        return self._at[node]

    def only(self, cells: AbstractSet[Cell]) -> Table:
        """The part of the table that these cells make."""
        return Table({cell: self.people[cell] for cell in cells})

    def room(self, cell: Cell) -> float:
        """How many people a flow may carry from the cell's row to its column."""
        return inf if is_margin(cell) else self.people[cell]


def is_margin(cell: Cell) -> bool:
    """Whether the cell is the sum of a row, of a column, or of all."""
    return cell[0] == OVERALL or cell[1] == POOLED


def flow(
    table: Table, cell: Cell, enough: int, price: Callable[[Cell], Price] = lambda _: FREE
) -> Iterator[tuple[Way, float]]:
    """Ways from the cell's row to its column, the cheapest first, each with the people it carries.

    Stops once `enough` are carried, or with the last way. `price` is asked anew for each way, so what one
    way has paid for may be free for the next.
    """
    source, target = _ends(cell)
    used: dict[Cell, float] = {}
    carried = 0.0
    while carried < enough:
        way = _cheapest_way(table, source, target, used, price)
        if way is None:
            return
        steps = list(_steps(way, source))
        amount = min((_room(table, used, step) for step in steps), default=inf)
        for through, is_forward in steps:
            used[through] = used.get(through, 0) + (amount if is_forward else -amount)
        carried += amount
        yield way, amount


def _cheapest_way(
    table: Table,
    source: _Node,
    target: _Node,
    used: Mapping[Cell, float],
    price: Callable[[Cell], Price],
) -> Way | None:
    """Dijkstra's shortest path; ties go to the shorter way, then to the first by name."""
    heap: list[tuple[Price, int, Way, _Node]] = [(FREE, 0, (), source)]
    seen: set[_Node] = set()
    while heap:
        cost, length, way, node = heappop(heap)
        if node == target:
            return way
        if node in seen:
            continue
        seen.add(node)
        for cell in table.at(node):
            end = _other_end(cell, node)
            if end not in seen and _room(table, used, (cell, node[0] == _ROW)) > 0:
                heappush(heap, (_sum(cost, price(cell)), length + 1, (*way, cell), end))
    return None


def _room(table: Table, used: Mapping[Cell, float], step: _Step) -> float:
    cell, is_forward = step
    return table.room(cell) - used.get(cell, 0) if is_forward else inf


def _steps(way: Way, node: _Node) -> Iterator[_Step]:
    """The cells of a way with their directions, from its first node on."""
    for cell in way:
        yield cell, node[0] == _ROW
        node = _other_end(cell, node)


def _ends(cell: Cell) -> tuple[_Node, _Node]:
    return (_ROW, cell[0]), (_COLUMN, cell[1])


def _other_end(cell: Cell, node: _Node) -> _Node:
    row, column = _ends(cell)
    return column if node == row else row


def _sum(one: Price, other: Price) -> Price:
    return one[0] + other[0], one[1] + other[1]
