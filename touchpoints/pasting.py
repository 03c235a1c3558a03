"""Reading a pasted list of touchpoints, one a line or from a spreadsheet, with phases and doubles found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_LINES = 500
LONGEST_NAME = 120
_BULLET = re.compile(r"^\s*(?:[-*•–·]|\d{1,3}[.)])\s+")
# Endings that make a plural in German or English; "close enough" finds doubles to ask about, not to merge.
_PLURALS = ("innen", "en", "er", "es", "n", "e", "s")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})


@dataclass(frozen=True)
class PastedLine:
    """A touchpoint read from a list; `same_as` names one that is there already or stands further up."""

    name: str
    phase: str | None
    same_as: str | None = None
    is_cut: bool = False


def read_pasted(text: str, phases: Sequence[str], existing: Iterable[str] = ()) -> tuple[PastedLine, ...]:
    """The touchpoints of a pasted text, in order; at most MOST_LINES.

    A line may be a name alone, or columns divided by tabs or semicolons of which one is a phase.
    A line that is a phase alone, or ends in a colon, heads the lines below it.
    """
    known = {name_key(name): name for name in existing}
    by_key = {name_key(phase): phase for phase in phases}
    found: list[PastedLine] = []
    heading: str | None = None
    for line in text.splitlines()[: MOST_LINES * 2]:
        cells = [_clean(cell) for cell in re.split(r"[\t;]", line)]
        cells = [cell for cell in cells if cell]
        if not cells:
            continue
        head = _heading(cells, by_key)
        if head is not None:
            heading = head
            continue
        pasted = _read_line(cells, by_key, heading, known)
        known.setdefault(name_key(pasted.name), pasted.name)
        found.append(pasted)
    return tuple(found[:MOST_LINES])


def name_key(name: str) -> str:
    """What two spellings of one name share: no capitals, spaces, signs or plural endings."""
    folded = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    words = re.findall(r"\w+", folded)
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    ending = next((end for end in _PLURALS if word.endswith(end) and len(word) - len(end) >= 4), "")
    return word.removesuffix(ending)


def _clean(cell: str) -> str:
    return " ".join(_BULLET.sub("", cell).split()).strip("\"' ")


def _heading(cells: Sequence[str], phases: Mapping[str, str]) -> str | None:
    """The phase that a line stands for as a heading."""
    if len(cells) != 1:
        return None
    name = cells[0].removesuffix(":").strip()
    if name_key(name) in phases:
        return phases[name_key(name)]
    return name if cells[0].endswith(":") and name else None


def _read_line(
    cells: Sequence[str], phases: Mapping[str, str], heading: str | None, known: Mapping[str, str]
) -> PastedLine:
    phase = next((phases[name_key(cell)] for cell in cells if name_key(cell) in phases), None)
    name = next((cell for cell in cells if phases.get(name_key(cell)) is None or phase is None), cells[0])
    return PastedLine(
        name=name[:LONGEST_NAME].rstrip(),
        phase=phase or heading,
        same_as=known.get(name_key(name)),
        is_cut=len(name) > LONGEST_NAME,
    )
