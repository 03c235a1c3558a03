"""The phone's page: what is on, what was sent is stored once, and nothing else can be opened."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages._ballot_acts import _SENT
from pages._discovery import find_pages
from pages._sign_in import SEAT
from storage.access import COMMAND_LINE
from storage.activity_course import close_activity, open_for_everybody, pause_activity
from storage.ballots import count_answered
from storage.card_list import list_cards
from storage.database.errors import DatabaseBusy
from storage.phone import read_own_ballot
from storage.privacy_notice import save_notice
from storage.seats import participant_of
from storage.store import Store
from tests.pages._beside import links
from tests.pages._phone import Hall, act, open_hall, shown
from tests.pages._screen import open_page, texts
from tests.pages.conftest import OpenFrame


@pytest.fixture
def hall(store: Store, hotel: UUID) -> Hall:
    """Nobody has signed in beside it."""
    return open_hall(store, hotel)


def send(frame: AppTest, *acts: dict[str, Any]) -> dict[str, Any]:
    """What is shown after the browser has sent this."""
    frame.session_state[_SENT] = {one["id"]: one for one in acts}
    return shown(frame.run())


def own(hall: Hall, cookies: dict[str, str], activity: UUID, person: int = 1) -> Any:
    return read_own_ballot(hall.store, participant_of(hall.store, cookies[SEAT]), activity, person)


def test_a_phone_that_has_joined_sees_that_nothing_is_on_yet(phone: AppTest) -> None:
    assert (shown(phone)["workshop"], shown(phone)["activities"]) == ("Monday", [])
    assert shown(phone)["idle"].startswith("Nothing to do yet.")


def test_a_phone_is_one_element_beside_nothing(phone: AppTest) -> None:
    assert not phone.sidebar.children
    assert not phone.page_link
    assert texts(phone) == []


def test_no_other_page_can_be_opened_from_a_seat(phone: AppTest) -> None:
    for found in find_pages():
        phone._page_hash = calc_hash(found.page.id)  # what the browser sends for its address
        assert shown(phone.run())["workshop"] == "Monday", found.page.id


def test_it_says_before_the_first_answer_who_will_see_it(phone: AppTest, hall: Hall) -> None:
    hall.begin("experience")
    assert shown(phone.run())["activities"][0]["note"].startswith("Confidential")
    hall.begin("first_contact")
    assert "word for word" in shown(phone.run())["activities"][0]["note"]
    hall.begin("commit", is_named=True)
    assert "your name is shown" in shown(phone.run())["activities"][0]["note"]


def test_one_word_says_whether_an_answer_is_named(phone: AppTest, hall: Hall) -> None:
    hall.begin("experience")
    assert shown(phone.run())["activities"][0]["shortNote"] == "Confidential"
    hall.begin("commit", is_named=True)
    assert shown(phone.run())["activities"][0]["shortNote"] == "Named"


def test_without_a_notice_it_names_the_company_that_gave_the_code(phone: AppTest) -> None:
    assert (
        "Responsible: the company that gave you this link or code" in shown(phone.run())["words"]["privacy"]
    )


def test_its_notice_says_who_is_responsible_and_whom_one_asks(
    hall: Hall, request: pytest.FixtureRequest
) -> None:
    told = {"controller": "Hotel <Ltd>", "contact": "privacy@hotel.example"}
    save_notice(hall.store, COMMAND_LINE, 0, told)
    # What was read before is kept for a minute.
    phone: AppTest = request.getfixturevalue("phone")
    notice = shown(phone.run())["words"]["privacy"]
    assert "Responsible: Hotel <Ltd>" in notice
    assert "Questions, access, deletion: privacy@hotel.example" in notice


def test_what_is_shut_says_why_and_asks_nothing(phone: AppTest, hall: Hall) -> None:
    activity = hall.begin("experience")
    for press, why in ((pause_activity, "Paused"), (close_activity, "closed")):
        hall.press(press, activity)
        [told] = shown(phone.run())["activities"]
        assert why in told["shut"]
        assert "parts" not in told


def test_at_tables_it_says_who_writes(phone: AppTest, hall: Hall) -> None:
    hall.begin("table_work", by_table=True)
    assert "Tables work on this" in shown(phone.run())["activities"][0]["shut"]


def test_opened_for_everybody_every_phone_at_a_table_writes(phone: AppTest, hall: Hall) -> None:
    activity = hall.begin("table_work", by_table=True)
    where = (hall.store, COMMAND_LINE, hall.project)
    open_for_everybody(*where, activity, is_for_all=True)
    [told] = shown(phone.run())["activities"]
    assert (told["shut"], told["table"]) == ("", None)
    open_for_everybody(*where, activity, is_for_all=False)
    assert "Tables work on this" in shown(phone.run())["activities"][0]["shut"]


def test_an_answer_is_stored_once_however_often_it_is_sent(
    phone: AppTest, hall: Hall, cookies: dict[str, str]
) -> None:
    activity = hall.begin("collect", settings={"cards": ["keep"]})
    card = act("write", activity, cardKind="keep", text="Rolls", touchpoint=str(hall.touchpoints[0]))
    assert send(phone, card)["results"] == {card["id"]: ""}
    send(phone, card)
    del phone.session_state["ballot-results"]  # as after a restart of the server
    assert send(phone, card)["results"] == {card["id"]: ""}
    assert [one.text for one in own(hall, cookies, activity).cards] == ["Rolls"]


def test_each_way_of_answering_is_stored(phone: AppTest, hall: Hall, cookies: dict[str, str]) -> None:
    desk, invoice = map(str, hall.touchpoints)
    rating = hall.begin("experience")
    answer = {"rate": {desk: {"experience": 2}}}
    assert send(phone, act("answer", rating, given=answer), act("done", rating, isDone=True))
    assert (own(hall, cookies, rating).content, own(hall, cookies, rating).is_done) == (answer, True)
    points = hall.begin("importance")
    send(phone, act("answer", points, given={"points": {desk: 60}}))
    send(phone, act("answer", points, given={"points": {invoice: 40}}))
    assert own(hall, cookies, points).content == {"points": {desk: 60, invoice: 40}}
    named = hall.begin("commit", is_named=True)
    send(phone, act("name", named, text="Maria"), act("write", named, cardKind="action", text="Call"))
    assert (own(hall, cookies, named).name, len(own(hall, cookies, named).cards)) == ("Maria", 1)


def test_a_proposed_action_is_written_with_who_does_it_until_when_and_changed(
    phone: AppTest, hall: Hall, cookies: dict[str, str]
) -> None:
    activity = hall.begin("commit", is_named=True)
    send(phone, act("name", activity, text="Maria"))
    [told] = shown(phone)["activities"]
    [write] = [part for part in told["parts"] if part["id"] == "write"]
    assert (told["name"], told["asksName"], write["actions"]) == ("Maria", True, ["action"])
    written = act("write", activity, cardKind="action", text="Call", who="Maria", until="2026-03-12")
    send(phone, written)
    [told] = shown(phone)["activities"]
    [card] = told["cards"]
    assert (card["who"], card["until"]) == ("Maria", "2026-03-12")
    send(phone, act("change", activity, card=card["id"], text="Call", who="Maria", until=""))
    [own_card] = own(hall, cookies, activity).cards
    assert (own_card.name, own_card.due_on) == ("Maria", None)


def test_cards_that_are_no_actions_ask_for_no_day_and_say_that_they_carry_no_name(
    phone: AppTest, hall: Hall
) -> None:
    hall.begin("collect", is_named=True)
    [told] = shown(phone.run())["activities"]
    assert told["parts"][0]["actions"] == []
    assert "without your name" in told["note"]
    hall.begin("table_work", is_named=True)
    [told] = shown(phone.run())["activities"]
    assert told["parts"][0]["actions"] == ["action"]
    assert "Beside an action stands the name" in told["note"]


def test_an_own_card_is_changed_and_withdrawn(phone: AppTest, hall: Hall, cookies: dict[str, str]) -> None:
    activity = hall.begin("first_contact")
    send(phone, act("write", activity, cardKind="first_contact", text="Sign"))
    [card] = own(hall, cookies, activity).cards
    send(phone, act("change", activity, card=str(card.id), text="Big sign"))
    assert [one.text for one in own(hall, cookies, activity).cards] == ["Big sign"]
    send(phone, act("change", activity, card=str(card.id), text=None))
    assert own(hall, cookies, activity).cards == ()


def test_a_refused_answer_says_why_in_the_servers_sentence(phone: AppTest, hall: Hall) -> None:
    activity = hall.begin("importance")
    desk = str(hall.touchpoints[0])
    too_much = act("answer", activity, given={"points": {desk: 60, str(hall.touchpoints[1]): 60}})
    assert "You have given 120 of 100" in send(phone, too_much)["results"][too_much["id"]]
    hall.press(close_activity, activity)
    late = act("answer", activity, given={"points": {desk: 1}})
    assert "has closed this" in send(phone, late)["results"][late["id"]]


@pytest.mark.parametrize(
    "strange",
    [
        {"id": "no id", "kind": "park", "text": "x"},
        {"kind": "unknown"},
        {"kind": "answer", "activity": "no id", "person": 1, "given": {}},
        {"kind": "answer", "activity": "", "person": 1000, "given": {}},
        {"kind": "person", "person": 0},
        {"kind": "park"},
    ],
)
def test_what_our_script_does_not_send_is_refused(phone: AppTest, hall: Hall, strange: Any) -> None:
    sent = {**act("x"), **strange}
    assert send(phone, sent)["results"][sent["id"]]
    assert list_cards(hall.store, COMMAND_LINE, hall.project, hall.workshop) == ()


@pytest.mark.parametrize("fault", [RuntimeError("disk full"), DatabaseBusy()])
def test_what_fails_for_now_is_neither_confirmed_nor_refused_and_stored_when_it_comes_again(
    phone: AppTest, hall: Hall, fault: Exception
) -> None:
    card = act("park", text="Prices")
    with patch("pages._ballot_acts.park_card", side_effect=fault):
        assert send(phone, card)["results"] == {}
    assert send(phone, card)["results"] == {card["id"]: ""}
    assert len(list_cards(hall.store, COMMAND_LINE, hall.project, hall.workshop)) == 1


def test_people_who_share_a_phone_have_a_ballot_each(
    phone: AppTest, hall: Hall, cookies: dict[str, str]
) -> None:
    activity = hall.begin("fist_of_five")
    send(phone, act("answer", activity, given={"rate": {"": {"support": 5}}}))
    told = send(phone, {**act("person"), "person": 2})
    assert (told["person"], told["activities"][0]["content"]) == (2, {})
    send(phone, act("answer", activity, person=2, given={"rate": {"": {"support": 0}}}))
    assert count_answered(hall.store, COMMAND_LINE, hall.project, activity) == (2, 2)
    assert own(hall, cookies, activity, person=1).content == {"rate": {"": {"support": 5}}}


@pytest.mark.usefixtures("facilitator")
def test_a_facilitator_votes_only_if_he_joins(
    open_frame: OpenFrame, hall: Hall, cookies: dict[str, str]
) -> None:
    assert "You vote only if you join" in " ".join(texts(open_page(open_frame(), "take_part")))
    cookies[SEAT] = hall.join()
    frame = open_page(open_frame(), "take_part")
    told = [json.loads(one.proto.json) for one in frame.get("bidi_component")]
    assert any(isinstance(one, list) and one[0].get("workshop") == "Monday" for one in told)
    assert links(frame)
