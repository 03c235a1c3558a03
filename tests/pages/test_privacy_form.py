"""An administrator says who is responsible for the data; people read it, and it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.privacy_notice import read_notice, save_notice
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import is_shown, press, texts
from tests.pages.conftest import OpenFrame

PAGE = '''
"""A page with the form alone."""
from pages._page import LEAD, Page, Section, draw
from pages._privacy_form import show_privacy_form
PAGE = Page(
    id="notice", title="Notice", icon=":material/shield:", section=Section.START, order=99,
    roles=LEAD, needs_project=False,
)
def render(page):
    show_privacy_form(page)


if __name__ == "__main__":
    draw(render)
'''


@pytest.fixture
def frame(facilitator: str, add_page: Callable[[str, str], Path], open_frame: OpenFrame) -> AppTest:
    assert facilitator
    file = add_page("notice", PAGE)
    return open_frame().switch_page(str(file)).run()


def field(frame: AppTest, label: str) -> Any:
    return next(one for one in [*frame.text_input, *frame.text_area] if one.label.startswith(label))


def test_before_it_is_set_sensible_words_are_shown(frame: AppTest) -> None:
    assert is_shown(frame, "Responsible: the company that gave you this link or code")


def test_it_is_saved_shown_and_undone(frame: AppTest, store: Store) -> None:
    field(frame, "Who is responsible").set_value("Hotel Ltd")
    press(frame, "Save")
    assert (read_notice(store).controller, is_shown(frame, "Responsible: Hotel Ltd")) == ("Hotel Ltd", True)
    press(frame, "Undo", "privacy")
    assert read_notice(store).controller == ""


def test_who_was_faster_is_shown_beside_what_was_typed(frame: AppTest, store: Store) -> None:
    save_notice(store, COMMAND_LINE, 0, {"contact": "theirs@hotel.example"})
    field(frame, "Contact").set_value("mine@hotel.example")
    press(frame, "Save")
    press(frame, "Save mine")
    assert read_notice(store).contact == "mine@hotel.example"


def test_hostile_texts_are_shown_as_typed(frame: AppTest) -> None:
    for text in HOSTILE:
        field(frame, "Contact").set_value(text)
        press(frame, "Save")
        assert any(as_kept(text) in one for one in texts(frame)), text
