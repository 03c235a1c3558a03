"""The line that adds an option: one sentence, where, and S, M or L; Enter adds."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._options import OptionBoard
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.options import add_option, bin_option
from storage.projects import ProjectSummary
from touchpoints.messages import message
from touchpoints.model import Size

_PLACE = "option-adding"
_TEXT, _WHERE, _SIZE = "new-option", "new-option-where", "new-option-size"


def show_adding(page: PageContext, project: ProjectSummary, board: OptionBoard, at: UUID | None) -> None:
    """Three fields; the touchpoint begins with the one that is shown, and stays: ideas come in rows."""
    say = page.wording.say
    told = board.touchpoint_names(page.wording)
    keys = {place.id: told[place.id] for place in board.places if place.is_key}
    names = told_apart({**keys, **told})
    if at is not None and st.session_state.get(f"{_WHERE}-of") != at:
        st.session_state[_WHERE], st.session_state[f"{_WHERE}-of"] = at, at
    with (
        st.form("add-option", border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        with st.container(width="stretch"):
            st.text_input(say("What could be done?"), max_chars=300, key=_TEXT)
        with st.container(width=230):
            st.selectbox(say("Where"), list(names), format_func=names.__getitem__, key=_WHERE)
        st.segmented_control(say("How much?"), list(Size), default=Size.M, required=True, key=_SIZE)
        st.form_submit_button(
            say("Add"),
            icon=":material/add:",
            type="primary",
            on_click=_add,
            args=(page, project, board, page.actor.once()),
        )
    show_outcome(page, _PLACE)


def _add(page: PageContext, project: ProjectSummary, board: OptionBoard, actor: Actor) -> None:
    """Where there is just one goal, the option serves it; its drawer can say something else."""
    state = st.session_state
    name = state[_TEXT].strip()
    if not name or state[_WHERE] is None:
        return
    goal = board.only_goal_at(state[_WHERE])
    values = {"name": name, "touchpoint_id": state[_WHERE], "size": state[_SIZE], "goal_id": goal}

    def store() -> None:
        id_ = add_option(page.store, actor, project.id, values)
        offer_undo(
            message("{name} was added.", name=name),
            lambda: bin_option(page.store, page.actor, project.id, id_),
        )

    if attempt(_PLACE, store):
        state[_TEXT] = ""
