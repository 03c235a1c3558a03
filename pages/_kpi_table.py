"""The table of all KPIs: the newest value of each with its interval, its status in word, shape and colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

import streamlit as st

from pages._address import put_in_address
from pages._kept import kept
from pages._kpi_board import KpiBoard, State, course_of, standing_word, waits, words_of
from pages._look import is_phone
from pages._page import PageContext
from pages._table import table_of
from storage.kpi_board import KpiStanding
from storage.projects import ProjectSummary
from touchpoints.charts import LIGHT
from touchpoints.effect import Verdict
from touchpoints.kpi_status import Standing
from touchpoints.kpi_words import VERDICT_SIGNS, KpiWords
from touchpoints.messages import Wording
from touchpoints.statistics import Difference, Level

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_ROWS = 16
_ROW, _HEAD = 35, 38
# A name takes one wide line, on a phone two: it is cut in neither. Streamlit breaks lines in rows above 64.
_NAME, _NAME_ON_PHONE, _ROW_ON_PHONE = 270, 170, 65
COLOURS = {
    Standing.REACHED: LIGHT.sign(Level.DELIGHTFUL).colour,
    Standing.MISSED: LIGHT.sign(Level.DISAPPOINTING).colour,
    Standing.OPEN: LIGHT.sign(Level.OKAY).colour,
    Standing.NO_TARGET: LIGHT.sign(Level.OKAY).colour,
}


def show_table(
    page: PageContext, project: ProjectSummary, board: KpiBoard, shown: Sequence[KpiStanding]
) -> None:
    """The KPIs; a click on a row opens one."""
    say = page.wording.say
    ids = tuple(str(one.kpi.id) for one in shown)
    key = f"kpis-{hash((ids, board.state))}"
    row = _ROW_ON_PHONE if is_phone() else _ROW
    st.dataframe(
        _table(
            page,
            project,
            board,
            ids,
            (project.id, project.version, board.state, page.wording.language, str(page.today)),
        ),
        hide_index=True,
        height=_HEAD + row * min(len(shown), _MOST_ROWS),
        row_height=row,
        column_config=_columns(page.wording),
        on_select=lambda: _open_chosen(key, ids),
        selection_mode="single-row",
        key=key,
        alt=say("The KPIs as a table"),
    )


def _open_chosen(key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        put_in_address("kpi", ids[rows[0]])


# A table of sixty KPIs with their courses takes longer to make than all the rest of the page.
@kept(30)
def _table(
    _page: PageContext,
    _project: ProjectSummary,
    _board: KpiBoard,
    ids: tuple[str, ...],
    key: tuple[UUID, int, State, str, str],  # noqa: ARG001 - says of which project, state, language and day the rest is
) -> pa.Table:
    wanted = set(ids)
    rows = [_row(_page, _project, one) for one in _board.standings if str(one.kpi.id) in wanted]
    return table_of(rows)


def _row(page: PageContext, project: ProjectSummary, standing: KpiStanding) -> Mapping[str, Any]:
    say, kpi, last = page.wording.say, standing.kpi, standing.values.last
    words = words_of(standing, project, page.wording)
    row: dict[str, Any] = dict.fromkeys(_names(page.wording), "")
    row |= {
        say("KPI"): kpi.name,
        say("Status"): [standing_word(page.wording, standing.status.standing)],
        say("Course"): [value.value for value in standing.values.values],
        say("Owner"): kpi.owner or "",
    }
    if words is None:
        return row
    row[say("Target")] = "" if kpi.target is None else words.value(kpi.target)
    late = say("overdue")
    if waits(standing, page.today):
        row[say("As of")] = f"⚠ {late}"
    if last is not None:
        day = page.wording.date(last.ends_on)
        row[say("As of")] = f"⚠ {day}, {late}" if waits(standing, page.today) else day
        row[say("Value")] = words.measured(last)
        row[say("95 % interval")] = words.interval(last.estimate)
        row[say("n")] = "" if last.n is None else page.wording.number(last.n)
        row[say("Change since last")] = _change(standing, project, words)
    return row


def _change(standing: KpiStanding, project: ProjectSummary, words: KpiWords) -> str:
    """How far it moved since the value before; marked where chance alone explains it."""
    if standing.kind is None:
        return ""
    course = course_of(standing, standing.kind, project)
    change = course.change
    if change is None:
        return ""
    digits = words.digits_beside(*course.values[-2:], change)
    return f"{words.difference(change, digits)} {_sign(change)}".rstrip()


def _sign(change: Difference) -> str:
    return "" if change.is_clear_of_zero else VERDICT_SIGNS[Verdict.NO_DIFFERENCE_SHOWN]


def _names(wording: Wording) -> tuple[str, ...]:
    say = wording.say
    return (
        *(say("KPI"), say("Status"), say("Value"), say("95 % interval"), say("n"), say("Target")),
        *(say("Change since last"), say("Course"), say("As of"), say("Owner")),
    )


def _columns(wording: Wording) -> dict[str, Any]:
    say = wording.say
    statuses = [standing_word(wording, one) for one in Standing]
    return {
        say("KPI"): st.column_config.TextColumn(pinned=True, width=_NAME_ON_PHONE if is_phone() else _NAME),
        say("Status"): st.column_config.MultiselectColumn(
            options=statuses, color=[COLOURS[one] for one in Standing]
        ),
        say("Course"): st.column_config.LineChartColumn(width="small"),
        say("Change since last"): st.column_config.TextColumn(help=say("◇: chance alone may explain it.")),
    }
