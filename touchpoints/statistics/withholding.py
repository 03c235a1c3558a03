"""Which survey cells are withheld, so that nothing tells, or lets compute, a figure for under five people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from touchpoints.statistics.disclosure import FREE, OVERALL, POOLED, Cell, Price, Table, flow, is_margin

FLOOR = 5

# People who answered but gave no segment: a row that is never shown. No name holds a NUL.
_UNSAID = "\0"


def withheld_cells(
    n: Mapping[Cell, int], floor: int = FLOOR, totals: Mapping[str, int] | None = None
) -> frozenset[Cell]:
    """The cells to withhold among those of one question by one segmentation.

    `n` holds the answers per (segment value, wave), `totals` those of everybody per wave, people who gave no
    segment among them; without `totals` there are none of these. Beside these cells the overall row of each
    wave, (OVERALL, wave), each value pooled over all waves, (value, POOLED), and (OVERALL, POOLED) count as
    published, so they may be among the cells returned. Empty cells are neither shown nor withheld.

    A cell under the floor is withheld, and then whatever it takes that no sums and differences of shown cells
    make a figure for 1 to floor - 1 people: the fewest answers first, an overall row last, ties by name. No
    cell is withheld that could be shown. The result does not depend on the order of the mappings.
    Raises ValueError for a floor below FLOOR.
    """
    if floor < FLOOR:
        raise ValueError(f"The floor may be raised, never lowered: {floor} is below {FLOOR}.")
    # Which overall rows are withheld must not depend on how the people in them are divided just now:
    # two divisions side by side would give away by subtraction what each of them hides.
    overall = withheld_cells({}, floor, totals) if n and totals else frozenset()
    table = _with_margins(n, totals or {})
    too_few = frozenset(cell for cell in table.people if table.people[cell] < floor)
    unsaid = frozenset(cell for cell in table.people if cell[0] == _UNSAID)
    never_shown = too_few | unsaid | (overall & table.people.keys())
    exposed = sorted(
        (cell for cell in too_few if not is_margin(cell)), key=lambda cell: (table.people[cell], cell)
    )
    hidden = _with_cover(table, never_shown, exposed, floor)
    return _without_needless(table, hidden, never_shown, exposed, floor) - unsaid


def _with_margins(n: Mapping[Cell, int], totals: Mapping[str, int]) -> Table:
    people: Counter[Cell] = Counter({cell: answers for cell, answers in n.items() if answers > 0})
    said: Counter[str] = Counter()
    for (_, wave), answers in people.items():
        said[wave] += answers
    for wave, total in totals.items():
        # A customer counted under two values makes their sum exceed the total; then nobody is left over.
        if total > said[wave]:
            people[_UNSAID, wave] = total - said[wave]
    for (value, wave), answers in list(people.items()):
        for margin in ((value, POOLED), (OVERALL, wave), (OVERALL, POOLED)):
            people[margin] += answers
    return Table(people)


def _with_cover(table: Table, hidden: frozenset[Cell], exposed: list[Cell], floor: int) -> frozenset[Cell]:
    """The hidden cells and those needed so that every exposed one is lost among at least `floor` people."""
    covered = set(hidden)

    def loss(cell: Cell) -> Price:
        return FREE if cell in covered else (int(cell[0] == OVERALL), table.people[cell])

    for cell in exposed:
        for way, _ in flow(table, cell, floor, loss):
            covered.update(way)
    return frozenset(covered)


def _without_needless(
    table: Table, hidden: frozenset[Cell], never_shown: frozenset[Cell], exposed: list[Cell], floor: int
) -> frozenset[Cell]:
    """The hidden cells less those that can be shown after all: covering one cell may have covered another."""

    def value_of(cell: Cell) -> tuple[bool, int, Cell]:
        return cell[0] == OVERALL, table.people[cell], cell

    for cell in sorted(hidden - never_shown, key=value_of, reverse=True):
        if _is_covered(table, hidden - {cell}, exposed, floor):
            hidden -= {cell}
    return hidden


def _is_covered(table: Table, hidden: frozenset[Cell], exposed: list[Cell], floor: int) -> bool:
    """Whether no exposed cell belongs to a group under the floor that the shown cells give away."""
    unknown = table.only(hidden)
    return all(sum(carried for _, carried in flow(unknown, cell, floor)) >= floor for cell in exposed)
