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
from uuid import UUID

from benchmarks._crowd import Crowd, crowd_in
from benchmarks._customers import Answered, answer_for
from benchmarks._server import Server, running
from pages._sign_in import SEAT
from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity
from storage.answers import read_answers
from storage.configuration import Settings
from storage.feedback_forms import add_form, list_forms
from storage.projects import new_project
from storage.seats import join_workshop
from storage.store import open_store
from storage.workshops import add_workshop, list_workshops
from touchpoints.model import ProjectInput

APP = Path("benchmarks/live_page/app.py")
PER_SECOND, FAR_TOO_MANY = 50.0, 250.0
# What a phone in the room waits for its confirmation at most, 95 of 100 times, as benchmarks/live.py has it.
MOST_SECONDS = 0.3
_EVERY, _SECONDS_OF_FLOOD = 5.0, 10.0


@dataclass(frozen=True)
class Hall:
    """A workshop with people in it, and a form beside it."""

    project: UUID
    workshop: UUID
    seats: tuple[str, ...]
    form: str


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
        hall = _make_hall(Path(name), participants)
        with running(APP, Path(name)) as server:
            # A process of their own: customers shall not slow down the phones of the same benchmark.
            customers = opened.enter_context(ProcessPoolExecutor(1, get_context("spawn")))
            room, steady = _beside_room(server, hall, customers, seconds)
            flooded = _answer(server, hall, customers, FAR_TOO_MANY, flood)
        return Endured(steady, flooded, room, _stored(Path(name), hall))


def _beside_room(
    server: Server, hall: Hall, customers: ProcessPoolExecutor, seconds: float
) -> tuple[Crowd, Answered]:
    cookies = [f"{SEAT}={seat}" for seat in hall.seats]
    query = {"as": "phone", "project": str(hall.project), "workshop": str(hall.workshop)}
    with crowd_in(server, cookies, f"/live/{hall.project}", query, _EVERY) as room:
        room.confirmed.clear()
        return room, _answer(server, hall, customers, PER_SECOND, seconds)


def _answer(
    server: Server, hall: Hall, customers: ProcessPoolExecutor, per_second: float, seconds: float
) -> Answered:
    return customers.submit(answer_for, server.port, f"/feedback/{hall.form}", per_second, seconds).result()


def _make_hall(folder: Path, participants: int) -> Hall:
    store = open_store(Settings(data_folder=folder))
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Hall", language="en"))
    where = (store, COMMAND_LINE, project)
    workshop = add_workshop(*where, {"name": "Morning"})
    vote = add_activity(*where, workshop, {"kind": "fist_of_five", "title": "First", "minutes": 5})
    open_activity(*where, vote, 1)
    [entry] = list_workshops(*where)
    seats = tuple(join_workshop(store, entry.code) for _ in range(participants))
    add_form(*where, {"name": "Counter", "kind": "nps"}, makes_kpi=True)
    [form] = list_forms(*where)
    store.close()
    return Hall(project, workshop, seats, form.code)


def _stored(folder: Path, hall: Hall) -> int:
    """The answers as the KPI counts them, which are as many as the form says."""
    store = open_store(Settings(data_folder=folder))
    counted = sum(row.n for row in read_answers(store, COMMAND_LINE, hall.project).rows)
    [form] = list_forms(store, COMMAND_LINE, hall.project)
    store.close()
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
    waited, customers = quantiles(found.room.confirmed, n=20)[-1], quantiles(found.steady.confirmed, n=20)[-1]
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
