"""What the gains of options are computed from: importance, encounters, and where something disappoints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.answers import read_answers
from storage.disappointments import count_disappointments
from storage.store import Store
from storage.team_view import TeamView, read_team_view
from touchpoints.frequency import converted
from touchpoints.journey_lines import JourneyStop, draw_line
from touchpoints.journey_questions import RATING, choose_questions
from touchpoints.model import Encounter, Period, Segment, Touchpoint
from touchpoints.option_gain import Ground
from touchpoints.ratings import rate
from touchpoints.standing import View
from touchpoints.statistics import Level as Experienced
from touchpoints.statistics import LevelThresholds


def read_ground(store: Store, actor: Actor, project_id: UUID, disappointing: Collection[UUID]) -> Ground:
    """The ground of the current round; `disappointing` are the touchpoints that customers rate so."""
    team = read_team_view(store, actor, project_id)
    with store.reading(actor, project_id) as session:
        view, shares = _shares(team, {UUID(stop.id) for stop in _stops(session, project_id)})
        which = {"project": project_id}
        encounters, segments = (session.execute(query, which).all() for query in _queries())
    return Ground(
        view,
        shares,
        _meetings(encounters),
        tuple(row.id for row in segments),
        frozenset(disappointing).union(count_disappointments(store, actor, project_id)),
        frozenset(disappointing),
    )


def _shares(team: TeamView, present: Collection[UUID]) -> tuple[View, Mapping[UUID, float]]:
    """The customers' importance where there is one, else the room's; never one beside the other."""
    for view, given in ((View.CUSTOMER, team.mentions), (View.TEAM, team.points)):
        total = sum(number for id_, number in given.items() if id_ in present)
        if total:
            return view, {id_: number / total for id_, number in given.items() if id_ in present}
    return View.TEAM, {}


# Read at every run of the pages about options that finds something changed.
@cache
def _queries() -> tuple[Any, Any]:
    """Encounters, and segments in order."""
    project: BindParameter[Any] = bindparam("project")
    often = (col(Encounter.frequency), col(Encounter.period))
    met = select(Encounter.touchpoint_id, Encounter.segment_id, *often)
    return (
        met.join(Segment, col(Segment.id) == Encounter.segment_id).where(
            Encounter.project_id == project,
            col(Encounter.binned_at).is_(None),
            col(Segment.binned_at).is_(None),
        ),
        select(Segment.id)
        .where(Segment.project_id == project, col(Segment.binned_at).is_(None))
        .order_by(Segment.rank),
    )


def _meetings(encounters: Collection[Any]) -> Mapping[UUID, Mapping[UUID, float | None]]:
    """How often a year each segment meets each touchpoint, all occasions together; None where nobody said."""
    found: dict[UUID, dict[UUID, float | None]] = defaultdict(dict)
    for row in encounters:
        before = found[row.touchpoint_id].get(row.segment_id)
        if row.frequency is None:
            found[row.touchpoint_id][row.segment_id] = before
        else:
            often = converted(row.frequency, row.period, Period.YEAR)
            found[row.touchpoint_id][row.segment_id] = (before or 0.0) + often
    return found


def disappointing_touchpoints(
    store: Store, actor: Actor, project_id: UUID, limits: LevelThresholds
) -> frozenset[UUID]:
    """The touchpoints that customers rated as disappointing in the newest wave."""
    answers = read_answers(store, actor, project_id)
    ratings = [rating for rating in rate(answers, is_pooled=False) if rating.question.kind == RATING]
    rated = {rating.wave for rating in ratings}
    newest = next((wave.label for wave in reversed(answers.waves) if wave.label in rated), None)
    with store.reading(actor, project_id) as session:
        stops = _stops(session, project_id)
    line = draw_line(
        "",
        stops,
        [rating for rating in ratings if rating.wave == newest],
        {},
        limits,
        choose_questions(ratings, newest),
    )
    return frozenset(
        UUID(point.touchpoint_id)
        for point in line.points
        if point.level is Experienced.DISAPPOINTING and point.is_measured
    )


def _stops(session: Session, project_id: UUID) -> list[JourneyStop]:
    query = select(Touchpoint.id, Touchpoint.name).where(
        Touchpoint.project_id == project_id, col(Touchpoint.binned_at).is_(None)
    )
    return [JourneyStop(str(id_), name, "", is_before_contact=False) for id_, name in session.exec(query)]
