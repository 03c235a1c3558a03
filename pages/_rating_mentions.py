"""What customers named: how many were asked which touchpoints matter most, and how many named which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import EllipsisType
from typing import Any
from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import PageContext
from pages._stored_value import follow
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import TeamView, count_mentions, read_team_view
from touchpoints.messages import message

_PLACE, _NUMBER, _TAKEN_BACK = "rating-mentions", "number", "mentions_taken_back"
# What was typed for each touchpoint; None: an emptied cell.
Typed = Mapping[UUID, int | None]


def count_what_customers_named(
    page: PageContext, project: ProjectSummary, entries: Sequence[TouchpointEntry]
) -> None:
    """The number asked, and a grid of all touchpoints: customers name others than the team's ten."""
    say, team = page.wording.say, read_team_view(page.store, page.actor, project.id)
    st.write(
        say(
            "Ask some customers which touchpoints matter most to them, and count here how many named each. "
            "From this the need for action is ranked as customers see it."
        )
    )
    asked = _ask_how_many(page, project, team)
    if asked is None:
        st.caption(say("The list of touchpoints opens as soon as you have entered how many were asked."))
        show_outcome(page, _PLACE)
        show_undo(page)
        return
    _show_grid(page, project, team, entries)
    # Below, so that nothing moves under the hands of whoever is typing.
    show_outcome(page, _PLACE)
    show_undo(page)
    if team.mentions and st.button(say("Show the need for action"), type="primary"):
        go_to("analysis", project.id)


def _ask_how_many(page: PageContext, project: ProjectSummary, team: TeamView) -> int | None:
    key = f"customers-asked-{project.id}"
    follow(key, team.customers_asked)
    asked: int | None = st.number_input(
        page.wording.say("How many customers were asked?"),
        min_value=1,
        step=1,
        key=key,
        width=300,
        on_change=lambda: _keep(page, project, {}, st.session_state[key]),
    )
    return asked


def _show_grid(
    page: PageContext, project: ProjectSummary, team: TeamView, entries: Sequence[TouchpointEntry]
) -> None:
    """One editable column; a number is stored as soon as its cell is left."""
    say = page.wording.say
    # The grid keeps its edits by row: it begins anew where rows have moved or an edit was taken back.
    order = hash(tuple(entry.id for entry in entries))
    key = f"mentions-{order}-{st.session_state.get(_TAKEN_BACK, 0)}"
    rows = [
        {"touchpoint": entry.name, _NUMBER: team.mentions.get(entry.id), "phase": entry.phase}
        for entry in entries
    ]
    st.data_editor(
        rows,
        key=key,
        hide_index=True,
        placeholder="",
        height=min(38 + 35 * len(rows), 460),
        disabled=["touchpoint", "phase"],
        column_config={
            "touchpoint": st.column_config.TextColumn(say("Touchpoint"), width="medium"),
            _NUMBER: st.column_config.NumberColumn(
                say("Named by"),
                min_value=0,
                max_value=team.customers_asked,
                step=1,
                format="%d",
            ),
            "phase": st.column_config.TextColumn(say("Phase"), width="small"),
        },
        on_change=_keep_edits,
        args=(page, project, [entry.id for entry in entries], key),
    )


def _keep_edits(page: PageContext, project: ProjectSummary, rows: Sequence[UUID], key: str) -> None:
    """Store what was typed since the last time; an emptied cell is no mention, which is not none of them.

    The grid tells every edit again, and meanwhile somebody else may have changed such a cell.
    """
    told: dict[int, Mapping[str, Any]] = st.session_state.setdefault(f"{key}-told", {})
    edited = {row: dict(cells) for row, cells in st.session_state[key]["edited_rows"].items()}
    typed = {rows[row]: cells.get(_NUMBER) for row, cells in edited.items() if told.get(row) != cells}
    st.session_state[f"{key}-told"] = edited
    _keep(page, project, typed)


def _keep(
    page: PageContext, project: ProjectSummary, typed: Typed, asked: int | EllipsisType | None = ...
) -> None:
    """Change these numbers, and how many were asked where that is told; all others stay what they are now."""
    before = read_team_view(page.store, page.actor, project.id)
    were: Typed = {id_: before.mentions.get(id_) for id_ in typed}
    was = ... if asked is ... else before.customers_asked

    def take_back() -> None:
        _count(page, project, were, was)
        st.session_state[_TAKEN_BACK] = st.session_state.get(_TAKEN_BACK, 0) + 1

    if attempt(_PLACE, lambda: _count(page, project, typed, asked)):
        offer_undo(message("The numbers were changed."), take_back)


def _count(
    page: PageContext, project: ProjectSummary, typed: Typed, asked: int | EllipsisType | None
) -> None:
    now = read_team_view(page.store, page.actor, project.id)
    numbers = {**now.mentions, **typed}
    mentions = {id_: int(number) for id_, number in numbers.items() if number is not None}
    asked = now.customers_asked if asked is ... else asked
    count_mentions(page.store, page.actor, project.id, mentions, asked)
