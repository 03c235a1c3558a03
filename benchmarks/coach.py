"""What all rules of the coach take for a project of full size whose facts are read already."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks._figures import Figure
from benchmarks._projects import make_large
from benchmarks._server import BARE_PAGE, running
from benchmarks._session import Session, take_turns
from storage.access import COMMAND_LINE
from storage.coach import read_coach_facts
from storage.configuration import Settings
from storage.store import open_store
from touchpoints.coach import CoachFacts, hints_of

RUNS = 200
AT_MOST = 8.0
TODAY = date(2026, 3, 2)


def measure() -> Iterator[Figure]:
    """The rules as a multiple of a bare page; reading the facts, once for each state, stands beside it."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        bare = opened.enter_context(Session(opened.enter_context(running(BARE_PAGE, Path(folder)))))
        take_turns([bare], RUNS)
        reading, facts = _read(Path(folder) / "L")
        taken = median(_judge(facts) for _ in range(RUNS))
        beside = f"{taken:.1f} ms, {len(hints_of(facts))} hints; the facts are read in {reading:.0f} ms"
        yield Figure("Rules of the coach (L)", taken / bare.milliseconds, "×", at_most=AT_MOST, beside=beside)


def _read(folder: Path) -> tuple[float, CoachFacts]:
    """Milliseconds of the processor, and the facts."""
    folder.mkdir()
    project = make_large(folder)
    store = open_store(Settings(data_folder=folder))
    read_coach_facts(store, COMMAND_LINE, project, TODAY)  # the first one puts the statements together
    began = time.process_time()
    facts = read_coach_facts(store, COMMAND_LINE, project, TODAY)
    taken = (time.process_time() - began) * 1000
    store.close()
    return taken, facts


def _judge(facts: CoachFacts) -> float:
    fresh = replace(facts)  # nothing that an earlier run has put together
    began = time.process_time()
    hints_of(fresh)
    return (time.process_time() - began) * 1000
