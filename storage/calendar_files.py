"""To-dos as a calendar that the usual programs read: an all-day event on the day each is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.calendar_feeds import DatedTodo, Feed
from touchpoints.messages import Wording
from touchpoints.plan_words import STATUS_WORDS
from touchpoints.todos import Todo

if TYPE_CHECKING:
    from icalendar import Event

# Programs ask this often at most; Google's own pace is slower, whatever stands here.
_PACE = timedelta(hours=1)
_MAKER = "-//touchpoints//to-dos//EN"


def write_calendar(feed: Feed, wording: Wording, address_of: Callable[[Todo], str]) -> bytes:
    """The calendar; `address_of` gives where a to-do is opened. The same feed gives the same bytes.

    Events and not VTODO, which Google and Outlook leave out of a calendar that is subscribed to. A day
    without an hour is the same day in every time zone, and nobody counts as busy for it.
    """
    # A tenth of a second that no start should wait for.
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    name = wording.say("My to-dos")
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _PACE, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for dated in feed.todos:
        calendar.add_component(_event(dated, wording, address_of(dated.todo)))
    written: bytes = calendar.to_ical()
    return written


def _event(dated: DatedTodo, wording: Wording, address: str) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    todo, event = dated.todo, Event()
    event.add("uid", f"{todo.id}@touchpoints")
    # Not the moment of asking: an unchanged to-do must look unchanged.
    event.add("dtstamp", dated.changed_at.replace(microsecond=0))
    event.add("last-modified", dated.changed_at.replace(microsecond=0))
    event.add("sequence", dated.version)
    if todo.due_on is not None:
        event.add("dtstart", todo.due_on)
        event.add("dtend", todo.due_on + timedelta(days=1))
    event.add("summary", _one_line(todo.name))
    event.add("description", "\n".join(_about(todo, wording, address)))
    event.add("url", address)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _about(todo: Todo, wording: Wording, address: str) -> Iterator[str]:
    """Project and touchpoint, how far it is, what blocks it, and where to open it."""
    yield _one_line(" · ".join(filter(None, (todo.project, todo.touchpoint))))
    yield wording.say("Status: {status}", status=wording.say(STATUS_WORDS[todo.status]))
    if todo.blocked_by:
        yield wording.say("blocked by: {reason}", reason=_one_line(todo.blocked_by))
    yield address


def _one_line(text: str) -> str:
    return " ".join(text.split())
