"""On the console cards are sorted, merged, grouped and taken over, and every step can be undone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.ballots import answer
from storage.board import NewTouchpoint, add_touchpoints
from storage.card_list import CardEntry, list_cards
from storage.cards import add_card, park_card
from storage.findings import list_findings
from storage.journey import list_phases, list_touchpoints
from storage.reveals import reveal_activity
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.team_view import rate_touchpoint, read_team_view
from storage.workshops import add_workshop, open_workshop, read_workshop
from tests.pages._board_hand import act, sent
from tests.pages._screen import buttons, dialog_title, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import Aspect, CardKind, Selection


@dataclass
class Wall:
    """A workshop of a hotel, and the console on which it is led."""

    frame: AppTest
    store: Store
    project: UUID
    workshop: UUID
    activity: UUID | None = None

    @property
    def where(self) -> tuple[Store, Any, UUID]:
        return self.store, COMMAND_LINE, self.project

    @property
    def board(self) -> str:
        return f"card-wall-{self.activity}"

    def begin(self, kind: str, **more: Any) -> UUID:
        about = {"kind": kind, "title": kind, "minutes": 10, "selection": Selection.ALL}
        self.activity = add_activity(*self.where, self.workshop, about | more)
        self.press(open_activity)
        return self.activity

    def press(self, button: Any) -> None:
        [now] = [one for one in list_activities(*self.where, self.workshop) if one.id == self.activity]
        button(*self.where, now.id, now.version)

    def write(self, kind: CardKind, *texts: str) -> list[UUID]:
        of = {"workshop_id": self.workshop, "activity_id": self.activity, "kind": kind}
        return [add_card(*self.where, of | {"text": text}) for text in texts]

    def open(self, drawer: str) -> AppTest:
        return open_page(
            self.frame,
            "console",
            self.project,
            workshop=str(self.workshop),
            activity=str(self.activity),
            drawer=drawer,
        )

    def cards(self) -> dict[str, CardEntry]:
        return {card.text: card for card in list_cards(*self.where, self.workshop)}

    def columns(self) -> dict[str, list[str]]:
        [board] = [one for one in self.frame.get("bidi_component") if one.proto.component_name == "board"]
        [told] = json.loads(board.proto.json)
        return {
            column["title"]: [card["title"] for card in told["cards"] if card["column"] == column["id"]]
            for column in told["columns"]
        }


@pytest.fixture
def wall(facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID) -> Wall:
    """Nothing has begun."""
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Reception")])
    workshop = add_workshop(store, COMMAND_LINE, hotel, {"name": "Monday"})
    open_workshop(store, COMMAND_LINE, hotel, workshop)
    frame = open_frame()
    frame.default_timeout = 60
    return Wall(frame, store, hotel, workshop)


def test_cards_stand_under_their_kinds_and_become_another_kind_by_a_move(wall: Wall) -> None:
    wall.begin("collect")
    [slow] = wall.write(CardKind.KEEP, "Slow lift")
    frame = wall.open("cards")
    assert wall.columns()["Goes well"] == ["Slow lift"]
    act(frame, wall.board, "moved", cards=sent([slow]), column="improve", before=None)
    assert wall.columns()["Must get better"] == ["Slow lift"]
    press(frame, "Undo")
    assert wall.columns()["Goes well"] == ["Slow lift"]


def test_cards_are_taken_over_and_given_back(wall: Wall) -> None:
    wall.begin("collect")
    wall.write(CardKind.IDEA, "Late breakfast", "Bicycles")
    wall.write(CardKind.TOUCHPOINT, "Bar")
    frame = wall.open("cards")
    assert is_shown(frame, "1 card waits for its phase or its touchpoint")
    press(frame, "Take 2 cards over")
    assert [one.text for one in list_findings(*wall.where)] == ["Bicycles", "Late breakfast"]
    press(frame, "Undo")
    assert list_findings(*wall.where) == ()


def test_a_touchpoint_without_a_phase_says_what_it_lacks(wall: Wall) -> None:
    wall.begin("collect")
    [bar] = wall.write(CardKind.TOUCHPOINT, "Bar")
    frame = wall.open("cards")
    act(frame, wall.board, "chosen", action="take", cards=sent([bar]))
    assert is_shown(frame, "Put “Bar” into a phase first; then it can be taken over.")
    frame.query_params["cards"] = "phase"
    frame.run()
    phase = list_phases(*wall.where)[1]
    act(frame, wall.board, "moved", cards=sent([bar]), column=str(phase.id), before=None)
    act(frame, wall.board, "chosen", action="take", cards=sent([bar]))
    assert "Bar" in {one.name for one in list_touchpoints(*wall.where)}


def test_doubles_are_asked_about_and_merged(wall: Wall) -> None:
    wall.begin("collect")
    wall.write(CardKind.IDEA, "Wlan", "WLAN", "Bar", "Bars")
    frame = wall.open("cards")
    assert is_shown(frame, "Do these say the same? “Wlan” · “WLAN” (and 1 more)")
    press(frame, "Merge")
    assert wall.columns()["Idea"] == ["Wlan", "Bar", "Bars"]
    press(frame, "Keep apart")
    assert not is_shown(frame, "Do these say the same?")
    press(frame, "Undo")
    assert len(wall.cards()) == 4


def test_cards_are_put_into_a_group_with_a_name(wall: Wall) -> None:
    wall.begin("collect")
    ids = wall.write(CardKind.IDEA, "Bar", "Breakfast")
    frame = wall.open("cards")
    act(frame, wall.board, "chosen", action="group", cards=sent(ids))
    assert dialog_title(frame) == "Group the cards"
    next(one for one in frame.text_input if one.label == "Name of the group").set_value("Food")
    press_in_dialog(frame, "Group")
    frame.query_params["cards"] = "group"
    frame.run()
    assert wall.columns() == {"Without a group": [], "Food": ["Bar", "Breakfast"]}


def test_a_card_is_written_for_the_room_and_thrown_away(wall: Wall) -> None:
    wall.begin("first_contact")
    frame = wall.open("cards")
    frame.session_state[f"writing-{wall.activity}"] = True
    frame.run()
    frame.text_input(f"card-text-{wall.activity}").set_value("He calls")
    press(frame, "Add")
    [card] = wall.cards().values()
    assert (card.text, card.kind, card.activity_id) == ("He calls", CardKind.FIRST_CONTACT, wall.activity)
    act(frame, wall.board, "chosen", action="bin", cards=sent([card.id]))
    assert wall.cards() == {}
    press(frame, "Undo")
    assert list(wall.cards()) == ["He calls"]


def test_an_action_is_proposed_in_the_room_with_who_does_it_until_when_and_shown_so(wall: Wall) -> None:
    wall.begin("commit", is_named=True)
    frame = wall.open("cards")
    frame.session_state[f"writing-{wall.activity}"] = True
    frame.run()
    frame.text_input(f"card-text-{wall.activity}").set_value("Call back")
    frame.text_input(f"card-who-{wall.activity}").set_value("Ada")
    frame.date_input(f"card-until-{wall.activity}").set_value(date(2026, 3, 12))
    frame = press(frame, "Add")
    [card] = wall.cards().values()
    assert (card.name, card.due_on) == ("Ada", date(2026, 3, 12))
    [board] = [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]
    [told] = json.loads(board.proto.json)
    assert told["cards"][0]["lines"] == ["Ada, until 12 Mar 2026"]
    assert (frame.text_input(f"card-who-{wall.activity}").value, frame.date_input[0].value) == ("", None)


def test_who_does_it_until_when_is_changed_in_the_cards_dialog(wall: Wall) -> None:
    wall.begin("commit", is_named=True)
    [card] = wall.write(CardKind.ACTION, "Call back")
    frame = act(wall.open("cards"), wall.board, "opened", card=str(card))
    next(one for one in frame.text_input if one.label == "Who does it?").set_value("Ada")
    frame.date_input[0].set_value(date(2026, 3, 12))
    press_in_dialog(frame, "Save")
    [changed] = wall.cards().values()
    assert (changed.name, changed.due_on) == ("Ada", date(2026, 3, 12))


def test_first_contacts_stand_along_the_journey_by_their_words(wall: Wall) -> None:
    wall.begin("first_contact")
    wall.write(CardKind.FIRST_CONTACT, "Er ruft an", "Google", "Reception", "?")
    wall.open("cards")
    phases = list_phases(*wall.where)
    columns = wall.columns()
    assert columns["Not sorted yet"] == ["?"]
    assert "Google" in columns[next(one.name for one in phases if one.is_before_contact)]
    assert "Er ruft an" in columns[next(one.name for one in phases if not one.is_before_contact)]


def test_what_is_parked_becomes_an_idea(wall: Wall) -> None:
    wall.begin("collect")
    phone = participant_of(
        wall.store, join_workshop(wall.store, read_workshop(*wall.where, wall.workshop).code)
    )
    for text in ("First", "Second"):
        park_card(wall.store, phone, text)
    frame = wall.open("parking")
    assert wall.columns() == {"Parking lot": ["Second", "First"], "Taken over": []}
    board, first = f"parking-{wall.workshop}", wall.cards()["First"].id
    act(frame, board, "chosen", action="idea", cards=sent([first]))
    assert wall.columns() == {"Parking lot": ["Second"], "Taken over": ["First"]}
    press(frame, "Undo")
    assert list_findings(*wall.where) == ()


def test_what_would_change_a_value_is_shown_and_taken_over_by_a_press(wall: Wall) -> None:
    [reception] = list_touchpoints(*wall.where)
    rate_touchpoint(*wall.where, reception.id, Aspect.EXPERIENCE, {2: 1})
    activity = wall.begin("experience")
    code = read_workshop(*wall.where, wall.workshop).code
    for _ in range(5):
        phone = participant_of(wall.store, join_workshop(wall.store, code))
        answer(wall.store, phone, activity, {"rate": {str(reception.id): {"experience": -1}}})
    wall.press(reveal_activity)
    frame = wall.open("take_over")
    [row] = frame.dataframe[0].value.to_dict("records")
    assert (row["About"], row["Now"], row["The room says"]) == ("Reception", "+2.0 (n = 1)", "−1.0 (n = 5)")
    press(frame, "Take 1 value over")
    assert read_team_view(*wall.where).answers[reception.id][Aspect.EXPERIENCE] == {-1: 5}
    assert "Take 1 value over" not in buttons(frame)
    press(frame, "Undo")
    assert read_team_view(*wall.where).answers[reception.id][Aspect.EXPERIENCE] == {2: 1}
