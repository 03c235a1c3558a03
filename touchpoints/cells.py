"""The cells of a text that was copied from a spreadsheet, or typed line by line."""

from __future__ import annotations

import csv

from touchpoints.model import clean_text

_DIVIDERS = ("\t", ";")


def read_cells(text: str) -> list[list[str]]:
    """The rows that hold anything, each with at least one cell."""
    divider = next((sign for sign in _DIVIDERS if sign in text), None)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # A spreadsheet puts quotes around a cell with a line break; a single one is only a character.
    if divider == "\t" and text.count('"') % 2 == 0:
        lines = (f"{line}\n" for line in text.split("\n"))
        rows = list(csv.reader(lines, delimiter=divider))
    else:
        rows = [line.split(divider) if divider else [line] for line in text.split("\n")]
    return [row for row in rows if any(clean_cell(cell) for cell in row)]


def clean_cell(cell: str) -> str:
    """A cell on one line, without characters that nobody sees."""
    return " ".join(clean_text(cell).split())
