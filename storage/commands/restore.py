"""Puts a copy in the place of the whole installation; the server must not run."""

from __future__ import annotations

import argparse
from pathlib import Path

from storage.commands._console import Console
from storage.configuration import Settings
from storage.restore import restore
from touchpoints.messages import message

HELP = "replace the whole installation by a copy, and keep what was there"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("file", type=Path, metavar="FILE", help="a copy that backup, or the server, has made")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Nothing changes where the copy is not whole."""
    kept = restore(settings, given.file)
    if given.json:
        console.show_json({"file": str(given.file), "replaced": kept and str(kept)})
        return
    console.say(message("Restored from {file}.", file=str(given.file)))
    if kept is not None:
        console.say(message("What was there before is kept in {file}.", file=str(kept)))
    console.say(message("Links that were revoked since then work again. Look through them once more."))
