"""Kills the server while a room votes, and looks who comes back and whether the wall is right."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from benchmarks._crowd import Habit, crowd_in
from benchmarks._hall import Audit, Hall, audit, ballots_of
from benchmarks._server import TOOL, Server, free_port, started
from benchmarks._wire_phone import Phone

# Several share each phone, so that further ballots come for as long as it takes.
HABIT = Habit(every=2.0, persons=20, parks=True)
_LONGEST = 120.0
_LOOK_AGAIN = 0.05

# What the wall says of how many are done; None where nothing is to be read.
Reading = Callable[[], int | None]


@dataclass(frozen=True)
class Kills:
    """The seconds after each start until all phones were back as themselves, and the wall was right."""

    back: Sequence[float]
    wall: Sequence[float]
    audit: Audit


class MortalServer:
    """The tool at one address, killed and started again with what it had stored."""

    def __init__(self, hall: Hall) -> None:
        self.port = free_port()
        self._hall = hall
        self._life = ExitStack()

    def start(self) -> Server:
        """Start it; it answers then."""
        self._running = self._life.enter_context(started(TOOL, self._hall.folder, self.port))
        return self._running

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        os.kill(self._running.pid, signal.SIGKILL)
        self._life.close()


def kill_often(hall: Hall, people: int, times: int, open_wall: Callable[[Server], Reading]) -> Kills:
    """Kill the server so many times while people vote; raises TimeoutError where somebody stays away."""
    seats, server = hall.take_seats(people), MortalServer(hall)
    read_wall = open_wall(server.start())
    try:
        with hall.store() as store:
            with crowd_in(server.port, seats, HABIT) as crowd:
                own = {phone.seat: phone.shown["seat"] for phone in crowd.phones}
                returns = []
                for _ in range(times):
                    time.sleep(random.uniform(0.5, HABIT.every))
                    server.kill()
                    server.start()
                    are_back = partial(_are_back, crowd.phones, own, time.perf_counter())
                    is_right = partial(_is_right, read_wall, hall.done(store))
                    returns.append(_seconds_until(are_back, is_right))
            _seconds_until(lambda: read_wall() == hall.done(store))
        back, wall = zip(*returns, strict=True)
        return Kills(back, wall, audit(hall, crowd.phones))
    finally:
        server.kill()


def _is_right(read_wall: Reading, least: int) -> bool:
    """Whether the wall says of as many as had been done when the server came back, or of more."""
    shown = read_wall()
    return shown is not None and shown >= least


def _are_back(phones: Sequence[Phone], own: Mapping[str, str], since: float) -> bool:
    """Whether each phone has been shown its own seat again, with what it had answered."""
    return all(one.shown_at > since and _is_itself(one, own[one.seat]) for one in phones)


def _is_itself(phone: Phone, seat: str) -> bool:
    [activity] = phone.shown["activities"]
    sent = [act for act in tuple(phone.told.values()) if act.get("person") == 1]
    answered = [ballots_of([act]) for act in sent]
    shown = {(UUID(activity["id"]), 1): activity["content"]}
    return phone.shown["seat"] == seat and shown in answered


def _seconds_until(*questions: Callable[[], bool]) -> list[float]:
    """Seconds from now until each of them is so; raises TimeoutError."""
    began, found = time.perf_counter(), dict.fromkeys(questions, 0.0)
    while waited_for := [question for question, seconds in found.items() if not seconds]:
        for question in waited_for:
            if question():
                found[question] = time.perf_counter() - began
        if time.perf_counter() - began > _LONGEST:
            raise TimeoutError("After a restart not all came back, or the wall stayed wrong.")
        time.sleep(_LOOK_AGAIN)
    return list(found.values())
