"""A full hall: a hundred phones that answer, two hundred, kills while they vote, codes guessed beside them.

`python -m benchmarks.soak_room`; prints each figure with its limit, and exits with 1 where one is not kept.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from benchmarks._crowd import Habit, crowd_in
from benchmarks._figures import HEADER, Figure
from benchmarks._hall import audit, make_hall
from benchmarks._joining import CODES, LINKS, Guess, join
from benchmarks._kills import Reading, kill_often
from benchmarks._screens import CONSOLE, WALL, launch_browser, open_screen, reader_of
from benchmarks._server import TOOL, Server, running
from benchmarks._twice import tell_twice

KIND = "experience"
# Seconds until an answer is confirmed, and how much of a core the server may need.
LIMITS = (0.3, 0.5)
JOINED_WITHIN, BACK_WITHIN = 3.0, 5.0
# How many wrong codes a minute are called wrong one by one, see storage.code_tries; beyond, nothing is told.
_TOLD_A_MINUTE = 100

Measure = Callable[[Path], Iterator[Figure]]


def answer_for_a_while(
    folder: Path, people: int, every: float, seconds: float, *, has_limits: bool = True
) -> Iterator[Figure]:
    """So many people rate a shortlist, with a wall and a console open: how soon each answer is confirmed."""
    hall = make_hall(folder, KIND)
    with running(TOOL, folder) as server, ExitStack() as opened:
        browser = launch_browser(opened.enter_context(sync_playwright()))
        for page_id in (WALL, CONSOLE):
            open_screen(browser, server, hall, page_id)
        with crowd_in(server.port, hall.take_seats(people), Habit(every)) as crowd:
            used, waited = server.processor_seconds, server.waited_seconds
            time.sleep(seconds)
            share = (server.processor_seconds - used) / seconds
            queued = f"{(server.waited_seconds - waited) / seconds:.0%} of the time others had the processors"
        browser.close()
        name = f"{people} people, an answer every {every:g} s"
        found = audit(hall, crowd.phones)
        within, of_a_core = LIMITS if has_limits else (None, None)
        beside = f"median {median(crowd.seconds):.3f} s of {len(crowd.seconds)}"
        slow = quantiles(crowd.seconds, n=20)[-1]
        yield Figure(f"{name}: confirmed, 95 of 100", slow, "s", within, beside)
        yield Figure(f"{name}: the server", share, "of a core", of_a_core, queued)
        faults = crowd.faults
        beside = "; ".join([f"{crowd.confirmed} confirmed", str(found), *faults[:2]])
        yield Figure(f"{name}: faults", len(faults) + found.faults, "", 0, beside)


def join_at_once(
    folder: Path, people: int, within: float, guesses: int = 0, guess: Guess = CODES
) -> Iterator[Figure]:
    """So many people join one after another, perhaps beside somebody who guesses codes or links."""
    hall = make_hall(folder, KIND)
    with running(TOOL, folder) as server:
        began = time.monotonic()
        seen = join(server.port, hall.code, people, within, guesses, guess)
        minutes = (time.monotonic() - began) / 60 + 1
    name = f"{people} people join within {within:g} s" + (
        f" beside {guesses:,} guesses of {guess.name}" if guesses else ""
    )
    slow = quantiles(seen.seconds, n=20)[-1]
    yield Figure(f"{name}: from the scan to the question, 95 of 100", slow, "s", JOINED_WITHIN)
    if guesses:
        answers = ", ".join(f"{count} × {status}" for status, count in sorted(seen.guesses.items()))
        yield Figure(f"{name}: hits", seen.hits, "", 0, answers)
        yield Figure(f"{name}: guesses called wrong", seen.said_wrong, "", minutes * _TOLD_A_MINUTE)


def kill_while_voting(folder: Path, people: int, times: int) -> Iterator[Figure]:
    """The server is killed again and again: nothing confirmed is lost, everybody comes back as himself."""
    hall = make_hall(folder, "fist_of_five")
    with sync_playwright() as playwright:
        browser = launch_browser(playwright)

        def open_wall(server: Server) -> Reading:
            return reader_of(open_screen(browser, server, hall, WALL))

        seen = kill_often(hall, people, times, open_wall)
        browser.close()
    name = f"{times} kills while {people} vote"
    yield Figure(f"{name}: all back as themselves", max(seen.back), "s", BACK_WITHIN)
    yield Figure(f"{name}: the wall is right", max(seen.wall), "s", BACK_WITHIN)
    yield Figure(f"{name}: faults", seen.audit.faults, "", 0, str(seen.audit))


def send_all_twice(folder: Path, people: int) -> Iterator[Figure]:
    """Every answer and every card comes twice from each of two tabs."""
    hall = make_hall(folder, KIND)
    with running(TOOL, folder) as server:
        tabs = tell_twice(server.port, hall.take_seats(people))
    found = audit(hall, tabs)
    sent = len({id_ for tab in tabs for id_ in tab.told})
    yield Figure(
        f"{sent} sent four times: not stored once", abs(sent - found.stored) + found.faults, "", 0, str(found)
    )


MEASURES: Sequence[Measure] = (
    partial(answer_for_a_while, people=100, every=5, seconds=180),
    partial(answer_for_a_while, people=200, every=5, seconds=60, has_limits=False),
    partial(answer_for_a_while, people=100, every=1, seconds=60, has_limits=False),
    partial(join_at_once, people=100, within=10),
    partial(join_at_once, people=100, within=10, guesses=10_000),
    partial(join_at_once, people=100, within=10, guesses=10_000, guess=LINKS),
    partial(kill_while_voting, people=100, times=20),
    partial(send_all_twice, people=100),
)


def endure(measures: Sequence[Measure] = MEASURES) -> Iterator[Figure]:
    """Each with an installation of its own; prints each figure as it comes."""
    for measure in measures:
        with tempfile.TemporaryDirectory() as folder:
            for figure in measure(Path(folder)):
                print(figure.line, flush=True)
                yield figure


if __name__ == "__main__":
    print(HEADER)
    kept = [figure.is_kept for figure in endure()]
    sys.exit(0 if all(kept) else 1)
