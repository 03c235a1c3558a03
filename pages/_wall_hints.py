"""The coach asks, on the room's screen: its hints in large letters, then what the room decided on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from html import escape

import streamlit as st

from pages._decision_words import decision_counts, decision_word
from pages._wall_screens import head_html
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.reveals import RevealedPicture
from touchpoints.activities import DECISION, Decision
from touchpoints.messages import Message, message, plural
from touchpoints.room.hints import DecidedHint, asked_hints, decided_hints

# Letters of the longest hint with which all of them have room in the larger size.
_SHORT = 120


def hints_html(activity: ActivityEntry) -> str:
    """What the coach asks, each with why it matters."""
    hints = asked_hints(activity.settings).values()
    size = _size(hint.said for hint in hints)
    articles = "".join(_article(hint.said, escape(hint.why)) for hint in hints)
    head = f'<h1 class="wall-finding">{escape(activity.title)}</h1>'
    return f'<div class="wall-hints wall-full {size}">{head}{articles}</div>'


def decision_screen(
    opened: OpenWorkshop, activity: ActivityEntry, revealed: RevealedPicture, said: str
) -> Iterator[Callable[[str], None]]:
    """One screen with all of them, where hints were asked about."""
    if found := decided_hints(activity.settings, revealed.picture):
        title = opened.say(_finding(found, revealed.picture.floor))
        size = _size(one.hint.said for one in found)
        articles = "".join(_article(one.hint.said, _decided(opened, one)) for one in found)
        yield partial(_show, title, said, f'<div class="wall-hints {size}">{articles}</div>')


def _show(title: str, said: str, body: str, number: str) -> None:
    st.html(head_html(title, said, number) + body)


def _size(texts: Iterable[str]) -> str:
    return "wall-small" if any(len(text) > _SHORT for text in texts) else ""


def _article(said: str, below: str) -> str:
    return f'<article><p class="wall-seen">{escape(said)}</p><p class="wall-below">{below}</p></article>'


def _finding(found: Sequence[DecidedHint], floor: int) -> Message:
    """How much of it the room takes on."""
    if all(one.figure is None for one in found):
        return message("Nothing to show yet: {why}", why=message("fewer than {floor} answers", floor=floor))
    tackled = sum(one.decision is Decision.TACKLE for one in found)
    return plural(
        "You tackle {count} of the {of} hints of the coach",
        "You tackle {count} of the {of} hints of the coach",
        tackled,
        of=len(found),
    )


def _decided(opened: OpenWorkshop, one: DecidedHint) -> str:
    """Such as "We tackle it · We tackle it 14, Not now 6, It does not apply to us 2"."""
    if one.figure is None:
        return escape(opened.say("Too few have answered this one."))
    wording = opened.page.wording
    counts = decision_counts(wording, DECISION, one.figure)
    told = " · ".join(f"{word}: {n}" for word, n in counts.items())
    return f"<b>{escape(decision_word(wording, DECISION, one.figure))}</b> ({escape(told)})"
