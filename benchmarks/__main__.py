"""Measures all that has a file here (`python -m benchmarks [NAME...]`) and prints the table of the README."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks._figures import Figure


def benchmarks(names: Sequence[str]) -> Iterator[Figure]:
    """The figures of the named files, or of every file that has a function `measure`."""
    found = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    for name in names or [name for name in found if not name.startswith("_")]:
        module = importlib.import_module(f"benchmarks.{name}")
        if hasattr(module, "measure"):
            print(f"measuring {name} ...", file=sys.stderr)
            yield from module.measure()


def main() -> int:
    """Print the table; 1 where a limit is not kept."""
    print("| what | measured | at most |\n|---|---|---|")
    figures = []
    for figure in benchmarks(sys.argv[1:]):
        print(figure.line, flush=True)
        figures.append(figure)
    return 0 if all(figure.is_kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
