"""The values of a KPI: added by hand with what their intervals need, listed, corrected, thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages._kpi_board import unit_of, words_of
from pages._kpi_value_form import ask_for_correction, ask_value, forget_value, read_value
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.kpi_board import KpiStanding
from storage.kpis import KpiEntry
from storage.measurements import (
    NewMeasurement,
    add_measurement,
    bin_measurements,
    restore_measurements,
)
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import message, plural

_FAULT = "kpi_value_fault"
_MOST_ROWS = 12


def show_adding_value(page: PageContext, project: ProjectSummary, kpi: KpiEntry, kind: KpiKind) -> None:
    """A day or a period, the value, and what its interval needs; seven fields at the most."""
    say, key = page.wording.say, f"value-{kpi.id}"
    with (
        st.popover(say("Add a value"), icon=":material/add:", type="primary"),
        st.form(f"add-{key}", border=False),
    ):
        ask_value(page, unit_of(kpi.unit, kind, project), kind, key)
        st.form_submit_button(say("Add"), on_click=_add, args=(page, page.actor.once(), project, kpi, kind))
    if (fault := st.session_state.pop(_FAULT, None)) is not None:
        st.error(escaped(say(fault)))


def _add(page: PageContext, actor: Actor, project: ProjectSummary, kpi: KpiEntry, kind: KpiKind) -> None:
    state, key = st.session_state, f"value-{kpi.id}"
    values = read_value(page, kind, key)
    if values["value"] is None and values.get("favourable") is None:
        return
    measured = NewMeasurement(**values)
    try:
        id_ = add_measurement(page.store, actor, project.id, kpi.id, measured)
    except TouchpointsError as fault:
        state[_FAULT] = fault.message
        return
    forget_value(kind, key)
    done = message("A value of {name} was added.", name=kpi.name)
    offer_undo(done, lambda: bin_measurements(page.store, page.actor, project.id, [id_]))


def show_values(page: PageContext, project: ProjectSummary, standing: KpiStanding) -> None:
    """The values as a table, newest first; those entered by hand can be thrown away."""
    words, values = words_of(standing, project, page.wording), standing.values.values[::-1]
    if words is None or not values:
        return
    say = page.wording.say
    st.subheader(say("Values"), anchor=False)
    chosen = st.dataframe(
        [_row(value, words) for value in values],
        hide_index=True,
        height=38 + 35 * min(len(values), _MOST_ROWS),
        on_select="rerun",
        selection_mode="multi-row",
        key=f"values-{standing.kpi.id}-{len(values)}",
        alt=say("The values of {name}", name=standing.kpi.name),
    )
    _show_ways(
        page, project, standing, [values[row] for row in chosen["selection"]["rows"] if row < len(values)]
    )


def _row(value: KpiValue, words: KpiWords) -> dict[str, str]:
    say = words.wording.say
    return {
        say("Period"): words.period(value),
        say("Value"): words.estimate(value.estimate),
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
