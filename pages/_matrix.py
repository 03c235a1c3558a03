"""A grid of cells that are painted, typed into and pasted into; it keeps nothing and tells what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pages._acts import keep_acts, last_taken, take_act
from pages._component import component
from touchpoints.messages import Wording


class Cell(NamedTuple):
    """What a cell shows, "" for an empty one, the small line below it, and all that is known as read aloud.

    `detail` is what the cell does not show and a brush may paint.
    """

    amount: str
    note: str
    spoken: str
    detail: str = ""


class Brush(NamedTuple):
    """What a painted cell will show, the small line below it, and what it will know beside them."""

    amount: str
    note: str
    detail: str = ""


@dataclass(frozen=True)
class Head:
    """A row or a column."""

    id: str
    title: str


@dataclass(frozen=True)
class CellAct:
    """What was done with cells, each a row's and a column's id; `text` is what was typed or pasted."""

    id: str
    kind: Literal["painted", "emptied", "typed", "pasted"]
    cells: tuple[tuple[str, str], ...]
    text: str = ""


_FILES = Path(__file__).with_name("_components") / "matrix"
_matrix = component(
    "matrix",
    '<div class="matrix"></div>',
    style=(_FILES / "matrix.css").read_text(encoding="utf-8"),
    script=(_FILES / "matrix.js").read_text(encoding="utf-8"),
)


def show_matrix(
    rows: Sequence[Head],
    columns: Sequence[Head],
    cells: Sequence[Sequence[Cell]],
    brush: Brush,
    key: str,
    wording: Wording,
) -> None:
    """Show the cells, row by row; ask `taken_cell_act(key)` for what was done before reading them."""
    _matrix(
        key=key,
        on_acts_change=partial(keep_acts, key),
        # In a list, since Streamlit looks whether each value of a dictionary is a table.
        data=[
            {
                "rows": [row.title for row in rows],
                "rowIds": [row.id for row in rows],
                "columns": [column.title for column in columns],
                "columnIds": [column.id for column in columns],
                "cells": cells,
                "brush": {"amount": brush.amount, "occasion": brush.note, "detail": brush.detail},
                "words": _words(wording),
                "taken": last_taken(key),
            }
        ],
    )


def taken_cell_act(key: str) -> CellAct | None:
    """What was done in the grid since it was last asked; each act comes once."""
    while (act := take_act(key)) is not None:
        if (read := _read(act)) is not None:
            return read
    return None


def _read(act: dict[str, Any]) -> CellAct | None:
    """What a browser sent, or None where it is not what our own script sends."""
    match act:
        case {"id": str(id_), "kind": ("painted" | "emptied") as kind, "cells": list(sent)}:
            text = ""
        case {"id": str(id_), "kind": ("typed" | "pasted") as kind, "cells": list(sent), "text": str(text)}:
            pass
        case _:
            return None
    cells = tuple(_pairs(sent))
    return CellAct(id_, kind, cells, text) if cells and len(cells) == len(sent) else None


def _pairs(sent: list[Any]) -> list[tuple[str, str]]:
    return [(cell[0], cell[1]) for cell in sent if _is_pair(cell)]


def _is_pair(cell: object) -> bool:
    return isinstance(cell, list) and len(cell) == 2 and all(isinstance(id_, str) for id_ in cell)


def _words(wording: Wording) -> dict[str, str]:
    """All that the script says; a {value} in braces is filled in by the browser."""
    say, count = wording.say, "{count}"
    return {
        "grid": say("Encounters by touchpoint and customer segment"),
        "corner": say("Touchpoint"),
        "keys": say(
            "Arrow keys go from cell to cell. Space paints, a digit or Enter begins to type, "
            "Delete empties the cell, Control and V pastes cells of a spreadsheet."
        ),
        "painted": say("{count} painted", count=count),
        "emptied": say("{count} emptied", count=count),
    }
