"""The rounds of the sample, and what its invented team thinks in each: importance, ratings, hand-overs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlmodel import select

from storage.intents import Work
from storage.ranks import first_ranks
from storage.rounds import current_round
from storage.sample.values import Sample, SampleTeamView
from storage.sample_rows import day_of
from touchpoints.days import day_in
from touchpoints.model import Aspect, Handover, HandoverInput, Importance, Round, TeamAnswer, Touchpoint

_POINTS = (-2, -1, 0, 1, 2)


def today_of(work: Work, sample: Sample) -> date:
    """The day on which the project is made."""
    return day_in(work.at, sample.time_zone)


def add_rounds(work: Work, sample: Sample) -> Mapping[int, UUID]:
    """Make the project's first round the sample's, and add those after it; gives the ids by number."""
    today, made = today_of(work, sample), current_round(work.session, work.project)
    for one in sample.rounds:
        row = made if one.number == made.number else Round(project_id=work.project, number=one.number)
        row.name = one.name
        row.started_on, row.ended_on = day_of(one.started_on, today), day_of(one.ended_on, today)
        work.fill([row])
    rows = work.session.exec(select(Round).where(Round.project_id == work.project))
    return {row.number: row.id for row in rows}


def add_team_view(
    work: Work, sample: Sample, rounds: Mapping[int, UUID], touchpoints: Mapping[str, UUID]
) -> None:
    """Add the view of every touchpoint that the team looked at, in this round and in the one before."""
    now = max(rounds)
    work.find(Round, rounds[now]).customers_asked = sample.importance.asked
    _add_importance(work, sample.earlier_views, {}, rounds[now - 1], touchpoints)
    _add_importance(work, sample.team_views, sample.importance.named, rounds[now], touchpoints)
    for view in sample.earlier_views:
        _add_ratings(work, view, rounds[now - 1], touchpoints[view.touchpoint])
    for view in sample.team_views:
        touchpoint = work.find(Touchpoint, touchpoints[view.touchpoint])
        touchpoint.lacking = view.lacking
        _add_ratings(work, view, rounds[now], touchpoint.id)
        _add_handovers(work, view, touchpoint.id)


def _add_importance(
    work: Work,
    views: Iterable[SampleTeamView],
    named: Mapping[str, int],
    round_id: UUID,
    touchpoints: Mapping[str, UUID],
) -> None:
    """The team's points beside the customers' mentions; a touchpoint may have one without the other."""
    points = {view.touchpoint: view.importance for view in views}
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
