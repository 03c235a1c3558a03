"""Lists the personal links that work, ends one, or makes an administrator's, whose token is shown once."""

from __future__ import annotations

import argparse
from typing import Any
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.access_links import AccessLinkEntry, end_link, list_links
from storage.commands._console import Console, opened
from storage.configuration import Settings
from storage.people import issue_start_link
from touchpoints.messages import message
from touchpoints.model import LinkPurpose

HELP = "list the personal links, end one, or make one for the administrator"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--new", action="store_true", help="make a link for the administrator and print it")
    instead.add_argument("--end", type=UUID, metavar="ID", help="end the link with this id")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print the links, or do one thing about them."""
    with opened(settings) as store:
        if given.new:
            _show_new(f"{settings.address}/enter/{issue_start_link(store)}", given, console)
            return
        if given.end is not None:
            end_link(store, COMMAND_LINE, given.end)
            console.say(
                message("The link has ended. Pages that were opened by it close at their next click.")
            )
            return
        links = list_links(store, COMMAND_LINE)
    if given.json:
        console.show_json([_row(link) for link in links])
        return
    for link in links:
        console.show("\t".join(_line(link)))


def _show_new(address: str, given: argparse.Namespace, console: Console) -> None:
    console.say(message("Keep this link to yourself: it opens everything, for seven days."))
    if given.json:
        console.show_json({"link": address})
    else:
        console.show(address)


def _line(link: AccessLinkEntry) -> list[str]:
    used = link.last_used_on.isoformat() if link.last_used_on else "-"
    role = "administrator" if link.purpose is LinkPurpose.START else str(link.role or "-")
    return [str(link.id), link.name, role, link.project or "-", link.expires_at.date().isoformat(), used]


def _row(link: AccessLinkEntry) -> dict[str, Any]:
    return {
        "id": link.id,
        "name": link.name,
        "mail": link.mail,
        "purpose": link.purpose.value,
        "project": link.project_id,
        "project_name": link.project,
        "role": link.role and link.role.value,
        "created": link.created_at.isoformat(),
        "expires": link.expires_at.isoformat(),
        "last_used": link.last_used_on and link.last_used_on.isoformat(),
    }
