"""The journey board: phases as columns, touchpoints as cards in order; here step 1 is worked on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

import streamlit as st

from pages._board import BoardAction, Chosen, Moved, Opened, show_board, taken_intent
from pages._contact import ask_for_contact
from pages._journey_paste import ask_for_list
from pages._navigation import go_to
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._phases import PLACE as PHASES
from pages._phases import offer_phases
from pages._text import escaped
from pages._touchpoint import open_touchpoint
from pages._touchpoint_adding import show_adding
from pages._touchpoint_cards import JourneyBoard, TouchpointCard, board_of, columns_of, show_table
from pages._touchpoint_drawer import show_fault
from pages._touchpoint_filter import ask_what_to_show
from pages._touchpoint_moves import choose, move
from pages._undo import show_undo
from storage.journey import PhaseEntry
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Depth

PAGE = Page(
    id="touchpoint_board",
    title=N_("Touchpoints"),
    icon=":material/view_kanban:",
    section=Section.CURRENT_STATE,
    order=1,
    roles=FOLLOW_UP,
)
_BOARD = "journey-board"
Phases = tuple[PhaseEntry, ...]
# One key for both places: a press is heard even if somebody adds the first touchpoint meanwhile.
_PASTE = "paste-list"
_CONTACT = "contact"
ACTIONS = (
    ("shortlist", N_("Put on the shortlist")),
    ("key", N_("Make a key touchpoint")),
    ("all", N_("Take off the shortlist")),
    (_CONTACT, N_("Control and contact …")),
    ("bin", N_("Throw away")),
)


def render(page: PageContext) -> None:
    """What to do next, the filters, and the board or its table."""
    project = page.project
    if project is None:
        return
    open_dialog = _take_intents(page, project)
    board = board_of(page, project)
    _show_head(page, project, board)
    show_fault(page, PHASES)
    show_undo(page)
    if board.cards:
        view = ask_what_to_show(page, project, board.cards)
        if view.is_table:
            show_table(page, view.cards)
        else:
            _say_how_to_choose(page, view.cards)
            _show_board(page, tuple(one for one in board.phases if view.has(one.id)), view.cards)
    else:
        _show_empty(page, project, board.phases)
    if open_dialog is not None:
        open_dialog()


def _take_intents(page: PageContext, project: ProjectSummary) -> Callable[[], None] | None:
    """Carry out what was done on the board before its cards are read; gives the dialog that was asked for."""
    asked = None
    while (intent := taken_intent(_BOARD)) is not None:
        if isinstance(intent, Opened):
            asked = partial(open_touchpoint, page, project, intent.card)
            continue
        actor = page.actor.once(UUID(intent.id))
        if isinstance(intent, Chosen) and intent.action == _CONTACT:
            asked = partial(ask_for_contact, page, actor, project, intent.cards)
            continue
        try:
            (move if isinstance(intent, Moved) else choose)(page, actor, project, intent)
        except TouchpointsError as fault:
            st.error(escaped(page.wording.say(fault.message)))
    return asked


def _show_head(page: PageContext, project: ProjectSummary, board: JourneyBoard) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Touchpoints"), width="content", anchor=False)
        if not board.cards or not page.may_change:
            return
        is_rated = any(card.is_team_rated for card in board.cards)
        # So close that title and buttons share a line in German on a laptop, too.
        with st.container(horizontal=True, width="content", gap="xsmall"):
            offer_phases(page, project)
            if st.button(
                say("Rate the ten most important"),
                type="secondary" if is_rated else "primary",
                icon=":material/star_rate:",
            ):
                go_to("rating", project.id)
            if st.button(say("Paste a list"), _PASTE, icon=":material/content_paste:"):
                ask_for_list(page, project)
            show_adding(page, project, board.phases)


def _show_empty(page: PageContext, project: ProjectSummary, phases: Phases) -> None:
    """The first thing to do in a project without touchpoints."""
    say = page.wording.say
    with st.container(border=True):
        if not page.may_change:
            st.write(say("There is no touchpoint yet."))
            return
        st.subheader(say("Where do customers meet you?"), anchor=False)
        st.write(
            say(
                "Begin before the first call or visit: with what customers hear, search and read. "
                "Paste a list that you have, or add them one by one."
            )
        )
        with st.container(horizontal=True):
            if st.button(say("Paste a list"), _PASTE, type="primary", icon=":material/content_paste:"):
                ask_for_list(page, project)
            show_adding(page, project, phases)
            offer_phases(page, project)


def _say_how_to_choose(page: PageContext, cards: tuple[TouchpointCard, ...]) -> None:
    """Whoever looks at the shortlist alone is about to choose from it; the boxes of cards show up late."""
    if page.may_change and {card.entry.depth for card in cards} == {Depth.SHORTLIST}:
        say = page.wording.say
        st.caption(
            say("Tick the few that decide whether a customer stays, and make them key touchpoints below.")
        )


def _show_board(page: PageContext, phases: Phases, cards: tuple[TouchpointCard, ...]) -> None:
    say = page.wording.say
    actions = [BoardAction(id_, say(label)) for id_, label in ACTIONS]
    show_board(
        columns_of(phases),
        [card.card for card in cards],
        actions,
        _BOARD,
        page.wording,
        bulk_actions=actions,
        is_read_only=not page.may_change,
    )


if __name__ == "__main__":
    draw(render)
