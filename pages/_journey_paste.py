"""Adding touchpoints by pasting a list: read at once, doubles and phases shown before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._page import PageContext
from storage.board import NewTouchpoint, add_touchpoints
from storage.journey import list_phases, list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import plural
from touchpoints.pasting import MOST_LINES, PastedLine, read_pasted

_INTENT = "paste_intent"


def ask_for_list(page: PageContext, project: ProjectSummary) -> None:
    """Open the dialog; sent twice, its list is stored once."""
    st.session_state[_INTENT] = page.actor.once()
    st.dialog(page.wording.say("Paste a list"), width="large")(_paste)(page, project)


def _paste(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    text = st.text_area(
        say("One touchpoint a line, or columns from a spreadsheet; phases in a column or as headings"),
        height=220,
        max_chars=100_000,
        key="pasted",
    )
    if st.button(say("Read the list"), type="secondary") or text:
        phases = [phase.name for phase in list_phases(page.store, page.actor, project.id)]
        existing = [entry.name for entry in list_touchpoints(page.store, page.actor, project.id)]
        _show_preview(page, project, read_pasted(text or "", phases, existing), phases[0])


def _show_preview(
    page: PageContext, project: ProjectSummary, lines: Sequence[PastedLine], first_phase: str
) -> None:
    say = page.wording.say
    if not lines:
        return
    st.dataframe([_row(page, line, first_phase) for line in lines], hide_index=True, height=260)
    if len(lines) == MOST_LINES:
        st.warning(say("Only the first {most} lines are read; paste the rest afterwards.", most=MOST_LINES))
    takes_doubles = st.checkbox(say("Add the doubles, too"), value=False)
    added = [line for line in lines if takes_doubles or line.same_as is None]
    label = plural("Add {count} touchpoint", "Add {count} touchpoints", len(added))
    if st.button(say(label), type="primary", disabled=not added):
        new = [NewTouchpoint(line.name, line.phase) for line in added]
        add_touchpoints(page.store, st.session_state[_INTENT], project.id, new)
        st.rerun()


def _row(page: PageContext, line: PastedLine, first_phase: str) -> dict[str, str]:
    say = page.wording.say
    notes = []
    if line.same_as is not None:
        notes.append(say("is there already: {name}", name=line.same_as))
    if line.is_cut:
        notes.append(say("too long, cut"))
    return {
        say("Touchpoint"): line.name,
        say("Phase"): line.phase or first_phase,
        say("Note"): ", ".join(notes),
    }
