"""Imports a survey file by a mapping; the check is printed before anything is stored."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened, project_named
from storage.configuration import Settings
from storage.survey_files import count
from storage.surveys import store_survey
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, message, plural
from touchpoints.survey.result import LeftOut, SurveyCheck, SurveyResult

HELP = "import a survey file by a MAP.toml"


class UnreadableMapping(TouchpointsError):
    """The mapping is not there or is no TOML."""

    sentence = N_("The mapping {file} cannot be read: {reason}. Correct the file and run the command again.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--project", required=True, metavar="ID", help="the project's id or exact name")
    parser.add_argument(
        "--mapping", required=True, type=Path, metavar="MAP.toml", help="what the columns mean"
    )
    parser.add_argument("--dry-run", action="store_true", help="check only, store nothing")
    parser.add_argument("--json", action="store_true", help="print the check as JSON")
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV or XLSX")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Count in a child process, print the check, then store everything in one transaction."""
    mapping = read_mapping(given.mapping)
    with opened(settings) as store:
        project = project_named(store, given.project).id
        result = count(given.file, mapping, progress=console.progress)
        if given.json:
            console.show_json(check_as_json(result, is_dry_run=given.dry_run))
        else:
            for line in check_lines(result.check):
                console.show(line)
        if given.dry_run:
            console.say(message("Nothing was stored: this was a check only."))
            return
        store_survey(store, COMMAND_LINE, project, result)
        console.say(message("Stored: {survey}.", survey=result.survey))


def read_mapping(file: Path) -> dict[str, Any]:
    """The TOML of a mapping; raises UnreadableMapping."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise UnreadableMapping(file=str(file), reason=reason) from None


def check_lines(check: SurveyCheck) -> Iterator[Message]:
    """The check in sentences: rows, answers, and what was left out with the first rows of each reason."""
    yield plural("{count} row read", "{count} rows read", check.rows_read)
    yield plural("{count} answer taken", "{count} answers taken", check.answers_taken)
    for line in check.left_out:
        yield message("left out: {line}", line=left_out_line(line))
    if check.ignored:
        yield message("columns ignored: {columns}", columns=", ".join(check.ignored))


def left_out_line(line: LeftOut) -> Message:
    """One column and reason with its count and first row numbers."""
    rows = ", ".join(map(str, line.rows))
    if not rows:
        return message(
            "{column}: {number} {reason}", column=line.column, number=line.count, reason=line.message
        )
    return message(
        "{column}: {number} {reason} (rows {rows} ...)",
        column=line.column,
        number=line.count,
        reason=line.message,
        rows=rows,
    )


def check_as_json(result: SurveyResult, *, is_dry_run: bool) -> dict[str, Any]:
    """The check as others' scripts read it."""
    check = result.check
    return {
        "survey": result.survey,
        "dry_run": is_dry_run,
        "rows_read": check.rows_read,
        "answers_taken": check.answers_taken,
        "left_out": [
            {
                "column": line.column,
                "reason": line.reason.value,
                "count": line.count,
                "first_rows": list(line.rows),
                "examples": list(line.examples),
            }
            for line in check.left_out
        ],
        "ignored": list(check.ignored),
        "touchpoints": list(check.touchpoints),
        "waves": [
            {"wave": wave.name, "rows": wave.rows, "weighted": wave.is_weighted} for wave in check.waves
        ],
        "segmentations": {found.name: dict(found.segments) for found in check.segmentations},
    }
