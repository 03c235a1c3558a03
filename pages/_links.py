"""The way from one thing to another one on its own page: goal, option, action, KPI, finding or review."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

import streamlit as st

from pages._navigation import in_project
from pages._page import PageContext
from pages._text import escaped
from pages._words import word_for
from storage.projects import ProjectSummary
from touchpoints.model import ActionStatus
from touchpoints.plan_words import STATUS_SIGNS


class LinkedAction(Protocol):
    """An action, as far as its link tells of it."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def name(self) -> str:
        """What is done."""

    @property
    def status(self) -> ActionStatus:
        """How far it is."""


def show_link(page: PageContext, project: ProjectSummary, page_id: str, label: str, **query: object) -> None:
    """A link that opens the thing; for whoever may not open its page, its name alone."""
    if page_id not in page.entries:
        st.caption(escaped(label))
        return
    st.page_link(
        page.entries[page_id],
        label=escaped(label),
        icon=":material/arrow_forward:",
        query_params={**in_project(project.id), **{name: str(value) for name, value in query.items()}},
    )


def show_action_link(page: PageContext, project: ProjectSummary, action: LinkedAction) -> None:
    """The way to an action, with how far it is, such as: ▶ running: Put up new signs."""
    status = page.wording.say(word_for(action.status))
    label = f"{STATUS_SIGNS[action.status]} {status}: {action.name}"
    show_link(page, project, "todo_plan", label, action=action.id)
