"""Adding many values by pasting a series: read at once, and each line that cannot be read says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.kpi_board import KpiStanding
from storage.measurements import NewMeasurement, add_series, bin_measurements
from storage.projects import ProjectSummary
from storage.text_files import read_text
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import N_, plural
from touchpoints.series import MOST_LINES, Reading, Series, SeriesLine, read_series
from touchpoints.series_dates import DayOrder

_ORDERS = {
    DayOrder.DAY_FIRST: N_("Day first: 03/02 is 3 February"),
    DayOrder.MONTH_FIRST: N_("Month first: 03/02 is 2 March"),
}
_DECIMALS = {
    ",": N_("A comma divides: 1.234 is a thousand"),
    ".": N_("A point divides: 1.234 is a little more than one"),
}


@dataclass(frozen=True)
class _Pasting:
    """An open dialog; its actor carries one mark, so that a series sent twice is stored once."""

    page: PageContext
    actor: Actor
    project: ProjectSummary
    standing: KpiStanding
    kind: KpiKind

    @property
    def words(self) -> KpiWords:
        """Writes the figures of the preview."""
        return KpiWords(
            self.kind, self.kind.unit_of(self.standing.kpi.unit, self.project.currency), self.page.wording
        )


def ask_for_series(page: PageContext, project: ProjectSummary, standing: KpiStanding) -> None:
    """Open the dialog."""
    if standing.kind is None:
        return
    pasting = _Pasting(page, page.actor.once(), project, standing, standing.kind)
    st.dialog(page.wording.say("Paste a series"), width="large")(_show)(pasting)


def _show(pasting: _Pasting) -> None:
    say = pasting.page.wording.say
    text = st.text_area(
        say("One value a line: date, value and, where you know it, the number of answers"),
        height=180,
        max_chars=200_000,
        placeholder=say("Date; value; n\n03.02.2026; 42 %; 120\nMarch 2026; 45 %; 131\nQ2 2026; 47 %; 402"),
        key="pasted-series",
    )
    uploaded = st.file_uploader(say("Or a CSV file"), type=["csv", "tsv", "txt"], key="series-file")
    if uploaded is not None:
        text = _text_of(pasting.page, uploaded.getbuffer())
    st.button(say("Look at it before it is stored"), icon=":material/preview:")
    known = [(value.starts_on, value.ends_on) for value in pasting.standing.values.values]
    first = read_series(text or "", Reading(pasting.kind), known)
    if not first.lines:
        return
    reading = _ask(pasting, first)
    series = read_series(text or "", reading, known)
    _show_preview(pasting, series)


def _text_of(page: PageContext, content: memoryview) -> str:
    """The text of the file; a fault is said in place of it."""
    try:
        return read_text(page.store, content)
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return ""


def _ask(pasting: _Pasting, series: Series) -> Reading:
    """Only what could mean two things is asked, and nothing is chosen beforehand."""
    say = pasting.page.wording.say
    order = decimal = None
    if series.asks_day_order:
        order = st.radio(
            say("What stands first in the dates?"),
            list(_ORDERS),
            None,
            format_func=lambda one: say(_ORDERS[one]),
        )
    if series.asks_decimal:
        decimal = st.radio(
            say("What divides the decimals?"),
            list(_DECIMALS),
            None,
            format_func=lambda one: say(_DECIMALS[one]),
        )
    return Reading(pasting.kind, order, "," if decimal == "," else "." if decimal == "." else None)


def _show_preview(pasting: _Pasting, series: Series) -> None:
    say = pasting.page.wording.say
    if series.faulty:
        said = plural("{count} line cannot be read:", "{count} lines cannot be read:", len(series.faulty))
        st.warning(say(said))
        st.dataframe(
            [_faulty_row(pasting.page, line) for line in series.faulty],
            hide_index=True,
            height=min(200, 40 + 35 * len(series.faulty)),
            alt=say("The lines that cannot be read"),
        )
    if series.read:
        st.dataframe(
            [_row(pasting, line) for line in series.read],
            hide_index=True,
            height=min(300, 40 + 35 * len(series.read)),
            alt=say("The values as they will be added"),
        )
    if len(series.lines) >= MOST_LINES - 1:
        st.warning(say("Only the first {most} lines are read; paste the rest afterwards.", most=MOST_LINES))
    label = plural("Add {count} value", "Add {count} values", len(series.read))
    if st.button(say(label), type="primary", disabled=not series.read or not series.is_settled):
        _store(pasting, series.read)


def _row(pasting: _Pasting, line: SeriesLine) -> dict[str, str]:
    wording, words = pasting.page.wording, pasting.words
    days = [day for day in (line.starts_on, line.ends_on) if day]
    period = " – ".join(wording.date(day) for day in dict.fromkeys(days))
    counts = {
        "n": line.n,
        wording.say("of them for it"): line.favourable,
        wording.say("against it"): line.unfavourable,
    }
    shown = {name: wording.number(count) for name, count in counts.items() if count is not None}
    spread = {} if line.sd is None else {wording.say("Standard deviation"): wording.number(line.sd, 2)}
    value = "" if line.value is None else words.value(line.value)
    return {wording.say("Period"): period, wording.say("Value"): value, **shown, **spread}


def _faulty_row(page: PageContext, line: SeriesLine) -> dict[str, str | int]:
    say = page.wording.say
    return {say("Line"): line.number, say("Text"): line.text, say("Why"): say(line.reason)}


def _store(pasting: _Pasting, lines: Sequence[SeriesLine]) -> None:
    page, kpi = pasting.page, pasting.standing.kpi
    series = [_new(line) for line in lines]
    try:
        add_series(page.store, pasting.actor, pasting.project.id, kpi.id, series)
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return
    ids = [one.id for one in series]
    said = plural(
        "{count} value of {name} was added.", "{count} values of {name} were added.", len(ids), name=kpi.name
    )
    offer_undo(said, lambda: bin_measurements(page.store, page.actor, pasting.project.id, ids))
    st.rerun()


def _new(line: SeriesLine) -> NewMeasurement:
    assert line.starts_on and line.ends_on  # noqa: S101, PT018 - a line that was read has both
    counts = (line.favourable, line.unfavourable)
    return NewMeasurement(line.starts_on, line.ends_on, line.value, line.n, line.sd, *counts)
