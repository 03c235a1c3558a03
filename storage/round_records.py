"""What each round holds that rounds are compared by: the team's ratings, targets, and survey waves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.rounds import RoundEntry, list_rounds
from storage.store import Store
from touchpoints.model import Aspect, Target, TeamAnswer, Touchpoint, Wave
from touchpoints.rounds_results import Lifetime


@dataclass(frozen=True)
class RoundRecord:
    """A round with how many of the team gave each point, the targets for all, and its waves, all by id."""

    round: RoundEntry
    experience: Mapping[UUID, Mapping[int, int]]
    targets: Mapping[UUID, float]
    waves: frozenset[UUID]


def read_round_records(store: Store, actor: Actor, project_id: UUID) -> tuple[RoundRecord, ...]:
    """All rounds, the first one first; one query for each kind of thing."""
    asked = {"project": project_id}
    experience: dict[UUID, dict[UUID, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    targets: dict[UUID, dict[UUID, float]] = defaultdict(dict)
    waves: dict[UUID, set[UUID]] = defaultdict(set)
    with store.reading(actor, project_id) as session:
        for round_, touchpoint, point, n in session.execute(_answers(), asked):
            experience[round_][touchpoint][point] = n
        for round_, touchpoint, level in session.execute(_targets(), asked):
            targets[round_][touchpoint] = float(level)
        for round_, wave in session.execute(_waves(), asked):
            waves[round_].add(wave)
    return tuple(
        RoundRecord(one, dict(experience[one.id]), targets[one.id], frozenset(waves[one.id]))
        for one in list_rounds(store, actor, project_id)
    )


def list_lifetimes(store: Store, actor: Actor, project_id: UUID) -> tuple[Lifetime, ...]:
    """The touchpoints that customers meet or met, with the rounds in which they do, by name."""
    with store.reading(actor, project_id) as session:
        return tuple(Lifetime(*row) for row in session.execute(_lifetimes(), {"project": project_id}))


# All four are read whenever something was changed: put together once.
@cache
def _answers() -> Any:  # noqa: ANN401 - a select of four columns
    columns = (TeamAnswer.round_id, TeamAnswer.touchpoint_id, col(TeamAnswer.point), col(TeamAnswer.n))
    is_experience = col(TeamAnswer.aspect) == Aspect.EXPERIENCE
    return select(*columns).where(TeamAnswer.project_id == bindparam("project"), is_experience)


@cache
def _targets() -> Any:  # noqa: ANN401 - a select of three columns
    columns = (Target.round_id, Target.touchpoint_id, col(Target.level))
    is_for_all = col(Target.segment_id).is_(None)
    return select(*columns).where(Target.project_id == bindparam("project"), is_for_all)


@cache
def _waves() -> Any:  # noqa: ANN401 - a select of two columns
    is_shown = col(Wave.binned_at).is_(None)
    return select(Wave.round_id, Wave.id).where(Wave.project_id == bindparam("project"), is_shown)


@cache
def _lifetimes() -> Any:  # noqa: ANN401 - a select of three columns
    is_known = col(Touchpoint.binned_at).is_(None) & col(Touchpoint.is_planned).is_(False)
    return (
        select(Touchpoint.name, Touchpoint.first_round, col(Touchpoint.last_round))
        .where(Touchpoint.project_id == bindparam("project"), is_known)
        .order_by(Touchpoint.name)
    )
