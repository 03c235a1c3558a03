"""Two consoles of one workshop, and what is moved on them while the room talks."""

from __future__ import annotations

from uuid import UUID

from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.agenda import ActivityEntry, list_activities
from tests.pages._phone import Hall
from tests.pages._room import people, rate
from tests.pages._screen import button, buttons, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import ActivityState
from touchpoints.room.staging import screen_number

_PRESSES = ("Go on", "Pause", "Reveal", "Close activity", "Open again")
_WHILE_OPEN = ["Reveal", "Pause", "Close activity"]


def open_console(hall: Hall, open_frame: OpenFrame, activity: UUID) -> AppTest:
    return open_page(open_frame(), "console", hall.project, activity=str(activity))


def offered(frame: AppTest) -> list[str]:
    return [one for one in buttons(frame) if one in _PRESSES]


def stored(hall: Hall, activity: UUID) -> ActivityEntry:
    entries = list_activities(hall.store, COMMAND_LINE, hall.project, hall.workshop)
    return next(one for one in entries if one.id == activity)


def test_two_who_press_at_once_both_see_how_it_stands(hall: Hall, open_frame: OpenFrame) -> None:
    activity = hall.begin("experience")
    here, there = (open_console(hall, open_frame, activity) for _ in range(2))
    assert offered(here) == offered(there) == _WHILE_OPEN
    here, there = press(here, "Pause"), press(there, "Close activity")
    assert is_shown(there, "Somebody else has just pressed here, too.")
    assert not is_shown(here.run(), "Somebody else")
    assert offered(here) == offered(there.run()) == ["Go on", "Reveal", "Close activity"]
    there = press(there, "Go on")
    assert offered(here.run()) == offered(there) == _WHILE_OPEN
    assert stored(hall, activity).state is ActivityState.OPEN


def test_two_who_go_on_at_once_go_one_step_and_one_screen(hall: Hall, open_frame: OpenFrame) -> None:
    activity = hall.begin("experience", settings={"together": True})
    here, there = (open_console(hall, open_frame, activity) for _ in range(2))
    here, there = press(here, "Next"), press(there, "Next")
    assert stored(hall, activity).subject_id == hall.touchpoints[0]
    assert is_shown(here.run(), "1 of 2: **Desk**")
    assert is_shown(there.run(), "1 of 2: **Desk**")
    press(here, "Reveal")
    there.run()
    press(here, "Next screen")
    press(there, "Next screen")
    assert screen_number(stored(hall, activity).settings) == 1


def test_revealed_the_screens_of_the_wall_are_gone_through_one_at_a_press(
    hall: Hall, open_frame: OpenFrame
) -> None:
    activity = hall.begin("experience")
    rate(hall, activity, [1] * 5)
    frame = open_console(hall, open_frame, activity)
    assert "Next screen" not in buttons(frame)
    frame = press(frame, "Reveal")
    first = button(frame, "Next screen").key
    frame = press(press(frame, "Next screen"), "Next screen")
    assert screen_number(stored(hall, activity).settings) == 2
    assert first not in {one.key for one in frame.button}
    frame = press(frame, "Previous screen")
    assert screen_number(stored(hall, activity).settings) == 1
    assert "Next screen" not in buttons(press(frame, "Show the way in"))


def test_work_at_tables_is_opened_for_everybody_and_closed_again(hall: Hall, open_frame: OpenFrame) -> None:
    activity = hall.begin("table_work", by_table=True)
    people(hall, 2)
    frame = open_console(hall, open_frame, activity)
    assert is_shown(frame, "one phone writes for each table")
    assert "Next screen" in buttons(frame)
    frame = press(frame, "Open for everybody")
    assert is_shown(frame, "at tables, and everybody may write")
    frame = press(frame, "One phone for each table again")
    assert is_shown(frame, "one phone writes for each table")
    assert stored(hall, activity).has_writers
