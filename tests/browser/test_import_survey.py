"""An awkward German survey file through the three steps, until the journey shows its touchpoints."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests._awkward_survey import TOUCHPOINTS, awkward_survey
from tests.browser._server import Server


def make_project(page: Page, name: str) -> None:
    """A project whose journey is still empty."""
    page.get_by_role("button", name=re.compile("(New|Create your first) project")).click()
    page.get_by_role("textbox", name="Name of the company or unit").fill(name)
    page.get_by_role("button", name="Create the project").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_an_awkward_german_file_becomes_a_journey(
    facilitator_page: Page, server: Server, tmp_path: Path
) -> None:
    page = facilitator_page
    file = tmp_path / "Gästebefragung 2024.csv"
    file.write_bytes(awkward_survey())
    make_project(page, "Hotel am See")
    page.get_by_role("link", name="Import a survey").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("60 rows, 9 columns")).to_be_visible()
    page.get_by_role("button", name="Continue to the columns").click()
    check = page.get_by_role("button", name="Continue to the check")
    expect(check).to_be_disabled()
    page.get_by_role("button", name="All of these mean").click()
    page.get_by_role("radio", name="5 is best").click()
    expect(check).to_be_disabled()
    page.get_by_role("radio", name="1 is best").last.click()
    expect(check).to_be_enabled()
    check.click()
    expect(page.get_by_text("3 touchpoints are new in the journey")).to_be_visible()
    page.get_by_role("button", name="Store").click()
    page.get_by_role("button", name="See the customer journey").click()
    expect(page.get_by_role("heading", name="Hotel am See")).to_be_visible()
    for touchpoint in TOUCHPOINTS:
        expect(page.locator(".js-plotly-plot").get_by_text(touchpoint).first).to_be_attached()
    assert list((server.folder / "uploads").iterdir()) == []
