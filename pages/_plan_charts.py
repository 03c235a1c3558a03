"""The plan as a timeline and as a budget, each drawn once for a state of the plan and shared by all."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._address import choose_one
from pages._chart import chart_look, show_chart
from pages._kept import kept
from pages._page import PageContext
from pages._plan import Plan
from storage.actions import ActionEntry
from storage.projects import ProjectSummary
from touchpoints.charts import Chart, Look, plan_budget, timeline
from touchpoints.messages import Number
from touchpoints.plan_budget import BudgetCut, budget_of_plan, savings_per_year
from touchpoints.plan_timeline import Grouping, timeline_of

_PICKED = "plan_timeline_picked"


def choose_grouping(page: PageContext) -> Grouping:
    """What stands together on the timeline; in the address."""
    say = page.wording.say
    groupings = {Grouping.TOUCHPOINT.value: say("by touchpoint"), Grouping.OWNER.value: say("by owner")}
    return Grouping(choose_one(say("Grouped"), groupings, "group", is_labelled=False))


def choose_cut(page: PageContext) -> BudgetCut:
    """By what the budget is cut; in the address."""
    say = page.wording.say
    cuts = {
        BudgetCut.KIND.value: say("by kind of cost"),
        BudgetCut.TOUCHPOINT.value: say("by touchpoint"),
        BudgetCut.QUARTER.value: say("by quarter"),
    }
    return BudgetCut(choose_one(say("Cut"), cuts, "cut", is_labelled=False))


def show_timeline(
    page: PageContext,
    project: ProjectSummary,
    plan: Plan,
    shown: Sequence[ActionEntry],
    grouping: Grouping,
) -> str | None:
    """The bars by touchpoint or owner; gives the action that was clicked just now."""
    if not any(action.starts_on or action.due_on for action in shown):
        say = page.wording.say
        advice = say("Nothing shown here has a date. Open an action and say until when.")
        st.info(advice if page.may_follow_up else say("Nothing shown here has a date."))
        return None
    look = chart_look(page.look)
    chart = _timeline(page, shown, grouping, look, _key(page, project, plan, shown, look, grouping))
    clicked = show_chart(chart, "timeline", page.wording, on_click=True)
    is_new = clicked is not None and clicked != st.session_state.get(_PICKED)
    st.session_state[_PICKED] = clicked
    return clicked if is_new else None


def show_budget(
    page: PageContext,
    project: ProjectSummary,
    plan: Plan,
    shown: Sequence[ActionEntry],
    cut: BudgetCut,
) -> None:
    """What is saved each year in one line, below it the bars by kind of cost, touchpoint or quarter."""
    _show_savings(page, project, shown)
    if not any(action.budget for action in shown):
        say = page.wording.say
        advice = say("Nothing shown here has a budget. Open an action and enter what is planned.")
        st.info(advice if page.may_follow_up else say("Nothing shown here has a budget."))
        return
    look = chart_look(page.look)
    key = _key(page, project, plan, shown, look, cut)
    show_chart(_budget(page, project, shown, cut, look, key), "budget", page.wording)


def _show_savings(page: PageContext, project: ProjectSummary, shown: Sequence[ActionEntry]) -> None:
    say, savings = page.wording.say, savings_per_year(shown)
    if savings.reached or savings.expected:
        st.markdown(
            say(
                "Saved each year by the actions shown here, of this round alone: {reached} {currency} by "
                "what is done, {expected} {currency} more by what is still to do.",
                reached=Number(float(savings.reached)),
                expected=Number(float(savings.expected)),
                currency=project.currency,
            )
        )


def _key(
    page: PageContext,
    project: ProjectSummary,
    plan: Plan,
    shown: Sequence[ActionEntry],
    look: Look,
    choice: str,
) -> str:
    """One text, since Streamlit takes long to put a key together from so many values."""
    which = hash(tuple(action.id for action in shown))
    return repr((project.id, plan.state, page.today, page.wording.language, look, choice, which))


@kept(30)
def _timeline(
    _page: PageContext,
    _shown: Sequence[ActionEntry],
    _grouping: Grouping,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return timeline.draw(timeline_of(_shown, _grouping, _page.today), _page.wording, _look)


@kept(30)
def _budget(
    _page: PageContext,
    _project: ProjectSummary,
    _shown: Sequence[ActionEntry],
    _cut: BudgetCut,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return plan_budget.draw(budget_of_plan(_shown, _cut, _project.currency), _page.wording, _look)
