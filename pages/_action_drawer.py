"""What the parts of the drawer of an action share: the action as it stands in this run, and its forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from pages._action_fields import chosen
from pages._action_saving import Edit, save_or_ask, show_saving, times_anew
from pages._page import PageContext
from pages._plan import Plan
from pages._read_only import show_as_text
from pages._touchpoint_fields import Field
from storage.access import Actor
from storage.actions import ActionEntry
from storage.projects import ProjectSummary
from storage.store import Store


@dataclass(frozen=True)
class ActionDrawer:
    """One action with the page that opened the drawer, and the plan around it."""

    page: PageContext
    project: ProjectSummary
    plan: Plan
    action: ActionEntry

    @property
    def say(self) -> Callable[..., str]:
        """Puts texts into the language of the page."""
        return self.page.wording.say

    @property
    def where(self) -> tuple[Store, Actor, object]:
        """What every intent begins with."""
        return self.page.store, self.page.actor, self.project.id

    @property
    def may_edit(self) -> bool:
        """Whether it is edited here, or only read."""
        return self.page.may_follow_up

    def place(self, part: str) -> str:
        """The name of a part of the drawer, for its faults and its undo."""
        return f"{self.action.id}-{part}"


def show_form(drawer: ActionDrawer, part: str, fields: Sequence[Field], beside: int = 0) -> None:
    """Some fields with one button, the last ones beside each other; saved is what was changed."""
    place = drawer.place(part)
    if not drawer.may_edit:
        show_as_text(drawer.page, fields, drawer.action)
        return
    with st.form(f"form-{place}", border=False):
        above = fields[: len(fields) - beside]
        for field in above:
            _ask(drawer, place, field)
        for field, column in zip(fields[len(above) :], st.columns(beside) if beside else (), strict=True):
            with column:
                _ask(drawer, place, field)
        st.form_submit_button(
            drawer.say("Save"), key=f"save-{place}", on_click=_save, args=(drawer, place, fields)
        )
    show_saving(drawer.page, place)


def _ask(drawer: ActionDrawer, place: str, field: Field) -> None:
    action = drawer.action
    value, key = getattr(action, field.name), _key(place, action, field)
    field.ask(drawer.page, drawer.say(field.label), value, key)


def _save(drawer: ActionDrawer, place: str, fields: Sequence[Field]) -> None:
    action = drawer.action
    wanted = {field.name: chosen(field, st.session_state[_key(place, action, field)]) for field in fields}
    changes = {name: value for name, value in wanted.items() if value != getattr(action, name)}
    if changes:
        save_or_ask(Edit(drawer.page, drawer.project, drawer.plan, action, fields, place, place), changes)


def _key(place: str, action: ActionEntry, field: Field) -> str:
    return f"{field.name}-{place}-{action.version}-{times_anew(place)}"
