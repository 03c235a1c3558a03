"""What tables have found, on the room's screen: one table after the other presents it, and all amend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape

import streamlit as st

from pages._card_words import CARD_WORDS
from pages._live import on_move
from pages._wall_cards import Screen, columns_html, screens_of
from pages._wall_screens import head_html, number_of, show_screens
from pages._workshop import OpenWorkshop
from storage.activity_subjects import SubjectEntry
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry, list_cards
from storage.revisions import activity_scope
from touchpoints.messages import plural
from touchpoints.room.tables import TableCards, cards_by_table

# Pixels of the stage for cards, below a headline of two lines.
HEIGHT = 540

Group = TableCards[CardEntry]
_Screen = Callable[[str], None]


@st.fragment
def show_tables(
    opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry], asked: str
) -> None:
    """While they write: one screen for each table and touchpoint, so that none moves away with a new card.

    The newest cards stand first. `asked` stands there as long as no table has anything.
    """
    on_move(activity_scope(activity.id), key="wall-tables")
    groups = _groups(opened, activity, subjects)
    if not groups:
        st.html(asked)
        return
    screens = [partial(_show_newest, opened, activity, group) for group in groups]
    show_screens(activity, [partial(show, number_of(at, len(screens))) for at, show in enumerate(screens)])


def table_screens(
    opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry]
) -> Iterator[_Screen]:
    """Afterwards: all cards of each table in their order, on as many screens as they need."""
    groups = _groups(opened, activity, subjects)
    if not groups:
        yield partial(_say_none, opened, activity)
    for group in groups:
        for cards in _screens(opened, group, group.cards):
            yield partial(_show, opened, activity, group, cards, "")


def _groups(
    opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry]
) -> Sequence[Group]:
    return cards_by_table(list_cards(*opened.where, opened.workshop.id, activity.id), subjects)


def _show_newest(opened: OpenWorkshop, activity: ActivityEntry, group: Group, number: str) -> None:
    shown = _screens(opened, group, group.cards[::-1])[0]
    left = len(group.cards) - sum(len(column) for column in shown)
    more = opened.say(plural("and {count} more", "and {count} more", left)) if left else ""
    _show(opened, activity, group, shown, more, number)


def _screens(opened: OpenWorkshop, group: Group, cards: Sequence[CardEntry]) -> Sequence[Screen]:
    """At least one, on which a table without a card is named."""
    label = partial(_label, opened, group)
    return screens_of(cards, HEIGHT, is_labelled=True, label_of=label) or [([], [], [])]


def _show(
    opened: OpenWorkshop,
    activity: ActivityEntry,
    group: Group,
    cards: Screen,
    more: str,
    number: str,
) -> None:
    count = len(group.cards)
    written = plural("{count} card, word for word", "{count} cards, word for word", count)
    said = opened.say(written) if count else opened.say("No card yet")
    head = head_html(_headline(opened, activity, group), f"{activity.title} · {said}", number)
    columns = columns_html(opened, cards, partial(_label, opened, group))
    st.html(f'{head}{columns}<p class="wall-more">{escape(more)}</p>')


def _headline(opened: OpenWorkshop, activity: ActivityEntry, group: Group) -> str:
    """The table and its touchpoint; who sits at none has the name of the activity alone."""
    name = group.name or _only_touchpoint(group)
    if group.number is None:
        return name or activity.title
    if not name:
        return opened.say("Table {number}", number=group.number)
    return opened.say("Table {number}: {name}", number=group.number, name=name)


def _only_touchpoint(group: Group) -> str:
    """Of a table that chose its touchpoint itself: where all its cards are about one."""
    about = {card.touchpoint or "" for card in group.cards}
    return about.pop() if len(about) == 1 else ""


def _label(opened: OpenWorkshop, group: Group, card: CardEntry) -> str:
    """What it is; where it is about, unless the headline says so; and which other table has added it."""
    pieces = [opened.say(CARD_WORDS[card.kind])]
    if card.touchpoint and card.touchpoint not in (group.name, _only_touchpoint(group)):
        pieces.append(card.touchpoint)
    if card.table_number not in (None, group.number):
        pieces.append(opened.say("from table {number}", number=card.table_number))
    return " · ".join(pieces)


def _say_none(opened: OpenWorkshop, activity: ActivityEntry, number: str) -> None:
    st.html(head_html(activity.title, opened.say("No card was written"), number))
