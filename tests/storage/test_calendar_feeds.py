"""The calendar of somebody's to-dos: private, revocable, and read back by a calendar library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar, Event

from storage.access import COMMAND_LINE, GUEST, Actor, NotAllowed
from storage.action_status import set_status
from storage.actions import add_action, bin_actions, change_action
from storage.calendar_feeds import Feed, has_feed, issue_feed, read_feed, revoke_feed
from storage.calendar_files import write_calendar
from storage.invitations import invite, list_members, remove_member, revoke_link
from storage.my_todos import connect_myself
from storage.people import actor_of, enter
from storage.persons import add_person
from storage.store import Store
from storage.wording import wording_for
from tests._hostile_texts import HOSTILE, as_kept
from tests.storage._invited import invited
from tests.storage._plan import by_name
from tests.storage._rows import everything
from touchpoints.model import ActionStatus

DAY = date(2026, 3, 28)  # in Europe the night after it has one hour less
PassTime = Callable[[timedelta], datetime]


@pytest.fixture
def ada(store: Store, facilitator: Actor, project: UUID) -> UUID:
    return add_person(store, facilitator, project, "Ada")


@pytest.fixture
def lead(store: Store, facilitator: Actor, project: UUID, ada: UUID) -> Actor:
    return invited(store, facilitator, project, "Ada", ada)


@pytest.fixture
def add(store: Store, facilitator: Actor, project: UUID, ada: UUID) -> Callable[..., UUID]:
    """Add a to-do of Ada's that is due."""

    def add(name: str, due_on: date | None = DAY, **more: Any) -> UUID:
        return add_action(
            store, facilitator, project, {"name": name, "owner_id": ada, "due_on": due_on, **more}
        )

    return add


def written(feed: Feed | None, language: str = "en") -> bytes:
    assert feed is not None
    return write_calendar(feed, wording_for(language), lambda todo: f"https://tool.example/?todo={todo.id}")


def events(feed: Feed | None, language: str = "en") -> list[Event]:
    return list(Calendar.from_ical(written(feed, language)).walk("VEVENT"))


def names(store: Store, token: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in events(read_feed(store, token))]


def test_a_to_do_is_the_whole_day_on_which_it_is_due(store: Store, lead: Actor, add: Any) -> None:
    oven = add("Oven")
    [event] = events(read_feed(store, issue_feed(store, lead)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, DAY + timedelta(days=1))
    assert type(event["DTSTART"].dt) is date
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert (event["SUMMARY"], event["TRANSP"], event["STATUS"]) == ("Oven", "TRANSPARENT", "CONFIRMED")
    assert event["UID"] == f"{oven}@touchpoints"
    assert event["URL"] == f"https://tool.example/?todo={oven}"
    assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)


def test_what_a_calendar_program_asks_of_a_file_is_there(store: Store, lead: Actor, add: Any) -> None:
    add("Oven")
    text = written(read_feed(store, issue_feed(store, lead))).decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    for needed in (
        "VERSION:2.0",
        "PRODID:",
        "X-WR-CALNAME:My to-dos",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ):
        assert needed in text


def test_a_change_keeps_the_event_and_raises_its_number(
    store: Store, facilitator: Actor, project: UUID, lead: Actor, add: Any, pass_time: PassTime
) -> None:
    oven, token = add("Oven"), issue_feed(store, lead)
    [before] = events(read_feed(store, token))
    pass_time(timedelta(hours=1))
    version = by_name(store, facilitator, project)["Oven"].version
    later = DAY + timedelta(days=1)
    change_action(store, facilitator, project, oven, version, {"due_on": later})
    [after] = events(read_feed(store, token))
    assert (after["UID"], after["DTSTART"].dt) == (before["UID"], later)
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_the_same_to_dos_are_the_same_bytes(store: Store, lead: Actor, add: Any, pass_time: PassTime) -> None:
    for name in ("Oven", "Sign", "Flyer"):
        add(name)
    token = issue_feed(store, lead)
    before = written(read_feed(store, token))
    pass_time(timedelta(days=3))
    assert written(read_feed(store, token)) == before


def test_only_what_is_open_and_has_a_date_stands_in_it(
    store: Store, project: UUID, lead: Actor, add: Any
) -> None:
    done, dropped, binned = add("Done"), add("Dropped"), add("Binned")
    add("Some day", None)
    set_status(store, lead, project, [done], ActionStatus.DONE, DAY)
    set_status(store, lead, project, [dropped], ActionStatus.DROPPED, DAY)
    bin_actions(store, lead, project, [binned])
    set_status(store, lead, project, [add("Sign")], ActionStatus.BLOCKED, DAY, "no permit")
    [event] = events(read_feed(store, issue_feed(store, lead)))
    assert event["SUMMARY"] == "Sign"
    assert "blocked by: no permit" in event["DESCRIPTION"]


def test_hostile_texts_stay_text(store: Store, lead: Actor, add: Any) -> None:
    texts = {as_kept(text)[:200].strip() for text in HOSTILE} - {""}
    texts |= {"a;b,c\\n", "BEGIN:VEVENT", "x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR"}
    for text in texts:
        add(text)
    found = {str(event["SUMMARY"]) for event in events(read_feed(store, issue_feed(store, lead)))}
    assert found == {" ".join(as_kept(text).split()) for text in texts}


def test_the_calendar_speaks_the_language_of_its_reader(store: Store, lead: Actor, add: Any) -> None:
    add("Oven")
    text = written(read_feed(store, issue_feed(store, lead)), "de").decode()
    assert f"X-WR-CALNAME:{wording_for('de').say('My to-dos')}" in text


@pytest.mark.parametrize("token", ["", "guessed", "\0", "x" * 100_000])
def test_a_guessed_address_shows_nothing(store: Store, lead: Actor, token: str) -> None:
    issue_feed(store, lead)
    assert read_feed(store, token) is None


def test_no_token_is_in_the_database_and_it_has_256_bits(store: Store, lead: Actor) -> None:
    token = issue_feed(store, lead)
    assert len(token) == 43
    assert not [value for value in everything(store) if token in value]


def test_it_is_revoked_and_made_anew(store: Store, lead: Actor) -> None:
    first = issue_feed(store, lead)
    second = issue_feed(store, lead)
    assert read_feed(store, first) is None
    assert read_feed(store, second) is not None
    assert has_feed(store, lead)
    revoke_feed(store, lead)
    assert read_feed(store, second) is None
    assert not has_feed(store, lead)


def test_one_is_revoked_without_the_others(store: Store, facilitator: Actor, lead: Actor) -> None:
    token = issue_feed(store, lead)
    issue_feed(store, facilitator)
    revoke_feed(store, facilitator)
    assert read_feed(store, token) is not None


@pytest.mark.parametrize("actor", [GUEST, COMMAND_LINE])
def test_only_an_account_has_a_calendar(store: Store, actor: Actor) -> None:
    for function in (issue_feed, has_feed, revoke_feed):
        with pytest.raises(NotAllowed):
            function(store, actor)


def test_what_one_may_not_see_any_more_is_gone_from_it(
    store: Store, facilitator: Actor, project: UUID, lead: Actor, add: Any
) -> None:
    add("Oven")
    token = issue_feed(store, lead)
    assert names(store, token) == ["Oven"]
    [member] = [one for one in list_members(store, facilitator, project) if one.account_id == lead.account_id]
    for link in member.links:
        revoke_link(store, facilitator, project, link.id)
    assert names(store, token) == []
    remove_member(store, facilitator, project, member.account_id)
    assert names(store, token) == []


def test_when_the_last_link_ends_so_does_what_the_calendar_shows(
    store: Store, lead: Actor, add: Any, pass_time: PassTime
) -> None:
    add("Oven")
    token = issue_feed(store, lead)
    pass_time(timedelta(days=31))
    assert names(store, token) == []


def test_an_administrator_needs_no_link(
    store: Store, facilitator: Actor, project: UUID, ada: UUID, add: Any, pass_time: PassTime
) -> None:
    add("Oven")
    connect_myself(store, facilitator, project, ada)
    token = issue_feed(store, facilitator)
    pass_time(timedelta(days=31))
    assert names(store, token) == ["Oven"]


def test_an_address_made_by_a_link_to_one_project_tells_nothing_of_another(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, ada: UUID, add: Any
) -> None:
    """Who leads one project knows the mail address of somebody in another, and invites her by it."""
    add("Oven")
    about = {"name": "Ada", "role": "team_lead", "days": 30, "mail": "ada@example.org"}
    known = enter(store, invite(store, facilitator, project, about | {"person_id": ada}))
    foreign = enter(store, invite(store, facilitator, other_project, about))
    assert names(store, issue_feed(store, actor_of(store, foreign))) == []
    assert names(store, issue_feed(store, actor_of(store, known))) == ["Oven"]
