"""Who meets us where, why and how often: segments by touchpoints of the shortlist, painted and pasted."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages._address import choose_one
from pages._encounter_acts import MATRIX, Painting, carry_out_acts
from pages._encounter_paste import ask_for_block
from pages._encounter_segments import ask_for_first_segments, show_segments
from pages._matrix import Brush, Cell, Head, show_matrix
from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from pages._undo import show_undo
from pages._words import word_for
from storage.encounters import EncounterMatrix, Pair, Stroke, read_matrix
from storage.projects import ProjectSummary
from touchpoints.frequency import decimals_of
from touchpoints.messages import N_, Message, Wording, plural
from touchpoints.model import Period

PAGE = Page(
    id="encounters",
    title=N_("Encounters"),
    icon=":material/grid_on:",
    section=Section.CURRENT_STATE,
    order=3,
)
_MEET = "✓"


def render(page: PageContext) -> None:
    """What to paint with, and the matrix."""
    project = page.project
    if project is None:
        return
    matrix = read_matrix(page.store, page.actor, project.id)
    if matrix.touchpoints and matrix.segments:
        _show(page, project, matrix)
        return
    st.title(page.wording.say("Encounters"), anchor=False)
    show_undo(page)
    if matrix.touchpoints:
        ask_for_first_segments(page, project)
    else:
        _show_empty(page, project)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    """Encounters are asked for the shortlist alone."""
    say = page.wording.say
    with st.container(border=True):
        st.write(say("The matrix needs a shortlist: the touchpoints that matter most to customers."))
        if st.button(say("Choose the shortlist"), type="primary"):
            go_to("rating", project.id)


def _show(page: PageContext, project: ProjectSummary, matrix: EncounterMatrix) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Encounters"), width="content", anchor=False)
        buttons = st.container(horizontal=True, width="content")
    st.caption(
        say("Set how often and why, then click cells or drag over them. You can also type into a cell.")
    )
    painting = _ask_what_to_paint(page, project, matrix)
    with buttons:
        if st.button(say("Paste cells"), icon=":material/content_paste:"):
            ask_for_block(painting)
        show_segments(page, project)
    if carry_out_acts(painting):
        painting = replace(painting, matrix=read_matrix(page.store, page.actor, project.id))
    _draw(painting)
    # Below the matrix, which must not move away under the hand that paints it.
    if count := painting.matrix.bare:
        st.caption(say(_said_of_bare(count)))
    show_undo(page)


def _said_of_bare(count: int) -> Message:
    return plural(
        "{count} cell says only that they meet (✓). The guide also asks why, or how often.",
        "{count} cells say only that they meet (✓). The guide also asks why, or how often.",
        count,
    )


def _ask_what_to_paint(page: PageContext, project: ProjectSummary, matrix: EncounterMatrix) -> Painting:
    say = page.wording.say
    periods = {period.value: say(word_for(period)) for period in Period}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = Period(choose_one(say("Period"), periods, "period", default=Period.YEAR.value))
        return Painting(page, project, matrix, period, _ask_brush(page, period))


def _ask_brush(page: PageContext, period: Period) -> Stroke:
    """What a click puts into a cell."""
    say = page.wording.say
    often = st.number_input(
        say("How often"),
        min_value=0.0,
        value=None,
        step=1.0,
        format="%g",
        placeholder=_MEET,
        width=120,
        key="often",
    )
    occasion = st.text_input(
        say("Occasion"), max_chars=300, placeholder=say("why they meet us"), width=220, key="occasion"
    )
    roles = st.text_input(
        say("With whom of us"), max_chars=200, placeholder=say("roles, such as sales"), width=220, key="roles"
    )
    return Stroke(often, period, occasion.strip(), roles.strip())


def _draw(painting: Painting) -> None:
    matrix, wording = painting.matrix, painting.page.wording
    rows = [Head(str(id_), name) for id_, name in matrix.touchpoints]
    columns = [Head(str(id_), name) for id_, name in matrix.segments]
    cells = [
        [_cell(painting, (segment, touchpoint)) for segment, _ in matrix.segments]
        for touchpoint, _ in matrix.touchpoints
    ]
    brush = Brush(_amount(wording, painting.brush.frequency), painting.brush.occasion, painting.brush.roles)
    show_matrix(rows, columns, cells, brush, MATRIX, wording)


def _cell(painting: Painting, pair: Pair) -> Cell:
    """The frequency of all occasions together, the occasion, or how many there are, and with which roles."""
    say, meetings = painting.page.wording.say, painting.matrix.cells.get(pair)
    if not meetings:
        return Cell("", "", say("empty"))
    amount = _amount(painting.page.wording, painting.matrix.frequency(pair, painting.period))
    several = plural("{count} occasion", "{count} occasions", len(meetings))
    note = say(several) if len(meetings) > 1 else meetings[0].occasion
    occasions = [meeting.occasion for meeting in meetings if meeting.occasion]
    often = f"{amount} {say(word_for(painting.period))}" if amount != _MEET else say("they meet")
    roles = [meeting.roles for meeting in meetings if meeting.roles]
    with_whom = [say("with {roles}", roles=", ".join(dict.fromkeys(roles)))] if roles else []
    detail = roles[0] if len(meetings) == len(roles) == 1 else ""
    return Cell(amount, note, " · ".join([often, *occasions, *with_whom]), detail)


def _amount(wording: Wording, frequency: float | None) -> str:
    """A frequency as short as it can be said; a mark where only is known that they meet."""
    return _MEET if frequency is None else wording.number(frequency, decimals_of(frequency))


if __name__ == "__main__":
    draw(render)
