"""What an action costs by kind: planned and spent, typed into a small grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._action_saving import begin_anew, times_anew
from pages._read_only import show_nothing_yet
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._words import word_for
from storage.action_parts import set_budget
from touchpoints.messages import message
from touchpoints.model import BudgetKind
from touchpoints.plan import Cost

_KINDS = tuple(BudgetKind)


def show_budget(drawer: ActionDrawer) -> None:
    """A row for each kind of cost; an amount is stored as soon as its cell is left."""
    say, place = drawer.say, drawer.place("budget")
    heading = say("Budget in {currency}", currency=drawer.project.currency)
    st.markdown(f"**{heading}**")
    rows = [_row(drawer, kind) for kind in _KINDS]
    if not drawer.may_edit:
        _show_read(drawer, [row for row in rows if row["planned"] or row["spent"]])
        return
    key = f"{place}-{times_anew(place)}"
    st.data_editor(
        rows,
        key=key,
        hide_index=True,
        disabled=["kind"],
        placeholder="",
        column_config=_columns(drawer),
        on_change=_keep,
        args=(drawer, key),
    )
    show_outcome(drawer.page, place)


def _show_read(drawer: ActionDrawer, rows: Sequence[Mapping[str, str | float | None]]) -> None:
    if rows:
        st.dataframe(rows, hide_index=True, placeholder="", column_config=_columns(drawer))
    else:
        show_nothing_yet(drawer.page)


def _columns(drawer: ActionDrawer) -> dict[str, Any]:
    say, column = drawer.say, st.column_config
    amount = {"min_value": 0.0, "step": 0.01, "format": "localized"}
    return {
        "kind": column.TextColumn(say("Kind of cost"), width="medium"),
        "planned": column.NumberColumn(say("Planned"), **amount),
        "spent": column.NumberColumn(say("Spent"), **amount),
    }


def _row(drawer: ActionDrawer, kind: BudgetKind) -> dict[str, str | float | None]:
    cost = drawer.action.budget.get(kind, Cost())
    return {
        "kind": drawer.say(word_for(kind)),
        "planned": float(cost.planned) or None,
        "spent": float(cost.spent) or None,
    }


def _keep(drawer: ActionDrawer, key: str) -> None:
    """Store the rows that were typed into; each edit is told again at every later one."""
    place = drawer.place("budget")
    edited: Mapping[int, Mapping[str, Any]] = st.session_state[key]["edited_rows"]
    for row, cells in edited.items():
        kind = _KINDS[row]
        before = drawer.action.budget.get(kind, Cost())
        after = Cost(_amount(cells, "planned", before.planned), _amount(cells, "spent", before.spent))
        if after != before and attempt(place, partial(_set, drawer, kind, after)):
            name = message(word_for(kind))
            offer_undo(
                message("{kind}: the amounts were changed.", kind=name),
                partial(_take_back, drawer, kind, before),
                place,
            )


def _amount(cells: Mapping[str, Any], name: str, before: Decimal) -> Decimal:
    return Decimal(f"{cells[name] or 0:.2f}") if name in cells else before


def _set(drawer: ActionDrawer, kind: BudgetKind, cost: Cost) -> None:
    set_budget(*drawer.where, drawer.action.id, kind, cost.planned, cost.spent)


def _take_back(drawer: ActionDrawer, kind: BudgetKind, before: Cost) -> None:
    _set(drawer, kind, before)
    begin_anew(drawer.place("budget"))
