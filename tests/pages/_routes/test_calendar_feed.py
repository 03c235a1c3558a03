"""The calendar address: read without a cookie, by nobody who does not know it, and not in vain."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from storage.access import COMMAND_LINE, Actor
from storage.actions import add_action
from storage.calendar_feeds import issue_feed, revoke_feed
from storage.my_todos import connect_myself
from storage.people import actor_of, enter, issue_start_link, set_language
from storage.persons import add_person
from storage.projects import new_project
from storage.store import Store
from storage.wording import wording_for
from touchpoints.model import ProjectInput


@pytest.fixture
def me(store: Store) -> Actor:
    return actor_of(store, enter(store, issue_start_link(store)))


@pytest.fixture
def bakery(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))


@pytest.fixture
def oven(store: Store, me: Actor, bakery: UUID) -> UUID:
    ada = add_person(store, me, bakery, "Ada")
    connect_myself(store, me, bakery, ada)
    return add_action(store, me, bakery, {"name": "Oven", "owner_id": ada, "due_on": date(2026, 3, 29)})


@pytest.fixture
def address(store: Store, me: Actor) -> str:
    return f"/calendar/{issue_feed(store, me)}.ics"


def test_a_calendar_program_reads_it_without_a_cookie(
    client: TestClient, store: Store, bakery: UUID, oven: UUID, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["URL"] == f"{store.settings.address}/my_todos?project={bakery}&todo={oven}"


def test_no_cache_keeps_it_and_no_other_site_learns_the_address(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["cache-control"] == "private, no-cache"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.usefixtures("oven")
def test_what_a_program_has_already_is_not_sent_again(
    client: TestClient, store: Store, me: Actor, bakery: UUID, address: str
) -> None:
    mark = client.get(address).headers["etag"]
    for sent in (mark, f"W/{mark}", f'"other", {mark}'):
        again = client.get(address, headers={"If-None-Match": sent})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", mark)
    connect_myself(store, me, bakery, add_person(store, me, bakery, "Ben"))
    changed = client.get(address, headers={"If-None-Match": mark})
    assert changed.status_code == 200
    assert list(Calendar.from_ical(changed.content).walk("VEVENT")) == []


@pytest.mark.usefixtures("oven")
def test_it_speaks_the_language_of_the_account(
    client: TestClient, store: Store, me: Actor, address: str
) -> None:
    set_language(store, me, "de")
    text = client.get(address, headers={"Accept-Language": "en"}).text
    assert wording_for("de").say("planned") in text
    assert "planned" not in text


def test_whoever_has_chosen_no_language_reads_that_of_the_project(
    client: TestClient, store: Store, me: Actor, address: str
) -> None:
    hotel = new_project(store, COMMAND_LINE, ProjectInput(name="Hotel", language="de"))
    kai = add_person(store, me, hotel, "Kai")
    connect_myself(store, me, hotel, kai)
    english = {"Accept-Language": "en"}
    # Without a to-do it is known from the project alone.
    assert wording_for("de").say("My to-dos") in client.get(address, headers=english).text
    add_action(store, me, hotel, {"name": "Bed", "owner_id": kai, "due_on": date(2026, 3, 29)})
    text = client.get(address, headers=english).text
    assert wording_for("de").say("planned") in text
    assert "planned" not in text


@pytest.mark.parametrize("token", ["guessed", "x" * 43, "%00", "..%2f"])
def test_a_guessed_address_says_what_to_do(client: TestClient, address: str, token: str) -> None:
    answer = client.get(f"/calendar/{token}.ics", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert address not in answer.text


def test_a_revoked_address_says_what_to_do(client: TestClient, store: Store, me: Actor, address: str) -> None:
    revoke_feed(store, me)
    answer = client.get(address, headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert "Make a new one" in answer.text
