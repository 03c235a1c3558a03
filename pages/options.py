"""Options: several ways for each key touchpoint, compared, ordered by impact and effort, and one chosen."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._address import asked_in_address, choose_one, chosen_in_address, keep_in_address
from pages._coach_filter import only_meant
from pages._labels import told_apart
from pages._navigation import go_to
from pages._option import open_option
from pages._option_adding import show_adding
from pages._option_priority import show_priority
from pages._option_sides import MOST_PLACES, show_sides
from pages._option_table import show_table
from pages._option_words import OptionWords
from pages._options import OptionBoard, Place, options_of
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._places import place_name
from pages._undo import show_undo
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="options",
    title=N_("Options"),
    icon=":material/alt_route:",
    section=Section.TARGET_STRATEGY,
    order=3,
    roles=FOLLOW_UP,
    has_charts=True,
)
_VIEWS = {"sides": N_("Side by side"), "table": N_("Table"), "priority": N_("Priority")}
_EVERYWHERE = "all"


def render(page: PageContext) -> None:
    """A line to add one, and the options in one of three views."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    board = options_of(page, project)
    st.title(say("Options"), anchor=False)
    st.html(Path(__file__).with_name("_options.css"))
    show_undo(page)
    if not board.touchpoints:
        _show_nothing(page, project)
        return
    words = OptionWords(page, project, board)
    view, at = _choose(page, board)
    if page.may_change:
        show_adding(page, project, board, at)
    _show(words, view, at)
    if (asked := asked_in_address("option")) is not None:
        open_option(page, project, asked)


def _choose(page: PageContext, board: OptionBoard) -> tuple[str, UUID | None]:
    """The view, and the touchpoint that is looked at alone."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = choose_one(say("Show as"), {id_: say(name) for id_, name in _VIEWS.items()}, "view")
        places = {str(one.id): place_name(page.wording, one.name, is_new=one.is_new) for one in board.places}
        names = {_EVERYWHERE: say("All touchpoints"), **told_apart(places)}
        at = chosen_in_address("at", names, _EVERYWHERE)
        st.selectbox(
            say("Touchpoint"),
            list(names),
            format_func=names.__getitem__,
            key="at",
            on_change=keep_in_address,
            args=("at",),
            width=300,
        )
    return view, None if at == _EVERYWHERE else UUID(at)


def _show(words: OptionWords, view: str, at: UUID | None) -> None:
    places = [place for place in words.board.places if at in {None, place.id}]
    if view != "priority":
        places = list(only_meant(words.page, words.project, places, lambda place: place.id))
    shown = [one for place in places for one in place.candidates]
    if view == "sides":
        _show_sides(words, places)
    elif not shown:
        advice = words.say("No option yet. Write the first one into the line above.")
        st.info(advice if words.page.may_change else words.say("No option yet."))
    elif view == "priority":
        show_priority(words)
    elif (picked := show_table(words, shown)) is not None:
        open_option(words.page, words.project, picked.option.id)


def _show_sides(words: OptionWords, places: list[Place]) -> None:
    """Key touchpoints first; of many touchpoints the rest is in the table, or chosen one by one."""
    if not places:
        _lead_to_key_touchpoints(words)
    first = sorted(places, key=lambda place: not place.is_key)[:MOST_PLACES]
    show_sides(words, first)
    if len(first) < len(places):
        more = words.say("{count} more touchpoints have options.", count=len(places) - len(first))
        where = words.say("Choose one of them above, or look at the table.")
        st.caption(f"{more} {where}")


def _lead_to_key_touchpoints(words: OptionWords) -> None:
    """Options are weighed where customers decide whether they stay."""
    say = words.say
    with st.container(border=True):
        if not words.page.may_change:
            st.write(say("No touchpoint is a key touchpoint yet, and none has options."))
            return
        st.write(say("No touchpoint is a key touchpoint yet. Choose some, or write an option above."))
        if st.button(say("Choose key touchpoints"), type="primary", icon=":material/arrow_forward:"):
            go_to("touchpoint_board", words.project.id, depth="shortlist")


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.write(say("An option belongs to a touchpoint, and there is none yet."))
        if page.may_change and st.button(
            say("Go to the touchpoints"), type="primary", icon=":material/arrow_forward:"
        ):
            go_to("touchpoint_board", project.id)


if __name__ == "__main__":
    draw(render)
