"""Who promised what until when, on the room's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape

import streamlit as st

from pages._live import on_move
from pages._wall_screens import head_html, number_of, show_screens
from pages._workshop import OpenWorkshop
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry
from storage.reveals import RevealedPicture, read_picture
from storage.revisions import activity_scope
from touchpoints.messages import plural
from touchpoints.room.picture import Promised

ROWS = 9


@st.fragment
def show_promises(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """As they come: names are shown here, and everybody was told so before."""
    on_move(activity_scope(activity.id), key="wall-promises")
    revealed = read_picture(*opened.where, activity.id)
    screens = list(promise_screens(opened, activity, revealed)) if revealed else []
    if not screens:
        st.html(head_html(activity.title, opened.say("Nobody has promised anything yet")))
    show_screens([partial(show, number_of(at, len(screens))) for at, show in enumerate(screens)])


def promise_screens(
    opened: OpenWorkshop, activity: ActivityEntry, revealed: RevealedPicture
) -> Iterator[Callable[[str], None]]:
    """The next ones first, on as many screens as they need."""
    promises = sorted(revealed.picture.promises, key=lambda one: (one.day, one.name))
    if not promises:
        return
    names = {str(one.id): one.name for one in list_subjects(*opened.where, activity.id)}
    title = opened.say(plural("{count} promise", "{count} promises", len(promises)))
    rows = [_row(opened, one, names) for one in promises]
    for start in range(0, len(rows), ROWS):
        yield partial(_show, title, activity.title, "".join(rows[start : start + ROWS]))


def _show(title: str, activity: str, rows: str, number: str) -> None:
    st.html(f'{head_html(title, activity, number)}<table class="wall-promises"><tbody>{rows}</tbody></table>')


def _row(opened: OpenWorkshop, promised: Promised, names: Mapping[str, str]) -> str:
    until = opened.say("until {date}", date=promised.day)
    who, what = escape(promised.name or opened.say("without a name")), escape(names.get(promised.action, ""))
    return f"<tr><th>{who}</th><td>{what}</td><td>{escape(until)}</td></tr>"
