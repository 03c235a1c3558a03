"""Adding touchpoints by pasting a list: read at once, doubles and phases shown before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_adding import add
from storage.access import Actor
from storage.board import NewTouchpoint
from storage.journey import PhaseEntry, list_phases, list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import plural
from touchpoints.pasting import MOST_LINES, PastedLine, read_pasted

_MOST_NAMED = 6


@dataclass(frozen=True)
class _Pasting:
    """An open dialog; its actor carries one mark, so that a list sent twice is stored once."""

    page: PageContext
    actor: Actor
    project: ProjectSummary
    phases: Sequence[PhaseEntry]


def ask_for_list(page: PageContext, project: ProjectSummary) -> None:
    """Open the dialog."""
    phases = list_phases(page.store, page.actor, project.id)
    pasting = _Pasting(page, page.actor.once(), project, phases)
    st.dialog(page.wording.say("Paste a list"), width="large")(_show)(pasting)


def _show(pasting: _Pasting) -> None:
    page, say = pasting.page, pasting.page.wording.say
    text = st.text_area(
        say("One touchpoint a line, or columns from a spreadsheet: phase, touchpoint, note"),
        height=180,
        max_chars=100_000,
        placeholder=say("Inform\nWebsite\nLeaflet\n\nDecide and buy\nCounter"),
        key="pasted",
    )
    st.button(say("Look at it before it is stored"), icon=":material/preview:")
    existing = [entry.name for entry in list_touchpoints(page.store, page.actor, pasting.project.id)]
    lines = read_pasted(text or "", [phase.name for phase in pasting.phases], existing)
    if lines:
        _show_preview(pasting, _ask(pasting, lines), lines)


@dataclass(frozen=True)
class _Wishes:
    """What shall become of doubles, of phases that are new, and of lines without a phase."""

    takes_doubles: bool
    makes_phases: bool
    phase: PhaseEntry

    def meant(self, line: PastedLine) -> PastedLine:
        """The line in the phase where it will stand."""
        return replace(line, phase=self.phase.name, is_new_phase=False) if self._is_open(line) else line

    def added(self, line: PastedLine) -> NewTouchpoint:
        """The touchpoint that becomes of the line; the phase that was chosen is named by its id."""
        return NewTouchpoint(line.name, self.phase.id if self._is_open(line) else line.phase, line.note)

    def _is_open(self, line: PastedLine) -> bool:
        return line.phase is None or (line.is_new_phase and not self.makes_phases)


def _ask(pasting: _Pasting, lines: Sequence[PastedLine]) -> _Wishes:
    """Only what the list leaves open is asked."""
    say = pasting.page.wording.say
    new = list(dict.fromkeys(line.phase for line in lines if line.is_new_phase and line.phase))
    doubles = sum(line.same_as is not None for line in lines)
    makes_phases, takes_doubles = bool(new), False
    if new:
        said = plural("Make {count} new phase: {names}", "Make {count} new phases: {names}", len(new))
        named = ", ".join(new[:_MOST_NAMED]) + (" …" if len(new) > _MOST_NAMED else "")
        said = replace(said, values={**said.values, "names": named})
        makes_phases = st.checkbox(escaped(say(said)), value=True, key="makes-phases")
    phase = _ask_phase(pasting, lines, makes_phases=makes_phases)
    if doubles:
        said = plural("Add the {count} double, too", "Add the {count} doubles, too", doubles)
        takes_doubles = st.checkbox(say(said), key="takes-doubles")
    return _Wishes(takes_doubles, makes_phases, phase)


def _ask_phase(pasting: _Pasting, lines: Sequence[PastedLine], *, makes_phases: bool) -> PhaseEntry:
    """The phase for lines without one; not the one before the contact, where things must be meant to be."""
    phases = {phase.id: phase for phase in pasting.phases}
    names = told_apart({phase.id: phase.name for phase in pasting.phases})
    first = next((i for i, phase in enumerate(pasting.phases) if not phase.is_before_contact), 0)
    if all(line.phase and (makes_phases or not line.is_new_phase) for line in lines):
        return pasting.phases[first]
    label = pasting.page.wording.say("Touchpoints without a phase go to")
    chosen = st.selectbox(
        label, list(names), first, format_func=names.__getitem__, key="phase-of-others", width=320
    )
    return phases[chosen]


def _show_preview(pasting: _Pasting, wishes: _Wishes, lines: Sequence[PastedLine]) -> None:
    say = pasting.page.wording.say
    shown = [wishes.meant(line) for line in lines]
    st.dataframe(
        [_row(pasting.page, line) for line in shown],
        hide_index=True,
        height=min(300, 40 + 35 * len(shown)),
        alt=say("The touchpoints as they will be added"),
    )
    if len(lines) == MOST_LINES:
        st.warning(say("Only the first {most} lines are read; paste the rest afterwards.", most=MOST_LINES))
    added = [wishes.added(line) for line in lines if wishes.takes_doubles or line.same_as is None]
    label = plural("Add {count} touchpoint", "Add {count} touchpoints", len(added))
    if st.button(say(label), type="primary", disabled=not added):
        _store(pasting, added)


def _store(pasting: _Pasting, new: Sequence[NewTouchpoint]) -> None:
    page = pasting.page
    try:
        add(page, pasting.actor, pasting.project, new)
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return
    st.rerun()


def _row(page: PageContext, line: PastedLine) -> dict[str, str]:
    say = page.wording.say
    remarks = []
    if line.same_as is not None:
        remarks.append(say("is there already: {name}", name=line.same_as))
    if line.is_new_phase:
        remarks.append(say("new phase"))
    if line.is_cut:
        remarks.append(say("too long, cut"))
    return {
        say("Phase"): line.phase or "",
        say("Touchpoint"): line.name,
        say("Note"): line.note,
        say("Remark"): ", ".join(remarks),
    }
