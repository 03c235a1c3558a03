"""The protocol as one piece of HTML, in the order in which it is read: agenda, promises, results, cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from pages._activity_words import STATE_WORDS
from pages._card_words import CARD_WORDS, said_of_promise
from pages._document import document, heading, paragraph, table
from pages._kept import kept
from pages._page import PageContext
from pages._room_figures import figure_rows, said_of_age
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry
from storage.projects import ProjectSummary
from storage.protocol import Protocol, read_protocol
from storage.reveals import RevealedPicture
from storage.revisions import revisions_of
from touchpoints.activities import Dots, Points, Rate, activity_kind
from touchpoints.ballots import WHOLE
from touchpoints.messages import Wording, message
from touchpoints.model import CardKind, WorkshopState


def written_protocol(page: PageContext, project: ProjectSummary, workshop_id: UUID) -> str:
    """All of it, written once for as long as nothing in the project changes."""
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    state = sorted(revisions_of(page.store, page.actor, project.id).items())
    return _written(page, project, workshop_id, str((project, state, page.wording.language)))


@kept(12)
def _written(_page: PageContext, _project: ProjectSummary, workshop_id: UUID, key: str) -> str:  # noqa: ARG001 - says of which state and language
    return protocol_html(_page, _project, read_protocol(_page.store, _page.actor, _project.id, workshop_id))


def protocol_html(page: PageContext, project: ProjectSummary, found: Protocol) -> str:
    """All of it; every text of a user is escaped."""
    zone = ZoneInfo(project.time_zone)
    pieces = [
        *_head(page, project, found),
        *_agenda(page, found, zone),
        *_promises(page, found),
        *_results(page, found, project),
        *_parked(page, found),
    ]
    return document(pieces)


def _head(page: PageContext, project: ProjectSummary, found: Protocol) -> Iterable[str]:
    say, workshop = page.wording.say, found.workshop
    day = page.wording.date(workshop.held_on) if workshop.held_on else ""
    yield f"<h1>{escape(workshop.name)}</h1>"
    yield f"<p>{escape(' · '.join(one for one in (project.name, day) if one))}</p>"
    if workshop.is_rehearsal:
        yield paragraph(say("A rehearsal: these are acted answers."))
    if workshop.state is not WorkshopState.CONCLUDED:
        yield paragraph(say("The workshop is not concluded yet; this is how it stands now."))


def _agenda(page: PageContext, found: Protocol, zone: ZoneInfo) -> Iterable[str]:
    say = page.wording.say
    rows = [
        {
            say("Begun"): _time(one.opened_at, zone),
            say("Activity"): one.title,
            say("Planned for"): say("{count} min", count=one.minutes),
            say("How far"): say(STATE_WORDS[one.state]),
            say("Answered"): _answered(page.wording, found, one),
        }
        for one in found.activities
    ]
    yield heading(say("Agenda"))
    yield table(rows)


def _time(at: datetime | None, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}" if at else ""


def _answered(wording: Wording, found: Protocol, activity: ActivityEntry) -> str:
    revealed = _revealed(found, activity)
    return wording.number(revealed.n) if revealed else ""


def _revealed(found: Protocol, activity: ActivityEntry) -> RevealedPicture | None:
    record = found.records.get(activity.id)
    return record.revealed if record else None


def _promises(page: PageContext, found: Protocol) -> Iterable[str]:
    """Who promised what, of the plan or proposed in the room, and what else became a to-do."""
    say, date = page.wording.say, page.wording.date
    names = {**found.names, **{str(one.id): one.name for one in found.todos}}
    actions = [one for one in found.cards if one.kind is CardKind.ACTION and one.taken_as_id]
    proposed = [one for one in actions if one.name or one.due_on]
    promised = [
        {
            say("Who"): one.name or say("Somebody"),
            say("What"): names.get(one.action, ""),
            say("Until"): date(one.day),
        }
        for activity in found.activities
        if (revealed := _revealed(found, activity))
        for one in revealed.picture.promises
    ]
    promised += [
        {
            say("Who"): one.name or say("Somebody"),
            say("What"): names.get(str(one.taken_as_id), one.text),
            say("Until"): date(one.due_on) if one.due_on else "",
        }
        for one in proposed
    ]
    taken = {one.taken_as_id for one in actions if one not in proposed}
    todos = [
        {
            say("What"): one.name,
            say("Owner"): one.owner or "",
            say("Due"): date(one.due_on) if one.due_on else "",
        }
        for one in found.todos
        if one.id in taken
    ]
    if promised:
        yield heading(say("Who promised what")) + table(promised)
    if todos:
        yield heading(say("To-dos from the workshop")) + table(todos)


def _results(page: PageContext, found: Protocol, project: ProjectSummary) -> Iterable[str]:
    by_activity: dict[object, list[CardEntry]] = {}
    for card in found.cards:
        by_activity.setdefault(card.activity_id, []).append(card)
    yield heading(page.wording.say("Results"))
    for activity in found.activities:
        if activity_kind(activity.kind).takes_answers and activity.opened_at is not None:
            yield f"<h3>{escape(activity.title)}</h3><p>{escape(activity.instructions)}</p>"
            yield from _figures(page.wording, found, activity, project)
            yield _cards(page.wording, by_activity.get(activity.id, ()))


def _figures(
    wording: Wording, found: Protocol, activity: ActivityEntry, project: ProjectSummary
) -> Iterable[str]:
    """The latest picture, and where an older one stands since then, which one that is."""
    revealed = _revealed(found, activity)
    if revealed is None:
        return
    if old := said_of_age(wording, project, activity, revealed):
        yield paragraph(old)
    names = {**found.names, WHOLE: wording.say("All in all")}
    rows = figure_rows(wording, activity.kind, revealed.picture, names)
    if rows:
        yield table(rows)
    elif any(isinstance(part, Rate | Points | Dots) for part in activity_kind(activity.kind).parts):
        said = message("Fewer than {floor} answers: no figure is shown.", floor=revealed.picture.floor)
        yield f"<p>{escape(wording.say(said))}</p>"


def _cards(wording: Wording, cards: Sequence[CardEntry]) -> str:
    """Word for word, by kind; what became part of the project says so."""
    by_kind = sorted(cards, key=lambda one: list(CardKind).index(one.kind))
    lists = []
    for kind, run in groupby(by_kind, key=lambda one: one.kind):
        items = "".join(f"<li>{_card(wording, one)}</li>" for one in run)
        lists.append(f"<p><strong>{escape(wording.say(CARD_WORDS[kind]))}</strong></p><ul>{items}</ul>")
    return "".join(lists)


def _card(wording: Wording, card: CardEntry) -> str:
    more = [card.touchpoint] if card.touchpoint else []
    if promised := said_of_promise(wording, card.name, card.due_on):
        more.append(promised)
    if card.group:
        more.append(card.group)
    if card.doubles:
        more.append(wording.say("{count} times", count=card.doubles + 1))
    if card.taken_as_id:
        more.append(wording.say("taken over"))
    return escape(f"{card.text} ({', '.join(more)})" if more else card.text)


def _parked(page: PageContext, found: Protocol) -> Iterable[str]:
    parked = [one for one in found.cards if one.activity_id is None]
    if parked:
        items = "".join(f"<li>{_card(page.wording, one)}</li>" for one in parked)
        yield heading(page.wording.say("Parking lot")) + f"<ul>{items}</ul>"
