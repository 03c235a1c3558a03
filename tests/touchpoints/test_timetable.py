"""The timetable of an agenda, from its first minute to its last."""

from __future__ import annotations

from datetime import time

from touchpoints.messages import in_english
from touchpoints.timetable import overrun, timetable, whole_span


def test_each_activity_begins_when_the_one_before_ends() -> None:
    slots = timetable(time(9), [15, 35, 15])
    assert [str(slot) for slot in slots] == ["09:00–09:15", "09:15–09:50", "09:50–10:05"]
    assert str(whole_span(time(9), [15, 35, 15])) == "09:00–10:05"


def test_an_empty_agenda_ends_when_it_begins() -> None:
    assert timetable(time(9), []) == ()
    assert str(whole_span(time(9), [])) == "09:00–09:00"


def test_past_midnight_the_clock_begins_anew() -> None:
    assert str(timetable(time(23, 30), [60])[0]) == "23:30–00:30"


def test_what_takes_longer_than_planned_is_said_in_words() -> None:
    assert overrun([200, 40], 240) is None
    over = overrun([200, 65], 240)
    assert over is not None
    assert in_english(over).startswith("The agenda is 25 minutes longer than the 240 minutes")
    one = overrun([241], 240)
    assert one is not None
    assert "1 minute longer" in in_english(one)
