"""The ways to an option and on from it: by a link, to its goal, at what is only planned, and back by undo."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.goals import add_goal
from storage.journey import list_phases, list_touchpoints
from storage.options import add_option, list_options
from storage.segments import add_segment
from storage.store import Store
from storage.targets import add_planned_touchpoint
from tests.pages._screen import dialog_title, is_shown, links, open_page, press, press_in_dialog, run_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.option import OptionEntry


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID) -> AppTest:
    """The options of a hotel with a reception."""
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Reception")])
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "options", hotel)


def put(store: Store, hotel: UUID, name: str, **more: Any) -> UUID:
    [reception] = list_touchpoints(store, COMMAND_LINE, hotel)
    return add_option(store, COMMAND_LINE, hotel, {"name": name, "touchpoint_id": reception.id, **more})


def found(store: Store, hotel: UUID) -> dict[str, OptionEntry]:
    return {one.name: one for one in list_options(store, COMMAND_LINE, hotel)}


def open_drawer(frame: AppTest, name: str) -> AppTest:
    frame.run()
    return press(frame, f"Open {name}")


def test_what_an_option_needs_and_reaches_is_put_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    kiosk, families = put(store, hotel, "Kiosk"), add_segment(store, COMMAND_LINE, hotel, "Families")
    desk = put(store, hotel, "Desk")
    frame.session_state["option_part"] = "reach"
    for field, value in (("needs", kiosk), ("segments", families)):
        open_drawer(frame, "Desk")
        frame.multiselect(f"{field}-{desk}").set_value([value])
        run_dialog(frame)
        frame.multiselect(f"{field}-{desk}").set_value([])
        run_dialog(frame)
        assert getattr(found(store, hotel)["Desk"], field) == ()
        press_in_dialog(frame, "Undo")
        assert getattr(found(store, hotel)["Desk"], field) == (value,)


def test_a_link_opens_an_option_which_leads_to_its_goal(frame: AppTest, store: Store, hotel: UUID) -> None:
    goal = add_goal(store, COMMAND_LINE, hotel, {"name": "Nobody waits"})
    desk = put(store, hotel, "Desk", goal_id=goal)
    open_page(frame, "options", hotel, option=str(desk))
    assert dialog_title(frame) == "Desk"
    assert f"goal={goal}" in links(frame)["Goal: Nobody waits"]
    assert dialog_title(frame.run()) == ""


def test_what_the_target_journey_adds_gets_options_and_is_marked_as_new(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    [phase, *_] = list_phases(store, COMMAND_LINE, hotel)
    chat = add_planned_touchpoint(store, COMMAND_LINE, hotel, "Chat", phase.id)
    frame.run()
    assert "Chat (new)" in frame.selectbox("new-option-where").options
    frame.text_input("new-option").set_value("Ask a colleague")
    frame.selectbox("new-option-where").set_value(chat)
    press(frame, "Add")
    assert found(store, hotel)["Ask a colleague"].touchpoint_id == chat
    assert is_shown(frame, "Chat (new)")
    assert "Chat (new)" in frame.selectbox("at").options
    open_drawer(frame, "Ask a colleague")
    assert dialog_title(frame) == "Ask a colleague"
