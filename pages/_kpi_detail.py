"""One KPI: its trend, what the linked actions did, its values, and the ways to add more of them."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._chart import chart_look, show_chart
from pages._kept import kept
from pages._kpi import open_kpi
from pages._kpi_board import KpiBoard, State, course_of, waits
from pages._kpi_effects import show_effects
from pages._kpi_paste import ask_for_series
from pages._kpi_scale import show_scale
from pages._kpi_value_form import ask_for_new
from pages._kpi_values import show_values
from pages._page import PageContext
from pages._text import escaped
from storage.kpi_board import KpiStanding
from storage.projects import ProjectSummary
from touchpoints.charts import Chart, Look, kpi_trend
from touchpoints.kpi_kinds import KpiKind, UnknownKind, all_kinds
from touchpoints.kpi_status import next_due


def show_kpi(page: PageContext, project: ProjectSummary, board: KpiBoard, standing: KpiStanding) -> None:
    """The chart with its finding first, then what can be done, then words and numbers."""
    kind = standing.kind
    if kind is None:
        raise UnknownKind(id=standing.kpi.kind, known=", ".join(all_kinds()))
    if standing.values.values:
        show_chart(_drawn(page, project, board, standing, kind), "kpi-trend", page.wording)
    else:
        with st.container(border=True):
            st.write(escaped(_said_of_nothing(page, standing.kpi.name)))
    _show_ways(page, project, standing, kind)
    st.caption(" · ".join(_facts(page, standing)))
    show_scale(page, project, standing.kpi)
    show_effects(page, project, standing)
    show_values(page, project, standing, board.state)


def _said_of_nothing(page: PageContext, name: str) -> str:
    say = page.wording.say
    if not page.may_follow_up:
        return say("{name} has no value yet.", name=name)
    return say("{name} has no value yet. Add one, paste a series, or let a survey feed it.", name=name)


def _drawn(
    page: PageContext, project: ProjectSummary, board: KpiBoard, standing: KpiStanding, kind: KpiKind
) -> Chart:
    look = chart_look(page.look)
    asked = (page.wording.language, standing.kpi.id, page.today, look)
    key = (project.id, project.version, board.state, repr(asked))
    return _chart(page, project, standing, kind, look, key)


@kept(60)
def _chart(
    _page: PageContext,
    _project: ProjectSummary,
    _standing: KpiStanding,
    _kind: KpiKind,
    _look: Look,
    key: tuple[UUID, int, State, str],  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return kpi_trend.draw(course_of(_standing, _kind, _project, _page.today), _page.wording, _look)


def _show_ways(page: PageContext, project: ProjectSummary, standing: KpiStanding, kind: KpiKind) -> None:
    say = page.wording.say
    details = say("Definition, target, actions")
    if not page.may_follow_up:
        if st.button(details, icon=":material/info:"):
            open_kpi(page, project, standing.kpi.id)
        return
    with st.container(horizontal=True):
        if st.button(say("Add a value"), icon=":material/add:", type="primary"):
            ask_for_new(page, project, standing.kpi, kind)
        if st.button(say("Paste a series"), icon=":material/content_paste:"):
            ask_for_series(page, project, standing)
        if st.button(details, icon=":material/edit:"):
            open_kpi(page, project, standing.kpi.id)


def _facts(page: PageContext, standing: KpiStanding) -> list[str]:
    """What belongs to reading the figures: definition, rhythm, owner, and what waits; escaped."""
    say, kpi, last = page.wording.say, standing.kpi, standing.values.last
    facts = [kpi.definition] if kpi.definition else []
    if kpi.touchpoint:
        facts.append(kpi.touchpoint)
    due = next_due(last.ends_on if last else None, kpi.interval_months)
    if waits(standing, page.today):
        waiting = say("overdue since {day}", day=due) if due else say("the first value is missing")
        facts.append(f"⚠ {waiting}")
    elif due:
        facts.append(say("next value due by {day}", day=due))
    facts.append(say("Owner: {person}", person=kpi.owner) if kpi.owner else say("nobody owns it yet"))
    if standing.values.undated:
        waves = ", ".join(standing.values.undated)
        facts.append(say("waves without a date, which cannot stand in time: {waves}", waves=waves))
    return [escaped(fact) for fact in facts]
