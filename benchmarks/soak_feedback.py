"""Customers answer a form fifty times a second beside a workshop: what is confirmed is stored.

`python -m benchmarks.soak_feedback [seconds] [participants]`; a test runs some seconds of it.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles

from benchmarks._crowd import Crowd, Habit, crowd_in
from benchmarks._customers import Answered, answer_for
from benchmarks._hall import Hall, make_hall
from benchmarks._server import TOOL, Server, running
from storage.access import COMMAND_LINE
from storage.answers import read_answers
from storage.feedback_forms import add_form, list_forms

PER_SECOND, FAR_TOO_MANY = 50.0, 250.0
# What a phone in the room waits for its confirmation at most, 95 of 100 times, as benchmarks/live.py has it.
MOST_SECONDS = 0.3
_EVERY, _SECONDS_OF_FLOOD = 5.0, 10.0


@dataclass(frozen=True)
class Endured:
    """What customers and the room saw, and what is stored in the end."""

    steady: Answered
    flooded: Answered
    room: Crowd
    stored: int

    @property
    def confirmed(self) -> int:
        """How many customers were told that their answer has arrived."""
        return len(self.steady.confirmed) + len(self.flooded.confirmed)


def endure(seconds: float, participants: int, flood: float = _SECONDS_OF_FLOOD) -> Endured:
    """Fifty answers a second for so long, beside the room, and then far too many."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        hall = make_hall(Path(name), "fist_of_five")
        form = _add_form(hall)
        with running(TOOL, Path(name)) as server:
            # A process of their own: customers shall not slow down the phones of the same benchmark.
            customers = opened.enter_context(ProcessPoolExecutor(1, get_context("spawn")))
            with crowd_in(server.port, hall.take_seats(participants), Habit(_EVERY)) as room:
                steady = _answer(server, form, customers, PER_SECOND, seconds)
            flooded = _answer(server, form, customers, FAR_TOO_MANY, flood)
        return Endured(steady, flooded, room, _stored(hall))


def _answer(
    server: Server, form: str, customers: ProcessPoolExecutor, per_second: float, seconds: float
) -> Answered:
    return customers.submit(answer_for, server.port, f"/feedback/{form}", per_second, seconds).result()


def _add_form(hall: Hall) -> str:
    """The code of a form beside the workshop."""
    with hall.store() as store:
        where = (store, COMMAND_LINE, hall.project)
        add_form(*where, {"name": "Counter", "kind": "nps"}, makes_kpi=True)
        [form] = list_forms(*where)
    return form.code


def _stored(hall: Hall) -> int:
    """The answers as the KPI counts them, which are as many as the form says."""
    with hall.store() as store:
        counted = sum(row.n for row in read_answers(store, COMMAND_LINE, hall.project).rows)
        [form] = list_forms(store, COMMAND_LINE, hall.project)
    assert counted == form.answers, f"{form.answers} answers came, {counted} are counted"
    return counted


def check(found: Endured) -> None:
    """Raise AssertionError where something was lost, refused within the bound, or impolite beyond it."""
    assert found.room.faults == [], found.room.faults[:1]
    assert set(found.steady.statuses) == {200}, f"within the bound: {found.steady.statuses}"
    assert set(found.flooded.statuses) == {200, 503}, f"beyond the bound: {found.flooded.statuses}"
    assert found.steady.impolite == found.flooded.impolite == 0
    assert found.stored == found.confirmed, f"{found.confirmed} confirmed, {found.stored} stored"


def main(seconds: float = 60, participants: int = 100) -> None:
    """Say how it went."""
    found = endure(seconds, participants)
    check(found)
    waited, customers = quantiles(found.room.seconds, n=20)[-1], quantiles(found.steady.confirmed, n=20)[-1]
    refused = found.flooded.statuses[503]
    print(
        f"{len(found.steady.confirmed)} answers in {seconds:.0f} s, 95 of 100 confirmed within "
        f"{customers * 1000:.0f} ms; {participants} people in the room, 95 of 100 of their answers within "
        f"{waited * 1000:.0f} ms; at {FAR_TOO_MANY:.0f} a second {refused} asked to come back; "
        f"{found.stored} confirmed and stored."
    )
    assert waited <= MOST_SECONDS, "the room waited too long"


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]), *map(int, sys.argv[2:3]))
