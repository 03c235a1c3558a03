"""Which touchpoints are rated: the shortlist, and as long as there is none a few from every phase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

import streamlit as st

from pages._address import put_in_address
from pages._labels import told_apart
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from storage.board import places_of, put_back, set_depth
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from touchpoints.messages import message
from touchpoints.model import Control, Depth
from touchpoints.shortlist import USUAL, propose

MOST = 20
_CHOSEN, _PLACE = "chosen", "rating-choice"


@dataclass(frozen=True)
class Chosen:
    """The touchpoints that are rated, in the order of the journey; proposed as long as nobody has chosen."""

    touchpoints: tuple[TouchpointEntry, ...]
    is_proposed: bool


def chosen_of(entries: Sequence[TouchpointEntry]) -> Chosen:
    """The shortlist with the key touchpoints, else a proposal."""
    shortlist = tuple(entry for entry in entries if entry.depth is not Depth.ALL)
    if shortlist:
        return Chosen(shortlist, is_proposed=False)
    phases = (list(run) for _, run in groupby(entries, key=lambda entry: entry.phase_id))
    return Chosen(tuple(propose(_easy_to_begin_with(phase) for phase in phases)), is_proposed=True)


def _easy_to_begin_with(phase: list[TouchpointEntry]) -> list[TouchpointEntry]:
    """What the company shapes itself; a first thought or a chance remark is hard to rate to begin with."""
    return [entry for entry in phase if entry.control is not Control.EARNED] or phase


def choose_the_ten(page: PageContext, project: ProjectSummary, entries: Sequence[TouchpointEntry]) -> None:
    """About ten to begin with, never more than can be talked about in a morning."""
    say, chosen = page.wording.say, chosen_of(entries)
    st.write(say("Which {usual} touchpoints matter most to your customers?", usual=USUAL))
    if chosen.is_proposed:
        st.caption(
            say("Proposed: some of every phase. Take out what matters less and put in what is missing.")
        )
    names = told_apart({str(entry.id): f"{entry.name} ({entry.phase})" for entry in entries})
    key = f"{_CHOSEN}-{project.id}"
    if key not in st.session_state:
        st.session_state[_shown_in(project)] = {entry.id for entry in chosen.touchpoints}
    st.multiselect(
        say("The shortlist"),
        list(names),
        default=[str(entry.id) for entry in chosen.touchpoints],
        format_func=names.__getitem__,
        max_selections=max(MOST, len(chosen.touchpoints)),
        placeholder=say("Type a word"),
        key=key,
    )
    st.button(
        say("Rate these"),
        type="primary",
        icon=":material/arrow_forward:",
        on_click=_keep,
        args=(page, project, entries, key),
        disabled=not st.session_state[key],
    )
    show_outcome(page, _PLACE)
    show_undo(page)


def place_in(project: ProjectSummary) -> str:
    """Under which key the session keeps where the room is; nothing: at the first one without a rating."""
    return f"rating_at-{project.id}"


def _shown_in(project: ProjectSummary) -> str:
    """Under which key the session keeps the list that was shown to choose from."""
    return f"{_CHOSEN}-before-{project.id}"


def _keep(page: PageContext, project: ProjectSummary, entries: Sequence[TouchpointEntry], key: str) -> None:
    """Put the chosen ones on the shortlist and take off those taken out; key touchpoints stay key.

    What somebody else has put there since the list was shown was not taken out here, and stays.
    """
    chosen = {UUID(id_) for id_ in st.session_state[key]}
    taken_out = st.session_state[_shown_in(project)] - chosen
    where = (page.store, page.actor, project.id)
    added = [e.id for e in entries if e.id in chosen and e.depth is Depth.ALL]
    dropped = [e.id for e in entries if e.id in taken_out and e.depth is not Depth.ALL]
    before = places_of(*where, dropped)

    def keep() -> None:
        if added:
            set_depth(*where, added, Depth.SHORTLIST)
        if dropped:
            set_depth(*where, dropped, Depth.ALL)

    if attempt(_PLACE, keep):
        st.session_state.pop(place_in(project), None)
        put_in_address("step", "experience")
        if dropped:
            offer_undo(
                message("Some touchpoints are no longer on the shortlist."), lambda: put_back(*where, before)
            )
