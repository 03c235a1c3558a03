"""Makes a copy of the whole installation while everybody works."""

from __future__ import annotations

import argparse
from pathlib import Path

from storage.access import COMMAND_LINE
from storage.backup import make_backup
from storage.commands._console import Console, opened
from storage.configuration import Settings
from touchpoints.messages import message

HELP = "copy the whole installation into a file, while everybody works"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--portable", action="store_true", help="a copy that SQLite and PostgreSQL take in")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """The copy has its name only when it was opened and found whole."""
    with opened(settings) as store:
        made = make_backup(store, COMMAND_LINE, given.file, is_portable=given.portable)
    if given.json:
        size = given.file.stat().st_size
        console.show_json(
            {"file": str(given.file), "schema": made.schema, "portable": made.is_portable, "bytes": size}
        )
        return
    console.say(message("Written: {file}.", file=str(given.file)))
