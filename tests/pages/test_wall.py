"""The room's screen: the way in, what is asked, how many are done, and what came of it, state by state."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.activity_course import (
    close_activity,
    open_activity,
    pause_activity,
    show_activity,
    speak_about,
)
from storage.ballots import answer
from storage.cards import write_card
from storage.conclusion import conclude_workshop
from storage.reveals import reveal_activity
from storage.store import Store
from storage.team_view import count_mentions
from storage.workshops import add_workshop, change_workshop, read_workshop
from tests.pages._phone import Hall
from tests.pages._room import people, rate, screens_out_of_sight
from tests.pages._screen import is_shown, open_page, press, texts
from tests.pages.conftest import OpenWall
from touchpoints.model import CardKind, Selection


def charts(frame: AppTest) -> int:
    return len(frame.get("plotly_chart"))


def test_without_a_workshop_one_button_leads_to_where_one_is_prepared(
    facilitator: str, hotel: UUID, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    frame = open_page(open_frame(), "wall", hotel)
    assert is_shown(frame, "None is prepared yet")
    assert is_shown(press(frame, "Prepare a workshop"), "Workshops")


def test_a_planned_workshop_shows_no_code_that_would_not_work_yet(
    store: Store, hotel: UUID, facilitator: str, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    planned = add_workshop(store, COMMAND_LINE, hotel, {"name": "<b>Monday</b>"})
    frame = open_page(open_frame(), "wall", hotel)
    assert is_shown(frame, "<b>Monday</b> We begin in a moment.")
    assert not is_shown(frame, read_workshop(store, COMMAND_LINE, hotel, planned).code[:4])


def test_before_anything_is_on_it_shows_the_way_in_and_how_many_are_in(
    hall: Hall, open_wall: OpenWall
) -> None:
    people(hall, 3)
    frame = open_wall()
    assert is_shown(frame, "Monday Scan with the camera of your phone. Or type this address")
    assert is_shown(frame, f"{hall.code[:4]} {hall.code[4:]}")
    assert is_shown(frame, "3 people are in")
    [told] = [one.value for one in frame.get("html") if one.value.startswith('<div class="wall-way-in')]
    assert f"/join/{hall.code}" in told
    assert "data:image/svg+xml" in told


def test_the_address_of_the_room_check_goes_before_that_of_the_settings(
    hall: Hall, open_wall: OpenWall
) -> None:
    where = (hall.store, COMMAND_LINE, hall.project)
    version = read_workshop(*where, hall.workshop).version
    change_workshop(*where, hall.workshop, version, {"address": "http://192.168.7.7:8501/"})
    frame = open_wall()
    assert is_shown(frame, "192.168.7.7:8501")
    assert not is_shown(frame, "http://192.168.7.7:8501 ")


def test_while_open_it_asks_counts_and_keeps_the_code_for_late_comers(
    hall: Hall, open_wall: OpenWall
) -> None:
    activity = hall.begin("experience", title="How is it?", instructions="Rate what is.")
    rate(hall, activity, [1, 2, 0])
    people(hall, 1)
    frame = open_wall()
    assert is_shown(frame, "How is it? How do customers experience this touchpoint? Rate what is.")
    assert is_shown(frame, "3 of 4 done")
    assert is_shown(frame, hall.code[:4])
    assert charts(frame) == 0


def test_going_through_them_together_it_names_what_all_speak_about(hall: Hall, open_wall: OpenWall) -> None:
    activity = hall.begin("experience", settings={"together": True})
    speak_about(hall.store, COMMAND_LINE, hall.project, activity, hall.touchpoints[1])
    assert is_shown(open_wall(), "Invoice How do customers experience this touchpoint?")


@pytest.mark.parametrize(
    ("button", "said"),
    [(pause_activity, "Paused for a moment."), (close_activity, "Closed. Thank you")],
)
def test_paused_and_closed_it_says_so(
    hall: Hall, open_wall: OpenWall, button: Callable[..., None], said: str
) -> None:
    activity = hall.begin("experience", title="How is it?")
    hall.press(button, activity)
    assert is_shown(open_wall(), f"How is it? {said}")


def test_a_break_says_when_it_goes_on(hall: Hall, open_wall: OpenWall) -> None:
    hall.begin("break", title="Coffee", selection=Selection.NONE)
    frame = open_wall()
    assert any(one.startswith("Coffee We go on at ") for one in texts(frame))
    assert not is_shown(frame, "done")


def test_revealed_it_shows_the_curve_and_where_departments_differ(hall: Hall, open_wall: OpenWall) -> None:
    activity = hall.begin("experience", title="How is it?", asks_department=True)
    rate(hall, activity, [-2] * 5 + [2] * 5, "AAAAABBBBB")
    hall.press(reveal_activity, activity)
    frame = open_wall()
    assert charts(frame) == 3
    assert is_shown(frame, "1 / 3 Desk and 1 more: 0 How is it? · n = 10")
    assert is_shown(frame, "Here you disagree")
    assert is_shown(frame, "Departments differ most at Desk: A −2, B +2")
    assert screens_out_of_sight(frame) == [1, 2]


def test_below_the_floor_it_says_so_and_shows_no_figure(hall: Hall, open_wall: OpenWall) -> None:
    activity = hall.begin("experience")
    rate(hall, activity, [2, 2, 2, 2])
    hall.press(reveal_activity, activity)
    assert is_shown(open_wall(), "Nothing to show yet: fewer than 5 answers")


def test_it_says_where_the_picture_of_an_earlier_reveal_stands(hall: Hall, open_wall: OpenWall) -> None:
    activity = hall.begin("experience", title="How is it?")
    rate(hall, activity, [1] * 5)
    hall.press(reveal_activity, activity)
    stands = "Fewer than 5 have answered or changed their answer since"
    assert not is_shown(open_wall(), stands)
    hall.press(open_activity, activity)
    rate(hall, activity, [-2])
    hall.press(reveal_activity, activity)
    assert is_shown(open_wall(), stands)
    console = open_page(open_wall(), "console", hall.project, activity=str(activity), drawer="result")
    assert is_shown(console, stands)


def dots(hall: Hall, number: int = 5) -> UUID:
    activity = hall.begin("blind_top_ten", selection=Selection.ALL)
    for one in people(hall, number):
        answer(hall.store, one, activity, {"dots": {str(hall.touchpoints[0]): 1}})
    hall.press(reveal_activity, activity)
    return activity


def test_a_blind_top_ten_says_how_to_get_the_customer_view(hall: Hall, open_wall: OpenWall) -> None:
    dots(hall)
    frame = open_wall()
    assert charts(frame) == 1
    assert is_shown(frame, "What do customers name? Ask some of them")


def test_it_stands_beside_the_customer_view_where_there_is_one(hall: Hall, open_wall: OpenWall) -> None:
    count_mentions(hall.store, COMMAND_LINE, hall.project, {hall.touchpoints[0]: 9}, 10)
    dots(hall)
    frame = open_wall()
    assert charts(frame) == 2
    assert is_shown(frame, "1 of your 1 are also among the customers' first 1")


@pytest.mark.parametrize(
    ("kind", "content", "title"),
    [
        ("importance", {"points": {"{desk}": 100}}, "Desk comes first with 100%"),
        ("fist_of_five", {"rate": {"": {"support": 4}}}, "The middle of the room says 4: good"),
        ("dot_vote", {"dots": {"{desk}": 3}}, "Desk comes first with 15 dots"),
    ],
)
def test_each_part_has_its_picture(
    hall: Hall, open_wall: OpenWall, kind: str, content: dict[str, dict[str, object]], title: str
) -> None:
    activity = hall.begin(kind)
    desk = str(hall.touchpoints[0])
    [(part, given)] = content.items()
    for one in people(hall, 5):
        said = {subject.replace("{desk}", desk): value for subject, value in given.items()}
        answer(hall.store, one, activity, {part: said})
    hall.press(reveal_activity, activity)
    frame = open_wall()
    assert charts(frame) == 1
    assert is_shown(frame, title)


def test_cards_appear_word_for_word_as_they_come(hall: Hall, open_wall: OpenWall) -> None:
    activity = hall.begin("collect", title="Collect")
    [one] = people(hall, 1)
    write_card(hall.store, one, activity, {"kind": CardKind.IMPROVE, "text": "<b>Long</b> queue"})
    frame = open_wall()
    assert is_shown(frame, "<b>Long</b> queue")
    assert is_shown(frame, "1 card")


def test_first_contacts_are_sorted_and_the_earlier_ones_come_after_the_reveal(
    hall: Hall, open_wall: OpenWall
) -> None:
    activity = hall.begin("first_contact", title="First")
    for one, text in zip(people(hall, 3), ("He rings us", "Calls the desk", "Recommended"), strict=True):
        write_card(hall.store, one, activity, {"kind": CardKind.FIRST_CONTACT, "text": text})
    assert not is_shown(open_wall(), "He rings us")
    hall.press(reveal_activity, activity)
    frame = open_wall()
    assert is_shown(frame, " with us, not with the customer")
    assert is_shown(frame, "He rings us")
    assert is_shown(frame, "Asking colleagues and friends")


def test_the_facilitator_takes_an_activity_off_the_wall(hall: Hall, open_wall: OpenWall) -> None:
    hall.begin("experience", title="How is it?")
    show_activity(hall.store, COMMAND_LINE, hall.project, hall.workshop, None)
    frame = open_wall()
    assert is_shown(frame, "Scan with the camera")
    assert not is_shown(frame, "How is it?")


def test_concluded_it_thanks_and_shows_no_code(hall: Hall, open_wall: OpenWall) -> None:
    hall.begin("experience")
    conclude_workshop(hall.store, COMMAND_LINE, hall.project, hall.workshop)
    frame = open_wall()
    assert is_shown(frame, "Monday Thank you! Your answers are anonymous now")
    assert not is_shown(frame, hall.code[:4])
