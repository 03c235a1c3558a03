"""Administrators see the last good copy, what failed, who can come in, and end all of somebody's ways in."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.accounts import list_accounts
from storage.daily_backups import back_up_daily, list_copies
from storage.invitations import invite
from storage.people import actor_of, enter
from storage.projects import new_project
from storage.store import Store
from tests.pages._beside import links
from tests.pages._kpis import choose_rows
from tests.pages._screen import button, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))


def choose_account(frame: AppTest, row: int) -> AppTest:
    choose_rows(frame, [row])
    return frame


def test_a_copy_is_made_at_a_press_and_then_it_is_the_last_good_one(
    open_frame: OpenFrame, store: Store
) -> None:
    frame = open_page(open_frame(), "administration")
    assert is_shown(frame, "There is no copy yet.")
    press(frame, "Make a copy now")
    assert is_shown(frame, "Last good copy: ")
    [made] = list_copies(store, COMMAND_LINE)
    assert is_shown(frame, f"(/backups/{made.path.name})")


def test_a_failure_of_the_daily_copy_stands_first(
    open_frame: OpenFrame, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _no_space)
        back_up_daily(store)
    frame = open_page(open_frame(), "administration")
    assert is_shown(frame, "could not be made")
    assert is_shown(frame, "No space left on device")
    back_up_daily(store)
    assert not is_shown(frame.run(), "could not be made")


def _no_space(_file: int) -> None:
    raise OSError(28, "No space left on device")


def test_the_check_says_whether_the_database_is_sound(open_frame: OpenFrame, store: Store) -> None:
    frame = open_page(open_frame(), "administration")
    press(frame, "Make a copy now")
    press(frame, "Check now")
    assert "The database is sound." in frame.success[0].value
    [made] = list_copies(store, COMMAND_LINE)
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    press(frame, "Check now")
    assert is_shown(frame, "The file is damaged")


def test_somebody_is_signed_out_everywhere_and_let_in_again(
    open_frame: OpenFrame, store: Store, project: UUID
) -> None:
    about = {"name": "Jo <b>", "role": "executive", "days": 9}
    cookie = enter(store, invite(store, COMMAND_LINE, project, about))
    row = [one.name for one in list_accounts(store, COMMAND_LINE)].index("Jo <b>")
    frame = open_page(open_frame(), "administration")
    assert button(frame, "Sign out everywhere").disabled
    shown = frame.dataframe[0].value
    assert shown.loc[row, "Roles"] == "Bakery: Executive"
    choose_account(frame, row)
    press(frame, "Sign out everywhere")
    assert actor_of(store, cookie).is_guest
    assert is_shown(frame, "Jo <b> is signed out everywhere.")
    press(frame, "Undo")
    assert actor_of(store, cookie).name == "Jo <b>"


def test_an_account_is_removed_after_a_question(open_frame: OpenFrame, store: Store, project: UUID) -> None:
    cookie = enter(
        store, invite(store, COMMAND_LINE, project, {"name": "Jo <b>", "role": "executive", "days": 9})
    )
    invite(store, COMMAND_LINE, project, {"name": "Kim", "role": "executive", "days": 9})
    names = [one.name for one in list_accounts(store, COMMAND_LINE)]
    frame = open_page(open_frame(), "administration")
    assert button(frame, "Remove the account").disabled
    choose_account(frame, names.index("Facilitator"))
    assert button(frame, "Remove the account").disabled
    choose_account(frame, names.index("Jo <b>"))
    press(frame, "Remove the account")
    assert is_shown(frame, "It cannot be undone")
    assert not actor_of(store, cookie).is_guest
    press_in_dialog(frame, "Remove the account", "confirm-account")
    assert actor_of(store, cookie).is_guest
    assert "Jo <b>" not in [one.name for one in list_accounts(store, COMMAND_LINE)]
    # Another table stands there, in which nobody is chosen: the next press would be about Kim.
    frame.run()
    assert button(frame, "Remove the account").disabled


def test_facilitators_have_no_such_page(
    open_frame: OpenFrame, store: Store, project: UUID, cookies: dict[str, str]
) -> None:
    token = invite(store, COMMAND_LINE, project, {"name": "Eva", "role": "facilitator", "days": 9})
    cookies[COOKIE] = enter(store, token) or ""
    frame = open_frame()
    assert frame.title[0].value == "Projects"
    assert "Administration" not in links(frame)


def test_the_privacy_notice_is_set_here(open_frame: OpenFrame) -> None:
    frame = open_page(open_frame(), "administration")
    assert is_shown(frame, "People read this before they join a workshop")


def test_what_is_printed_of_a_path_is_its_name_alone(open_frame: OpenFrame, store: Store) -> None:
    frame = press(open_page(open_frame(), "administration"), "Make a copy now")
    assert not is_shown(frame, str(Path(store.settings.data_folder).absolute()))
