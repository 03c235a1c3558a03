"""Reading a pasted list of touchpoints, one a line or from a spreadsheet, with phases and doubles found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import zip_longest

from touchpoints.cells import clean_cell, read_cells
from touchpoints.name_keys import name_key

MOST_LINES = 500
LONGEST_NAME, LONGEST_PHASE, LONGEST_NOTE = 120, 80, 2000
# A sentence is no name of a phase, unless the head of its column says so.
_LONGEST_GUESSED = 40
# One letter in five may be wrong: "Decide and bye" is found, "Reform" is not taken for "Inform".
_ALIKE = 0.8
_BULLET = re.compile(r"^(?:[-*•–·◦▪]|\d{1,3}[.)])(?:\s+|$)")
# Headings of columns, as their keys, in German and English.
_HEADS = {
    "phase": ("Phase", "Phasen", "Customer journey phase", "Stage", "Abschnitt"),
    "name": ("Touchpoint", "Kontaktpunkt", "Kundenkontaktpunkt", "Name", "Bezeichnung"),
    "note": (
        "Note",
        "Notiz",
        "Bemerkung",
        "Anmerkung",
        "Kommentar",
        "Comment",
        "Beschreibung",
        "Description",
    ),
}
_HEAD_KEYS = {name_key(word): meaning for meaning, words in _HEADS.items() for word in words}


@dataclass(frozen=True)
class PastedLine:
    """A touchpoint read from a list; `same_as` names one that is there already or stands further up.

    `phase` is None where the list names none; `is_new_phase` says that the project has none of that name.
    """

    name: str
    phase: str | None = None
    note: str = ""
    same_as: str | None = None
    is_new_phase: bool = False
    is_cut: bool = False


@dataclass(frozen=True)
class _Columns:
    """Which column holds what; None where the list has none of it. `is_told`: their heads say so."""

    name: int | None = None
    phase: int | None = None
    note: int | None = None
    is_told: bool = False


def read_pasted(text: str, phases: Sequence[str], existing: Iterable[str] = ()) -> tuple[PastedLine, ...]:
    """The touchpoints of a pasted text, in order; at most MOST_LINES.

    A line may be a name alone, or columns divided by tabs or semicolons; of these the phase is found by the
    head of its column, else by what the project's phases are called, else by names that come again and again.
    A line that is a phase alone, or ends in a colon, heads the lines below it. What is too long to be a
    phase's name is none, unless the head of its column says so: it is kept as the note.
    """
    rows = [[_plain(cell) for cell in row] for row in read_cells(text)[: MOST_LINES * 2]]
    known_phases = {name_key(phase): phase for phase in phases}
    known = {name_key(name): name for name in existing}
    columns, rows = _columns(rows, known_phases)
    found: list[PastedLine] = []
    heading: str | None = None
    for row, following in zip_longest(rows, rows[1:], fillvalue=()):
        head = _heading(row, following, known_phases)
        if head is not None:
            heading = head
        elif any(row):  # a bullet alone is nothing
            found.append(_line(row, columns, heading, known_phases, known))
    return tuple(found[:MOST_LINES])


def _plain(cell: str) -> str:
    """A cell without the bullet or number of a list."""
    return _BULLET.sub("", clean_cell(cell)).strip("\"' ")


def _columns(rows: list[list[str]], phases: Mapping[str, str]) -> tuple[_Columns, list[list[str]]]:
    """Which column is what, and the rows without the one that says so."""
    heads = [_HEAD_KEYS.get(name_key(cell)) for cell in rows[0]] if rows else []
    if "name" in heads:
        places = {meaning: heads.index(meaning) for meaning in _HEADS if meaning in heads}
        return _Columns(**places, is_told=True), rows[1:]
    several = [row for row in rows if sum(map(bool, row)) > 1]
    phase = _phase_column(several, phases)
    name = _name_column(several, phase)
    return _Columns(name, phase, _note_column(several, {phase, name})), rows


def _phase_column(rows: Sequence[Sequence[str]], phases: Mapping[str, str]) -> int | None:
    """The column in which most cells are phases; else the first, where names come again or of three."""
    hits = Counter(i for row in rows for i, cell in enumerate(row) if cell and _known_phase(cell, phases))
    if hits:
        return hits.most_common(1)[0][0]
    firsts = [row[0] for row in rows if row[0]]
    if any(len(first) > _LONGEST_GUESSED for first in firsts):
        return None
    comes_again = len(firsts) > 1 and len(set(firsts)) * 2 <= len(firsts)
    is_of_three = bool(rows) and all(sum(map(bool, row)) >= len(_HEADS) for row in rows)
    return 0 if comes_again or is_of_three else None


def _name_column(rows: Sequence[Sequence[str]], phase: int | None) -> int | None:
    """The first column that is filled in most rows and is not the phase."""
    filled = Counter(i for row in rows for i, cell in enumerate(row) if cell and i != phase)
    return min((i for i, count in filled.items() if count * 2 > len(rows)), default=None)


def _note_column(rows: Sequence[Sequence[str]], taken: set[int | None]) -> int | None:
    """The first column left."""
    return min((i for row in rows for i, cell in enumerate(row) if cell and i not in taken), default=None)


def _heading(row: Sequence[str], following: Sequence[str], phases: Mapping[str, str]) -> str | None:
    """The phase that a line stands for as a heading; one with nothing below it would be lost."""
    cells = [cell for cell in row if cell]
    if len(cells) != 1:
        return None
    name = cells[0].removesuffix(":").strip()
    known = phases.get(name_key(name))
    is_short = len(name) <= _LONGEST_GUESSED
    heads_something = (
        cells[0].endswith(":") and is_short and any(following) and not following[0].endswith(":")
    )
    return known or (name[:LONGEST_PHASE] if name and heads_something else None)


def _line(
    row: Sequence[str],
    columns: _Columns,
    heading: str | None,
    phases: Mapping[str, str],
    known: dict[str, str],
) -> PastedLine:
    """One touchpoint; a line shorter than the others is a name alone, whichever column it stands in."""
    name = _cell(row, columns.name)
    told, note = _cell(row, columns.phase) if name else "", _cell(row, columns.note)
    name = name or next(cell for cell in row if cell)
    known_phase = _known_phase(told, phases)
    if not known_phase and len(told) > _LONGEST_GUESSED and not columns.is_told:
        told, note = "", ": ".join(filter(None, (told, note)))
    phase = known_phase or told[:LONGEST_PHASE] or heading
    key = name_key(name)
    same_as = known.get(key)
    known.setdefault(key, name[:LONGEST_NAME])
    return PastedLine(
        name=name[:LONGEST_NAME].rstrip(),
        phase=phase,
        note=note[:LONGEST_NOTE],
        same_as=same_as,
        is_new_phase=phase is not None and name_key(phase) not in phases,
        is_cut=len(name) > LONGEST_NAME,
    )


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _known_phase(cell: str, phases: Mapping[str, str]) -> str | None:
    """The project's phase that a cell means, misspelt or not."""
    key = name_key(cell)
    if not key:
        return None
    alike = [key] if key in phases else get_close_matches(key, phases, 1, _ALIKE)
    return phases[alike[0]] if alike else None
