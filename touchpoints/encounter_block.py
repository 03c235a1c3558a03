"""Reading how often customers meet touchpoints from what was typed or copied from a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from touchpoints.cells import clean_cell, read_cells
from touchpoints.messages import Message, message
from touchpoints.name_keys import name_key
from touchpoints.survey.cells import read_number

# A cell that says only that they meet; and one that says nothing, which a spreadsheet's blank cells do, too.
_MEET = frozenset({"x", "✓", "✔", "•", "ja", "yes"})
_NOTHING = frozenset({"", "-", "–", "—"})
TOO_OFTEN = 100_000_000
Place = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """What one cell says: how often (0: never), or only that they meet (None)."""

    frequency: float | None


@dataclass(frozen=True)
class Block:
    """What was read, by row and column of the matrix; nothing is stored while there are faults."""

    cells: Mapping[Place, Told]
    faults: tuple[Message, ...] = ()


def read_told(text: str, decimal: str) -> Told | None:
    """What a cell says, None where it says nothing that can be read; `decimal` is the language's mark."""
    cleaned = clean_cell(text)
    if cleaned.casefold() in _MEET:
        return Told(None)
    number = read_number(cleaned.rstrip("×x "), decimal)
    return Told(number) if number is not None and 0 <= number < TOO_OFTEN else None


def read_block(
    text: str, rows: Sequence[str], columns: Sequence[str], decimal: str, start: Place = (0, 0)
) -> Block:
    """The cells of a block: by the names at its edges where it has them, else from `start` on.

    A block whose names stand the other way round is turned. Cells that are empty change nothing.
    """
    pasted = [[clean_cell(cell) for cell in line] for line in read_cells(text)]
    places = _named(pasted, rows, columns) or _named(_turned(pasted), rows, columns)
    if places is None:
        places = {
            (start[0] + down, start[1] + across): cell
            for down, line in enumerate(pasted)
            for across, cell in enumerate(line)
        }
    return _read(places, (len(rows), len(columns)), decimal)


def _read(places: Mapping[Place, str], size: Place, decimal: str) -> Block:
    cells: dict[Place, Told] = {}
    faults: list[Message] = []
    for place, cell in places.items():
        told = read_told(cell, decimal)
        if cell in _NOTHING:
            continue
        if place[0] >= size[0] or place[1] >= size[1]:
            return Block({}, (message("The block reaches beyond the matrix."),))
        if told is None:
            faults.append(message("“{cell}” is no number.", cell=cell))
        else:
            cells[place] = told
    return Block({} if faults else cells, tuple(faults))


def _named(
    pasted: Sequence[Sequence[str]], rows: Sequence[str], columns: Sequence[str]
) -> dict[Place, str] | None:
    """The cells by the names above and before them; None where the block has no such names."""
    across = _found(pasted[0][1:], columns) if pasted else {}
    down = _found([line[0] for line in pasted[1:]], rows)
    if not across or not down:
        return None
    return {
        (row, column): pasted[below + 1][beside + 1]
        for below, row in down.items()
        for beside, column in across.items()
        if beside + 1 < len(pasted[below + 1])
    }


def _found(heads: Sequence[str], names: Sequence[str]) -> dict[int, int]:
    """Which head means which name, by their places; what is not known is left out."""
    places = {name_key(name): place for place, name in enumerate(names)}
    return {i: places[name_key(head)] for i, head in enumerate(heads) if name_key(head) in places}


def _turned(pasted: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, pasted), default=0)
    return [[line[i] if i < len(line) else "" for line in pasted] for i in range(width)]
