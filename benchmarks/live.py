"""From a press in one browser until it shows in another, which is told of it or asks every second."""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from benchmarks._crowd import Crowd, Habit, crowd_in
from benchmarks._figures import Figure
from benchmarks._hall import Hall, make_hall
from benchmarks._screens import (
    ASKING_WALL,
    CONSOLE,
    TURNOUT,
    WALL,
    launch_browser,
    open_phone,
    open_screen,
    reader_of,
)
from benchmarks._server import Server, running
from benchmarks._session import NotDrawn
from pages._ballot_acts import MOST_PEOPLE

APP = Path("benchmarks/live_page/app.py")
PARTICIPANTS, EVERY_SECONDS, PRESSES = 100, 5.0, 40
TITLES = ("First", "Second")
ANSWERS, OPENINGS = "Answer until the wall counts it", "Activity opened until the wall shows it"
_TITLE = ".wall-title"
_OPENING = re.compile("Start activity|Open again")

# The moment at which the page has been laid out with a text at the beginning of a place on it.
_WATCH = """([place, text]) => {
  window.seen = null;
  const look = () => {
    if (!document.querySelector(place)?.textContent.startsWith(text)) return false;
    requestAnimationFrame(() => (window.seen = Date.now()));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
_SEEN = """() => new Promise((done, fail) => {
  const until = Date.now() + 30_000;
  const look = () => {
    if (window.seen) done(window.seen);
    else if (Date.now() > until) fail(new Error("It never came to the wall."));
    else setTimeout(look, 50);
  };
  look();
})"""
_NOTE_PRESS = """() =>
  addEventListener("click", () => (window.pressed = Date.now()), { capture: true, once: true })"""


@dataclass(frozen=True)
class Times:
    """Milliseconds from each press until it showed: on the wall that is told, and on the one that asks."""

    told: Sequence[float]
    polling: Sequence[float]


class Screens:
    """Two walls side by side, the one told and the other asking, and who presses: a console and a phone."""

    def __init__(self, browser: Browser, server: Server, hall: Hall) -> None:
        self._place = (browser, server, hall)
        told = open_screen(browser, server, hall, WALL)
        self._walls = (told, open_screen(browser, server, hall, ASKING_WALL))
        self._done = reader_of(told)
        self._console = open_screen(browser, server, hall, CONSOLE)
        self._others = cycle(TITLES[::-1])

    def times(self, what: str) -> Times:
        """Press again and again: somebody new answers at the phone, or the other activity is opened."""
        press = self._answer if what == ANSWERS else self._open
        told, polling = zip(*(press(number) for number in range(PRESSES)), strict=True)
        return Times(told, polling)

    def _answer(self, number: int) -> tuple[float, float]:
        """Somebody new, since only who has not answered yet is counted."""
        if number % MOST_PEOPLE == 0:
            self._phone = open_phone(*self._place)
        else:
            self._phone.get_by_role("button", name="Next person").first.tap()
        value = self._phone.get_by_role("button", name="all my support")
        value.wait_for()
        _rest()
        done = self._done()
        assert done is not None
        return self._time(self._phone, value, TURNOUT[WALL], f"{done + 1} of ")

    def _open(self, _number: int) -> tuple[float, float]:
        title = next(self._others)
        self._console.get_by_role("radiogroup").get_by_text(title, exact=True).click()
        self._console.get_by_role("heading", name=title).wait_for()
        button = self._console.get_by_role("button", name=_OPENING)
        button.wait_for()
        _rest()
        return self._time(self._console, button, _TITLE, title)

    def _time(self, page: Page, button: Locator, place: str, text: str) -> tuple[float, float]:
        for wall in self._walls:
            wall.evaluate(_WATCH, [place, text])
        page.evaluate(_NOTE_PRESS)
        button.click()
        told, polling = (wall.evaluate(_SEEN) for wall in self._walls)
        pressed = page.evaluate("window.pressed")
        return told - pressed, polling - pressed


def _rest() -> None:
    """Press at any moment between two looks of the wall that asks, and when the phones have come to rest."""
    time.sleep(random.uniform(2, 3))


def measure() -> Iterator[Figure]:
    """A quiet room first, then one with a hundred participants who answer every five seconds."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        hall = make_hall(Path(name), "fist_of_five", TITLES)
        server = opened.enter_context(running(APP, Path(name)))
        browser = launch_browser(opened.enter_context(sync_playwright()))
        screens = Screens(browser, server, hall)
        for what in (ANSWERS, OPENINGS):
            yield from _quiet_figures(what, screens.times(what))
        with crowd_in(server.port, hall.take_seats(PARTICIPANTS), Habit(EVERY_SECONDS)) as crowd:
            began, used = time.monotonic(), server.processor_seconds
            for what in (ANSWERS, OPENINGS):
                yield from _busy_figures(what, screens.times(what))
            share = (server.processor_seconds - used) / (time.monotonic() - began)
        faults = [fault for phone in crowd.phones for fault in phone.faults]
        if faults:
            raise NotDrawn(faults[0])
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
    beside = f"{crowd.confirmed} answers, {crowd.heard} events heard, {share:.2f} of a core"
    return Figure("Own answer confirmed, 95 of 100", _slow(crowd.seconds) * 1000, "ms", 300, beside)


def _slow(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]
