"""The plan as a table that is edited in place: name, owner, dates and status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

import streamlit as st

from pages._action_fields import OWNER, date_field, date_format, owner_field
from pages._action_saving import Edit, begin_anew, save_or_ask, show_saving, times_anew
from pages._action_status import change_status
from pages._kept import kept
from pages._labels import told_apart
from pages._page import PageContext
from pages._plan import Plan
from pages._plan_filter import attention_of
from pages._touchpoint_drawer import attempt
from pages._touchpoint_fields import Field, text_field
from pages._undo import show_undo
from pages._words import word_for
from storage.actions import ActionEntry
from storage.persons import list_persons
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.model import ActionStatus

if TYPE_CHECKING:
    import pandas as pd

_PLACE, _OPEN, _PICKED = "plan-table", "open", "plan_row_picked"
_STATUS, _DATES = "status", ("starts_on", "due_on")


@dataclass(frozen=True)
class _Grid:
    """The actions that the grid shows, row by row, and the words in its cells."""

    page: PageContext
    project: ProjectSummary
    plan: Plan
    rows: Sequence[ActionEntry]

    @property
    def people(self) -> Mapping[UUID, str]:
        """The people of the project by id, without their positions: a cell is narrow."""
        return self.content[1]

    @cached_property
    def content(self) -> tuple[pd.DataFrame, Mapping[UUID, str]]:
        """The cells and the people, made once for each state of the plan."""
        which = hash(tuple(action.id for action in self.rows))
        state = (self.project.id, self.plan.state, self.page.today, self.page.wording.language, which)
        return _content(self, repr(state))

    @cached_property
    def statuses(self) -> dict[ActionStatus, str]:
        """The statuses in words."""
        return {status: self.page.wording.say(word_for(status)) for status in ActionStatus}

    @property
    def fields(self) -> tuple[Field, ...]:
        """What can be edited, as it is said where two differ."""
        return (
            text_field("name", N_("What?"), 200),
            owner_field(self.project),
            date_field("starts_on", N_("From when?")),
            date_field("due_on", N_("Until when?")),
        )

    @property
    def key(self) -> str:
        """The grid keeps its edits by row: it begins anew where rows have moved or an edit was taken back."""
        order = hash(tuple(action.id for action in self.rows))
        return f"{_PLACE}-{order}-{times_anew(_PLACE)}"


def show_plan_table(
    page: PageContext, project: ProjectSummary, plan: Plan, shown: Sequence[ActionEntry]
) -> str | None:
    """The grid; a cell is stored as soon as it is left. Gives the action whose drawer is asked for."""
    if not shown:
        show_undo(page)
        return None
    if not page.may_follow_up:
        return _show_read(_Grid(page, project, plan, shown))
    # A list box of a cell takes nobody new.
    st.caption(page.wording.say("If somebody is missing under “Who?”, tick “Open” and type the name there."))
    grid = _Grid(page, project, plan, shown)
    st.data_editor(
        grid.content[0],
        key=grid.key,
        hide_index=True,
        placeholder="",
        height=min(38 + 35 * len(shown), 640),
        disabled=["touchpoint", "attention", "comments"],
        column_config=_columns(grid),
        on_change=_keep_edits,
        args=(grid,),
    )
    # Below, so that nothing moves under the hands of whoever is typing.
    show_saving(page, _PLACE)
    show_undo(page)
    opened: str | None = st.session_state.pop(f"{_PLACE}-{_OPEN}", None)
    return opened


def _show_read(grid: _Grid) -> str | None:
    """The same rows for reading; gives the action whose row was clicked just now."""
    columns = _columns(grid)
    st.caption(grid.page.wording.say("Click a row to see all of it."))
    picked: Any = st.dataframe(
        grid.content[0].drop(columns=_OPEN),
        key=f"{grid.key}-read",
        hide_index=True,
        placeholder="",
        height=min(38 + 35 * len(grid.rows), 640),
        column_config={name: column for name, column in columns.items() if name != _OPEN},
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    chosen = str(grid.rows[rows[0]].id) if rows and rows[0] < len(grid.rows) else None
    is_new = chosen != st.session_state.get(_PICKED)
    st.session_state[_PICKED] = chosen
    return chosen if is_new else None


@kept(30)
def _content(
    _grid: _Grid,
    key: str,  # noqa: ARG001 - says all that the grid depends on
) -> tuple[pd.DataFrame, Mapping[UUID, str]]:
    import pandas as pd  # noqa: PLC0415 - only a table needs it

    persons = list_persons(_grid.page.store, _grid.page.actor, _grid.project.id)
    people = told_apart({one.id: one.name for one in persons})
    return pd.DataFrame([_row(_grid, people, action) for action in _grid.rows]), people


def _row(grid: _Grid, people: Mapping[UUID, str], action: ActionEntry) -> dict[str, Any]:
    return {
        _OPEN: False,
        "name": action.name,
        OWNER: people.get(action.owner_id) if action.owner_id else None,
        "starts_on": action.starts_on,
        "due_on": action.due_on,
        _STATUS: grid.statuses[action.status],
        "touchpoint": action.touchpoint or "",
        "attention": ", ".join(attention_of(grid.page, grid.plan, action)),
        "comments": action.comments or None,
    }


def _columns(grid: _Grid) -> dict[str, Any]:
    say, column = grid.page.wording.say, st.column_config
    dates = {"format": date_format(grid.page), "width": 125}
    return {
        _OPEN: column.CheckboxColumn(say("Open"), width=85, pinned=True),
        "name": column.TextColumn(say("What?"), max_chars=200, required=True, width=290),
        OWNER: column.SelectboxColumn(say("Who?"), options=list(grid.people.values()), width=150),
        "starts_on": column.DateColumn(say("From when?"), **dates),
        "due_on": column.DateColumn(say("Until when?"), **dates),
        _STATUS: column.SelectboxColumn(
            say("Status"), options=list(grid.statuses.values()), required=True, width=110
        ),
        "touchpoint": column.TextColumn(say("Touchpoint")),
        "attention": column.TextColumn(say("Attention")),
        "comments": column.NumberColumn(say("Remarks"), width=90),
    }


def _keep_edits(grid: _Grid) -> None:
    """Carry out what was typed since the last time: the grid tells every edit again."""
    told: dict[int, Mapping[str, Any]] = st.session_state.setdefault(f"{grid.key}-told", {})
    edited = {row: dict(cells) for row, cells in st.session_state[grid.key]["edited_rows"].items()}
    st.session_state[f"{grid.key}-told"] = edited
    for row, cells in edited.items():
        before = told.get(row, {})
        _keep(
            grid,
            grid.rows[row],
            {name: cell for name, cell in cells.items() if before.get(name, ...) != cell},
        )


def _keep(grid: _Grid, action: ActionEntry, typed: Mapping[str, Any]) -> None:
    if typed.get(_OPEN):
        st.session_state[f"{_PLACE}-{_OPEN}"] = str(action.id)
        begin_anew(_PLACE)
    if _STATUS in typed:
        _set_status(grid, action, typed[_STATUS])
    edited = ("name", OWNER, *_DATES)
    changes = {name: _value(grid, name, cell) for name, cell in typed.items() if name in edited}
    if changes:
        save_or_ask(Edit(grid.page, grid.project, grid.plan, action, grid.fields, _PLACE, ""), changes)


def _set_status(grid: _Grid, action: ActionEntry, word: str) -> None:
    """A grid cannot ask what blocks an action: it says so, and shows the old status again."""
    status = next(status for status, said in grid.statuses.items() if said == word)
    if not attempt(_PLACE, lambda: change_status(grid.page, grid.project, [action.id], status)):
        begin_anew(_PLACE)


def _value(grid: _Grid, name: str, cell: Any) -> Any:  # noqa: ANN401 - any cell
    if name == OWNER:
        return next((id_ for id_, said in grid.people.items() if said == cell), None)
    if name in _DATES:
        return date.fromisoformat(cell[:10]) if cell else None
    return (cell or "").strip()
