"""KPIs: all of them with value, interval and status; one of them with its trend and what actions did."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from pages._address import choose_one, chosen_in_address, keep_in_address
from pages._coach_filter import only_meant
from pages._kpi_adding import show_adding
from pages._kpi_board import KpiBoard, kpi_board_of, standing_word
from pages._kpi_detail import show_kpi
from pages._kpi_table import show_table
from pages._page import READ, Page, PageContext, Section, draw
from pages._text import escaped
from pages._undo import show_undo
from storage.kpi_board import KpiStanding
from storage.projects import ProjectSummary
from touchpoints.kpi_status import Standing
from touchpoints.kpi_words import STANDING_WORDS
from touchpoints.messages import N_, plural

PAGE = Page(
    id="kpis",
    title=N_("KPIs"),
    icon=":material/monitoring:",
    section=Section.MONITORING,
    order=1,
    roles=READ,
    has_charts=True,
)
_ALL, _OVERDUE = "all", "overdue"
_MOST_NAMED = 5


def render(page: PageContext) -> None:
    """The table of all, or the one that the address names."""
    project = page.project
    if project is None:
        return
    board = kpi_board_of(page, project)
    standing = board.find(st.query_params.get("kpi", _ALL))
    _show_head(page, project, board, is_one=standing is not None)
    show_undo(page)
    if not board.standings:
        _show_nothing(page, project, board)
        return
    _choose(page, board)
    if standing is not None:
        show_kpi(page, project, board, standing)
    else:
        _show_all(page, project, board)


def _show_head(page: PageContext, project: ProjectSummary, board: KpiBoard, *, is_one: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(page.wording.say("KPIs"), width="content", anchor=False)
        if page.may_follow_up and board.standings and not is_one:
            with st.container(horizontal=True, width="content"):
                show_adding(page, project, board)
    if project.is_example:
        st.caption(
            page.wording.say("Example: the ratings are real, everything else in this project is invented.")
        )


def _show_nothing(page: PageContext, project: ProjectSummary, board: KpiBoard) -> None:
    """The first thing to do in a project without KPIs."""
    say = page.wording.say
    with st.container(border=True):
        if not page.may_follow_up:
            st.write(say("No KPI is chosen yet."))
            return
        st.subheader(say("By what will you see that contact got better?"), anchor=False)
        st.write(
            say(
                "Begin with the recommendation rate: how many new customers came because somebody "
                "recommended you. A name and a kind are enough for now; the rest follows later."
            )
        )
        with st.container(horizontal=True):
            show_adding(page, project, board, is_first=True)


def _choose(page: PageContext, board: KpiBoard) -> None:
    """One KPI or all of them; the choice stands in the address."""
    say = page.wording.say
    names = {_ALL: say("All KPIs"), **board.names}
    chosen_in_address("kpi", names, _ALL)
    st.selectbox(
        say("KPI"),
        list(names),
        format_func=names.__getitem__,
        key="kpi",
        on_change=keep_in_address,
        args=("kpi",),
        width=420,
        label_visibility="collapsed",
    )


def _show_all(page: PageContext, project: ProjectSummary, board: KpiBoard) -> None:
    overdue = board.overdue(page.today)
    if overdue:
        st.warning(escaped(_said_overdue(page, overdue)), icon=":material/schedule:")
    st.caption(_counted(page, board))
    shown = only_meant(page, project, _filtered(page, board, overdue), lambda one: one.kpi.id)
    if shown:
        show_table(page, project, board, shown)
        st.caption(page.wording.say("Click a row, or choose a KPI above, to see its trend and its actions."))
    else:
        st.write(page.wording.say("No KPI stands like that at the moment."))


def _said_overdue(page: PageContext, overdue: list[KpiStanding]) -> str:
    names = ", ".join(one.kpi.name for one in overdue[:_MOST_NAMED]) + (
        " …" if len(overdue) > _MOST_NAMED else ""
    )
    return page.wording.say(
        plural(
            "{count} KPI waits for its next value: {names}",
            "{count} KPIs wait for their next value: {names}",
            len(overdue),
            names=names,
        )
    )


def _counted(page: PageContext, board: KpiBoard) -> str:
    """How many stand how."""
    counts = Counter(one.status.standing for one in board.standings)
    parts = [f"{counts[one]} × {standing_word(page.wording, one)}" for one in Standing if counts[one]]
    return " · ".join(parts)


def _filtered(page: PageContext, board: KpiBoard, overdue: list[KpiStanding]) -> list[KpiStanding]:
    """The KPIs of the chosen status; the choice stands in the address."""
    say = page.wording.say
    options = {_ALL: say("All"), _OVERDUE: say("overdue")}
    options |= {one.name.casefold(): say(STANDING_WORDS[one]) for one in Standing}
    chosen = choose_one(say("Status"), options, "status", is_labelled=False)
    if chosen == _OVERDUE:
        return overdue
    return [one for one in board.standings if chosen in (_ALL, one.status.standing.name.casefold())]


if __name__ == "__main__":
    draw(render)
