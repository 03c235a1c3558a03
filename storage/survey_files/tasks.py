"""What the child does with a file: describe it, show its first rows, or count its answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from secrets import randbits
from typing import TYPE_CHECKING, Any

from storage.survey_files.options import ReadOptions
from storage.survey_files.reading import read_frame
from touchpoints.survey.count import count as count_answers
from touchpoints.survey.mapping import parse_mapping
from touchpoints.survey.profile import profile

if TYPE_CHECKING:
    import pandas as pd

Progress = Callable[[float], None]

PREVIEW_ROWS = 20
_FRACTION = re.compile(r"[+-]?\d+([.,])\d+")


def describe(request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """The traits of the file and the profile of each column."""
    frame = read_frame(Path(request["path"]), ReadOptions.of(request["options"]), progress=progress)
    profiles = [each.to_dict() for each in profile(frame)]
    return {
        "traits": _traits(frame),
        "rows": len(frame),
        "first_row": frame.attrs["first_row"],
        "profiles": profiles,
    }


def preview(request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """The traits of the file and its first rows."""
    options = ReadOptions.of(request["options"], rows=PREVIEW_ROWS)
    frame = read_frame(Path(request["path"]), options, progress=progress)
    rows = frame.astype(object).to_numpy().tolist()
    return {
        "traits": _traits(frame),
        "first_row": frame.attrs["first_row"],
        "columns": list(frame.columns),
        "rows": rows,
    }


def count(request: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """The counted answers; only the columns that the mapping names are read."""
    mapping = parse_mapping(request["mapping"])
    options = ReadOptions.of({**request["mapping"], **request["options"]})
    frame = read_frame(Path(request["path"]), options, mapping.columns, progress)
    # A seed that nobody knows: comments cannot be put back into the order of the file.
    return count_answers(frame, mapping, seed=randbits(64)).to_dict()


TASKS: Mapping[str, Callable[[Mapping[str, Any], Progress], dict[str, Any]]] = {
    "describe": describe,
    "preview": preview,
    "count": count,
}


def _traits(frame: pd.DataFrame) -> dict[str, Any]:
    found = frame.attrs
    return {
        "format": found["format"],
        "encoding": found.get("encoding"),
        "delimiter": found.get("delimiter"),
        "decimal": find_decimal(frame),
        "sheets": found.get("sheets", []),
        "sheet": found.get("sheet"),
    }


def find_decimal(frame: pd.DataFrame) -> str | None:
    """The decimal mark of the fractions in a frame; None where there are none, or where both marks occur."""
    texts = (text for name in frame.columns for text in frame[name].cat.categories)
    marks = {found[1] for found in map(_FRACTION.fullmatch, texts) if found}
    return marks.pop() if len(marks) == 1 else None
