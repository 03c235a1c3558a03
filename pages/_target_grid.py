"""The touchpoints that are worked on as a grid: current level, target, gap and decision, typed in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from pages._grid_edits import begin_anew, grid_key, new_edits
from pages._kept import kept
from pages._page import PageContext
from pages._target import ask_before_it_ends
from pages._target_inputs import TargetStrategy
from pages._touchpoint_drawer import attempt
from pages._undo import offer_undo
from pages._words import word_for
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.segments import SegmentEntry
from storage.targets import ENDING, decide, set_targets
from touchpoints.messages import Message, message, plural
from touchpoints.model import Decision, Depth

PLACE = "target-grid"
_ROW, _MOST_HEIGHT = 35, 760
_STAR = "★ "


@dataclass(frozen=True)
class TargetGrid:
    """The grid of one project, for all customers or for a segment; `rows` are those of what is worked on."""

    page: PageContext
    project: ProjectSummary
    strategy: TargetStrategy
    rows: Sequence[TouchpointEntry]

    @property
    def segment(self) -> SegmentEntry | None:
        """Whose targets are typed."""
        return self.strategy.segment

    @property
    def name(self) -> str:
        """Another grid for each segment, and where rows have moved: edits are kept by row."""
        rows = hash(tuple(entry.id for entry in self.rows))
        return f"targets-{self.strategy.segment_id or 'all'}-{rows}"

    def words(self) -> dict[str, Decision]:
        """The decisions by their word, as a list in a grid takes and gives them."""
        return {self.page.wording.say(word_for(one)): one for one in Decision}


def show_grid(grid: TargetGrid) -> None:
    """What is typed is stored as soon as its cell is left; the next one is a key away."""
    rows = _frame(grid, repr((grid.strategy.key, grid.name, grid.page.wording.language)))
    if not grid.page.may_change:
        _show_read(grid, rows)
        return
    key = grid_key(grid.name)
    st.data_editor(
        rows,
        key=key,
        hide_index=True,
        placeholder="",
        alt=grid.page.wording.say("Targets and decisions"),
        height=_height(grid),
        disabled=["touchpoint", "phase", "current", "shared", "gap"],
        column_config=_columns(grid),
        on_change=_keep,
        args=(grid, [entry.id for entry in grid.rows], key),
    )


def _columns(grid: TargetGrid) -> dict[str, Any]:
    say, column = grid.page.wording.say, st.column_config
    shared = {} if grid.segment is None else {"shared": column.TextColumn(say("Target for all"))}
    for_whom = say("Target level") if grid.segment is None else say("Target of this segment")
    return {
        "touchpoint": column.TextColumn(say("Touchpoint"), width=260),
        "current": column.TextColumn(say("Current level")),
        **shared,
        "target": column.NumberColumn(
            for_whom,
            min_value=-2.0,
            max_value=2.0,
            step=0.1,
            format="localized",
            help=say("From −2 (harsh disappointment) over 0 (okay) to +2 (delightful)."),
        ),
        "gap": column.TextColumn(say("Gap")),
        "decision": column.SelectboxColumn(say("Decision"), options=list(grid.words())),
        "phase": column.TextColumn(say("Phase")),
    }


def _show_read(grid: TargetGrid, rows: pd.DataFrame) -> None:
    st.dataframe(
        rows,
        hide_index=True,
        placeholder="",
        alt=grid.page.wording.say("Targets and decisions"),
        height=_height(grid),
        column_config=_columns(grid),
    )


def _height(grid: TargetGrid) -> int:
    return min(38 + _ROW * len(grid.rows), _MOST_HEIGHT)


# A frame is shown at half the cost of a list of rows, and one of fixed types stays the same grid when the
# first target is typed.
@kept(24)
def _frame(_grid: TargetGrid, key: str) -> pd.DataFrame:  # noqa: ARG001 - says of which state and language
    rows = pd.DataFrame([_row(_grid, entry) for entry in _grid.rows])
    return rows.astype({name: "float" if name == "target" else "str" for name in rows.columns})


def _row(grid: TargetGrid, entry: TouchpointEntry) -> dict[str, Any]:
    wording, strategy = grid.page.wording, grid.strategy
    point, decided = strategy.point(entry.id), strategy.decisions.get(entry.id)
    current = point.current if point else None
    gap = point.gap if point else None
    shared = strategy.targets.for_all.get(entry.id)
    row = {
        "touchpoint": f"{_STAR if entry.depth is Depth.KEY else ''}{entry.name}",
        "current": "–" if current is None else wording.number(current.value, 1, signed=True),
        "target": grid.strategy.levels.get(entry.id),
        "gap": "–" if gap is None else wording.number(gap, 1, signed=True),
        "decision": wording.say(word_for(decided.decision)) if decided and decided.decision else None,
        "phase": entry.phase,
    }
    if grid.segment is not None:
        row["shared"] = "–" if shared is None else wording.number(shared, 1, signed=True)
    return row


def _keep(grid: TargetGrid, rows: list[UUID], key: str) -> None:
    """Store what was typed; what ends a touchpoint is asked about first."""
    edits = new_edits(key)
    levels = {rows[row]: cells["target"] for row, cells in edits.items() if "target" in cells}
    if levels:
        _set(grid, levels)
    for row, cells in edits.items():
        if "decision" in cells:
            _decide(grid, rows[row], grid.words().get(cells["decision"] or ""))


def _set(grid: TargetGrid, levels: Mapping[UUID, float | None]) -> None:
    page, segment_id = grid.page, grid.segment.id if grid.segment else None
    before = {id_: grid.strategy.levels.get(id_) for id_ in levels}

    def store(wanted: Mapping[UUID, float | None]) -> None:
        set_targets(page.store, page.actor, grid.project.id, wanted, segment_id)

    def take_back() -> None:
        store(before)
        begin_anew(grid.name)

    if attempt(PLACE, lambda: store(levels)):
        offer_undo(_said(grid, levels), take_back)
    else:
        begin_anew(grid.name)


def _said(grid: TargetGrid, levels: Mapping[UUID, float | None]) -> Message:
    if len(levels) != 1:
        return plural("{count} target was changed.", "{count} targets were changed.", len(levels))
    [(id_, level)] = levels.items()
    name = next((entry.name for entry in grid.strategy.entries if entry.id == id_), "")
    if level is None:
        return message("The target of {touchpoint} was taken back.", touchpoint=name)
    return message("The target of {touchpoint} was changed.", touchpoint=name)


def _decide(grid: TargetGrid, touchpoint_id: UUID, decision: Decision | None) -> None:
    if decision in ENDING:
        ask_before_it_ends(touchpoint_id, decision)
        begin_anew(grid.name)
        return
    where = (grid.page.store, grid.page.actor, grid.project.id, touchpoint_id)
    stored = grid.strategy.decisions.get(touchpoint_id)

    def take_back() -> None:
        decide(*where, stored.decision if stored else None, stored.combine_with_id if stored else None)
        begin_anew(grid.name)

    if attempt(PLACE, lambda: decide(*where, decision)):
        offer_undo(message("The decision was changed."), take_back)
    else:
        begin_anew(grid.name)
