"""An activity is opened, paused, closed and opened again, and no answer is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from storage.activity_course import (
    NothingToAsk,
    PressedMeanwhile,
    add_time,
    close_activity,
    open_activity,
    pause_activity,
    show_activity,
    speak_about,
)
from storage.activity_subjects import choose_subjects, list_subjects
from storage.agenda import (
    AlreadyAnswered,
    add_activity,
    bin_activity,
    change_activity,
    list_activities,
    move_activity,
    restore_activity,
)
from storage.ballots import answer
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.intents import NoSuchRow
from storage.phone import read_own_ballot
from storage.taking_part import NotOpen
from storage.workshops import add_workshop, read_workshop
from tests.storage.workshop.conftest import Room
from touchpoints.activities import UnknownActivity
from touchpoints.model import ActivityState, Depth, Selection

PassTime = Callable[[timedelta], datetime]


def test_opening_shows_it_and_fixes_what_it_asks_about(room: Room) -> None:
    activity = room.begin()
    assert read_workshop(*room.place, room.workshop).shown_id == activity
    asked = list_subjects(*room.place, activity)
    assert [one.name for one in asked] == ["Web site", "Desk", "Invoice"]
    late = NewTouchpoint("Late")
    add_touchpoints(*room.place, [late])
    set_depth(*room.place, [late.id], Depth.KEY)
    room.press(close_activity, activity)
    room.press(open_activity, activity)
    assert list_subjects(*room.place, activity) == asked


def test_going_back_loses_no_answer(room: Room) -> None:
    activity, phone = room.begin(), room.join()
    desk = str(room.touchpoints[1])
    answer(room.store, phone, activity, {"rate": {desk: {"experience": -1}}})
    for button in (pause_activity, open_activity, close_activity, open_activity):
        room.press(button, activity)
    assert read_own_ballot(room.store, phone, activity).content == {"rate": {desk: {"experience": -1}}}


@pytest.mark.parametrize("button", [pause_activity, close_activity])
def test_only_an_open_one_takes_answers(room: Room, button: Callable[..., None]) -> None:
    activity, phone = room.begin(), room.join()
    room.press(button, activity)
    with pytest.raises(NotOpen):
        answer(room.store, phone, activity, {"rate": {str(room.touchpoints[0]): {"experience": 1}}})


def test_opening_the_next_closes_the_one_before(room: Room) -> None:
    first, ahead = room.begin(), room.begin(is_ahead=True)
    second = room.begin("importance")
    states = [room.activity(one).state for one in (first, ahead, second)]
    assert states == [ActivityState.CLOSED, ActivityState.OPEN, ActivityState.OPEN]


def test_of_two_who_press_at_once_one_wins(room: Room) -> None:
    activity = room.begin()
    shown = room.activity(activity).version
    pause_activity(*room.place, activity, shown)
    with pytest.raises(PressedMeanwhile):
        close_activity(*room.place, activity, shown)
    assert room.activity(activity).state is ActivityState.PAUSED


def test_two_who_want_the_same_both_have_it_and_it_happens_once(room: Room) -> None:
    activity = room.add()
    shown = room.activity(activity).version
    open_activity(*room.place, activity, shown)
    begun = room.activity(activity)
    open_activity(*room.place, activity, shown)
    assert room.activity(activity) == begun


def test_a_pause_stops_the_timer(room: Room, pass_time: PassTime) -> None:
    activity = room.begin(minutes=10)
    pass_time(timedelta(minutes=4))
    room.press(pause_activity, activity)
    assert room.activity(activity).left_seconds == pytest.approx(360, abs=2)
    later = pass_time(timedelta(hours=1))
    room.press(open_activity, activity)
    end = room.activity(activity).ends_at
    assert end is not None
    assert (end - later).total_seconds() == pytest.approx(360, abs=2)


def test_time_is_added_to_a_timer_even_after_its_end(room: Room, pass_time: PassTime) -> None:
    activity = room.begin(minutes=10)
    now = pass_time(timedelta(minutes=15))
    add_time(*room.place, activity, 120)
    end = room.activity(activity).ends_at
    assert end is not None
    assert (end - now).total_seconds() == pytest.approx(120, abs=2)


def test_nothing_is_opened_that_would_ask_about_nothing(room: Room) -> None:
    set_depth(*room.place, room.touchpoints, Depth.ALL)
    activity = room.add()
    with pytest.raises(NothingToAsk):
        room.press(open_activity, activity)
    assert room.activity(activity).state is ActivityState.PLANNED
    room.press(open_activity, room.add("fist_of_five", selection=Selection.NONE))


def test_chosen_by_hand_is_asked_in_the_order_chosen(room: Room) -> None:
    activity = room.add()
    web, desk, invoice = room.touchpoints
    choose_subjects(*room.place, activity, [invoice, web])
    room.press(open_activity, activity)
    assert [one.id for one in list_subjects(*room.place, activity)] == [invoice, web]
    with pytest.raises(NoSuchRow):
        choose_subjects(*room.place, room.add(), [activity])
    with pytest.raises(NoSuchRow):
        speak_about(*room.place, activity, desk)


def test_all_go_on_to_one_subject_together(room: Room) -> None:
    activity = room.begin()
    speak_about(*room.place, activity, room.touchpoints[1])
    assert room.activity(activity).subject_id == room.touchpoints[1]
    speak_about(*room.place, activity, None)
    assert room.activity(activity).subject_id is None


def test_what_people_were_told_before_they_answered_does_not_change(room: Room) -> None:
    activity = room.begin()
    answer(room.store, room.join(), activity, {"rate": {str(room.touchpoints[0]): {"experience": 1}}})
    for changes in ({"is_named": True}, {"selection": Selection.ALL}, {"kind": "target_level"}):
        with pytest.raises(AlreadyAnswered):
            change_activity(*room.place, activity, room.activity(activity).version, changes)
    with pytest.raises(AlreadyAnswered):
        choose_subjects(*room.place, activity, room.touchpoints[:1])
    change_activity(*room.place, activity, room.activity(activity).version, {"minutes": 12})
    assert room.activity(activity).minutes == 12


def test_the_wall_goes_back_to_an_earlier_one_and_to_the_code(room: Room) -> None:
    first, _ = room.begin(), room.begin("importance")
    show_activity(*room.place, room.workshop, first)
    assert read_workshop(*room.place, room.workshop).shown_id == first
    assert room.activity(first).state is ActivityState.CLOSED
    show_activity(*room.place, room.workshop, None)
    assert read_workshop(*room.place, room.workshop).shown_id is None
    other = add_workshop(*room.place, {"name": "Other"})
    with pytest.raises(NoSuchRow):
        show_activity(*room.place, other, first)


def test_the_agenda_keeps_its_order_and_its_bin(room: Room) -> None:
    one, two, three = room.add(), room.add("importance"), room.add("closing")
    move_activity(*room.place, three, one)
    bin_activity(*room.place, one)
    assert [entry.id for entry in list_activities(*room.place, room.workshop)] == [three, two]
    restore_activity(*room.place, one)
    assert [entry.id for entry in list_activities(*room.place, room.workshop)] == [three, one, two]
    with pytest.raises(UnknownActivity):
        add_activity(*room.place, room.workshop, {"kind": "juggling", "title": "Juggling", "minutes": 5})
