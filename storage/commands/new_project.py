"""Makes a project, blank, from a template, or as the sample."""

from __future__ import annotations

import argparse

from storage.access import COMMAND_LINE
from storage.checking import checked
from storage.commands._console import Console, opened
from storage.configuration import Settings
from storage.project_content import BLANK
from storage.projects import SAMPLE, new_project
from storage.wording import languages
from touchpoints.model import ProjectInput

HELP = "make a project and print its id"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--name", required=True, help="the project's name")
    parser.add_argument("--language", required=True, choices=languages())
    content = parser.add_mutually_exclusive_group()
    content.add_argument("--template", default=BLANK, help="id of a template, such as retail")
    content.add_argument("--sample", action="store_true", help="the sample airport with real ratings")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Make the project; its id is all that stdout gets."""
    named = {"name": given.name, "language": given.language, "time_zone": settings.time_zone}
    values = checked(ProjectInput, named)
    with opened(settings) as store:
        template = SAMPLE if given.sample else given.template
        console.show(str(new_project(store, COMMAND_LINE, values, template)))
