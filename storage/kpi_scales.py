"""What follows for a KPI from the question that feeds it: figures on its scale, and which way is better."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from storage.intents import Work
from touchpoints.kpi_kinds import kind_of
from touchpoints.kpi_scale import (
    Figures,
    GoalFigures,
    check_lies_on,
    check_lies_on_scale_of,
    direction_of,
    scale_of,
)
from touchpoints.model import Goal, KpiInput, Question
from touchpoints.statistics import COMMON_SCALE, Scale

_FIGURES = ("baseline", "target", "smallest_change")
_ABOUT_SCALE = {"question_id", "kind", "baseline", "target"}
_ABOUT_GOAL = {"goal_id", "kind", "baseline", "target"}
_ABOUT_DIRECTION = {"question_id", "kind", "direction"}


def what_follows(
    work: Work, given: KpiInput, changed: Collection[str], before: KpiInput | None = None
) -> dict[str, Any]:
    """The values that follow from a change; figures that were `changed` themselves are taken as they are.

    Raises:
        OffTheScale: target or baseline can never be reached on the scale of the question.
        OffTheScaleOfItsGoal: the same without a question, on the scale of the goal.
    """
    kind, was_in_points = kind_of(given.kind), before is not None and kind_of(before.kind).is_in_points
    if not kind.is_in_points:
        # On a scale whose best is 1 less was better; a share of the best answers shall rise again.
        is_freed = was_in_points and before and before.question_id and "direction" not in changed
        return _different(given, {"direction": kind.direction} if is_freed else {})
    to, goal = _scale_of(work, given.question_id), _goal_of(work, given.goal_id)
    # Figures that came with the change are told on its scale already: only what stood before can be levels.
    figures = _figures(before or given)
    follows: dict[str, Any] = {}
    if "question_id" in changed and (before is None or was_in_points):
        fed_by = _scale_of(work, before.question_id) if before else None
        aim = to or (COMMON_SCALE if fed_by and goal and goal.counts_levels else None)
        if aim is not None:
            moved = figures.moved(scale_of(figures, fed_by, goal, aim), aim)
            follows = {name: getattr(moved, name) for name in _FIGURES if name not in changed}
            follows |= {} if to or "direction" in changed else {"direction": direction_of(aim)}
    if to is not None and _ABOUT_SCALE & set(changed):
        check_lies_on(_figures(given.model_copy(update=follows)), to)
    if to is None and goal is not None and (before is None or _ABOUT_GOAL & set(changed)):
        check_lies_on_scale_of(goal, _figures(given.model_copy(update=follows)))
    if to is not None and _ABOUT_DIRECTION & set(changed):
        follows["direction"] = direction_of(to)
    return _different(given, follows)


def _different(given: KpiInput, follows: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in follows.items() if value != getattr(given, name)}


def _figures(given: KpiInput) -> Figures:
    return Figures(*(getattr(given, name) for name in _FIGURES))


def _scale_of(work: Work, question_id: UUID | None) -> Scale | None:
    if question_id is None:
        return None
    question = work.find(Question, question_id)
    return Scale(question.low, question.high, question.best)


def _goal_of(work: Work, goal_id: UUID | None) -> GoalFigures | None:
    if goal_id is None:
        return None
    goal = work.find(Goal, goal_id)
    return GoalFigures(goal.kpi_kind, goal.from_value, goal.to_value, goal.metric)
