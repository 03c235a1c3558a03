"""What the product asks of a survey file; the file itself is only ever read in a child process."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.survey_files.errors import FileEmpty, FileMissing, FileOverLimit, FileUnreadable
from storage.survey_files.limits import seconds_for
from storage.survey_files.options import MAX_FILE_BYTES, MEGABYTE
from storage.survey_files.process import Progress, ask_child
from storage.survey_files.results import FileDescription, FilePreview, FileTraits
from storage.survey_files.signatures import ZIP

if TYPE_CHECKING:
    from touchpoints.survey.result import SurveyResult


def describe(
    path: Path, options: Mapping[str, object] | None = None, progress: Progress | None = None
) -> FileDescription:
    """How a file is written and what stands in each of its columns; raises a SurveyFileError.

    `options` may hold `encoding`, `delimiter` and `sheet`, which are else found out.
    """
    answer = _ask("describe", path, {"options": dict(options or {})}, progress)
    from touchpoints.survey.profile import ColumnProfile  # noqa: PLC0415 - pandas, needed only where files are read

    profiles = tuple(ColumnProfile.from_dict(each) for each in answer["profiles"])
    return FileDescription(
        FileTraits.from_dict(answer["traits"]), answer["rows"], answer["first_row"], profiles
    )


def preview(path: Path, options: Mapping[str, object] | None = None) -> FilePreview:
    """The first twenty rows of a file; raises a SurveyFileError."""
    answer = _ask("preview", path, {"options": dict(options or {})}, None)
    return FilePreview(
        FileTraits.from_dict(answer["traits"]),
        answer["first_row"],
        tuple(answer["columns"]),
        tuple(map(tuple, answer["rows"])),
    )


def count(
    path: Path,
    mapping: Mapping[str, Any],
    options: Mapping[str, object] | None = None,
    progress: Progress | None = None,
) -> SurveyResult:
    """The counted answers of a file as a parsed MAP.toml reads them.

    `options` go before what the mapping itself says of the file. Raises a SurveyFileError, or the errors of
    touchpoints.survey where the mapping contradicts itself or the file.
    """
    answer = _ask("count", path, {"options": dict(options or {}), "mapping": dict(mapping)}, progress)
    from touchpoints.survey.result import SurveyResult  # noqa: PLC0415 - see describe

    return SurveyResult.from_dict(answer)


def _ask(task: str, path: Path, more: Mapping[str, Any], progress: Progress | None) -> dict[str, Any]:
    seconds = seconds_for(_checked_size(path), is_packed=_is_archive(path))
    request = {"task": task, "path": str(path.resolve()), **more}
    return ask_child(request, seconds, progress)


def _checked_size(path: Path) -> int:
    """The size in bytes of a file that is worth starting a child for."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError: a name with a NUL in it
        raise FileMissing(name=path.name) from None
    if not stat.S_ISREG(found.st_mode):
        raise FileMissing(name=path.name)
    if not os.access(path, os.R_OK):
        raise FileUnreadable(name=path.name)
    if found.st_size == 0:
        raise FileEmpty
    if found.st_size > MAX_FILE_BYTES:
        size, limit = found.st_size // MEGABYTE, MAX_FILE_BYTES // MEGABYTE
        raise FileOverLimit(size=size, limit=limit)
    return found.st_size


def _is_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP
