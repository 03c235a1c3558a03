"""The coach asks, on the room's screen: its hints in large letters, then what the room decided on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from math import ceil

import streamlit as st

from pages._decision_words import decision_told, decision_word
from pages._wall_screens import head_html
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.reveals import RevealedPicture
from touchpoints.activities import DECISION, Decision
from touchpoints.messages import Message, message
from touchpoints.room.hints import DecidedHint, asked_hints, decided_hints

# Pixels of the stage below the title, and below the finding of a result with a line of its own.
_HEIGHT, _HEIGHT_OF_RESULT = 770, 680
# Of the larger size: letters of a line, its height, and what lies between two hints.
_LETTERS, _LINE, _GAP = 62, 62, 24
# The same of what stands below a hint.
_LETTERS_BELOW, _LINE_BELOW = 78, 51
# What the room reads of a hint: what it says, and below it why that matters, or what was decided.
_Texts = Sequence[tuple[str, str]]


def hints_html(activity: ActivityEntry) -> str:
    """What the coach asks, each with why it matters."""
    hints = asked_hints(activity.settings).values()
    size = size_of([(hint.said, hint.why) for hint in hints], _HEIGHT)
    articles = "".join(_article(hint.said, escape(hint.why)) for hint in hints)
    head = f'<h1 class="wall-finding">{escape(activity.title)}</h1>'
    return f'<div class="wall-hints wall-full {size}">{head}{articles}</div>'


def decision_screen(
    opened: OpenWorkshop, activity: ActivityEntry, revealed: RevealedPicture, said: str
) -> Iterator[Callable[[str], None]]:
    """One screen with all of them, where hints were asked about."""
    if found := decided_hints(activity.settings, revealed.picture):
        title = opened.say(_finding(found, revealed.picture.floor))
        texts = [(one.hint.said, _told(opened, one)) for one in found]
        is_long = len(said) > _LETTERS_BELOW
        size = size_of(texts, _HEIGHT_OF_RESULT - is_long * _LINE_BELOW)
        articles = "".join(_article(one.hint.said, _decided(opened, one)) for one in found)
        yield partial(_show, title, said, f'<div class="wall-hints {size}">{articles}</div>')


def _show(title: str, said: str, body: str, number: str) -> None:
    st.html(head_html(title, said, number) + body)


def size_of(texts: _Texts, height: int) -> str:
    """The larger letters where all of it has room in them, else the least that a wall may have."""
    lines = (
        ceil(len(said) / _LETTERS) * _LINE + ceil(len(below) / _LETTERS_BELOW) * _LINE_BELOW + _GAP
        for said, below in texts
    )
    return "" if sum(lines) <= height else "wall-small"


def _article(said: str, below: str) -> str:
    return f'<article><p class="wall-seen">{escape(said)}</p><p class="wall-below">{below}</p></article>'


def _finding(found: Sequence[DecidedHint], floor: int) -> Message:
    """How much of it the room takes on."""
    if all(one.figure is None for one in found):
        return message("Nothing to show yet: {why}", why=message("fewer than {floor} answers", floor=floor))
    tackled = sum(one.decision is Decision.TACKLE for one in found)
    return message("You tackle {count} of the {of} hints of the coach", count=tackled, of=len(found))


def _decided(opened: OpenWorkshop, one: DecidedHint) -> str:
    """What most chose stands out."""
    if one.figure is None:
        return escape(_told(opened, one))
    word = decision_word(opened.page.wording, DECISION, one.figure)
    return f"<b>{escape(word)}</b>{escape(_told(opened, one).removeprefix(word))}"


def _told(opened: OpenWorkshop, one: DecidedHint) -> str:
    """Such as "Not now (We tackle it: 3 · Not now: 9 · It does not apply to us: 1)"."""
    if one.figure is None:
        return opened.say("Too few have answered this one.")
    return decision_told(opened.page.wording, DECISION, one.figure)
