"""The phases of the journey in a dialog: named anew, moved, added, and thrown away while they are empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._focus import focus_on
from pages._name_list import NameList, close_form, show_names
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt
from pages._touchpoint_fields import text_field, yes_no_field
from pages._touchpoint_saving import Saving, save_changes
from pages._undo import offer_undo
from storage.access import Actor
from storage.phases import (
    PhaseUse,
    add_phase,
    bin_phase,
    change_phase,
    list_phase_uses,
    move_phase,
    restore_phase,
    why_it_stays,
)
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.messages import N_, Message, message, plural

PLACE = "phases"
_NAME = "new-phase"
_FIELDS = (text_field("name", N_("Name"), 80), yes_no_field("is_before_contact", N_("Before the contact")))


@dataclass(frozen=True)
class _Phases:
    """All phases of a project in order, with the page that shows them."""

    page: PageContext
    project: ProjectSummary
    phases: tuple[PhaseUse, ...]

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        """What every intent begins with."""
        return self.page.store, self.page.actor, self.project.id

    def before(self, place: int) -> UUID | None:
        """The phase at a place, before which another one is put; None stands for the end."""
        return self.phases[place].id if place < len(self.phases) else None


def offer_phases(page: PageContext, project: ProjectSummary) -> None:
    """The button that opens them."""
    say = page.wording.say
    # One key wherever it stands: a press is heard even if somebody adds the first touchpoint meanwhile.
    if st.button(say("Phases"), "show-phases", icon=":material/view_column:", type="tertiary"):
        st.dialog(say("Phases"), width="medium", on_dismiss="rerun")(_show)(page, project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    """Read anew at each run of the dialog, since whatever was done in it ran just before."""
    of = _Phases(page, project, list_phase_uses(page.store, page.actor, project.id))
    line, change, more = partial(_line, page), partial(_change, of), partial(_more, of)
    show_names(NameList(page, PLACE, _FIELDS, line, change, more, partial(_show_moves, of)), of.phases)
    _ask_for_new(of)


def _line(page: PageContext, phase: PhaseUse) -> str:
    """The name, and how many touchpoints are seen in its column."""
    say = page.wording.say
    held = plural("{count} touchpoint", "{count} touchpoints", phase.touchpoints)
    facts = [say("before the contact")] if phase.is_before_contact else []
    facts.append(say(held) if phase.touchpoints else say("empty"))
    return f"**{escaped(phase.name)}** :small[· {' · '.join(facts)}]"


def _show_moves(of: _Phases, phase: PhaseUse) -> None:
    """Two arrows, which keep the keyboard while a phase wanders."""
    say, last = of.page.wording.say, len(of.phases) - 1
    place, name = of.phases.index(phase), escaped(phase.name)
    for arrow, label, to, is_possible in (
        ("upward", say("Move {name} earlier", name=name), place - 1, place > 0),
        ("downward", say("Move {name} later", name=name), place + 1, place < last),
    ):
        st.button(
            label,
            _arrow(arrow, phase.id),
            icon=f":material/arrow_{arrow}:",
            type="tertiary",
            disabled=not is_possible,
            on_click=_move,
            args=(of, phase, to),
        )


def _move(of: _Phases, phase: PhaseUse, to: int) -> None:
    """To another place in the order that was seen; at an end, the keyboard goes to the arrow that is left."""
    place = of.phases.index(phase)
    is_later = to > place
    if not attempt(PLACE, lambda: move_phase(*of.where, phase.id, of.before(to + is_later))):
        return
    turns = to in (0, len(of.phases) - 1)
    focus_on(_arrow("downward" if is_later != turns else "upward", phase.id))
    back = of.before(place + 1)
    _offer_undo(message("{name} was moved.", name=phase.name), lambda: move_phase(*of.where, phase.id, back))


def _change(of: _Phases, phase_id: UUID, version: int, changes: Mapping[str, Any]) -> None:
    """Save; whoever undoes it is asked as well where somebody else was faster."""
    there = {one.id: one for one in list_phase_uses(*of.where)}
    change_phase(*of.where, phase_id, version, changes)
    stored = there[phase_id]
    before = {name: getattr(stored, name) for name in changes}
    saving = Saving(PLACE, _FIELDS, partial(change_phase, *of.where, phase_id))
    done = message("{name} was changed.", name=stored.name)
    _offer_undo(done, lambda: save_changes(saving, version + 1, before))


def _more(of: _Phases, phase: PhaseUse) -> None:
    """The way into the bin, or why there is none."""
    say, reason = of.page.wording.say, why_it_stays(phase, len(of.phases))
    if reason is not None:
        st.caption(escaped(say(reason.message)))
        return
    label, key = say("Move to bin"), f"bin-{phase.id}"
    st.button(label, key, icon=":material/delete:", on_click=_throw_away, args=(of, phase))


def _throw_away(of: _Phases, phase: PhaseUse) -> None:
    if attempt(PLACE, lambda: bin_phase(*of.where, phase.id)):
        close_form(phase.id)
        focus_on(_NAME)
        done = message("{name} is in the bin and stays there for 30 days.", name=phase.name)
        _offer_undo(done, lambda: restore_phase(*of.where, phase.id))


def _ask_for_new(of: _Phases) -> None:
    """A name and Enter; the line stays for the next one."""
    say, actor = of.page.wording.say, of.page.actor.once()
    with st.form("add-phase", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(say("New phase at the end"), max_chars=80, key=_NAME)
        st.form_submit_button(say("Add"), icon=":material/add:", on_click=_add, args=(of, actor))


def _add(of: _Phases, actor: Actor) -> None:
    """What is refused stays in the line, to be mended."""
    name = st.session_state[_NAME].strip()

    def add() -> None:
        added = add_phase(of.page.store, actor, of.project.id, name)
        st.session_state[_NAME] = ""
        _offer_undo(message("{name} was added.", name=name), lambda: bin_phase(*of.where, added))

    if name:
        attempt(PLACE, add)


def _offer_undo(done: Message, take_back: Callable[[], object]) -> None:
    """What can no longer be taken back says why."""
    offer_undo(done, lambda: attempt(PLACE, take_back), PLACE)


def _arrow(arrow: str, phase_id: UUID) -> str:
    return f"arrow-{arrow}-{phase_id}"
