"""Reads hostile survey files at full size: `python -m benchmarks.soak_hostile_files [KIND ...]`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from storage.survey_files.limits import seconds_for
from tests.storage.survey_files._measured import Outcome, read_measured
from tests.storage.survey_files.hostile import KINDS, Kind

MOST_MEGABYTES = 512
# What starting and stopping the child may take beyond the time that is given to reading.
SECONDS_BESIDE = 2


def main(names: Sequence[str]) -> int:
    """Read the named kinds or all; the exit code is 1 when one was not answered as it should be."""
    chosen = [kind for kind in KINDS if not names or kind.name in names]
    with tempfile.TemporaryDirectory() as folder:
        failed = [kind.name for kind in chosen if not is_answered(kind, Path(folder))]
    print(f"{len(chosen)} kinds; answered wrongly: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def is_answered(kind: Kind, folder: Path) -> bool:
    """Make, read and print one kind; whether its answer came in time, within the memory, and as it should."""
    path = folder / f"{kind.name}{kind.suffix}"
    kind.make(path, full=True)
    size = path.stat().st_size
    outcome = read_measured(path)
    path.unlink()
    print_outcome(kind, size, outcome)
    in_time = outcome.seconds < seconds_for(size, is_packed=kind.suffix == ".xlsx") + SECONDS_BESIDE
    return outcome.error in kind.errors and in_time and outcome.child < MOST_MEGABYTES


def print_outcome(kind: Kind, size: int, outcome: Outcome) -> None:
    """One line: the kind, its size, time and memory, and the answer."""
    figures = f"{size / 1e6:8.2f} MB {outcome.seconds:6.2f} s {outcome.child:4.0f} MB"
    print(f"{kind.name:28} {figures}  {outcome.error or 'read'}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
