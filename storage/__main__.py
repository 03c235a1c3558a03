"""The command line: `python -m storage COMMAND`; JSON alone on stdout, sentences on stderr."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

from storage import commands
from storage.commands._console import Console
from storage.configuration import read_settings
from storage.wording import best_language, wording_for
from touchpoints.errors import TouchpointsError

REFUSED, WRONG_USAGE = 1, 2


def command_names() -> list[str]:
    """Every command there is, named after its file."""
    found = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    return [name.replace("_", "-") for name in found if not name.startswith("_")]


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    name, *rest = arguments or [""]
    if name not in command_names():
        return _print_overview(name)
    # Only the chosen command is imported: each start pays for what it uses.
    command = _load(name)
    parser = _parser(name, command)
    given = parser.parse_args(rest)
    console = Console(wording_for(best_language([os.environ.get("LC_ALL") or os.environ.get("LANG", "")])))
    try:
        command.run(given, read_settings(), console)
    except TouchpointsError as error:
        console.say(error.message)
        return REFUSED
    except BrokenPipeError:
        # Whoever reads has had enough, as with `| head`; the flush at exit must not fail on it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _load(name: str) -> ModuleType:
    return importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}")


def _parser(name: str, command: ModuleType) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m storage {name}", description=command.HELP)
    command.add_arguments(parser)
    return parser


def _print_overview(name: str) -> int:
    is_help = name in {"-h", "--help", "help"}
    lines = [f"  {each:16} {_load(each).HELP}" for each in command_names()]
    overview = "\n".join(["usage: python -m storage COMMAND [--help]", "", "commands:", *lines])
    print(overview, file=sys.stdout if is_help else sys.stderr)
    return 0 if is_help else WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
