"""The page for works council and data-protection officer lists everything, and removes somebody for good."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.accounts import list_accounts
from storage.invitations import invite, list_members
from storage.people import enter
from storage.persons import add_person, list_persons
from storage.store import Store
from tests.pages._screen import buttons, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.data_protection import TOPICS


def shown(frame: AppTest) -> str:
    return "".join(html.proto.body for html in frame.get("html"))


def test_every_topic_is_listed(facilitator: str, open_frame: OpenFrame) -> None:
    assert facilitator
    body = shown(open_page(open_frame(), "data_protection"))
    assert all(topic.title in body for topic in TOPICS)
    assert "touchpoints_sign_in" in body


@pytest.mark.parametrize(
    ("button", "left"), [("Make anonymous", ["former owner 1"]), ("Remove for good", [])]
)
def test_somebody_is_chosen_and_removed_after_a_question(
    facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID, button: str, left: list[str]
) -> None:
    assert facilitator
    person = add_person(store, COMMAND_LINE, hotel, "Egon *Still*")
    frame = open_page(open_frame(), "data_protection", hotel)
    frame.selectbox("data-about").set_value(person).run()
    press(frame, button)
    assert is_shown(frame, "It cannot be undone")
    press_in_dialog(frame, button, "confirm-person")
    # The hotel's language is German, and so is the word that stands for the name.
    names = [one.name for one in list_persons(store, COMMAND_LINE, hotel)]
    assert len(names) == len(left)
    assert not [name for name in names if "Egon" in name]


@pytest.mark.parametrize("button", ["Make anonymous", "Remove for good"])
def test_whoever_has_a_role_and_is_no_person_is_removed_after_a_question(
    facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID, button: str
) -> None:
    assert facilitator
    add_person(store, COMMAND_LINE, hotel, "Egon")
    invite(store, COMMAND_LINE, hotel, {"name": "Vera <b>", "role": "executive", "days": 30})
    [vera] = list_members(store, COMMAND_LINE, hotel)
    frame = open_page(open_frame(), "data_protection", hotel)
    box = frame.selectbox("data-about")
    assert box.options == ["Egon", "Vera <b>, Executive"]
    box.set_value(vera.account_id).run()
    assert [one.proto.label for one in frame.get("download_button")] == ["All about this person (JSON)"]
    press(frame, button)
    assert is_shown(frame, "Vera <b>")
    assert is_shown(frame, "A name inside a longer text stays")
    press_in_dialog(frame, button, "confirm-person")
    assert list_members(store, COMMAND_LINE, hotel) == ()
    assert "Vera <b>" not in {one.name for one in list_accounts(store, COMMAND_LINE)}


def test_an_executive_reads_the_list_and_removes_nobody(
    open_frame: OpenFrame, cookies: dict[str, str], store: Store, hotel: UUID
) -> None:
    add_person(store, COMMAND_LINE, hotel, "Egon")
    token = invite(store, COMMAND_LINE, hotel, {"name": "Vera", "role": "executive", "days": 30})
    cookies[COOKIE] = str(enter(store, token))
    frame = open_page(open_frame(), "data_protection", hotel)
    assert TOPICS[0].title in shown(frame)
    assert "Remove for good" not in buttons(frame)
    assert not is_shown(frame, "One person")
