"""A survey as a German hotel's spreadsheet exports it: semicolons, Windows-1252, decimal comma, odd codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ROWS = 60
RECEPTION, BREAKFAST, GRADE = "Begrüßung am Empfang", "Frühstück", "Note Zimmer"
TOUCHPOINTS = (RECEPTION, BREAKFAST, GRADE)
# Each column repeats its values; lengths differ, so that they meet in all combinations.
_VALUES: Mapping[str, Sequence[str]] = {
    "Gewicht": ("0,85", "1,15", "1"),
    "Geschlecht": ("weiblich", "männlich", "weiblich", "keine Angabe"),
    RECEPTION: ("5", "4", "0", "3", "2", "1", "5", "6"),
    BREAKFAST: ("1", "2", "3", "keine Angabe", "4", "5", "0"),
    GRADE: ("1", "2", "3", "4", "5", "6", "2"),
    "Weiterempfehlung": (*map(str, range(11)), "11"),
    "Gesamtzufriedenheit": ("sehr zufrieden", "zufrieden", "weniger zufrieden", "unzufrieden"),
    "Was möchten Sie uns sagen?": ('"Schön; aber für ein Frühstück ohne Käse zu teuer"', "", ""),
}


def awkward_survey(rows: int = ROWS) -> bytes:
    """The file."""
    lines = [";".join(("Fragebogen-Nr", *_VALUES)), *(_line(row) for row in range(rows))]
    return "\r\n".join([*lines, ""]).encode("cp1252")


def answers_on(column: str, points: Sequence[str], rows: int = ROWS) -> int:
    """How many cells of a column hold one of the points."""
    values = _VALUES[column]
    return sum(values[row % len(values)] in points for row in range(rows))


def _line(row: int) -> str:
    return ";".join((str(1001 + row), *(values[row % len(values)] for values in _VALUES.values())))
