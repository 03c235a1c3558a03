"""What is done for a goal: its options and its actions, each a way to it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._links import show_action_link, show_link
from pages._options import options_of
from pages._page import PageContext
from pages._plan import plan_of
from storage.projects import ProjectSummary


def show_thread(page: PageContext, project: ProjectSummary, goal_id: UUID) -> None:
    """The options first, those that were chosen marked; then the actions with how far they are."""
    say = page.wording.say
    options = [one.option for one in options_of(page, project).candidates if one.option.goal_id == goal_id]
    if options:
        heading = say("Options for this goal")
        st.markdown(f"**{heading}**")
    for option in options:
        label = say("Chosen: {option}", option=option.name) if option.is_chosen else option.name
        show_link(page, project, "options", label, option=option.id)
    show_actions(page, project, say("Actions for this goal"), goal_id=goal_id)


def show_actions(page: PageContext, project: ProjectSummary, heading: str, **behind: UUID) -> bool:
    """The actions of the plan behind which this stands, below a heading; false where there is none."""
    [(field, id_)] = behind.items()
    actions = [action for action in plan_of(page, project).actions if getattr(action, field) == id_]
    if actions:
        st.markdown(f"**{heading}**")
    for action in actions:
        show_action_link(page, project, action)
    return bool(actions)
