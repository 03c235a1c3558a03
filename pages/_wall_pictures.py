"""What came of an activity, on the room's screen: its charts, its cards and its promises, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

import streamlit as st

from pages._room_facts import RoomFacts
from pages._room_figures import said_of_age
from pages._room_pictures import asks_for_customers, has_customers, room_charts, wall_look
from pages._wall_cards import card_screens
from pages._wall_first_contact import first_contact_screen
from pages._wall_hints import decision_screen
from pages._wall_promises import promise_screens
from pages._wall_screens import head_html, number_of, show_screens
from pages._wall_tables import table_screens
from storage.agenda import ActivityEntry
from storage.reveals import RevealedPicture, read_picture
from touchpoints.activities import Promise, Write, activity_kind
from touchpoints.charts import Chart
from touchpoints.messages import N_
from touchpoints.model import CardKind

_HOW_TO_COMPARE = N_(
    "What do customers name? Ask some of them for their three most important touchpoints, and enter "
    "the answers at Importance and experience: then both stand here side by side."
)


def show_pictures(facts: RoomFacts, activity: ActivityEntry) -> None:
    """All screens of the last reveal."""
    opened = facts.opened
    revealed = read_picture(*opened.where, activity.id)
    screens = [*_charts(facts, activity, revealed), *_texts(facts, activity, revealed)]
    show_screens(activity, [partial(show, number_of(at, len(screens))) for at, show in enumerate(screens)])


_Screen = Callable[[str], None]


def _charts(facts: RoomFacts, activity: ActivityEntry, revealed: RevealedPicture | None) -> Iterator[_Screen]:
    if revealed is None:
        return
    opened, subjects = facts.opened, facts.subjects(activity)
    look = wall_look(opened.page.look)
    old = said_of_age(opened.page.wording, opened.project, activity, revealed)
    for at, chart in enumerate(room_charts(opened.page, opened.project, activity, revealed, subjects, look)):
        said = " · ".join(filter(None, (activity.title, chart.subtitle, old)))
        yield partial(_show_chart, said, chart, f"wall-figure-{at}")
    about = " · ".join(filter(None, (activity.title, opened.say("n = {n}", n=revealed.n), old)))
    yield from decision_screen(opened, activity, revealed, about)
    if asks_for_customers(activity, subjects) and not has_customers(opened.page, opened.project):
        yield partial(_say, activity.title, opened.say(_HOW_TO_COMPARE))


def _texts(facts: RoomFacts, activity: ActivityEntry, revealed: RevealedPicture | None) -> Iterator[_Screen]:
    opened = facts.opened
    for part in activity_kind(activity.kind).parts:
        match part:
            case Write() if CardKind.FIRST_CONTACT in part.kinds:
                yield from first_contact_screen(opened, activity)
            case Write() if activity.by_table:
                yield from table_screens(opened, activity, facts.subjects(activity))
            case Write():
                yield from card_screens(opened, activity)
            case Promise() if revealed is not None:
                yield from promise_screens(opened, activity, revealed)


def _show_chart(said: str, chart: Chart, key: str, number: str) -> None:
    st.html(head_html(chart.title, said, number))
    # Nothing is pointed at on a wall.
    st.plotly_chart(
        chart.figure,
        theme=None,
        key=key,
        width="stretch",
        config={"staticPlot": True},
        alt=chart.description,
    )


def _say(title: str, sentence: str, number: str) -> None:
    st.html(f'{head_html(title, "", number)}<p class="wall-large">{escape(sentence)}</p>')
