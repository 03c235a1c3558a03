"""The values of a KPI: added by hand with what their intervals need, listed, corrected, thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._kpi_board import words_of
from pages._kpi_figures import NEED_LABELS, ask_figure, figure_label, stored
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
from touchpoints.kpi_kinds import KpiKind, Need
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
        with st.container(horizontal=True):
            st.date_input(say("From"), None, format=date_format(page), key=f"{key}-starts")
            st.date_input(say("To"), page.today, format=date_format(page), key=f"{key}-ends")
        ask_figure(figure_label(page, project, kind, kpi.unit, "Value"), kind, None, f"{key}-value")
        for need in kind.needs:
            _ask_need(page, kind, need, f"{key}-{need}")
        if kind.of_counts is not None:
            st.caption(say("With the counts the value may stay empty: it is computed from them."))
        st.text_input(say("How it was measured"), max_chars=300, key=f"{key}-method")
        st.form_submit_button(say("Add"), on_click=_add, args=(page, page.actor.once(), project, kpi, kind))
    if (fault := st.session_state.pop(_FAULT, None)) is not None:
        st.error(escaped(say(fault)))


def _ask_need(page: PageContext, kind: KpiKind, need: Need, key: str) -> None:
    label = page.wording.say(NEED_LABELS[kind.writing][need])
    if need is Need.SD:
        st.number_input(label, 0.0, value=None, step=1.0, format="%g", key=key)
    else:
        st.number_input(label, int(need is Need.N), value=None, step=1, key=key)


def _add(page: PageContext, actor: Actor, project: ProjectSummary, kpi: KpiEntry, kind: KpiKind) -> None:
    state, key = st.session_state, f"value-{kpi.id}"
    ends: date = state[f"{key}-ends"] or page.today
    needs: dict[str, Any] = {need.value: state[f"{key}-{need}"] for need in kind.needs}
    value, method = stored(kind, state[f"{key}-value"]), state[f"{key}-method"].strip()
    measured = NewMeasurement(state[f"{key}-starts"] or ends, ends, value, method=method, **needs)
    if value is None and measured.favourable is None:
        return
    try:
        id_ = add_measurement(page.store, actor, project.id, kpi.id, measured)
    except TouchpointsError as fault:
        state[_FAULT] = fault.message
        return
    for name in ("starts", "value", *(need.value for need in kind.needs)):
        state[f"{key}-{name}"] = None
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
    _show_ways(page, project, [values[row] for row in chosen["selection"]["rows"] if row < len(values)])


def _row(value: KpiValue, words: KpiWords) -> dict[str, str]:
    say = words.wording.say
    return {
        say("Period"): words.period(value),
        say("Value"): words.estimate(value.estimate),
        say("95 % interval"): words.interval(value.estimate) or say("no interval"),
        say("n"): "" if value.n is None else words.wording.number(value.n),
        say("Source"): value.source or (say("survey") if value.wave else say("by hand")),
    }


def _show_ways(page: PageContext, project: ProjectSummary, chosen: Sequence[KpiValue]) -> None:
    if not chosen:
        return
    say = page.wording.say
    by_hand = [UUID(value.measurement_id) for value in chosen if value.measurement_id]
    if len(by_hand) < len(chosen):
        st.caption(
            say("Values of a survey are read from its waves: correct them by importing the wave anew.")
        )
    if by_hand:
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
