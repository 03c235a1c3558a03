"""The reminder list is a mail for each owner, and the calendar a private address."""

from __future__ import annotations

from storage.calendar_feeds import has_feed, read_feed
from tests.pages._screen import (
    is_shown,
    press,
    press_in_dialog,
)
from tests.pages.todos._team import Open, Team, field, run


def test_the_reminder_list_is_a_mail_for_each_owner(team: Team, visit: Open) -> None:
    team.add("Oven", -3)
    team.add("Sign", -1, owner_id=team.ben)
    team.add("Shelf", -2)
    frame = press(visit(), "Reminder list")
    assert field(frame.selectbox, "Whom to remind").options == ["Ada", "Ben", "all in one list"]
    field(frame.selectbox, "Whom to remind").set_value(str(team.ben))
    run(frame)
    [text] = [one.value for one in frame.code]
    assert text.startswith("Hello Ben,\n\nOverdue:\n- Sign (until ")
    assert f"/my_todos?project={team.bakery}" in text
    [link] = [one.proto.url for one in frame.get("link_button")]
    assert link.startswith("mailto:ben@bakery.example?subject=To-dos%3A%20Bakery&body=Hello%20Ben")
    field(frame.selectbox, "Whom to remind").set_value("all")
    run(frame)
    assert [word in frame.code[0].value for word in ("Ada", "Oven", "Ben", "Sign")] == [True] * 4


def test_a_mail_that_would_be_too_long_is_to_be_copied(team: Team, visit: Open) -> None:
    for number in range(12):
        team.add(f"{number} {'ö' * 150}", -3)
    frame = press(visit(), "Reminder list")
    assert is_shown(frame, "The text is too long for a link: copy it into the mail.")
    [link] = [one.proto.url for one in frame.get("link_button")]
    assert "body" not in link


def test_with_nothing_due_nobody_is_reminded(team: Team, visit: Open) -> None:
    team.add("Roof", 30)
    assert is_shown(press(visit(), "Reminder list"), "there is nobody to remind")


def test_a_calendar_address_is_made_shown_once_and_revoked(team: Team, visit: Open) -> None:
    frame = press(visit(), "Calendar")
    press_in_dialog(frame, "Make an address")
    [address] = [one.value for one in frame.code]
    token = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert read_feed(team.store, token) is not None
    frame = press(visit(), "Calendar")
    assert not frame.code
    assert is_shown(frame, "An address is in use.") or frame.info
    press_in_dialog(frame, "Revoke the address")
    assert not has_feed(team.store, team.actor)
    assert read_feed(team.store, token) is None
