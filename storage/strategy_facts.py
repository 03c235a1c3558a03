"""Which touchpoints have what step 2 asks for, as lists of ids for the facts that the guide counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select

from storage.presence import is_of_now
from storage.tables import table_of
from touchpoints.model import Goal, Option, Target, TouchpointDecision

# "Always at least twice as many as you see now": one alone is no choice.
ENOUGH_OPTIONS = 2


def who_has_strategy() -> Mapping[str, Select[Any]]:
    """By the name of the fact, the ids of the touchpoints of which it is true in the current round."""
    targets, decisions = table_of(Target), table_of(TouchpointDecision)
    decided = select(decisions.c.touchpoint_id).where(is_of_now(decisions.c.round_id))
    return {
        "has_target": select(targets.c.touchpoint_id).where(is_of_now(targets.c.round_id)),
        "has_goal": _with_goal(),
        "has_approach": _with_approach(),
        "has_weighed_option": _with_weighed_option(),
        "has_choice": _with_choice(),
        "has_decision": decided.where(decisions.c.decision.is_not(None)),
        "has_improvement": decided.where(decisions.c.improvement != ""),
    }


def _goals() -> Select[Any]:
    goals = table_of(Goal)
    return select(goals.c.touchpoint_id).where(
        goals.c.touchpoint_id.is_not(None), goals.c.binned_at.is_(None), is_of_now(goals.c.round_id)
    )


def _with_goal() -> Select[Any]:
    """With a figure to reach by a day, and what it may cost."""
    goals = table_of(Goal)
    has_figure = ((goals.c.kpi_kind != "") | (goals.c.metric != "")) & goals.c.to_value.is_not(None)
    has_resources = goals.c.money.is_not(None) | goals.c.person_days.is_not(None)
    return _goals().where(has_figure, goals.c.due_on.is_not(None), has_resources)


def _with_approach() -> Select[Any]:
    return _goals().where(table_of(Goal).c.approach != "")


def _options() -> Select[Any]:
    options = table_of(Option)
    return select(options.c.touchpoint_id).where(options.c.binned_at.is_(None), is_of_now(options.c.round_id))


def _with_weighed_option() -> Select[Any]:
    """With an option of which effort and effect are known, or for which the team has voted."""
    options = table_of(Option)
    has_effort = (
        options.c.size.is_not(None) | options.c.cost_once.is_not(None) | options.c.person_days.is_not(None)
    )
    is_weighed = has_effort & options.c.effect_realistic.is_not(None)
    return _options().where(is_weighed | options.c.team_votes.is_not(None))


def _with_choice() -> Select[Any]:
    """With two options or more, one of them chosen with a reason."""
    options = table_of(Option)
    is_reasoned = options.c.is_chosen & (options.c.choice_reason != "")
    many = _options().group_by(options.c.touchpoint_id).having(func.count() >= ENOUGH_OPTIONS)
    return _options().where(is_reasoned, options.c.touchpoint_id.in_(many))
