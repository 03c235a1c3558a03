"""Paper for whoever has no phone: voting sheets to print, and a grid into which they are counted."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._console_press import carry_out_press
from pages._console_tally import Counts, counted, grid_of
from pages._grid_edits import begin_anew, grid_key
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry
from storage.paper import count_sheets, enter_tally
from touchpoints.activities import Dots, Part, Points, Rate, activity_kind
from touchpoints.ballots import WHOLE, parts_asked
from touchpoints.model import WorkshopState
from touchpoints.room.tally import MOST_SHEETS

_ROW, _MOST_HEIGHT = 35, 420


def show_paper(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """Print, hand out, collect, count."""
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    if not parts:
        st.caption(opened.say("Nothing is asked here, so there is nothing to print."))
        return
    address = f"/sheets/{opened.project.id}/{activity.id}"
    st.link_button(opened.say("Print voting sheets"), address, icon=":material/print:")
    counted_parts = [part for part in parts if isinstance(part, Rate | Points | Dots)]
    if not counted_parts:
        st.caption(
            opened.say("What is written on paper is typed on a phone, or by the facilitator as a card.")
        )
    elif activity.opened_at is None:
        st.caption(opened.say("When the activity has been opened, the sheets are counted here."))
    elif opened.workshop.state is not WorkshopState.CONCLUDED:
        _show_tally(opened, activity, counted_parts)


def _show_tally(opened: OpenWorkshop, activity: ActivityEntry, parts: list[Any]) -> None:
    say, name = opened.say, opened.place(f"tally-{activity.id}")
    entered = count_sheets(*opened.where, activity.id)
    if entered:
        st.caption(say("{count} sheets are entered; what you enter now takes their place.", count=entered))
    key = grid_key(name)
    sheets = st.number_input(say("Number of sheets"), 0, MOST_SHEETS, key=f"{key}-sheets", width=160)
    if not sheets:
        return
    subjects = {str(one.id): one.name for one in list_subjects(*opened.where, activity.id)}
    grids = {part.id: _show_grid(opened, part, subjects, int(sheets), f"{key}-{part.id}") for part in parts}
    st.button(
        say("Enter these answers"),
        f"{key}-enter",
        type="primary",
        icon=":material/check:",
        on_click=_enter,
        args=(opened, opened.page.actor.once(), activity, int(sheets), grids, name),
    )


def _show_grid(opened: OpenWorkshop, part: Part, subjects: dict[str, str], sheets: int, key: str) -> Counts:
    """A grid for one part; what stands in it now, as a tally takes it."""
    asked = {WHOLE: opened.say("All in all")} if _is_whole(part) else subjects
    grid = grid_of(opened.page.wording, part, asked, sheets)
    st.caption(opened.say(grid.hint))
    typed = st.data_editor(
        grid.rows,
        key=f"{key}-{len(grid.rows)}",
        hide_index=True,
        placeholder="",
        alt=opened.say(grid.hint),
        height=min(38 + _ROW * len(grid.rows), _MOST_HEIGHT),
        disabled=["about", "sheet"],
        column_config=grid.columns,
    )
    return counted(part, grid, typed)


def _is_whole(part: Part) -> bool:
    return isinstance(part, Rate) and part.is_about_the_whole


def _enter(
    opened: OpenWorkshop,
    actor: Actor,
    activity: ActivityEntry,
    sheets: int,
    counts: dict[str, Counts],
    name: str,
) -> None:
    store, _, project_id = opened.where
    if carry_out_press(lambda: enter_tally(store, actor, project_id, activity.id, sheets, counts)):
        begin_anew(name)
