"""Live pages show what others do, heal when the server was away, and do not keep it from stopping."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from signal import SIGTERM
from subprocess import Popen

import pytest
from playwright.sync_api import Page, expect

from pages._sign_in import COOKIE, SEAT
from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.people import enter, issue_start_link
from storage.projects import new_project
from storage.revisions import WORKSHOP, raise_revision
from storage.seats import join_workshop
from storage.store import Store, open_store
from storage.workshops import add_workshop, list_workshops, open_workshop
from tests.browser._live_page import VOTES
from tests.browser._server import free_address, start_server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput

APP = "tests/browser/_live_app.py"


class Room:
    """A server that can be killed and started again at one address, and its database beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = free_address()
        self.server = self.start()
        self.store = open_store(Settings(data_folder=folder))
        self.project = new_project(self.store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))

    def start(self) -> Popen[bytes]:
        self.server = start_server(self.folder, self.address, APP)
        return self.server

    def kill(self) -> None:
        self.server.kill()
        self.server.wait()

    def end(self) -> None:
        self.store.close()
        self.kill()

    def move(self, scope: str) -> None:
        """As the command line does: in another process than the server's."""
        with self.store.writing() as session:
            raise_revision(session, self.project, scope)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    opened = Room(tmp_path_factory.mktemp("live"))
    yield opened
    opened.end()


def open_page(page: Page, room: Room, cookie: str, token: str | None, more: str = "") -> Page:
    assert token
    page.context.add_cookies([{"name": cookie, "value": token, "url": room.address}])
    with page.expect_response(f"**/live/{room.project}"):
        page.goto(f"{room.address}/?project={room.project}{more}")
    expect(page.get_by_label("Words")).to_be_visible()
    return page


@pytest.fixture
def wall(visit: Visit, room: Room) -> Page:
    return open_page(visit(), room, COOKIE, sign_in(room.store))


@pytest.fixture
def console(visit: Visit, room: Room) -> Page:
    return open_page(visit(), room, COOKIE, sign_in(room.store))


@pytest.fixture
def phone(visit: Visit, room: Room) -> Page:
    where = (room.store, COMMAND_LINE, room.project)
    workshop = add_workshop(*where, {"name": "Morning"})
    open_workshop(*where, workshop)
    [code] = [entry.code for entry in list_workshops(*where) if entry.id == workshop]
    return open_page(visit(width=390), room, SEAT, join_workshop(room.store, code), "&phone=1")


def sign_in(store: Store) -> str | None:
    return enter(store, issue_start_link(store))


def number(page: Page, name: str) -> int:
    return int(page.get_by_text(f"{name}: ").inner_text().removeprefix(f"{name}: "))


def mark(page: Page, name: str) -> str:
    return page.get_by_text(f"{name} drawn: ").inner_text()


def expect_number(page: Page, name: str, value: int) -> None:
    expect(page.get_by_text(f"{name}: {value}", exact=True)).to_be_visible()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_fragment_shows_what_somebody_does_elsewhere_and_the_rest_stays(wall: Page, console: Page) -> None:
    votes, page_drawn = number(wall, "votes"), mark(wall, "on")
    press(console, "Vote")
    expect_number(wall, "votes", votes + 1)
    press(console, "Vote in the fragment")
    expect_number(wall, "votes", votes + 2)
    assert mark(wall, "on") == page_drawn


def test_a_fragment_that_nobody_answers_for_comes_back_with_the_page(wall: Page, console: Page) -> None:
    votes, page_drawn = number(wall, "votes"), mark(wall, "on")
    wall.evaluate("() => touchpointsLive.fragments.forEach((fragment) => (fragment.ask = () => {}))")
    press(console, "Vote in the fragment")
    expect_number(wall, "votes", votes + 1)
    assert mark(wall, "on") != page_drawn


def test_what_no_fragment_waits_for_draws_the_page(wall: Page, console: Page) -> None:
    on = number(wall, "on")
    press(console, "Go on")
    expect_number(wall, "on", on + 1)


def test_what_a_command_commits_shows_too(wall: Page, room: Room) -> None:
    votes = number(wall, "votes")
    room.move(VOTES)
    expect_number(wall, "votes", votes + 1)


def test_a_page_holds_one_stream_however_often_it_is_drawn(wall: Page) -> None:
    streams: list[str] = []
    wall.on("request", lambda request: streams.append(request.resource_type))
    wall.reload()
    for _ in range(3):
        on = number(wall, "on")
        press(wall, "Go on")
        expect_number(wall, "on", on + 1)
    assert streams.count("eventsource") == 1


def test_phones_show_what_is_on_and_hear_of_no_vote(phone: Page, room: Room) -> None:
    on, drawn = number(phone, "on"), mark(phone, "on")
    room.move(VOTES)
    phone.wait_for_timeout(1500)
    assert mark(phone, "on") == drawn
    room.move(WORKSHOP)
    expect_number(phone, "on", on + 1)


def test_a_phone_does_not_move_under_somebodys_fingers(phone: Page, room: Room) -> None:
    on = number(phone, "on")
    words = phone.get_by_label("Words")
    words.press_sequentially("I wai")
    room.move(WORKSHOP)
    words.press_sequentially("ted far too long", delay=100)
    assert number(phone, "on") == on
    expect_number(phone, "on", on + 1)
    expect(words).to_have_value("I waited far too long")


def test_pages_heal_when_the_server_was_killed(wall: Page, phone: Page, room: Room) -> None:
    votes, on, drawn = number(wall, "votes"), number(phone, "on"), mark(phone, "on")
    room.kill()
    room.move(
        VOTES
    )  # of which no page but only a fragment takes notice, and the new server knows no fragment
    room.start()
    began = time.monotonic()
    expect_number(wall, "votes", votes + 1)
    expect(phone.get_by_text(drawn)).to_have_count(0)
    assert time.monotonic() - began < 5
    press(wall, "Vote in the fragment")
    expect_number(wall, "votes", votes + 2)
    room.move(WORKSHOP)
    expect_number(phone, "on", on + 1)


def test_a_page_asks_by_itself_where_no_stream_comes_through(wall: Page, room: Room) -> None:
    wall.route(f"**/live/{room.project}", lambda route: route.fulfill(status=502))
    wall.reload()
    votes = number(wall, "votes")
    room.move(VOTES)
    expect_number(wall, "votes", votes + 1)
    wall.unroute(f"**/live/{room.project}")
    with wall.expect_request(f"**/live/{room.project}"):
        pass


def test_the_server_stops_at_once_with_an_open_stream(wall: Page, room: Room) -> None:
    expect(wall.get_by_text("votes: ")).to_be_visible()
    began = time.monotonic()
    room.server.terminate()
    assert room.server.wait(timeout=20) in {0, -SIGTERM}
    assert time.monotonic() - began < 1
    room.start()
