"""The values of a KPI as a table: those entered by hand can be corrected and thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

import streamlit as st

from pages._kept import kept
from pages._kpi_board import State, words_of
from pages._kpi_value_form import ask_for_correction
from pages._page import PageContext
from pages._table import table_of
from pages._undo import offer_undo
from storage.kpi_board import KpiStanding
from storage.measurements import bin_measurements, restore_measurements
from storage.projects import ProjectSummary
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import plural

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_ROWS = 12


def show_values(page: PageContext, project: ProjectSummary, standing: KpiStanding, state: State) -> None:
    """The values as a table, newest first; those entered by hand can be thrown away."""
    words, values = words_of(standing, project, page.wording), standing.values.values[::-1]
    if words is None or not values:
        return
    say = page.wording.say
    st.subheader(say("Values"), anchor=False)
    chosen: Any = st.dataframe(
        _table(words, values, (standing.kpi.id, standing.kpi.version, state, page.wording.language)),
        hide_index=True,
        height=38 + 35 * min(len(values), _MOST_ROWS),
        on_select="rerun" if page.may_follow_up else "ignore",
        selection_mode="multi-row",
        key=f"values-{standing.kpi.id}-{len(values)}",
        alt=say("The values of {name}", name=standing.kpi.name),
    )
    if page.may_follow_up:
        rows = chosen["selection"]["rows"]
        _show_ways(page, project, standing, [values[row] for row in rows if row < len(values)])


@kept(60)
def _table(
    _words: KpiWords,
    _values: Sequence[KpiValue],
    key: tuple[UUID, int, State, str],  # noqa: ARG001 - says of which KPI, state and language the rest is
) -> pa.Table:
    return table_of([_row(value, _words) for value in _values])


def _row(value: KpiValue, words: KpiWords) -> dict[str, str]:
    say = words.wording.say
    return {
        say("Period"): words.period(value),
        say("Value"): words.measured(value),
        say("95 % interval"): words.interval(value.estimate) or say("no interval"),
        say("n"): "" if value.n is None else words.wording.number(value.n),
        say("Source"): value.source or (say("survey") if value.wave else say("by hand")),
    }


def _show_ways(
    page: PageContext, project: ProjectSummary, standing: KpiStanding, chosen: Sequence[KpiValue]
) -> None:
    """What can be done with the chosen values."""
    if not chosen:
        return
    say = page.wording.say
    by_hand = [UUID(value.measurement_id) for value in chosen if value.measurement_id]
    if len(by_hand) < len(chosen):
        st.caption(
            say("Values of a survey are read from its waves: correct them by importing the wave anew.")
        )
    if by_hand:
        if len(by_hand) == 1 and st.button(say("Correct this value"), icon=":material/edit:"):
            ask_for_correction(page, project, standing, by_hand[0])
        st.button(
            say(plural("Move {count} value to bin", "Move {count} values to bin", len(by_hand))),
            "bin-values",
            icon=":material/delete:",
            on_click=_throw_away,
            args=(page, project, by_hand),
        )


def _throw_away(page: PageContext, project: ProjectSummary, ids: Sequence[UUID]) -> None:
    where = (page.store, page.actor, project.id)
    bin_measurements(*where, ids)
    said = plural("{count} value is in the bin.", "{count} values are in the bin.", len(ids))
    offer_undo(said, lambda: restore_measurements(*where, ids))
