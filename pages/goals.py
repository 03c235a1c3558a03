"""The goals of the round: what shall be reached until when, proposed from targets or typed in the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._address import asked_in_address
from pages._coach_filter import only_meant
from pages._goal import open_goal
from pages._goal_fields import measured_as
from pages._goal_proposals import PLACE, propose_goals
from pages._guide_filter import open_at, question_in_address
from pages._labels import told_apart
from pages._navigation import go_to
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._table import table_of
from pages._target_inputs import TargetStrategy, strategy_of
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import show_undo
from storage.access import Actor
from storage.goals import GoalEntry, add_goal, list_goals
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import N_, Wording, plural
from touchpoints.target_journey import TargetPoint

PAGE = Page(
    id="goals",
    title=N_("Goals"),
    icon=":material/track_changes:",
    section=Section.TARGET_STRATEGY,
    order=2,
    roles=FOLLOW_UP,
)
_TOUCHPOINT, _NAME, _UNTIL = "goal-touchpoint", "goal-name", "goal-until"
_ASKED = "goal_asked_about"
_WHOLE_JOURNEY = ""
_PICKED = "goal_picked"
_NAMED_AT_MOST = 5


def render(page: PageContext) -> None:
    """A line to add one, the goals, and the targets that have none yet."""
    project = page.project
    if project is None:
        return
    strategy = strategy_of(page, project)
    goals = list_goals(page.store, page.actor, project.id)
    st.title(page.wording.say("Goals"), anchor=False)
    asked = _asked_about(page, project, strategy, goals)
    if page.may_change:
        _show_ways(page, project, strategy, goals, asked)
    elif not goals:
        st.write(page.wording.say("No goal is set yet."))
    show_undo(page)
    shown = only_meant(page, project, goals, lambda goal: goal.id, lambda goal: [goal.touchpoint_id])
    if asked:
        _say_without_goal(page, asked)
    if shown:
        _show_goals(page, project, shown)
    if (chosen := asked_in_address("goal")) is not None:
        open_goal(page, project, chosen)


def _asked_about(
    page: PageContext, project: ProjectSummary, strategy: TargetStrategy, goals: Sequence[GoalEntry]
) -> list[TouchpointEntry]:
    """The touchpoints without any goal that the question in the address lacks one of."""
    question = question_in_address()
    if question is None:
        return []
    lacking, covered = open_at(page, project, question), {goal.touchpoint_id for goal in goals}
    return [entry for entry in strategy.entries if str(entry.id) in lacking and entry.id not in covered]


def _say_without_goal(page: PageContext, asked: Sequence[TouchpointEntry]) -> None:
    said = plural(
        "{count} touchpoint has no goal yet: {names}",
        "{count} touchpoints have no goal yet: {names}",
        len(asked),
        names=_named([entry.name for entry in asked]),
    )
    st.markdown(page.wording.say(said))


def _named(names: Sequence[str]) -> str:
    more = " …" if len(names) > _NAMED_AT_MOST else ""
    return escaped(", ".join(names[:_NAMED_AT_MOST])) + more


def _show_ways(
    page: PageContext,
    project: ProjectSummary,
    strategy: TargetStrategy,
    goals: Sequence[GoalEntry],
    asked: Sequence[TouchpointEntry],
) -> None:
    if not goals and not strategy.journey.aimed:
        _show_empty(page, project)
    _show_adding(page, project, strategy, asked)
    show_outcome(page, PLACE)
    _show_proposals(page, project, strategy, goals)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.write(say("Goals follow from targets: set where each touchpoint shall be, then propose its goal."))
        if st.button(say("Set targets"), type="primary", icon=":material/arrow_forward:"):
            go_to("target_journey", project.id)


def _show_adding(
    page: PageContext, project: ProjectSummary, strategy: TargetStrategy, asked: Sequence[TouchpointEntry]
) -> None:
    """Three fields make a goal in the room; the rest is asked of its sponsor afterwards."""
    say = page.wording.say
    if asked and st.session_state.get(_ASKED) != asked[0].id:
        # The line begins with the touchpoint that the guide asks about first.
        st.session_state[_TOUCHPOINT], st.session_state[_ASKED] = str(asked[0].id), asked[0].id
    names = {_WHOLE_JOURNEY: say("The whole journey")}
    names |= {str(entry.id): entry.name for entry in strategy.entries}
    names = told_apart(names)
    with (
        st.form("add-goal", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.selectbox(
            say("Touchpoint"), list(names), format_func=names.__getitem__, key=_TOUCHPOINT, width=260
        )
        st.text_input(say("What shall be reached"), max_chars=200, key=_NAME, width="stretch")
        st.date_input(say("Until"), None, format=date_format(page), key=_UNTIL, width=150)
        once = page.actor.once()
        st.form_submit_button(say("Add"), type="primary", on_click=_add, args=(page, project, once))


def _add(page: PageContext, project: ProjectSummary, actor: Actor) -> None:
    """The touchpoint and the day stay: the next goal often shares them."""
    name, touchpoint = st.session_state[_NAME].strip(), st.session_state[_TOUCHPOINT]
    if not name:
        return
    values = {
        "name": name,
        "touchpoint_id": UUID(touchpoint) if touchpoint else None,
        "due_on": st.session_state[_UNTIL],
    }
    if attempt(PLACE, lambda: add_goal(page.store, actor, project.id, values)):
        st.session_state[_NAME] = ""


def _show_proposals(
    page: PageContext, project: ProjectSummary, strategy: TargetStrategy, goals: Sequence[GoalEntry]
) -> None:
    """The targets below which a touchpoint lies, and which nobody has made a goal of."""
    open_points = _without_goal(strategy, goals)
    if not open_points:
        return
    say = page.wording.say
    count = len(open_points)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        said = plural(
            "{count} target without a goal: {names}",
            "{count} targets without a goal: {names}",
            count,
            names=_named([point.name for point in open_points]),
        )
        st.markdown(say(said), width="stretch")
        st.button(
            say(plural("Propose a goal", "Propose a goal for each", count)),
            icon=":material/flag:",
            on_click=propose_goals,
            args=(page, project, open_points, strategy.journey.view),
        )


def _without_goal(strategy: TargetStrategy, goals: Sequence[GoalEntry]) -> list[TargetPoint]:
    covered = {str(goal.touchpoint_id) for goal in goals}
    return [point for point, _ in strategy.journey.gaps if point.touchpoint_id not in covered]


def _show_goals(page: PageContext, project: ProjectSummary, goals: Sequence[GoalEntry]) -> None:
    """One line each; choosing one opens the rest of it."""
    say = page.wording.say
    advice = say("Choose a goal to say with which resources, in which way and who backs it.")
    st.caption(advice if page.may_change else say("Choose a goal to see all of it."))
    rows_shown = [_row(page.wording, project, goal) for goal in goals]
    told = [name for name in rows_shown[0] if any(row[name] for row in rows_shown)]
    picked: Any = st.dataframe(
        table_of([{name: row[name] for name in told} for row in rows_shown]),
        # A chosen row is a number: in another list it would be another goal.
        key=f"goals-{hash(tuple(goal.id for goal in goals))}",
        hide_index=True,
        placeholder="",
        alt=say("The goals of the round"),
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    chosen = goals[rows[0]].id if rows and rows[0] < len(goals) else None
    if chosen is not None and chosen != st.session_state.get(_PICKED):
        open_goal(page, project, chosen)
    st.session_state[_PICKED] = chosen


def _row(wording: Wording, project: ProjectSummary, goal: GoalEntry) -> dict[str, str]:
    say = wording.say
    return {
        say("Goal"): goal.name,
        say("Touchpoint"): goal.touchpoint or say("The whole journey"),
        say("Customer segment"): goal.segment or "",
        say("From → to"): _span(wording, goal),
        say("Measured by"): goal.metric,
        say("Until"): wording.date(goal.due_on) if goal.due_on else "",
        say("Money"): f"{wording.number(float(goal.money))} {project.currency}" if goal.money else "",
        say("Person-days"): wording.number(float(goal.person_days), 1) if goal.person_days else "",
        say("Sponsor"): goal.sponsor or "",
    }


def _span(wording: Wording, goal: GoalEntry) -> str:
    ends = (goal.from_value, goal.to_value)
    if ends == (None, None):
        return ""
    words = KpiWords(measured_as(goal.kpi_kind), "", wording)
    return " → ".join("–" if end is None else words.value(end) for end in ends)


if __name__ == "__main__":
    draw(render)
