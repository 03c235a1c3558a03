"""Which touchpoints lie at which table: dealt with one press, changed in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from pages._console_press import carry_out_press
from pages._grid_edits import begin_anew, grid_key, new_edits
from pages._undo import offer_undo, show_undo
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.activity_subjects import SubjectEntry, deal_subjects, list_subjects, seat_subjects
from storage.agenda import ActivityEntry
from touchpoints.messages import message

_ROW, _MOST_HEIGHT = 35, 320


def show_subject_tables(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """What the activity asks about, each with its table; without one it lies at all of them."""
    subjects = list_subjects(*opened.where, activity.id)
    place = _place(opened, activity)
    show_undo(opened.page, place)
    st.button(
        opened.say("Deal touchpoints to tables"),
        f"deal-{activity.id}",
        icon=":material/table_restaurant:",
        on_click=_deal,
        args=(opened, opened.page.actor.once(), activity, subjects),
    )
    if subjects:
        _show_grid(opened, activity, subjects)


def _place(opened: OpenWorkshop, activity: ActivityEntry) -> str:
    return opened.place(f"subjects-{activity.id}")


def _deal(
    opened: OpenWorkshop, actor: Actor, activity: ActivityEntry, subjects: Sequence[SubjectEntry]
) -> None:
    """As many tables as the people were dealt to, or as the field says."""
    store, _, project_id = opened.where
    tables = st.session_state.get(opened.place("count"), 1)
    before = {one.id: one.table_number for one in subjects}
    if carry_out_press(lambda: deal_subjects(store, actor, project_id, activity.id, tables)):
        begin_anew(_place(opened, activity))
        _offer_undo(opened, activity, before)


def _offer_undo(opened: OpenWorkshop, activity: ActivityEntry, before: Mapping[UUID, int | None]) -> None:
    name = _place(opened, activity)

    def take_back() -> None:
        if before:
            seat_subjects(*opened.where, activity.id, before)
        else:
            deal_subjects(*opened.where, activity.id, 0)
        begin_anew(name)

    offer_undo(message("The tables were changed."), take_back, name)


def _show_grid(opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry]) -> None:
    say, column = opened.say, st.column_config
    key = grid_key(_place(opened, activity))
    st.data_editor(
        [{"name": one.name, "phase": one.phase, "table": one.table_number} for one in subjects],
        key=key,
        hide_index=True,
        placeholder="",
        alt=say("What lies at which table"),
        height=min(38 + _ROW * len(subjects), _MOST_HEIGHT),
        disabled=["name", "phase"],
        column_config={
            "name": column.TextColumn(say("Touchpoint")),
            "phase": column.TextColumn(say("Phase")),
            "table": column.NumberColumn(say("At table"), min_value=1, max_value=30, step=1),
        },
        on_change=_keep,
        args=(opened, activity, subjects, key),
    )


def _keep(opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry], key: str) -> None:
    tables = {subjects[row].id: cells["table"] for row, cells in new_edits(key).items()}
    before = {one.id: one.table_number for one in subjects if one.id in tables}
    if carry_out_press(lambda: seat_subjects(*opened.where, activity.id, tables)):
        _offer_undo(opened, activity, before)
