"""Lists the projects of the installation."""

from __future__ import annotations

import argparse

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened
from storage.configuration import Settings
from storage.projects import list_projects

HELP = "list the projects"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print the projects, newest first."""
    with opened(settings) as store:
        projects = list_projects(store, COMMAND_LINE)
    if given.json:
        console.show_json(
            [
                {
                    "id": project.id,
                    "name": project.name,
                    "language": project.language,
                    "currency": project.currency,
                    "example": project.is_example,
                    "archived": project.archived_at is not None,
                    "created": project.created_at.isoformat(),
                }
                for project in projects
            ]
        )
        return
    for project in projects:
        console.show(f"{project.id}  {project.name}")
