"""A small hall of phones on the wire: what is confirmed is stored once, and guessed codes find nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks._crowd import Habit, crowd_in
from benchmarks._hall import Hall, audit, make_hall
from benchmarks._joining import CODES, LINKS, Guess, join
from benchmarks._server import TOOL, Server, free_port, started
from benchmarks._twice import tell_twice
from storage.code_tries import ALL_TRIES

PEOPLE = 4


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    return make_hall(tmp_path_factory.mktemp("hall"), "experience")


@pytest.fixture(scope="module")
def server(hall: Hall) -> Iterator[Server]:
    with started(TOOL, Path(hall.folder), free_port()) as answering:
        yield answering


def test_what_is_confirmed_to_a_hall_of_phones_is_what_is_stored(hall: Hall, server: Server) -> None:
    with crowd_in(server.port, hall.take_seats(PEOPLE), Habit(every=0.3, parks=True)) as crowd:
        time.sleep(1.5)
    found = audit(hall, crowd.phones)
    assert (crowd.faults, found.faults) == ([], 0), str(found)
    assert found.stored == crowd.confirmed >= 3 * PEOPLE


def test_what_is_sent_four_times_from_two_tabs_is_stored_once(hall: Hall, server: Server) -> None:
    tabs = tell_twice(server.port, hall.take_seats(PEOPLE))
    found = audit(hall, tabs)
    assert (found.stored, found.faults) == (2 * PEOPLE, 0), str(found)


@pytest.mark.parametrize("guess", [CODES, LINKS], ids=lambda guess: guess.name)
def test_who_guesses_is_put_off_and_the_honest_beside_him_come_in(
    hall: Hall, server: Server, guess: Guess
) -> None:
    seen = join(server.port, hall.code, PEOPLE, within=0.5, guesses=2 * ALL_TRIES, guess=guess)
    assert len(seen.seconds) == PEOPLE
    assert (seen.hits, seen.said_wrong, seen.guesses.total()) == (0, ALL_TRIES, 2 * ALL_TRIES)
