"""Reads one file in a process of its own and tells what came of it, how long it took and how much memory."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from subprocess import PIPE, run

from storage.survey_files import describe
from touchpoints.errors import TouchpointsError
from touchpoints.messages import in_english

PROJECT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Outcome:
    """What came of reading a file: seconds by clock and processor, peak memory of the child in MB."""

    error: str
    sentence: str
    seconds: float
    processor: float
    child: float


def read_measured(path: Path) -> Outcome:
    """Describe a file in a fresh parent process, so that its children alone are measured."""
    done = run([sys.executable, "-m", __name__, path], cwd=PROJECT, stdout=PIPE, check=True)
    return Outcome(**json.loads(done.stdout))


def main(path: Path) -> None:
    started = time.monotonic()
    error = sentence = ""
    try:
        describe(path)
    except TouchpointsError as met:
        error, sentence = type(met).__name__, in_english(met.message)
    seconds = time.monotonic() - started
    used = getrusage(RUSAGE_CHILDREN)
    outcome = Outcome(error, sentence, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    json.dump(vars(outcome), sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
