"""Cards on the room's screen: as they come while they are written, and all of them afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from math import ceil

import streamlit as st

from pages._card_words import CARD_WORDS, said_of_promise
from pages._live import on_move
from pages._wall_screens import head_html
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry, list_cards
from storage.revisions import activity_scope
from touchpoints.messages import plural

COLUMNS = 3
# Pixels of the stage, and letters of 44 pixels in a card.
HEIGHT, HEIGHT_WHILE_OPEN, LINE, RIM, LETTERS = 690, 560, 53, 52, 22

# Cards that are seen at once, column by column.
Screen = tuple[list[CardEntry], ...]
# What stands above a card.
LabelOf = Callable[[CardEntry], str]


@st.fragment
def show_cards(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """The newest first, so that everybody sees his own come; of the older ones as many as fit."""
    on_move(activity_scope(activity.id), key="wall-cards")
    cards = _cards_of(opened, activity)
    screens = screens_of(list(reversed(cards)), HEIGHT_WHILE_OPEN, is_labelled=_has_kinds(cards))
    if not screens:
        return
    shown = sum(len(column) for column in screens[0])
    left = len(cards) - shown
    more = opened.say(plural("and {count} more", "and {count} more", left)) if left else ""
    st.html(f'{columns_html(opened, screens[0])}<p class="wall-more">{escape(more)}</p>')


def card_screens(opened: OpenWorkshop, activity: ActivityEntry) -> Iterator[Callable[[str], None]]:
    """All cards in their order, on as many screens as they need."""
    cards = _cards_of(opened, activity)
    said = opened.say(plural("{count} card, word for word", "{count} cards, word for word", len(cards)))
    if not cards:
        yield partial(_show_screen, opened, activity.title, opened.say("No card was written"), ((),))
    for screen in screens_of(cards, HEIGHT, is_labelled=_has_kinds(cards)):
        yield partial(_show_screen, opened, activity.title, said, screen)


def screens_of(
    cards: Sequence[CardEntry], height: int, *, is_labelled: bool, label_of: LabelOf | None = None
) -> list[Screen]:
    """The cards dealt to columns in their order, each to the first that has room for it."""
    screens: list[Screen] = []
    columns, used = _empty(), [0] * COLUMNS
    for card in cards:
        labels = _lines(label_of(card)) if label_of else is_labelled
        takes = RIM + LINE * (_lines(card.text) + labels + 2 * bool(card.name or card.due_on))
        at = next((one for one in range(COLUMNS) if not columns[one] or used[one] + takes <= height), None)
        if at is None:
            screens.append(columns)
            columns, used, at = _empty(), [0] * COLUMNS, 0
        columns[at].append(card)
        used[at] += takes
    return [*screens, columns] if any(columns) else screens


def _lines(text: str) -> int:
    return ceil(len(text) / LETTERS)


def _empty() -> Screen:
    return tuple([] for _ in range(COLUMNS))


def _cards_of(opened: OpenWorkshop, activity: ActivityEntry) -> tuple[CardEntry, ...]:
    return list_cards(*opened.where, opened.workshop.id, activity.id)


def _has_kinds(cards: Sequence[CardEntry]) -> bool:
    """Whether a card must say what it is."""
    return len({card.kind for card in cards}) > 1


def _show_screen(opened: OpenWorkshop, title: str, said: str, screen: Screen, number: str) -> None:
    st.html(head_html(title, said, number) + columns_html(opened, screen))


def columns_html(opened: OpenWorkshop, screen: Screen, label_of: LabelOf | None = None) -> str:
    """The cards of one screen, each with what it is above it where they differ."""
    is_labelled = _has_kinds([card for column in screen for card in column])

    def label(card: CardEntry) -> str:
        if label_of is not None:
            return label_of(card)
        return opened.say(CARD_WORDS[card.kind]) if is_labelled else ""

    columns = ("".join(_card(opened, card, label(card)) for card in column) for column in screen)
    return f'<div class="wall-cards">{"".join(f"<div>{cards}</div>" for cards in columns)}</div>'


def _card(opened: OpenWorkshop, card: CardEntry, label: str) -> str:
    above = f"<b>{escape(label)}</b>" if label else ""
    times = f" <i>×\u00a0{card.doubles + 1}</i>" if card.doubles else ""
    promised = said_of_promise(opened.page.wording, card.name, card.due_on)
    until = f'<p class="wall-until">{escape(promised)}</p>' if promised else ""
    return f"<article>{above}<p>{escape(card.text)}{times}</p>{until}</article>"
