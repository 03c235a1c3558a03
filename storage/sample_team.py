"""What the invented team of the sample thinks: importance, ratings, and the chain of departments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from storage.intents import Work
from storage.ranks import first_ranks
from storage.rounds import current_round
from storage.sample.values import Sample, SampleTeamView
from touchpoints.model import Aspect, Handover, HandoverInput, Importance, TeamAnswer, Touchpoint

_POINTS = (-2, -1, 0, 1, 2)


def add_team_view(work: Work, sample: Sample, touchpoints: Mapping[str, UUID]) -> None:
    """Add the view of every touchpoint that the team looked at."""
    round_ = current_round(work.session, work.project)
    round_.customers_asked = sample.importance.asked
    _add_importance(work, sample, round_.id, touchpoints)
    for view in sample.team_views:
        touchpoint = work.find(Touchpoint, touchpoints[view.touchpoint])
        touchpoint.lacking = view.lacking
        _add_ratings(work, view, round_.id, touchpoint.id)
        _add_handovers(work, view, touchpoint.id)


def _add_importance(work: Work, sample: Sample, round_id: UUID, touchpoints: Mapping[str, UUID]) -> None:
    """The team's points beside the customers' mentions; a touchpoint may have one without the other."""
    points = {view.touchpoint: view.importance for view in sample.team_views}
    named = sample.importance.named
    work.fill(
        Importance(
            project_id=work.project,
            round_id=round_id,
            touchpoint_id=touchpoints[key],
            team_points=points.get(key),
            customer_mentions=named.get(key),
        )
        for key in dict.fromkeys([*points, *named])
    )


def _add_ratings(work: Work, view: SampleTeamView, round_id: UUID, touchpoint_id: UUID) -> None:
    work.fill(
        TeamAnswer(
            project_id=work.project,
            round_id=round_id,
            touchpoint_id=touchpoint_id,
            aspect=aspect,
            point=point,
            n=n,
        )
        for aspect, counts in _aspects(view)
        for point, n in zip(_POINTS, counts, strict=True)
        if n
    )


def _aspects(view: SampleTeamView) -> Iterable[tuple[Aspect, tuple[int, ...]]]:
    rated = {
        Aspect.EXPERIENCE: view.experience,
        Aspect.COORDINATION: view.coordination,
        Aspect.BRAND: view.brand,
        Aspect.PROMISE: view.promise,
    }
    return ((aspect, counts) for aspect, counts in rated.items() if counts)


def _add_handovers(work: Work, view: SampleTeamView, touchpoint_id: UUID) -> None:
    """The break is told in one sentence that names the departments; it stands with the first of them."""
    notes = [view.handover_break, *[""] * len(view.departments)]
    work.fill(
        Handover(
            **HandoverInput(touchpoint_id=touchpoint_id, department=department, break_note=note).model_dump(),
            project_id=work.project,
            rank=rank,
        )
        for department, note, rank in zip(
            view.departments, notes, first_ranks(len(view.departments)), strict=False
        )
    )
