"""A chart on a page can be clicked, read aloud, and taken along as a picture, a drawing and a table."""

from __future__ import annotations

import csv
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.browser._screens import wait_until_still
from tests.browser.conftest import Visit

ROOT = Path(__file__).parents[2]
TITLE = "Customers are most disappointed at Wi-Fi: 40% (31% to 50%) rate it in the two worst boxes"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the one page, ended by its process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = ["-m", "streamlit", "run", "tests/browser/_chart_app.py", "--server.port", port]
    with (tmp_path_factory.mktemp("chart") / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_healthy(url: str) -> None:
    """Return with the first answer."""
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except (URLError, ConnectionError, TimeoutError):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        else:
            return


@pytest.fixture
def page(visit: Visit, address: str) -> Page:
    """The page with the chart drawn."""
    opened = visit()
    opened.goto(address)
    expect(opened.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    return opened


def downloaded(page: Page, button: str, folder: Path) -> Path:
    """The file that a button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def test_the_finding_is_the_heading_and_the_description_is_read_aloud(page: Page) -> None:
    expect(page.get_by_role("heading", name=TITLE, level=3)).to_be_visible()
    figure = page.get_by_role("figure", name="Lowest: Wi-Fi, −0.2. Highest: Staff, +1.7.")
    expect(figure).to_be_visible()


def test_the_picture_is_a_png_twice_as_fine_as_the_screen(page: Page, tmp_path: Path) -> None:
    picture = downloaded(page, "Picture (PNG)", tmp_path)
    start = picture.read_bytes()[:24]
    assert picture.name == "journey.png"
    assert start[:8] == b"\x89PNG\r\n\x1a\n"
    shown = page.evaluate("document.querySelector('.js-plotly-plot').clientWidth")
    assert int.from_bytes(start[16:20], "big") == 2 * shown


def test_the_drawing_carries_the_finding_and_the_source(page: Page, tmp_path: Path) -> None:
    drawing = ET.parse(downloaded(page, "Drawing (SVG)", tmp_path)).getroot()
    text = " ".join(" ".join(drawing.itertext()).split())
    assert TITLE in text
    assert "Passenger survey 2018" in text


def test_the_page_keeps_its_figure_when_a_picture_is_taken(page: Page, tmp_path: Path) -> None:
    downloaded(page, "Drawing (SVG)", tmp_path)
    figure = "document.querySelector('.js-plotly-plot')"
    assert page.evaluate(f"{figure}.layout.title?.text ?? null") is None
    assert page.evaluate(f"{figure}._context.toImageButtonOptions.format") == "png"


def test_the_numbers_come_as_a_table_for_a_spreadsheet(page: Page, tmp_path: Path) -> None:
    lines = downloaded(page, "Table as CSV", tmp_path).read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines))
    assert [row["Touchpoint"] for row in rows] == ["Web search", "Wi-Fi", "Shops", "Staff"]
    assert rows[1]["Disappointed customers"] == "40%"


def test_the_numbers_open_as_a_table_below_the_chart(page: Page) -> None:
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    page.get_by_text("Numbers as a table").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_a_click_on_a_point_finds_its_touchpoint(page: Page) -> None:
    point = page.locator(".js-plotly-plot .scatterlayer .trace .points path.point").nth(1)
    wait_until_still(point)
    point.hover(force=True)
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("Shops")
    point.click(force=True)
    expect(page.get_by_text("clicked: id-shops")).to_be_visible()


def test_no_button_sends_a_chart_to_its_maker(page: Page) -> None:
    titles = page.locator(".modebar-btn").evaluate_all("buttons => buttons.map(b => b.dataset.title)")
    assert titles
    assert not [title for title in titles if "loud" in title or "hare" in title or "tudio" in title]
