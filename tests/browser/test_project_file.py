"""A project is saved on one server and opened on another: with its journey, and without its links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.projects import SAMPLE, new_project
from storage.store import Store
from tests.browser._screens import HOME, chart, open_screen, wait_until_drawn
from tests.browser._server import Server, running_server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput

NAME = "Airport <b>that</b> moves"


@pytest.fixture
def other_server(tmp_path: Path) -> Iterator[Server]:
    """A second installation on the same machine."""
    with running_server(tmp_path) as running:
        yield running


def saved(page: Page, server: Server, folder: Path) -> Path:
    """The file that the card's menu gives."""
    open_screen(page, server, HOME)
    card = page.locator('[class*="st-key-project-"]').filter(has_text=NAME)
    card.get_by_role("button", name="More").click()
    save = page.get_by_role("menuitem", name="Save as file")
    save.or_(page.get_by_role("option", name="Save as file")).click()
    link = page.get_by_role("dialog").get_by_role("link", name="Save the file")
    # The link opens a tab that is gone as soon as the file comes; asked for in this one, it stays.
    link.evaluate("link => link.removeAttribute('target')")
    with page.expect_download() as download:
        link.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_a_project_moves_from_one_server_to_another(
    facilitator_page: Page,
    server: Server,
    server_store: Store,
    other_server: Server,
    visit: Visit,
    tmp_path: Path,
) -> None:
    values = ProjectInput(name=NAME, language="en")
    project = new_project(server_store, COMMAND_LINE, values, SAMPLE)
    invite(server_store, COMMAND_LINE, project, {"name": "Jo", "role": "team_lead", "days": 9})
    file = saved(facilitator_page, server, tmp_path)
    assert file.suffix == ".touchpoints"

    page = visit()
    page.goto(other_server.personal_link)
    wait_until_drawn(page)
    page.get_by_role("button", name="Open a project file").click()
    page.get_by_role("dialog").locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Open this project").click()
    expect(page.get_by_role("heading", name=f"{NAME} is here")).to_be_visible()
    expect(page.get_by_text("the link of Jo: Team lead")).to_be_visible()
    page.get_by_role("button", name="Open the journey").click()
    expect(page.get_by_role("heading", name=NAME, level=1)).to_be_visible()
    expect(chart(page)).to_be_visible()
    assert str(project) in page.url
