"""What an option needs and whom it reaches, chosen from lists and stored at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._options import OptionBoard
from pages._page import PageContext
from pages._stored_value import follow
from pages._touchpoint_drawer import attempt, show_outcome
from storage.options import set_needs, set_segments
from storage.projects import ProjectSummary
from touchpoints.option import OptionEntry


def show_links(page: PageContext, project: ProjectSummary, board: OptionBoard, option: OptionEntry) -> None:
    """Two lists; nobody chosen as reached means everybody."""
    say, where = page.wording.say, (page.store, page.actor, project.id, option.id)
    others = {id_: name for id_, name in board.names.items() if id_ != option.id}
    gone = {id_: say("an option in the bin") for id_ in option.needs if id_ not in others}
    _choose(
        say("Makes no sense without"),
        told_apart(others | gone),
        option.needs,
        f"needs-{option.id}",
        lambda ids: set_needs(*where, ids),
    )
    _choose(
        say("Reaches (empty: all customers)"),
        told_apart(board.segments),
        option.segments,
        f"segments-{option.id}",
        lambda ids: set_segments(*where, ids),
    )
    show_outcome(page, f"{option.id}-links")


def _choose(
    label: str,
    names: Mapping[UUID, str],
    now: Collection[UUID],
    key: str,
    keep: Callable[[Collection[UUID]], object],
) -> None:
    follow(key, [id_ for id_ in names if id_ in now])
    place = f"{key.partition('-')[2]}-links"
    st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        placeholder="–",
        on_change=lambda: attempt(place, lambda: keep(st.session_state[key])),
    )
