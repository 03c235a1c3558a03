"""Measures all that has a file here (`python -m benchmarks [NAME...]`), and writes the README's table."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks._figures import Figure, table

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
README = HERE.parent / "README.md"
BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"


def benchmarks(names: Sequence[str]) -> Iterator[Figure]:
    """The figures of the named files, or of every file that has a function `measure`."""
    found = sorted(module.name for module in pkgutil.iter_modules([str(HERE)]))
    for name in names or [name for name in found if not name.startswith(("_", "soak"))]:
        module = importlib.import_module(f"benchmarks.{name}")
        if hasattr(module, "measure"):
            print(f"measuring {name} ...", file=sys.stderr)
            yield from module.measure()


def keep(figures: Sequence[Figure]) -> None:
    """Write the figures for the next comparison, and the README's table from them."""
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    kept = {"machine": machine, "figures": [figure.as_json for figure in figures]}
    FIGURES.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    block = f"{BEGIN}\n\nMeasured with {machine}.\n\n{table(figures)}\n\n{END}"
    README.write_text(before + block + after, encoding="utf-8")


def main(names: Sequence[str]) -> int:
    """Print the table; 1 where a limit is not kept."""
    figures = list(benchmarks(names))
    print(table(figures))
    if not names:
        keep(figures)
    return 0 if all(figure.is_kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
