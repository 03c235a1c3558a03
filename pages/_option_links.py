"""What an option needs and whom it reaches, chosen from lists and stored at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._options import OptionBoard
from pages._page import PageContext
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.options import set_needs, set_segments
from storage.projects import ProjectSummary
from touchpoints.messages import message
from touchpoints.option import OptionEntry


def show_links(page: PageContext, project: ProjectSummary, board: OptionBoard, option: OptionEntry) -> None:
    """Two lists; nobody chosen as reached means everybody."""
    say, where = page.wording.say, (page.store, page.actor, project.id, option.id)
    others = {id_: name for id_, name in board.names.items() if id_ != option.id}
    gone = {id_: say("an option in the bin") for id_ in option.needs if id_ not in others}
    needed, reached = told_apart(others | gone), told_apart(board.segments)
    if not page.may_change:
        _tell(say("Makes no sense without"), [needed[id_] for id_ in option.needs], "–")
        _tell(
            say("Reaches"), [reached[id_] for id_ in option.segments if id_ in reached], say("all customers")
        )
        return
    _choose(
        option,
        say("Makes no sense without"),
        needed,
        option.needs,
        f"needs-{option.id}",
        lambda ids: set_needs(*where, ids),
    )
    _choose(
        option,
        say("Reaches (empty: all customers)"),
        reached,
        option.segments,
        f"segments-{option.id}",
        lambda ids: set_segments(*where, ids),
    )
    show_outcome(page, f"{option.id}-links")


def _tell(label: str, names: Sequence[str], nothing: str) -> None:
    st.markdown(f"**{label}**  \n{escaped(', '.join(names)) or nothing}")


def _choose(
    option: OptionEntry,
    label: str,
    names: Mapping[UUID, str],
    now: Collection[UUID],
    key: str,
    keep: Callable[[Collection[UUID]], object],
) -> None:
    follow(key, [id_ for id_ in names if id_ in now])
    place = f"{option.id}-links"

    def store() -> None:
        keep(st.session_state[key])
        done = message("{name} was changed.", name=option.name)
        offer_undo(done, lambda: keep(now), place)

    st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        placeholder="–",
        on_change=lambda: attempt(place, store),
    )
