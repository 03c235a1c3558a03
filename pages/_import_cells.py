"""What stands in one cell of the tables of columns, and what an edited cell says."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from pages._import_draft import Draft, Entry, change_role
from touchpoints.survey.rules import Role

_ENDS = re.compile(r"\s*(-?\d+)\s*(?:[-\u2013:]|to|bis)\s*(-?\d+)\s*")
# What may be typed; the browser checks it with a pattern of its own language.
FIELDS: Mapping[str, str] = {"scale": r"^\s*-?\d+\s*[-\u2013:]\s*-?\d+\s*$"}


def cell_of(entry: Entry, name: str, known: Collection[str]) -> object:
    """The value that a cell shows; a touchpoint has two columns, by whether the journey has it."""
    is_known = entry.name in known
    cells: Mapping[str, object] = {
        "column": entry.source,
        "role": entry.role.value,
        "known": entry.name if is_known else None,
        "name": "" if is_known and entry.role is Role.TOUCHPOINT else entry.name,
        "phase": entry.phase,
        "scale": f"{entry.scale[0]}–{entry.scale[1]}" if entry.scale else "",
        "best": best_end(entry),
        "missing": list(entry.missing),
    }
    return cells[name]


def put_cell(draft: Draft, entry: Entry, name: str, value: object) -> None:
    """Take over an edited cell; doing it again changes nothing."""
    if name == "role" and value != entry.role.value:
        change_role(draft, entry, Role(str(value)))
    elif name in ("known", "name") and value:
        entry.name = str(value)
    elif name == "name" and entry.role is not Role.TOUCHPOINT:
        entry.name = ""
    elif name == "phase":
        entry.phase = str(value or "")
    elif name == "scale":
        put_scale(entry, str(value or ""))
    elif name == "best" and entry.scale is not None:
        entry.best = None if value is None else entry.scale[value == "high"]
    elif name == "missing" and isinstance(value, list):
        entry.missing = tuple(str(code) for code in value)


def best_end(entry: Entry) -> str | None:
    """Which end is best, in a word; None while nobody has said so."""
    if entry.scale is None or entry.best is None:
        return None
    return "low" if entry.best == entry.scale[0] else "high"


def put_scale(entry: Entry, text: str) -> None:
    """The scale as it was typed; the better end stays the same one."""
    end, found = best_end(entry), _ENDS.fullmatch(text)
    entry.scale = (int(found[1]), int(found[2])) if found else None
    entry.best = None if end is None or entry.scale is None else entry.scale[end == "high"]
