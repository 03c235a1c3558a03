"""A goal proposes a KPI: what it says is taken over, the rest follows from the kind."""

from __future__ import annotations

from datetime import date

import pytest

from touchpoints.kpi_proposal import GoalFacts, propose_kpi
from touchpoints.model import Direction


def test_goals_that_are_measured_alike_get_kpis_of_different_names() -> None:
    goals = [GoalFacts("Better", metric="Experience", touchpoint=where) for where in ("Oven", "Door", "")]
    names = [propose_kpi(goal).name for goal in goals]
    assert names == ["Oven: Experience", "Door: Experience", "Experience"]


def test_what_the_goal_says_is_taken_over() -> None:
    goal = GoalFacts("More recommend us", "nps", "NPS of guests", 20, 35, date(2026, 12, 31))
    proposal = propose_kpi(goal)
    assert (proposal.name, proposal.definition, proposal.kind) == (
        "NPS of guests",
        "More recommend us",
        "nps",
    )
    assert (proposal.baseline, proposal.target, proposal.target_on) == (20, 35, date(2026, 12, 31))
    assert (proposal.direction, proposal.interval_months) == (Direction.UP, 3)


@pytest.mark.parametrize(
    ("kind", "start", "end", "direction"),
    [
        ("time", 10, 5, Direction.DOWN),
        ("time", 5, 10, Direction.UP),
        ("churn", None, 0.1, Direction.DOWN),
        ("csat", None, None, Direction.UP),
    ],
)
def test_the_direction_follows_from_where_it_shall_go(
    kind: str, start: float | None, end: float | None, direction: Direction
) -> None:
    assert propose_kpi(GoalFacts("A", kind, baseline=start, target=end)).direction is direction


def test_a_goal_without_a_kind_is_counted() -> None:
    proposal = propose_kpi(GoalFacts("Fewer complaints", baseline=80, target=40))
    assert (proposal.name, proposal.kind, proposal.direction) == ("Fewer complaints", "count", Direction.DOWN)


def test_values_that_the_kind_cannot_have_are_left_out() -> None:
    proposal = propose_kpi(GoalFacts("A", "share", baseline=40, target=0.6))
    assert (proposal.baseline, proposal.target) == (None, 0.6)


def test_what_is_too_long_is_cut() -> None:
    assert len(propose_kpi(GoalFacts("A" * 200)).name) == 120
