"""Real browsers in the room: its wall and its console, and what can be read on them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from benchmarks._hall import Hall
from benchmarks._server import Server
from pages._sign_in import SEAT

# The addresses of the pages; the last one is that of benchmarks/live_page alone.
WALL, CONSOLE, ASKING_WALL = "wall?", "console?", "?asks=1&"
# What stands on each as soon as it is drawn whole.
TURNOUT = {WALL: "p.wall-turnout", CONSOLE: "p.tp-turnout", ASKING_WALL: "p.wall-turnout"}


def launch_browser(playwright: Playwright) -> Browser:
    """Chromium, where it is installed, else playwright's own."""
    file = shutil.which("chromium") or shutil.which("google-chrome")
    return playwright.chromium.launch(executable_path=file, args=["--no-sandbox"])


def open_screen(browser: Browser, server: Server, hall: Hall, screen: str) -> Page:
    """A facilitator's page about the hall, at its usual size."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    _give_cookie(context, server, server.cookie)
    page = context.new_page()
    page.goto(f"{server.address}/{screen}project={hall.project}")
    page.locator(TURNOUT[screen]).wait_for()
    return page


def open_phone(browser: Browser, server: Server, hall: Hall) -> Page:
    """A participant's phone, with a seat of its own."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    [seat] = hall.take_seats(1)
    _give_cookie(context, server, f"{SEAT}={seat}")
    page = context.new_page()
    page.goto(f"{server.address}/take_part")
    page.get_by_role("heading", level=1).wait_for()
    return page


def _give_cookie(context: BrowserContext, server: Server, cookie: str) -> None:
    name, _, value = cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": server.address}])


def reader_of(wall: Page) -> Callable[[], int | None]:
    """Reads how many are done according to the wall; None where nothing of it stands there."""

    def read() -> int | None:
        said = wall.evaluate(f"document.querySelector('{TURNOUT[WALL]}')?.textContent ?? ''")
        # Thousands are set apart, as English has it.
        found = re.match(r"[\d,]+", said)
        return int(found[0].replace(",", "")) if found else None

    return read
