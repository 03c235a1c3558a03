"""Beginning the next round: what will happen is said before, one press does it, and it can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._coach import coaching_of
from pages._page import PageContext
from pages._round_board import RoundBoard
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.rounds import begin_next_round, take_back_round
from touchpoints.messages import Message, message, plural

_PLACE, _NAME = "next-round", "next-round-name"
_NAMED_AT_MOST = 6


def show_next_round(page: PageContext, project: ProjectSummary, board: RoundBoard) -> None:
    """What the next round begins with, and the button that begins it."""
    say, number = page.wording.say, board.now.round.number + 1
    with st.container(border=True):
        st.subheader(say("The next round"), anchor=False)
        lines = (f"- {escaped(say(line))}" for line in _what_happens(board))
        st.markdown("\n".join(lines))
        with st.form("begin-round", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(say("Name of the round (if you like)"), max_chars=80, key=_NAME, width=320)
            st.form_submit_button(
                say("Begin round {number}", number=number),
                type="primary",
                icon=":material/restart_alt:",
                on_click=_begin,
                args=(page, page.actor.once(), project, number - 1),
            )
        show_outcome(page, _PLACE)
        if board.can_be_taken_back:
            _show_way_back(page, project, number - 1)


def _what_happens(board: RoundBoard) -> Sequence[Message]:
    """What goes along, what goes, what comes, and what begins anew."""
    going, coming = board.going, board.coming
    said = []
    if board.unfinished:
        said.append(
            plural(
                "{count} unfinished action goes along; what is finished stays with this round.",
                "{count} unfinished actions go along; what is finished stays with this round.",
                len(board.unfinished),
            )
        )
    if going:
        said.append(
            plural(
                "{count} touchpoint leaves the journey: {names}",
                "{count} touchpoints leave the journey: {names}",
                len(going),
                names=_names(going),
            )
        )
    if coming:
        said.append(
            plural(
                "{count} planned touchpoint comes into the journey: {names}",
                "{count} planned touchpoints come into the journey: {names}",
                len(coming),
                names=_names(coming),
            )
        )
    said.append(
        message(
            "The team rates anew, and sees what it said in this round as a thin line. "
            "Targets, goals and options are set anew, too; everything of this round is kept."
        )
    )
    return said


def _names(names: Sequence[str]) -> str:
    more = " …" if len(names) > _NAMED_AT_MOST else ""
    return ", ".join(names[:_NAMED_AT_MOST]) + more


def _begin(page: PageContext, actor: Actor, project: ProjectSummary, number: int) -> None:
    name = st.session_state[_NAME].strip()

    def store() -> None:
        hints = coaching_of(page, project).count
        begin_next_round(page.store, actor, project.id, page.today, name, after=number, hints=hints)

    if attempt(_PLACE, store):
        st.session_state[_NAME] = ""
        done = message("Round {number} has begun.", number=number + 1)
        offer_undo(done, lambda: _take_back(page, project))


def _show_way_back(page: PageContext, project: ProjectSummary, number: int) -> None:
    """As long as nothing was rated or planned, a round that was begun too early can be taken back."""
    label = page.wording.say("Take round {number} back", number=number)
    st.button(label, icon=":material/undo:", type="tertiary", on_click=_take_back, args=(page, project))


def _take_back(page: PageContext, project: ProjectSummary) -> None:
    attempt(_PLACE, lambda: take_back_round(page.store, page.actor, project.id))
