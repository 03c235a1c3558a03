"""From a press in one browser until it shows in another, which is told of it or asks every second."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode
from uuid import UUID

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from benchmarks._crowd import Crowd, crowd_in
from benchmarks._figures import Figure
from benchmarks._server import Server, running
from benchmarks._session import NotDrawn
from pages._sign_in import SEAT
from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity
from storage.configuration import Settings
from storage.projects import new_project
from storage.seats import join_workshop
from storage.store import open_store
from storage.workshops import add_workshop, list_workshops
from touchpoints.model import ProjectInput

APP = Path("benchmarks/live_page/app.py")
PARTICIPANTS, EVERY_SECONDS, PRESSES = 100, 5.0, 40
TITLES = ("First", "Second")
ANSWERS, OPENINGS = "Answer until the wall counts it", "Activity opened until the wall shows it"

# The moment at which the page has been laid out with a text on it.
_WATCH = """text => {
  window.seen = null;
  const look = () => {
    if (!document.body.textContent.includes(text)) return false;
    requestAnimationFrame(() => (window.seen = Date.now()));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
_SEEN = "() => new Promise((done) => requestAnimationFrame(() => done(window.seen)))"
_NOTE_PRESS = """() =>
  addEventListener("click", () => (window.pressed = Date.now()), { capture: true, once: true })"""


@dataclass(frozen=True)
class Room:
    """A workshop with one activity open, and the seats of those who are in it."""

    project: UUID
    workshop: UUID
    seats: tuple[str, ...]

    def query(self, part: str) -> dict[str, str]:
        """What the address of a part says."""
        return {"as": part, "project": str(self.project), "workshop": str(self.workshop)}


@dataclass(frozen=True)
class Times:
    """Milliseconds from each press until it showed: on the wall that is told, and on the one that asks."""

    told: Sequence[float]
    polling: Sequence[float]


class Screens:
    """Two walls side by side, the one told and the other asking, and who presses: a console and a phone."""

    def __init__(self, browser: Browser, server: Server, room: Room) -> None:
        self._place = (browser, server, room)
        self._walls = (self._open("told", server.cookie), self._open("polling", server.cookie))
        self._console = self._open("console", server.cookie)
        self._phone = self._open("phone", f"{SEAT}={room.seats[0]}")

    def _open(self, part: str, cookie: str) -> Page:
        browser, server, room = self._place
        context = browser.new_context()
        name, _, value = cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": server.address}])
        page = context.new_page()
        page.goto(f"{server.address}/?{urlencode(room.query(part))}")
        page.locator("h1, .stButton").first.wait_for()
        return page

    def times(self, what: str) -> Times:
        """Press again and again: a further answer on the phone, or the other activity on the console."""
        pairs = [self._time(what) for _ in range(PRESSES)]
        told, polling = zip(*pairs, strict=True)
        return Times(told, polling)

    def _time(self, what: str) -> tuple[float, float]:
        # At any moment between two looks of the wall that asks, and when the phones have come to rest.
        time.sleep(random.uniform(2, 3))
        title, count = self._shown()
        if what == ANSWERS:
            return self._press(self._phone, "Next person", f"{title} is open: {count + 1} answered")
        [other] = set(TITLES) - {title}
        return self._press(self._console, "Go on", f"{other} is open")

    def _shown(self) -> tuple[str, int]:
        found = re.fullmatch(r"(\w+) is open: (\d+) answered", self._walls[0].locator("h1").inner_text())
        assert found is not None
        return found[1], int(found[2])

    def _press(self, page: Page, button: str, expected: str) -> tuple[float, float]:
        for wall in self._walls:
            wall.evaluate(_WATCH, expected)
        page.evaluate(_NOTE_PRESS)
        page.get_by_role("button", name=button).click()
        for wall in self._walls:
            wall.get_by_role("heading", name=expected).wait_for()
        pressed = page.evaluate("window.pressed")
        told, polling = (wall.evaluate(_SEEN) - pressed for wall in self._walls)
        return told, polling


def measure() -> Iterator[Figure]:
    """A quiet room first, then one with a hundred participants who answer every five seconds."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        room = _make_room(Path(name))
        server = opened.enter_context(running(APP, Path(name)))
        browser = _browser(opened.enter_context(sync_playwright()))
        screens = Screens(browser, server, room)
        for what in (ANSWERS, OPENINGS):
            yield from _quiet_figures(what, screens.times(what))
        cookies = [f"{SEAT}={seat}" for seat in room.seats[1:]]
        path = f"/live/{room.project}"
        with crowd_in(server, cookies, path, room.query("phone"), EVERY_SECONDS) as crowd:
            began, used = time.monotonic(), server.processor_seconds
            for what in (ANSWERS, OPENINGS):
                yield from _busy_figures(what, screens.times(what))
            share = (server.processor_seconds - used) / (time.monotonic() - began)
        if crowd.faults:
            raise NotDrawn(crowd.faults[0])
        yield _crowd_figure(crowd, share)
        browser.close()


def _quiet_figures(what: str, times: Times) -> Iterator[Figure]:
    told, polling = median(times.told), median(times.polling)
    beside = f"95 of 100 within {_slow(times.told):.0f} ms"
    yield Figure(f"{what}, quiet", told, "ms", at_most=100, beside=beside)
    beside = f"{polling:.0f} ms, 95 of 100 within {_slow(times.polling):.0f} ms"
    yield Figure(f"{what}, quiet, told ÷ asking every second", told / polling, "×", 0.2, beside)


def _busy_figures(what: str, times: Times) -> Iterator[Figure]:
    name = f"{what}, with {PARTICIPANTS} participants"
    asking = f"asking every second {median(times.polling):.0f} ms"
    yield Figure(name, median(times.told), "ms", at_most=150, beside=asking)
    asking = f"asking every second {_slow(times.polling):.0f} ms"
    yield Figure(f"{name}, 95 of 100", _slow(times.told), "ms", at_most=400, beside=asking)


def _crowd_figure(crowd: Crowd, share: float) -> Figure:
    beside = f"{len(crowd.confirmed)} answers, {crowd.heard} events heard, {share:.2f} of a core"
    return Figure("Own answer confirmed, 95 of 100", _slow(crowd.confirmed) * 1000, "ms", 300, beside)


def _slow(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _make_room(folder: Path) -> Room:
    store = open_store(Settings(data_folder=folder))
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Hall", language="en"))
    where = (store, COMMAND_LINE, project)
    workshop = add_workshop(*where, {"name": "Morning"})
    first, _ = [
        add_activity(*where, workshop, {"kind": "fist_of_five", "title": title, "minutes": 5})
        for title in TITLES
    ]
    open_activity(*where, first, 1)
    [entry] = list_workshops(*where)
    seats = tuple(join_workshop(store, entry.code) for _ in range(PARTICIPANTS + 1))
    store.close()
    return Room(project, workshop, seats)


def _browser(playwright: Playwright) -> Browser:
    file = shutil.which("chromium") or shutil.which("google-chrome")
    return playwright.chromium.launch(executable_path=file, args=["--no-sandbox"])
