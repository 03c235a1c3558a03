"""The language: the account's choice, else this session's, else the browser's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from storage.people import actor_of
from storage.store import Store
from storage.wording import languages, wording_for
from tests.pages._beside import beside, speak
from tests.pages._page_files import page_file
from tests.pages.conftest import OpenFrame

AddPage = Callable[[str, str], Path]


def language_of(frame: AppTest) -> str:
    assert not frame.exception
    return str(frame.session_state["language"])


@pytest.mark.parametrize(
    ("locale", "language"), [("de-CH", "de"), ("en-US", "en"), ("fr-FR", "en"), ("", "en")]
)
def test_a_guest_is_spoken_to_in_the_language_of_the_browser(
    open_frame: OpenFrame, locale: str, language: str
) -> None:
    assert language_of(open_frame(locale=locale)) == language


def test_the_switch_shows_every_language_under_its_own_name(open_frame: OpenFrame) -> None:
    _, choices = beside(open_frame())["languages"]
    assert [language for language, _ in choices] == list(languages())
    assert {"Deutsch", "English"} <= {name for _, name in choices}


def test_a_guests_choice_holds_for_the_session(open_frame: OpenFrame) -> None:
    frame = speak(open_frame(locale="en-GB"), "de")
    assert language_of(frame.run()) == "de"
    assert frame.title[0].value == wording_for("de").say("Join with a code")


def test_an_account_keeps_its_choice_for_all_its_browsers(
    open_frame: OpenFrame, add_page: AddPage, store: Store, facilitator: str
) -> None:
    add_page("opening", page_file("opening", section="START", order=-5))
    speak(open_frame(locale="en-GB"), "de")
    assert actor_of(store, facilitator).language == "de"
    assert language_of(open_frame(locale="en-GB")) == "de"


def test_a_language_that_there_is_not_changes_nothing(open_frame: OpenFrame) -> None:
    assert language_of(speak(open_frame(locale="en-GB"), "../etc")) == "en"
