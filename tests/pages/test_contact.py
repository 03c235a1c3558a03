"""Control and contact type are chosen for several cards of the journey board at once, with one undo."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_contact
from storage.history import list_changes
from storage.journey import TouchpointEntry, list_touchpoints
from storage.projects import new_project
from storage.store import Store
from tests.pages._board_hand import act, sent
from tests.pages._screen import dialog_title, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import ContactType, Control, ProjectInput

BOARD = "journey-board"


@pytest.fixture
def bakery(store: Store) -> UUID:
    """Three touchpoints, of which the first is owned and in person."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    new = [NewTouchpoint(name) for name in ("Counter", "Blog", "Van")]
    add_touchpoints(store, COMMAND_LINE, project, new)
    set_contact(store, COMMAND_LINE, project, [new[0].id], Control.OWNED, ContactType.IN_PERSON)
    return project


@pytest.fixture
def board(facilitator: str, open_frame: OpenFrame, bakery: UUID) -> AppTest:
    assert facilitator
    frame = open_frame()
    frame.default_timeout = 60
    return open_page(frame, "touchpoint_board", bakery)


def entries(store: Store, project: UUID) -> dict[str, TouchpointEntry]:
    return {entry.name: entry for entry in list_touchpoints(store, COMMAND_LINE, project)}


def said(store: Store, project: UUID) -> list[tuple[str | None, str | None]]:
    return [(entry.control, entry.contact_type) for entry in entries(store, project).values()]


def ask(frame: AppTest, store: Store, project: UUID, *names: str) -> AppTest:
    """Select cards and press the button beside them."""
    there = entries(store, project)
    return act(frame, BOARD, "chosen", action="contact", cards=sent([there[name].id for name in names]))


def answer(frame: AppTest, label: str, word: object) -> None:
    next(one for one in frame.radio if one.label == label).set_value(word)


def test_the_dialog_names_the_touchpoints_and_leaves_all_as_it_is_first(
    board: AppTest, store: Store, bakery: UUID
) -> None:
    ask(board, store, bakery, "Counter", "Van")
    assert dialog_title(board) == "Control and contact"
    assert is_shown(board, "Counter · Van")
    assert [(one.label, one.options) for one in board.radio if one.options[0] == "leave as it is"] == [
        ("Control", ["leave as it is", "owned", "paid", "earned"]),
        (
            "Contact type",
            ["leave as it is", "in person", "by web, mail, parcel or paper", "through third parties"],
        ),
    ]
    before = list_changes(store, COMMAND_LINE, bakery)
    press_in_dialog(board, "Save")
    assert list_changes(store, COMMAND_LINE, bakery) == before


def test_both_are_set_for_all_that_were_selected_and_undone_at_once(
    board: AppTest, store: Store, bakery: UUID
) -> None:
    ask(board, store, bakery, "Counter", "Blog")
    answer(board, "Control", Control.EARNED)
    answer(board, "Contact type", ContactType.MEDIAL)
    press_in_dialog(board, "Save")
    assert said(store, bakery) == [("earned", "medial"), ("earned", "medial"), (None, None)]
    board.run()
    assert is_shown(board, "2 touchpoints were changed.")
    press(board, "Undo")
    assert said(store, bakery) == [("owned", "in_person"), (None, None), (None, None)]


def test_one_of_the_two_can_be_left_as_it_is(board: AppTest, store: Store, bakery: UUID) -> None:
    ask(board, store, bakery, "Counter", "Blog", "Van")
    answer(board, "Control", Control.PAID)
    press_in_dialog(board, "Save")
    assert said(store, bakery) == [("paid", "in_person"), ("paid", None), ("paid", None)]
