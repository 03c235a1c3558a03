"""One KPI in a drawer: what it is, how and for whom it is measured, its target, and the actions behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_field, optional_choice_field
from pages._focus import show_focus
from pages._kpi_drawer_fields import interval_field, kind_field, questions_for
from pages._kpi_figures import figure_field, stored
from pages._kpi_scale import offer_way_back, stored_kpi
from pages._labels import told_apart
from pages._page import PageContext
from pages._person_choice import stored_person
from pages._person_field import person_field
from pages._places import place_names
from pages._read_only import show_as_text, show_nothing_yet
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field, FieldValue, text_field, word_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.goals import list_goals
from storage.intents import NoSuchRow
from storage.kpis import (
    KpiEntry,
    bin_kpi,
    change_kpi,
    link_actions,
    list_action_spans,
    list_kpis,
    restore_kpi,
)
from storage.projects import ProjectSummary
from touchpoints.kpi_kinds import KpiKind, kind_of
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import N_, message
from touchpoints.model import Direction

OWNER, _QUESTION = "owner_id", "question_id"
_DIRECTION = N_("Which way is better")
_PART = "kpi_part"


class Part(StrEnum):
    """What one form of the drawer is about."""

    MEANING = N_("What it is")
    MEASURING = N_("How it is measured")
    TARGET = N_("Target")
    ACTIONS = N_("Actions")


@dataclass(frozen=True)
class Drawer:
    """One KPI as it stands in this run, with the page that opened the drawer."""

    page: PageContext
    project: ProjectSummary
    kpi: KpiEntry

    @property
    def say(self) -> Callable[..., str]:
        """Puts texts into the language of the page."""
        return self.page.wording.say

    @cached_property
    def kind(self) -> KpiKind:
        """Its kind."""
        return kind_of(self.kpi.kind)

    @property
    def words(self) -> KpiWords:
        """Writes its figures."""
        unit = self.kind.unit_of(self.kpi.unit, self.project.currency)
        return KpiWords(self.kind, unit, self.page.wording, self.kpi.target)

    def place(self, part: Part) -> str:
        """Where what went wrong with a form is said."""
        return f"{self.kpi.id}-{part.name}"


def open_kpi(page: PageContext, project: ProjectSummary, kpi_id: UUID) -> None:
    """Open the drawer; when it is closed, the page behind it is drawn anew."""
    kpi = _find(page, project, kpi_id)
    for part in Part:
        st.session_state.pop(_shown_key(kpi_id, part), None)
    title = escaped(kpi.name)
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, kpi_id)


def _find(page: PageContext, project: ProjectSummary, kpi_id: UUID) -> KpiEntry:
    kpis = list_kpis(page.store, page.actor, project.id)
    found = next((kpi for kpi in kpis if kpi.id == kpi_id), None)
    if found is None:
        raise NoSuchRow
    return found


def _show(page: PageContext, project: ProjectSummary, kpi_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer = Drawer(page, project, _find(page, project, kpi_id))
    say = page.wording.say
    part = st.segmented_control(
        say("Part"),
        list(Part),
        default=Part.MEANING,
        format_func=say,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=_PART,
    )
    if part is Part.ACTIONS:
        _show_actions(drawer)
    else:
        _show_form(drawer, part, _FIELDS[part](drawer))
    show_undecided(page, drawer.place(part))
    show_outcome(page, drawer.place(part))
    show_focus()


def _meaning(drawer: Drawer) -> tuple[Field, ...]:
    page, project = drawer.page, drawer.project
    goals = {goal.id: goal.name for goal in list_goals(page.store, page.actor, project.id)}
    return (
        text_field("name", N_("Name"), 120),
        kind_field(page),
        text_field("definition", N_("Definition: what counts, and what does not"), 500),
        text_field("unit", N_("Unit"), 40),
        # Where a question feeds it, the best end of its scale says so.
        *(() if drawer.kpi.scale else (word_field("direction", _DIRECTION, Direction),)),
        optional_choice_field("touchpoint_id", N_("Touchpoint"), place_names(page, project)),
        optional_choice_field("goal_id", N_("Goal"), goals),
    )


def _measuring(drawer: Drawer) -> tuple[Field, ...]:
    questions = questions_for(drawer.page, drawer.project, drawer.kind)
    return (
        optional_choice_field(_QUESTION, N_("Question of a survey that feeds it"), questions),
        text_field("method", N_("Method"), 300),
        text_field("source", N_("Source"), 300),
        interval_field("interval_months", N_("Measured every … months"), 60),
        interval_field("customer_base", N_("Number of customers, where they are few"), None),
        text_field("audience", N_("For whom: who sees it"), 200),
        person_field(drawer.page, drawer.project, OWNER, N_("Owner")),
    )


def _target(drawer: Drawer) -> tuple[Field, ...]:
    kind, words = drawer.kind, drawer.words
    return (
        figure_field("baseline", N_("Baseline"), kind, words),
        figure_field("target", N_("Target"), kind, words),
        date_field("target_on", N_("By when")),
        figure_field("smallest_change", N_("Smallest change that matters"), kind, words, is_change=True),
    )


_FIELDS: Mapping[Part, Callable[[Drawer], tuple[Field, ...]]] = {
    Part.MEANING: _meaning,
    Part.MEASURING: _measuring,
    Part.TARGET: _target,
}
_FIGURES = {"baseline", "target", "smallest_change"}


def _show_form(drawer: Drawer, part: Part, fields: tuple[Field, ...]) -> None:
    """The form of what was shown when it was opened, so that nobody's later change is overwritten unseen."""
    if not drawer.page.may_follow_up:
        show_as_text(drawer.page, fields, drawer.kpi)
        return
    shown: KpiEntry = st.session_state.setdefault(_shown_key(drawer.kpi.id, part), drawer.kpi)
    with st.form(f"kpi-{part.name}-{shown.id}", border=False):
        for field in fields:
            field.ask(drawer.page, drawer.say(field.label), getattr(shown, field.name), _key(shown, field))
        with st.container(horizontal=True):
            args = (drawer, part, shown, fields)
            st.form_submit_button(drawer.say("Save"), type="primary", on_click=_save, args=args)
            if part is Part.MEANING and st.form_submit_button(
                drawer.say("Move to bin"), icon=":material/delete:"
            ):
                _throw_away(drawer)


def _save(drawer: Drawer, part: Part, shown: KpiEntry, fields: tuple[Field, ...]) -> None:
    wanted = {field.name: _stored(drawer, field, st.session_state[_key(shown, field)]) for field in fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(shown, name)}
    if not changes:
        return
    page, project = drawer.page, drawer.project

    def change(version: int, changed: Mapping[str, Any]) -> None:
        owner = {OWNER: stored_person(page, project, changed[OWNER])} if OWNER in changed else {}
        before = stored_kpi(page, project, shown) if _QUESTION in changed else None
        change_kpi(page.store, page.actor, project.id, shown.id, version, {**changed, **owner})
        if before is not None:
            offer_way_back(page, project, before, drawer.place(part), partial(_save_back, drawer, part))

    if save_changes(Saving(drawer.place(part), fields, change), shown.version, changes):
        _show_anew(shown.id)


def _save_back(drawer: Drawer, part: Part, version: int, changes: Mapping[str, Any]) -> None:
    """Undo what followed from another question; where somebody was faster, both versions are shown."""
    fields = (*_measuring(drawer), *_target(drawer), word_field("direction", _DIRECTION, Direction))
    change = partial(change_kpi, drawer.page.store, drawer.page.actor, drawer.project.id, drawer.kpi.id)
    if save_changes(Saving(drawer.place(part), fields, change), version, changes):
        _show_anew(drawer.kpi.id)


def _show_anew(kpi_id: UUID) -> None:
    """All forms begin with what is stored now."""
    for each in Part:
        st.session_state.pop(_shown_key(kpi_id, each), None)


def _stored(drawer: Drawer, field: Field, value: FieldValue) -> FieldValue:
    """What a widget holds, as it is stored: shares from 0 to 1, nothing chosen as None."""
    if field.name in _FIGURES:
        return stored(drawer.kind, value)
    if value == "" and field.name.endswith("_id"):
        return None
    return value.strip() if type(value) is str else value


def _show_actions(drawer: Drawer) -> None:
    """Which actions shall move it: just those that are chosen here."""
    page, say = drawer.page, drawer.say
    spans = list_action_spans(page.store, page.actor, drawer.project.id)
    names = told_apart({UUID(one.id): one.name for one in spans})
    if not names:
        st.caption(say("There are no actions in the plan yet."))
        return
    linked = [id_ for id_ in drawer.kpi.action_ids if id_ in names]
    if not page.may_follow_up:
        _show_linked(page, [names[id_] for id_ in linked])
        return
    key = f"kpi-actions-{drawer.kpi.id}"
    with st.form(f"form-{key}", border=False):
        st.multiselect(
            say("Actions that shall move it"), list(names), linked, format_func=names.__getitem__, key=key
        )
        st.form_submit_button(say("Save"), type="primary", on_click=_link, args=(drawer, key))


def _show_linked(page: PageContext, names: Sequence[str]) -> None:
    if names:
        st.markdown("\n".join(f"- {escaped(name)}" for name in names))
    else:
        show_nothing_yet(page)


def _link(drawer: Drawer, key: str) -> None:
    page, before, wanted = drawer.page, drawer.kpi.action_ids, list(st.session_state[key])
    if set(before) == set(wanted):
        return
    where, place = (page.store, page.actor, drawer.project.id, drawer.kpi.id), drawer.place(Part.ACTIONS)
    if attempt(place, lambda: link_actions(*where, wanted)):
        done = message("The actions of {name} were changed.", name=drawer.kpi.name)
        offer_undo(done, lambda: link_actions(*where, before), place)


def _throw_away(drawer: Drawer) -> None:
    """Into the bin; the drawer closes, and the page behind it offers to undo."""
    page = drawer.page
    where = (page.store, page.actor, drawer.project.id, drawer.kpi.id)
    if attempt(drawer.place(Part.MEANING), lambda: bin_kpi(*where)):
        done = message("{name} is in the bin and stays there for 30 days.", name=drawer.kpi.name)
        offer_undo(done, lambda: restore_kpi(*where))
        st.rerun()


def _shown_key(kpi_id: UUID, part: Part) -> str:
    return f"kpi_shown_{kpi_id}_{part.name}"


def _key(shown: KpiEntry, field: Field) -> str:
    return f"{field.name}-{shown.id}-{shown.version}"
