"""Checks the database, its references and its newest copy."""

from __future__ import annotations

import argparse

from storage.access import COMMAND_LINE
from storage.commands._console import Console, opened
from storage.configuration import Settings
from storage.soundness import NotSound, check_soundness, said_newest
from touchpoints.messages import message

HELP = "check the database, its references and its newest copy"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print what was found; raises NotSound where something has to be done."""
    with opened(settings) as store:
        found = check_soundness(store, COMMAND_LINE)
    newest = found.newest
    if given.json:
        about = newest and {
            "file": str(newest.path),
            "made": newest.made_at.isoformat(),
            "readable": found.fault_of_newest is None,
        }
        health = {name: value for name, value in found.health.items() if name != "status"}
        console.show_json({"sound": found.is_sound, **health, "faults": found.faults, "newest_copy": about})
    else:
        for fault in found.faults:
            console.show(fault)
        if not found.faults:
            console.show(message("The database is sound."))
        console.show(said_newest(found))
    if not found.is_sound:
        raise NotSound(count=len(found.faults) + (found.fault_of_newest is not None))
