"""One goal in a drawer: what shall be reached, with which resources, and the KPI that will show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import chosen
from pages._address import choose_one
from pages._goal_fields import SPONSOR, fields_of_aim, fields_of_means, measured_as
from pages._goal_thread import show_thread
from pages._kpi_adding import values_from
from pages._kpi_figures import stored
from pages._kpi_scale import explained_scales
from pages._links import show_link
from pages._page import PageContext
from pages._person_choice import stored_person
from pages._read_only import show_as_text
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field, FieldValue
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.goals import GoalEntry, bin_goal, change_goal, list_goals, restore_goal
from storage.intents import NoSuchRow
from storage.kpis import add_kpi, bin_kpi, list_kpis
from storage.projects import ProjectSummary
from touchpoints.kpi_kinds import KpiKind
from touchpoints.messages import message

_AIM, _MEANS = "aim", "means"
_FIGURES = ("from_value", "to_value")


@dataclass(frozen=True)
class _Drawer:
    """A goal as it stands in this run."""

    page: PageContext
    project: ProjectSummary
    goal: GoalEntry

    @property
    def place(self) -> str:
        """Where its faults and its undo are shown."""
        return f"{self.goal.id}-goal"

    @property
    def shown(self) -> GoalEntry:
        """The goal as it was when the drawer opened: nobody's later change is overwritten unseen."""
        kept: GoalEntry = st.session_state.setdefault(_shown_key(self.goal.id), self.goal)
        return kept

    def key(self, field: str) -> str:
        """The key of a widget, another one after each saving."""
        return f"goal-{field}-{self.goal.id}-{self.shown.version}"


def open_goal(page: PageContext, project: ProjectSummary, goal_id: UUID) -> None:
    """Open the drawer; raises NoSuchRow."""
    drawer = _read(page, project, goal_id)
    st.session_state.pop(_shown_key(goal_id), None)
    title = escaped(drawer.goal.name)
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, goal_id)


def _read(page: PageContext, project: ProjectSummary, goal_id: UUID) -> _Drawer:
    goals = list_goals(page.store, page.actor, project.id)
    goal = next((goal for goal in goals if goal.id == goal_id), None)
    if goal is None:
        raise NoSuchRow
    return _Drawer(page, project, goal)


def _show(page: PageContext, project: ProjectSummary, goal_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer, say = _read(page, project, goal_id), page.wording.say
    parts = {_AIM: say("What shall be reached"), _MEANS: say("With what and how")}
    part = choose_one(say("Part"), parts, "goal-part", is_labelled=False)
    if part == _AIM:
        _show_form(drawer, fields_of_aim(page, project, drawer.shown.figures))
    else:
        _show_form(drawer, fields_of_means(page, project))
    show_undecided(page, drawer.place)
    show_outcome(page, drawer.place)
    _show_kpi(drawer)
    show_thread(page, project, goal_id)


def _show_form(drawer: _Drawer, fields: Sequence[Field]) -> None:
    page, say, shown = drawer.page, drawer.page.wording.say, drawer.shown
    if not page.may_change:
        show_as_text(page, fields, drawer.goal)
        return
    with st.form(f"goal-{drawer.goal.id}", border=False):
        for field in fields:
            field.ask(page, say(field.label), getattr(shown, field.name), drawer.key(field.name))
        with st.container(horizontal=True):
            st.form_submit_button(say("Save"), type="primary", on_click=_save, args=(drawer, fields))
            if st.form_submit_button(say("Move to bin"), icon=":material/delete:"):
                _throw_away(drawer)


def _save(drawer: _Drawer, fields: Sequence[Field]) -> None:
    page, project, shown = drawer.page, drawer.project, drawer.shown
    # The kind may be chosen in the same form: what is typed beside it is meant as its figures.
    kind = measured_as(st.session_state.get(drawer.key("kpi_kind"), shown.kpi_kind))
    wanted = {field.name: _typed(field, st.session_state[drawer.key(field.name)], kind) for field in fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(shown, name)}
    if not changes:
        return

    def save(version: int, changed: Mapping[str, Any]) -> None:
        sponsor = {SPONSOR: stored_person(page, project, changed[SPONSOR])} if SPONSOR in changed else {}
        change_goal(page.store, page.actor, project.id, drawer.goal.id, version, {**changed, **sponsor})

    if save_changes(Saving(drawer.place, fields, save), shown.version, changes):
        st.session_state.pop(_shown_key(drawer.goal.id), None)


def _typed(field: Field, value: FieldValue, kind: KpiKind) -> FieldValue:
    """What a widget holds, as it is stored; only amounts are decimals, and shares lie from 0 to 1."""
    if field.name in _FIGURES:
        return stored(kind, value)
    return value if field.name == SPONSOR and value else chosen(field, value)


def _throw_away(drawer: _Drawer) -> None:
    where = (drawer.page.store, drawer.page.actor, drawer.project.id, drawer.goal.id)
    if attempt(drawer.place, lambda: bin_goal(*where)):
        done = message("{name} is in the bin and stays there for 30 days.", name=drawer.goal.name)
        offer_undo(done, lambda: restore_goal(*where))
        st.rerun()


def _show_kpi(drawer: _Drawer) -> None:
    """The KPIs of the goal, each a way to it, or one proposed from it with one press."""
    page, say = drawer.page, drawer.page.wording.say
    kpis = list_kpis(page.store, page.actor, drawer.project.id)
    measuring = [kpi for kpi in kpis if kpi.goal_id == drawer.goal.id]
    for kpi in measuring:
        show_link(page, drawer.project, "kpis", say("Shown by the KPI {names}", names=kpi.name), kpi=kpi.id)
    if explained := explained_scales(page, measuring):
        st.caption(escaped(explained))
    if measuring or not page.may_follow_up:
        return
    label = say("Propose a KPI")
    st.button(label, f"kpi-{drawer.place}", icon=":material/speed:", on_click=_propose_kpi, args=(drawer,))


def _propose_kpi(drawer: _Drawer) -> None:
    page, project, goal = drawer.page, drawer.project, drawer.goal
    values = values_from(page, goal)
    where, added = (page.store, page.actor, project.id), list[UUID]()
    if attempt(drawer.place, lambda: added.append(add_kpi(*where, values))):
        done = message("The KPI {name} was proposed.", name=values["name"])
        offer_undo(done, lambda: bin_kpi(*where, added[0]), drawer.place)


def _shown_key(goal_id: UUID) -> str:
    return f"goal_shown_{goal_id}"
