"""Wrong codes are limited for whoever tries them, and a room that comes in meanwhile does not notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from storage.code_tries import ALL_TRIES, VISITOR_TRIES, CodeTries, TooManyTries, try_code
from storage.seats import WrongCode, join_workshop
from tests.storage.workshop.conftest import Room

GUESSES = 300


def test_a_right_code_opens_its_workshop_however_it_is_typed(room: Room) -> None:
    tries = CodeTries(room.store.now)
    typed = f" {room.code[:4].lower()}-{room.code[4:].lower()} "
    assert try_code(room.store, tries, typed, None).workshop_id == room.workshop


def test_guesses_hit_nothing_are_put_off_and_lock_nobody_out(room: Room) -> None:
    tries = CodeTries(room.store.now)
    refusals = []
    for number in range(GUESSES):
        with pytest.raises((WrongCode, TooManyTries)) as refusal:
            try_code(room.store, tries, f"GUESS{number:03}", None)
        refusals.append(refusal.type)
        if number % 30 == 0:
            assert try_code(room.store, tries, room.code, None).workshop == "Monday"
            assert join_workshop(room.store, room.code)
    assert refusals.count(WrongCode) == ALL_TRIES
    assert set(refusals[ALL_TRIES:]) == {TooManyTries}


def test_a_visitor_waits_a_minute_after_too_many_wrong_codes(
    room: Room, pass_time: Callable[[timedelta], datetime]
) -> None:
    # Not bound once: time passes by another clock.
    tries = CodeTries(lambda: room.store.now())  # noqa: PLW0108 - as the line above says
    for _ in range(VISITOR_TRIES):
        with pytest.raises(WrongCode):
            try_code(room.store, tries, "WRONG", "somebody")
    with pytest.raises(TooManyTries):
        try_code(room.store, tries, room.code, "somebody")
    assert try_code(room.store, tries, room.code, "somebody else")
    pass_time(timedelta(seconds=61))
    assert try_code(room.store, tries, room.code, "somebody")


def test_visitors_that_are_made_up_do_not_fill_the_memory(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.code_tries._VISITORS", 5)
    tries = CodeTries(room.store.now)
    for number in range(50):
        with pytest.raises(WrongCode):
            try_code(room.store, tries, "WRONG", f"visitor {number}")
    assert len(tries._of_visitor) == 5
