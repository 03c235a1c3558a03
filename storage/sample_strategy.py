"""Filling the sample project with step 2: targets, decisions, goals and options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.sample.plan_values import SampleOption, SampleStrategy, SampleTarget
from storage.sample_rows import Filling
from touchpoints.model import (
    DecisionInput,
    Goal,
    GoalInput,
    Option,
    OptionInput,
    OptionNeed,
    OptionSegment,
    Target,
    TouchpointDecision,
)
from touchpoints.model.base import ProjectRow


def add_strategy(filling: Filling, strategy: SampleStrategy) -> Filling:
    """Add step 2 of both rounds; the project knows its goals and options then."""
    filling.work.fill(_target(filling, target) for target in strategy.targets)
    filling.work.fill(
        filling.row(TouchpointDecision, DecisionInput, one, round_id=filling.rounds[one.round])
        for one in strategy.decisions
    )
    filling = filling.knows("goal", filling.add_ranked(Goal, GoalInput, strategy.goals))
    options = filling.add_ranked(Option, OptionInput, strategy.options, "is_chosen", "choice_reason")
    filling = filling.knows("option", options)
    filling.work.fill(_links(filling, strategy.options))
    return filling


def _target(filling: Filling, target: SampleTarget) -> Target:
    return Target(
        project_id=filling.work.project,
        round_id=filling.rounds[target.round],
        touchpoint_id=filling.ids["touchpoint"][target.touchpoint],
        segment_id=filling.id_of("segment", target.segment),
        level=target.level,
    )


def _links(filling: Filling, options: Iterable[SampleOption]) -> Iterator[ProjectRow]:
    """What options need, and whom they reach."""
    project, option_ids, segments = filling.work.project, filling.ids["option"], filling.ids["segment"]
    for option in options:
        id_ = option_ids[option.key]
        for key in option.needs:
            yield OptionNeed(project_id=project, option_id=id_, needs_id=option_ids[key])
        for key in option.segments:
            yield OptionSegment(project_id=project, option_id=id_, segment_id=segments[key])
