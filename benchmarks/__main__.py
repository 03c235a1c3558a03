"""Measures all that has a file here (`python -m benchmarks [NAME...]`), and writes the README's table."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks._figures import Figure, table

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
README = HERE.parent / "README.md"
BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"

Kept = dict[str, list[dict[str, Any]]]


def names() -> list[str]:
    """Every file that measures something, in the order of the table: the pages first."""
    found = [module.name for module in pkgutil.iter_modules([str(HERE)])]
    measuring = [name for name in found if not name.startswith(("_", "soak", "make"))]
    return sorted(measuring, key=lambda name: (name != "pages", name))


def kept_figures() -> list[Figure]:
    """The figures as last measured, in the order of the table."""
    kept: Kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    return [Figure(**values) for name in names() for values in kept.get(name, [])]


def keep(name: str, figures: Sequence[Figure]) -> None:
    """Keep the figures of one file, and write the README's table from those of all."""
    kept: Kept = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    kept[name] = [figure.as_json for figure in figures]
    FIGURES.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    block = f"{BEGIN}\n\nLast measured with {machine}:\n\n{table(kept_figures())}\n\n{END}"
    README.write_text(before + block + rest.split(END)[1], encoding="utf-8")


def main(wanted: Sequence[str]) -> int:
    """Measure, keep and print; 1 where a limit is not kept."""
    measured: list[Figure] = []
    for name in wanted or names():
        print(f"measuring {name} ...", file=sys.stderr)
        figures = list(importlib.import_module(f"benchmarks.{name}").measure())
        keep(name, figures)
        measured += figures
    print(table(measured))
    return 0 if all(figure.is_kept for figure in measured) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
