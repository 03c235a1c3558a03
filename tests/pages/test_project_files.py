"""A project is saved as a file and opened from one: what is said of it, and what has to be made anew."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.project_export import export_project
from storage.projects import list_projects, new_project
from storage.store import Store
from storage.workshops import add_workshop, open_workshop
from tests.pages._screen import (
    buttons,
    choose,
    dialog_title,
    is_shown,
    press,
    press_in_dialog,
    run_dialog,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))


def saved(store: Store, project: UUID) -> bytes:
    file = io.BytesIO()
    export_project(store, COMMAND_LINE, project, file)
    return file.getvalue()


def erase(store: Store) -> None:
    with store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM project")


def names(store: Store) -> list[str]:
    return sorted(project.name for project in list_projects(store, COMMAND_LINE))


def ask_to_open(frame: AppTest, content: bytes) -> AppTest:
    """Open the dialog and give it a file."""
    press(frame, "Open a project file")
    frame.file_uploader[0].upload("Bakery.touchpoints", content)
    return run_dialog(frame)


def test_what_the_file_holds_and_what_stays_is_said_before_it_is_saved(
    open_frame: OpenFrame, project: UUID
) -> None:
    frame = choose(open_frame(), project, "Save as file")
    assert dialog_title(frame) == "Save as file"
    assert is_shown(frame, "raw answers of workshops; their pictures move along")
    [link] = frame.get("link_button")
    assert link.proto.url == f"/project-file/{project}"


def test_a_workshop_that_goes_on_is_to_be_concluded_first(
    open_frame: OpenFrame, store: Store, project: UUID
) -> None:
    where = (store, COMMAND_LINE, project)
    open_workshop(*where, add_workshop(*where, {"name": "Monday"}))
    frame = choose(open_frame(), project, "Save as file")
    assert is_shown(frame, "Monday is not over")
    assert list(frame.get("link_button")) == []


def test_a_file_is_opened_and_the_links_to_make_anew_are_listed(
    open_frame: OpenFrame, store: Store, project: UUID
) -> None:
    invite(store, COMMAND_LINE, project, {"name": "<b>Jo</b>", "role": "team_lead", "days": 9})
    content = saved(store, project)
    erase(store)
    frame = ask_to_open(open_frame(), content)
    assert is_shown(frame, "Bakery")
    press_in_dialog(frame, "Open this project")
    assert names(store) == ["Bakery"]
    frame.run()
    assert is_shown(frame, "Bakery is here")
    assert is_shown(frame, "the link of <b>Jo</b>: Team lead")
    press(frame, "People and links")
    assert frame.title[0].value == "People and links"
    assert frame.query_params["project"] == str(project)


def test_what_is_here_already_opens_as_a_copy_and_can_be_undone(
    open_frame: OpenFrame, store: Store, project: UUID
) -> None:
    frame = ask_to_open(open_frame(), saved(store, project))
    assert is_shown(frame, "This project is here already")
    assert "Open this project" not in buttons(frame)
    press_in_dialog(frame, "Open as a copy")
    assert names(store) == ["Bakery", "Bakery (copy)"]
    press(frame.run(), "Undo")
    assert names(store) == ["Bakery"]


@pytest.mark.usefixtures("project")
def test_another_file_is_refused_with_a_sentence(open_frame: OpenFrame) -> None:
    frame = ask_to_open(open_frame(), b"name;age\n")
    assert is_shown(frame, "This is not a file that this program has made.")
