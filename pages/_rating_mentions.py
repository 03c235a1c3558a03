"""What customers named: how many were asked which touchpoints matter most, and how many named which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import TeamView, count_mentions, read_team_view
from touchpoints.messages import message

_PLACE, _NUMBER, _TAKEN_BACK = "rating-mentions", "number", "mentions_taken_back"
Mentions = Mapping[UUID, int]


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
    st.session_state[key] = team.customers_asked
    asked: int | None = st.number_input(
        page.wording.say("How many customers were asked?"),
        min_value=1,
        step=1,
        key=key,
        width=300,
        on_change=lambda: _keep(page, project, team, team.mentions, st.session_state[key]),
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
        on_change=lambda: _keep_edits(page, project, team, entries, st.session_state[key]),
    )


def _keep_edits(
    page: PageContext,
    project: ProjectSummary,
    team: TeamView,
    entries: Sequence[TouchpointEntry],
    edited: Mapping[str, Any],
) -> None:
    """Store what the grid says; an emptied cell is no mention, which is another thing than none of them."""
    mentions = dict(team.mentions)
    for row, cells in edited["edited_rows"].items():
        id_, number = entries[row].id, cells.get(_NUMBER)
        mentions.pop(id_, None)
        if number is not None:
            mentions[id_] = int(number)
    _keep(page, project, team, mentions, team.customers_asked)


def _keep(
    page: PageContext, project: ProjectSummary, team: TeamView, mentions: Mentions, asked: int | None
) -> None:
    where = (page.store, page.actor, project.id)

    def take_back() -> None:
        count_mentions(*where, team.mentions, team.customers_asked)
        st.session_state[_TAKEN_BACK] = st.session_state.get(_TAKEN_BACK, 0) + 1

    if attempt(_PLACE, lambda: count_mentions(*where, mentions, asked)):
        offer_undo(message("The numbers were changed."), take_back)
