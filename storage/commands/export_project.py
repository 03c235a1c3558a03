"""Saves a project as one file, however large it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened, project_named
from storage.configuration import Settings
from storage.own_files import written_whole
from storage.project_export import export_project
from touchpoints.messages import message

HELP = "save a project as one file, for another installation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--project", required=True, metavar="ID", help="the project's id or exact name")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write, NAME.touchpoints")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Write the file beside its place first, so that one with this name is a whole one."""
    with opened(settings) as store:
        project_id = project_named(store, given.project).id
        with written_whole(given.file) as file:
            manifest = export_project(store, COMMAND_LINE, project_id, file)
    if given.json:
        console.show_json({"project": project_id, "file": str(given.file), "rows": manifest.rows})
        return
    console.say(message("Written: {file}.", file=str(given.file)))
