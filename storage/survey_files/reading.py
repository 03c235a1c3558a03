"""One file to one frame: the format is chosen by what the file holds, never by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from storage.survey_files import formats
from storage.survey_files.errors import FileOfOtherKind, HeaderOnly
from storage.survey_files.options import ReadOptions
from storage.survey_files.signatures import kind_of, unknown_kind
from touchpoints.discovery import by_id, discover

if TYPE_CHECKING:
    import pandas as pd

_HEAD = 4096


@cache
def known_formats() -> dict[str, ModuleType]:
    """The formats by id, in the order in which they are asked whether a file is theirs."""
    return by_id((module.id, module) for module in discover(formats))


def read_frame(
    path: Path,
    options: ReadOptions,
    columns: Collection[str] | None = None,
    progress: Callable[[float], None] = lambda _share: None,
) -> pd.DataFrame:
    """The table of a file, as storage.survey_files.formats describes it; raises a SurveyFileError."""
    chosen = _format_of(path)
    frame = chosen.read(path, options, columns, progress)
    frame.attrs["format"] = chosen.id
    if not len(frame):
        raise HeaderOnly
    return frame  # type: ignore[no-any-return] # modules have no types


def _format_of(path: Path) -> ModuleType:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for module in known_formats().values():
        if module.sniff(head):
            return module
    raise FileOfOtherKind(kind=kind_of(head) or unknown_kind())
