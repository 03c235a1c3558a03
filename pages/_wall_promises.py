"""Who does what until when, on the room's screen: what was promised, and what was proposed besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from pages._live import on_move
from pages._wall_screens import head_html, number_of, show_screens
from pages._workshop import OpenWorkshop
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry
from storage.card_list import list_cards
from storage.reveals import RevealedPicture, read_picture
from storage.revisions import activity_scope
from touchpoints.messages import plural
from touchpoints.model import CardKind

ROWS = 9


@dataclass(frozen=True)
class _Row:
    """One action that somebody does; of one that is proposed, name and day may be missing."""

    what: str
    name: str
    day: date | None
    is_proposed: bool = False


@st.fragment
def show_promises(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """As they come: names are shown here, and everybody was told so before."""
    on_move(activity_scope(activity.id), key="wall-promises")
    revealed = read_picture(*opened.where, activity.id)
    rows = [*(_promised(opened, activity, revealed) if revealed else ()), *_proposed(opened, activity)]
    screens = list(_screens(opened, activity, rows))
    if not screens:
        st.html(head_html(activity.title, opened.say("Nobody has promised anything yet")))
    show_screens(activity, [partial(show, number_of(at, len(screens))) for at, show in enumerate(screens)])


def promise_screens(
    opened: OpenWorkshop, activity: ActivityEntry, revealed: RevealedPicture
) -> Iterator[Callable[[str], None]]:
    """The next ones first, on as many screens as they need."""
    yield from _screens(opened, activity, list(_promised(opened, activity, revealed)))


def _promised(opened: OpenWorkshop, activity: ActivityEntry, revealed: RevealedPicture) -> Iterator[_Row]:
    if not revealed.picture.promises:
        return
    names = {str(one.id): one.name for one in list_subjects(*opened.where, activity.id)}
    for one in revealed.picture.promises:
        yield _Row(names.get(one.action, ""), one.name, one.day)


def _proposed(opened: OpenWorkshop, activity: ActivityEntry) -> Iterator[_Row]:
    """While people write they see it come; afterwards it hangs there as a card."""
    for card in list_cards(*opened.where, opened.workshop.id, activity.id):
        if card.kind is CardKind.ACTION:
            yield _Row(card.text, card.name, card.due_on, is_proposed=True)


def _screens(
    opened: OpenWorkshop, activity: ActivityEntry, rows: Sequence[_Row]
) -> Iterator[Callable[[str], None]]:
    ordered = sorted(rows, key=lambda one: (one.day or date.max, one.name))
    told = [_told(opened, one) for one in ordered]
    for start in range(0, len(told), ROWS):
        yield partial(_show, _title(opened, rows), activity.title, "".join(told[start : start + ROWS]))


def _title(opened: OpenWorkshop, rows: Sequence[_Row]) -> str:
    proposed = sum(one.is_proposed for one in rows)
    promised = len(rows) - proposed
    counts = (
        plural("{count} promise", "{count} promises", promised) if promised else None,
        plural("{count} action proposed", "{count} actions proposed", proposed) if proposed else None,
    )
    return " · ".join(opened.say(one) for one in counts if one)


def _show(title: str, activity: str, rows: str, number: str) -> None:
    st.html(f'{head_html(title, activity, number)}<table class="wall-promises"><tbody>{rows}</tbody></table>')


def _told(opened: OpenWorkshop, row: _Row) -> str:
    until = opened.say("until {date}", date=row.day) if row.day else ""
    who = escape(row.name or opened.say("without a name"))
    return f"<tr><th>{who}</th><td>{escape(row.what)}</td><td>{escape(until)}</td></tr>"
