"""Screens of the wall: each stays until somebody goes on, tables have theirs, and nothing is left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from streamlit.testing.v1 import AppTest

from pages._wall_cards import HEIGHT, screens_of
from storage.access import COMMAND_LINE
from storage.activity_course import open_activity, open_for_everybody, show_screen
from storage.activity_subjects import deal_subjects, list_subjects
from storage.ballots import answer, say_done
from storage.card_list import CardEntry
from storage.cards import write_card
from storage.reveals import reveal_activity
from storage.seats import deal_places, seat_people
from storage.store import Store
from tests.pages._phone import Hall, open_hall
from tests.pages._room import people, rate, screens_out_of_sight
from tests.pages._screen import is_shown, open_page
from tests.pages.conftest import OpenWall
from touchpoints.model import CardKind, Selection


def test_a_screen_stays_until_the_facilitator_goes_on_and_after_the_last_comes_the_first(
    hall: Hall, open_wall: OpenWall
) -> None:
    activity = hall.begin("experience", asks_department=True)
    rate(hall, activity, [-2] * 5 + [2] * 5, "AAAAABBBBB")
    hall.press(reveal_activity, activity)
    for number, hidden in ((1, [0, 2]), (3, [1, 2]), (-1, [0, 1])):
        show_screen(hall.store, COMMAND_LINE, hall.project, activity, number)
        assert screens_out_of_sight(open_wall()) == hidden
    hall.press(open_activity, activity)
    hall.press(reveal_activity, activity)
    assert screens_out_of_sight(open_wall())[0] == 1


def test_each_table_has_a_screen_with_its_number_and_its_touchpoint(hall: Hall, open_wall: OpenWall) -> None:
    activity = hall.begin("table_work", by_table=True, title="Findings")
    where = (hall.store, COMMAND_LINE, hall.project)
    desk, invoice = hall.touchpoints
    deal_subjects(*where, activity, 2)
    first, second = people(hall, 2)
    ids = [one.seat.participant_id for one in (first, second) if one.seat]
    seat_people(*where, hall.workshop, deal_places(ids, 2))
    for one, at, text in ((second, invoice, "Too late"), (first, desk, "Queue"), (first, desk, "No sign")):
        card = {"kind": CardKind.BREAK, "text": text, "touchpoint_id": at}
        write_card(hall.store, one, activity, card)
    open_for_everybody(*where, activity, is_for_all=True)
    added = {"kind": CardKind.OPTION, "text": "By mail", "touchpoint_id": desk}
    write_card(hall.store, second, activity, added)
    frame = open_wall()
    mine = "Table 1: Desk Findings · 3 cards, word for word"
    assert is_shown(frame, f"1 / 2 {mine} Option · from table 2 By mail")
    assert is_shown(
        frame, "2 / 2 Table 2: Invoice Findings · 1 card, word for word Break in the process Too late"
    )
    assert screens_out_of_sight(frame) == [1]
    hall.press(reveal_activity, activity)
    assert is_shown(open_wall(), f"1 / 2 {mine} Break in the process Queue")


def test_tables_that_chose_their_touchpoints_themselves_have_a_screen_each(
    hall: Hall, open_wall: OpenWall
) -> None:
    activity = hall.begin("collect", by_table=True, title="Collect", selection=Selection.NONE)
    assert is_shown(open_wall(), "Collect ")
    [one] = people(hall, 1)
    ids = [one.seat.participant_id] if one.seat else []
    seat_people(hall.store, COMMAND_LINE, hall.project, hall.workshop, deal_places(ids, 1))
    for text, at in (("Queue", hall.touchpoints[0]), ("Long", None)):
        card = {"kind": CardKind.IMPROVE, "text": text, "touchpoint_id": at}
        write_card(hall.store, one, activity, card)
    frame = open_wall()
    assert is_shown(frame, "Table 1 Collect · 2 cards, word for word")
    assert is_shown(frame, "· Desk Queue")


def test_promises_stand_there_at_once_with_who_and_until_when(
    airport: UUID, store: Store, facilitator: str, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    hall = open_hall(store, airport)
    activity = hall.begin("commit", is_named=True, title="Who does what")
    first = list_subjects(store, COMMAND_LINE, airport, activity)[0]
    [one] = people(hall, 1)
    answer(store, one, activity, {"promise": {str(first.id): str(date(2026, 12, 24))}})
    say_done(store, one, activity, is_done=True)
    frame = open_page(open_frame(), "wall", airport, workshop=str(hall.workshop))
    assert is_shown(frame, "1 promise Who does what")
    assert is_shown(frame, f"without a name {first.name} until")


def test_proposed_actions_stand_there_with_who_and_until_when_at_once_and_as_cards(
    hall: Hall, open_wall: OpenWall
) -> None:
    activity = hall.begin("commit", is_named=True, title="Who does what")
    [one] = people(hall, 1)
    action = {"kind": CardKind.ACTION, "text": "Call back", "name": "Ada", "due_on": "2026-12-24"}
    write_card(hall.store, one, activity, action)
    assert is_shown(open_wall(), "1 action proposed Who does what Ada Call back until 24 Dec 2026")
    hall.press(reveal_activity, activity)
    assert is_shown(open_wall(), "Call back Ada, until 24 Dec 2026")


def test_cards_that_do_not_fit_go_to_the_next_screen_and_none_is_lost() -> None:
    cards = [_card(f"{number} " + "a long text " * (number % 9)) for number in range(60)]
    screens = screens_of(cards, HEIGHT, is_labelled=False)
    dealt = [card for screen in screens for column in screen for card in column]
    assert len(screens) > 2
    assert sorted(card.text for card in dealt) == sorted(card.text for card in cards)


def _card(text: str) -> CardEntry:
    return CardEntry(
        *(UUID(int=1), 1, None, CardKind.IDEA, text, None, None, None, "", None, None, 0),
    )
