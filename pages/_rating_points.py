"""Importance as a budget of points: plus and minus at each touchpoint, what is left always in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import PageContext
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import give_points, read_points
from touchpoints.budget import BUDGET, STEP, even_shares, left_over, stepped
from touchpoints.messages import plural

_PLACE = "rating-points"
Points = Mapping[str, int]


@dataclass(frozen=True)
class _Budget:
    """Who deals out points, and what all touchpoints of the project have so far."""

    page: PageContext
    project: ProjectSummary
    points: Points

    @property
    def steps_back(self) -> list[Points]:
        """What the touchpoints had before each step taken in this session, the latest last."""
        before: list[Points] = st.session_state.setdefault(f"points_before-{self.project.id}", [])
        return before


def deal_out_points(page: PageContext, project: ProjectSummary, chosen: Sequence[TouchpointEntry]) -> None:
    """A line for each touchpoint; every step is stored at once."""
    points = read_points(page.store, page.actor, project.id)
    budget = _Budget(page, project, {str(id_): number for id_, number in points.items()})
    say = page.wording.say
    st.write(say("You have {budget} points. Give many where it matters much to the customer.", budget=BUDGET))
    _show_rest(budget, [str(entry.id) for entry in chosen])
    for entry in chosen:
        _show_line(budget, entry)
    if st.button(say("Show the curve of the team"), type="primary", icon=":material/timeline:"):
        go_to("journey", project.id, whose="team")


def _show_rest(budget: _Budget, chosen: list[str]) -> None:
    """What is left to give stays in sight however long the list is, and so does the way back."""
    say, left = budget.page.wording.say, left_over(budget.points)
    with st.container(key="points-rest"):
        with st.container(horizontal=True, vertical_alignment="center"):
            rest = say(plural("{count} point is left", "{count} points are left", left))
            st.subheader(rest, anchor=False, width="stretch")
            st.button(
                say("The same for all"),
                on_click=_give,
                args=(budget, dict.fromkeys(budget.points, 0) | even_shares(chosen)),
            )
            st.button(
                say("Undo"),
                icon=":material/undo:",
                on_click=_step_back,
                args=(budget,),
                disabled=not budget.steps_back,
            )
        others = sum(number for id_, number in budget.points.items() if id_ not in chosen)
        if others:
            st.caption(say("{points} points lie on touchpoints that are not on this list.", points=others))
        show_outcome(budget.page, _PLACE)


def _show_line(budget: _Budget, entry: TouchpointEntry) -> None:
    """A number with minus and plus, to be typed as well: one element, where each costs every run."""
    id_, key = str(entry.id), f"dealt-{entry.id}"
    follow(key, budget.points.get(id_, 0))
    st.number_input(escaped(entry.name), step=STEP, key=key, on_change=_give_typed, args=(budget, id_, key))


def _give_typed(budget: _Budget, id_: str, key: str) -> None:
    """As many as were asked for, or as are left."""
    now = budget.points.get(id_, 0)
    new = stepped(budget.points, id_, st.session_state[key] - now)[id_]
    if new != now:
        _give(budget, {id_: new})


def _give(budget: _Budget, points: Points) -> None:
    before = {id_: budget.points.get(id_, 0) for id_ in points}
    if _store(budget, points):
        budget.steps_back.append(before)


def _step_back(budget: _Budget) -> None:
    _store(budget, budget.steps_back.pop())


def _store(budget: _Budget, points: Points) -> bool:
    page, given = budget.page, {UUID(id_): number for id_, number in points.items()}
    return attempt(_PLACE, lambda: give_points(page.store, page.actor, budget.project.id, given))
