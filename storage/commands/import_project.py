"""Opens the file of a project in this installation, however large it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened
from storage.configuration import Settings
from storage.own_files import opened_file
from storage.project_file.manifest import LinkToReissue
from storage.project_import import ProjectIsHere, import_project, look_into
from touchpoints.messages import Message, message

HELP = "open the file of a project and print the project's id"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--copy", metavar="NAME", help="open it as a copy with new ids, under this name")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that export-project has written")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """The id is all that stdout gets; whose links have to be made anew is said beside it."""
    with opened(settings) as store, opened_file(given.file) as file:
        found = look_into(store, COMMAND_LINE, file)
        if found.is_here and given.copy is None:
            raise ProjectIsHere(name=found.name)
        project_id = import_project(store, COMMAND_LINE, file, given.copy, console.progress)
    if given.json:
        console.show_json({"project": project_id, "links": [link.model_dump() for link in found.links]})
        return
    for link in found.links:
        console.say(said_link(link))
    console.show(str(project_id))


def said_link(link: LinkToReissue) -> Message:
    """A way in that did not move along."""
    if link.kind == "voices":
        return message("to be made anew: the address for ideas and warnings")
    if link.kind == "feedback":
        return message("to be made anew: the address of the feedback form {name}", name=link.name)
    if link.kind == "group":
        return message(
            "to be made anew: the role {role} of the group {name}", role=link.role or "", name=link.name
        )
    return message("to be made anew: the link of {name} ({role})", name=link.name, role=link.role or "")
