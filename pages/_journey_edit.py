"""The basic facts of a touchpoint, changed in place: name, phase and depth; two versions are shown as two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages._conflict import close_when_decided, is_open_again, show_conflict
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from pages._words import word_for
from storage.checking import UnusableInput
from storage.intents import VersionConflict
from storage.journey import (
    TouchpointEntry,
    bin_touchpoint,
    change_touchpoint,
    list_phases,
    restore_touchpoint,
)
from storage.projects import ProjectSummary
from touchpoints.messages import N_, message
from touchpoints.model import Depth

_FIELDS = {"name": N_("Name"), "phase_id": N_("Phase"), "depth": N_("Depth")}


def show_edit(page: PageContext, project: ProjectSummary, shown: TouchpointEntry) -> None:
    """Three fields and the bin."""
    say = page.wording.say
    close_when_decided()
    phases = {phase.id: phase.name for phase in list_phases(page.store, page.actor, project.id)}
    with st.form(f"touchpoint-{shown.id}", border=False):
        name = st.text_input(say("Name"), shown.name, max_chars=120)
        phase = st.selectbox(
            say("Phase"), list(phases), list(phases).index(shown.phase_id), format_func=phases.__getitem__
        )
        depth = st.segmented_control(
            say("Depth"),
            list(Depth),
            default=shown.depth,
            format_func=lambda depth: say(word_for(depth)),
            required=True,
        )
        if st.form_submit_button(say("Save"), type="primary") or is_open_again():
            _save(page, project, shown, {"name": name.strip(), "phase_id": phase, "depth": depth})
    if st.button(say("Move to bin"), icon=":material/delete:"):
        bin_touchpoint(page.store, page.actor, project.id, shown.id)
        offer_undo(
            message("{name} is in the bin and stays there for 30 days.", name=shown.name),
            lambda: restore_touchpoint(page.store, page.actor, project.id, shown.id),
        )
        st.rerun()


def _save(
    page: PageContext, project: ProjectSummary, shown: TouchpointEntry, wanted: Mapping[str, Any]
) -> None:
    changes = {field: value for field, value in wanted.items() if value != getattr(shown, field)}
    if not changes:
        st.rerun()
    try:
        change_touchpoint(page.store, page.actor, project.id, shown.id, shown.version, changes)
    except UnusableInput as fault:
        st.error(escaped(page.wording.say(fault.message)))
    except VersionConflict as conflict:
        stored = conflict.stored_version
        show_conflict(
            page,
            conflict,
            _FIELDS,
            lambda: change_touchpoint(page.store, page.actor, project.id, shown.id, stored, changes),
            lambda field, value: _as_text(page, project, field, value),
        )
    else:
        st.rerun()


def _as_text(page: PageContext, project: ProjectSummary, field: str, value: Any) -> str:  # noqa: ANN401 - any field
    """A stored value, or one just chosen, as a person reads it."""
    if field == "phase_id":
        phases = {str(phase.id): phase.name for phase in list_phases(page.store, page.actor, project.id)}
        return phases.get(str(value), "")
    return page.wording.say(word_for(Depth(value))) if field == "depth" else str(value)
