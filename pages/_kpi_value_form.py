"""The form of one value: when, how much, what its interval needs, and how it was measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import isclose
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._conflict import close_when_decided, show_conflict
from pages._kpi_figures import NEED_LABELS, ask_figure, labelled, stored
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.intents import NoSuchRow, VersionConflict
from storage.kpi_board import KpiStanding
from storage.kpis import KpiEntry
from storage.measurements import (
    MeasurementEntry,
    NewMeasurement,
    add_measurement,
    bin_measurements,
    change_measurement,
    list_measurements,
)
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import KpiKind, Need
from touchpoints.messages import N_, message

FIELDS: Mapping[str, str] = {
    "starts_on": N_("From"),
    "ends_on": N_("Until"),
    "value": N_("Value"),
    "n": N_("Answers (n)"),
    "sd": N_("Standard deviation"),
    "favourable": N_("Favourable answers"),
    "unfavourable": N_("Unfavourable answers"),
    "method": N_("How it was measured"),
}


def ask_value(
    page: PageContext, unit: str, kind: KpiKind, key: str, shown: MeasurementEntry | None = None
) -> None:
    """Seven fields at the most; `shown` is what is stored, else the value is of today."""
    say = page.wording.say
    with st.container(horizontal=True):
        first, last = (shown.starts_on, shown.ends_on) if shown else (None, page.today)
        st.date_input(say("From"), first, format=date_format(page), key=f"{key}-starts_on")
        st.date_input(say("Until"), last, format=date_format(page), key=f"{key}-ends_on")
    ask_figure(labelled(say("Value"), kind, unit), kind, shown and shown.value, f"{key}-value")
    for need in kind.needs:
        label = say(NEED_LABELS[kind.writing][need])
        _ask_need(label, need, f"{key}-{need}", getattr(shown, need.value, None))
    if kind.of_counts is not None:
        st.caption(say("With the counts the value may stay empty: it is computed from them."))
    st.text_input(
        say("How it was measured"), shown.method if shown else "", max_chars=300, key=f"{key}-method"
    )


def read_value(page: PageContext, kind: KpiKind, key: str) -> dict[str, Any]:
    """What the form holds, as it is stored; without a first day it is about the last one alone."""
    state = st.session_state
    ends = state[f"{key}-ends_on"] or page.today
    needs = {need.value: state[f"{key}-{need}"] for need in kind.needs}
    return {
        "starts_on": state[f"{key}-starts_on"] or ends,
        "ends_on": ends,
        "value": stored(kind, state[f"{key}-value"]),
        **needs,
        "method": state[f"{key}-method"].strip(),
    }


@dataclass(frozen=True)
class _Typing:
    """How a value is typed."""

    kind: KpiKind
    unit: str


def ask_for_new(page: PageContext, project: ProjectSummary, kpi: KpiEntry, kind: KpiKind) -> None:
    """Open the dialog that adds a value; its actor carries one mark, so that it is stored once."""
    typing = _Typing(kind, kind.unit_of(kpi.unit, project.currency))
    st.dialog(page.wording.say("Add a value"))(_show_new)(page, page.actor.once(), project, kpi, typing)


def ask_for_correction(
    page: PageContext, project: ProjectSummary, standing: KpiStanding, measurement_id: UUID
) -> None:
    """Open the dialog that corrects a value entered by hand."""
    entries = list_measurements(page.store, page.actor, project.id)
    shown = next((one for one in entries if one.id == measurement_id), None)
    if shown is None or standing.kind is None:
        raise NoSuchRow
    typing = _Typing(standing.kind, standing.kind.unit_of(standing.kpi.unit, project.currency))
    st.dialog(page.wording.say("Correct this value"))(_show)(page, project, typing, shown)


def _show_new(
    page: PageContext, actor: Actor, project: ProjectSummary, kpi: KpiEntry, typing: _Typing
) -> None:
    key = f"value-{kpi.id}"
    with st.form(f"add-{key}", border=False):
        ask_value(page, typing.unit, typing.kind, key)
        if st.form_submit_button(page.wording.say("Add"), type="primary"):
            _add(page, actor, project, kpi, read_value(page, typing.kind, key))


def _add(
    page: PageContext, actor: Actor, project: ProjectSummary, kpi: KpiEntry, values: dict[str, Any]
) -> None:
    if values["value"] is None and values.get("favourable") is None:
        return
    try:
        id_ = add_measurement(page.store, actor, project.id, kpi.id, NewMeasurement(**values))
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return
    done = message("A value of {name} was added.", name=kpi.name)
    offer_undo(done, lambda: bin_measurements(page.store, page.actor, project.id, [id_]))
    st.rerun()


def _show(page: PageContext, project: ProjectSummary, typing: _Typing, shown: MeasurementEntry) -> None:
    close_when_decided()
    key = f"correct-{shown.id}-{shown.version}"
    with st.form(f"form-{key}", border=False):
        ask_value(page, typing.unit, typing.kind, key, shown)
        if st.form_submit_button(page.wording.say("Save"), type="primary"):
            _save(page, project, shown, _changed(shown, read_value(page, typing.kind, key)))


def _changed(shown: MeasurementEntry, wanted: dict[str, Any]) -> dict[str, Any]:
    """What differs; a share in per cent is not typed to the last figure."""
    if wanted["value"] is not None and isclose(wanted["value"], shown.value, rel_tol=1e-6):
        wanted["value"] = shown.value
    return {name: value for name, value in wanted.items() if value != getattr(shown, name)}


def _save(
    page: PageContext, project: ProjectSummary, shown: MeasurementEntry, changes: dict[str, Any]
) -> None:
    """Save what differs; where somebody was faster, both versions are shown and one is chosen."""
    if not changes:
        st.rerun()
    change = partial(change_measurement, page.store, page.actor, project.id, shown.id)
    try:
        change(shown.version, changes)
    except VersionConflict as conflict:
        show_conflict(page, conflict, FIELDS, partial(change, conflict.stored_version, changes))
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
    else:
        st.rerun()


def _ask_need(label: str, need: Need, key: str, value: float | None) -> None:
    if need is Need.SD:
        st.number_input(label, 0.0, value=value, step=1.0, format="%g", key=key)
    else:
        st.number_input(label, int(need is Need.N), value=value and int(value), step=1, key=key)
