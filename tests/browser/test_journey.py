"""The sample's journey on the wall, in both languages: its finding, its chart, its drawer, its links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE
from storage.projects import SAMPLE, new_project
from storage.store import Store
from tests.browser._screens import JOURNEY, chart, click_until, open_screen
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput

FINDINGS = {
    "en": re.compile(r"^Customers are most disappointed at Restaurants.*10% \(9% to 11%\)"),
    "de": re.compile(r"^Am meisten.*Restaurants.*10\s% \(9\s% bis 11\s%\)"),
}
POINTS = ".js-plotly-plot .scatterlayer .trace .points path.point"


@pytest.fixture(scope="module")
def airports(server_store: Store) -> Mapping[str, UUID]:
    """The sample in each language."""
    return {
        language: new_project(
            server_store, COMMAND_LINE, ProjectInput(name=f"Airport ({language})", language=language), SAMPLE
        )
        for language in ("de", "en")
    }


@pytest.fixture
def page(facilitator_page: Page, server: Server, airports: Mapping[str, UUID]) -> Page:
    """The journey of the English sample, drawn."""
    open_screen(facilitator_page, server, JOURNEY, airports["en"])
    return facilitator_page


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_chart_says_its_finding_in_the_language_of_the_browser(
    visit: Visit, server: Server, airports: Mapping[str, UUID], language: str
) -> None:
    page = visit(language)
    page.goto(server.personal_link)
    open_screen(page, server, JOURNEY, airports[language])
    expect(page.get_by_role("heading", name=FINDINGS[language])).to_be_visible()
    assert page.locator(POINTS).count() >= 23
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_a_click_on_a_point_opens_its_touchpoint_and_escape_closes_it(page: Page) -> None:
    drawer = page.get_by_role("dialog")
    click_until(page.locator(POINTS).first, drawer.get_by_text("What customers say"))
    drawer.get_by_text("Customers, wave by wave").click()
    expect(drawer.get_by_role("table")).to_contain_text("All waves")
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)


def test_the_picture_and_the_drawing_are_whole_files(page: Page, tmp_path: Path) -> None:
    files = {}
    for label in ("Picture (PNG)", "Drawing (SVG)"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        files[label] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(files[label])
    picture = files["Picture (PNG)"].read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture.endswith(b"IEND\xaeB`\x82")
    text = " ".join(ET.parse(files["Drawing (SVG)"]).getroot().itertext())
    assert "City and County of San Francisco" in text
    assert "Wi-Fi" in text


def test_the_address_of_a_view_opens_the_same_view_for_another(
    page: Page, visit: Visit, server: Server
) -> None:
    page.get_by_role("radio", name="Heat map by segment").click()
    expect(page).to_have_url(re.compile("view=heat_map"))
    page.get_by_label("Survey wave").click()
    page.get_by_role("option", name="2015").click()
    expect(page).to_have_url(re.compile("wave=2015"))
    title = page.get_by_role("heading", level=3).first
    expect(title).to_contain_text("differ most")
    other = visit()
    other.goto(server.personal_link)
    other.goto(page.url)
    expect(chart(other)).to_be_visible()
    expect(other.get_by_role("heading", name=title.inner_text())).to_be_visible()


def test_the_numbers_stand_below_the_chart_on_request(page: Page) -> None:
    page.get_by_text("Numbers as a table").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
