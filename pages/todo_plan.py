"""The to-do plan: who does what until when, as a board, a table, a timeline or a budget."""

from __future__ import annotations

import streamlit as st

from pages._action import open_action
from pages._address import asked_in_address, choose_one
from pages._navigation import go_to
from pages._page import READ, Page, PageContext, Section, draw
from pages._people import offer_people
from pages._plan import Plan, plan_of
from pages._plan_adding import show_adding
from pages._plan_board import show_plan_board, take_intents
from pages._plan_charts import choose_cut, choose_grouping, show_budget, show_timeline
from pages._plan_filter import ask_for_filters, fitting, say_how_many, show_glance
from pages._plan_table import show_plan_table
from pages._undo import show_undo
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="todo_plan",
    title=N_("To-do plan"),
    icon=":material/assignment_turned_in:",
    section=Section.TODO_PLAN,
    order=1,
    roles=READ,
    has_charts=True,
)
_VIEW, _ACTION = "view", "action"
_BOARD, _TABLE, _TIMELINE, _BUDGET = "board", "table", "timeline", "budget"


def render(page: PageContext) -> None:
    """What needs attention, a line to add with, and the plan in the view that was chosen.

    A link may lead to one action, which is opened above it, be it one of an earlier round.
    """
    project = page.project
    if project is None:
        return
    opened = take_intents(page, project) or asked_in_address(_ACTION)
    plan = plan_of(page, project)
    st.title(page.wording.say("To-do plan"), anchor=False)
    if not plan.actions:
        _show_empty(page, project)
    if not plan.actions or st.query_params.get(_VIEW) != _TABLE:  # the table shows it below
        show_undo(page)
    if page.may_follow_up:
        show_adding(page, project)
    if plan.actions:
        show_glance(page, plan)
        opened = _show_view(page, project, plan) or opened
    if opened is not None:
        open_action(page, project, opened)


def _show_view(page: PageContext, project: ProjectSummary, plan: Plan) -> str | None:
    """One view over the actions that the address asks for; gives the action to open."""
    shown = fitting(page, project, plan)
    with st.container(horizontal=True, vertical_alignment="center"):
        view = _choose_view(page)
        grouping = choose_grouping(page) if view == _TIMELINE else None
        cut = choose_cut(page) if view == _BUDGET else None
        ask_for_filters(page, plan)
        if page.may_change:
            offer_people(page, project)
    say_how_many(page, len(shown), len(plan.actions))
    if view == _TABLE:
        return show_plan_table(page, project, plan, shown)
    if grouping is not None:
        return show_timeline(page, project, plan, shown, grouping)
    if cut is not None:
        show_budget(page, project, plan, shown, cut)
    else:
        show_plan_board(page, project, plan, shown)
    return None


def _choose_view(page: PageContext) -> str:
    say = page.wording.say
    views = {
        _BOARD: say("Board"),
        _TABLE: say("Table"),
        _TIMELINE: say("Timeline"),
        _BUDGET: say("Budget"),
    }
    return choose_one(say("Show as"), views, _VIEW, is_labelled=False)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    """Where actions come from, and the way there."""
    say = page.wording.say
    with st.container(border=True):
        if not page.may_follow_up:
            st.write(say("There are no actions in the plan yet."))
            return
        st.subheader(say("Who does what until when?"), anchor=False)
        st.write(
            say(
                "Actions come from the options that you have chosen, with one press each. "
                "Or write one down right here: who, what, until when."
            )
        )
        button = say("Choose options")
        if "options" in page.entries and st.button(button, type="primary", icon=":material/arrow_forward:"):
            go_to("options", project.id)


if __name__ == "__main__":
    draw(render)
