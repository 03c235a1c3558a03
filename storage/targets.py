"""The target strategy of the current round: target levels, what becomes of touchpoints, and planned ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete
from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.journey import rank_at_end
from storage.phases import phase_in_use
from storage.revisions import PLAN
from storage.rounds import current_round
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Answer,
    ChangeKind,
    Decision,
    DecisionInput,
    Segment,
    Target,
    Touchpoint,
    TouchpointDecision,
    TouchpointInput,
)

LOWEST, HIGHEST = -2, 2
# Decisions by which a touchpoint goes.
ENDING = (Decision.COMBINE, Decision.REMOVE)


class LevelOutOfRange(TouchpointsError):
    """A target level that the scale does not have."""

    sentence = N_("A target level lies between −2 and +2. Enter a number from this scale.")


class CombinedWithItself(TouchpointsError):
    """A touchpoint shall be merged into itself."""

    sentence = N_("A touchpoint cannot be combined with itself. Choose another one, which stays.")


class PartnerEnds(TouchpointsError):
    """A touchpoint shall be merged into one that goes, too."""

    sentence = N_("{touchpoint} shall end itself. Choose one that stays, or decide otherwise about it first.")


class AlreadyThere(TouchpointsError):
    """A touchpoint of the current journey shall be new."""

    sentence = N_("{touchpoint} is there already. Add another touchpoint as new, or decide otherwise here.")


class StaysNew(TouchpointsError):
    """Something else was decided about a touchpoint that is only planned."""

    sentence = N_("{touchpoint} is planned and not there yet. Throw it away if it shall not come.")


class OthersJoin(TouchpointsError):
    """A touchpoint shall go that another one shall be merged into."""

    sentence = N_("{touchpoint} shall be combined with this one. Decide otherwise about it first.")


@dataclass(frozen=True)
class Targets:
    """Target levels from -2 to +2 by touchpoint: for all customers, and for single segments."""

    for_all: Mapping[UUID, float] = field(default_factory=dict)
    by_segment: Mapping[UUID, Mapping[UUID, float]] = field(default_factory=dict)

    def of(self, segment_id: UUID | None) -> Mapping[UUID, float]:
        """The levels of one segment, or those for all; the two are never mixed."""
        return self.for_all if segment_id is None else self.by_segment.get(segment_id, {})


@dataclass(frozen=True)
class DecisionEntry:
    """What was decided about a touchpoint."""

    touchpoint_id: UUID
    version: int
    decision: Decision | None
    combine_with_id: UUID | None
    reason: str
    improvement: str
    looked_at_data: Answer | None = None
    looked_at_process: Answer | None = None
    looked_at_tool: Answer | None = None
    looked_at_people: Answer | None = None


# Read at every run of a page about the target journey: put together once, and without entities.
_TARGETS = (
    select(Target.touchpoint_id, col(Target.segment_id), col(Target.level))
    .join(Touchpoint, col(Touchpoint.id) == Target.touchpoint_id)
    .where(Target.round_id == bindparam("round"), col(Touchpoint.binned_at).is_(None))
)
_DECISIONS: Any = select(
    *(getattr(TouchpointDecision, name) for name in DecisionEntry.__dataclass_fields__)
).where(TouchpointDecision.round_id == bindparam("round"))


def read_targets(store: Store, actor: Actor, project_id: UUID) -> Targets:
    """The target levels of the current round."""
    for_all: dict[UUID, float] = {}
    by_segment: dict[UUID, dict[UUID, float]] = defaultdict(dict)
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        for touchpoint_id, segment_id, level in session.execute(_TARGETS, {"round": round_.id}):
            levels = for_all if segment_id is None else by_segment[segment_id]
            levels[touchpoint_id] = float(level)
    return Targets(for_all, dict(by_segment))


def read_decisions(store: Store, actor: Actor, project_id: UUID) -> Mapping[UUID, DecisionEntry]:
    """What was decided in the current round, by touchpoint."""
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        rows = session.execute(_DECISIONS, {"round": round_.id})
        return {row.touchpoint_id: DecisionEntry(*row) for row in rows}


@intent("set target", PLAN)
def set_target(work: Work, touchpoint_id: UUID, segment_id: UUID | None, level: float | None) -> None:
    """Set the level a touchpoint shall reach, for all or for one segment; None takes it back.

    Raises:
        LevelOutOfRange: the level is not on the scale from -2 to +2.
    """
    _set_target(work, touchpoint_id, segment_id, level)


@intent("set targets", PLAN)
def set_targets(work: Work, levels: Mapping[UUID, float | None], segment_id: UUID | None = None) -> None:
    """Set the levels of several touchpoints at once; see set_target."""
    for touchpoint_id, level in levels.items():
        _set_target(work, touchpoint_id, segment_id, level)


def _set_target(work: Work, touchpoint_id: UUID, segment_id: UUID | None, level: float | None) -> None:
    if level is not None and not LOWEST <= level <= HIGHEST:
        raise LevelOutOfRange
    touchpoint = work.find(Touchpoint, touchpoint_id)
    if segment_id is not None:
        work.find(Segment, segment_id)
    round_id = current_round(work.session, work.project).id
    before = _take_target(work, round_id, touchpoint_id, segment_id)
    if level is not None:
        target = Target(
            project_id=work.project,
            round_id=round_id,
            touchpoint_id=touchpoint_id,
            segment_id=segment_id,
            level=Decimal(str(round(level, 1))),
        )
        work.fill([target])
    whose = {"segment_id": str(segment_id)} if segment_id else {}
    work.note(ChangeKind.CHANGED, touchpoint, {"target": before} | whose, {"target": level} | whose)


def _take_target(work: Work, round_id: UUID, touchpoint_id: UUID, segment_id: UUID | None) -> float | None:
    """Take what was set there, and give its level."""
    table = table_of(Target)
    of_touchpoint = (table.c.round_id == round_id) & (table.c.touchpoint_id == touchpoint_id)
    is_here = of_touchpoint & table.c.segment_id.is_not_distinct_from(segment_id)
    found = work.session.connection().execute(delete(table).where(is_here).returning(table.c.level))
    levels = [float(level) for level in found.scalars()]
    return levels[0] if levels else None


@intent("decide on touchpoint", PLAN)
def decide(
    work: Work,
    touchpoint_id: UUID,
    decision: Decision | None,
    combine_with_id: UUID | None = None,
    reason: str | None = None,
    improvement: str | None = None,
) -> None:
    """Say what becomes of a touchpoint, None: not decided; reason and improvement stay where none is given.

    Raises:
        CombinedWithItself, PartnerEnds, OthersJoin: the decision contradicts another one.
        UnusableInput: a text is too long.
    """
    said = {"decision": decision, "combine_with_id": combine_with_id}
    texts = {"reason": reason, "improvement": improvement}
    changes = said | {name: text for name, text in texts.items() if text is not None}
    row = _decision_of(work, touchpoint_id)
    _save_decision(work, touchpoint_id, (row and row.version) or 0, changes)


@intent("change decision", PLAN)
def change_decision(work: Work, touchpoint_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save what was edited of a decision, version 0 where there was none; as decide, and VersionConflict."""
    _save_decision(work, touchpoint_id, shown_version, changes)


def _save_decision(work: Work, touchpoint_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    touchpoint = work.find(Touchpoint, touchpoint_id)
    row = _decision_of(work, touchpoint_id)
    stored = row.model_dump(include=set(DecisionInput.model_fields)) if row else {}
    given = checked(DecisionInput, stored | dict(changes) | {"touchpoint_id": touchpoint_id})
    saved = given.model_dump(include=set(changes))
    if given.decision is not Decision.COMBINE and given.combine_with_id is not None:
        # Whoever decides otherwise leaves the partner alone.
        given.combine_with_id = saved["combine_with_id"] = None
    _check_is_new(touchpoint, given.decision)
    _check_fits(work, given)
    if row is None:
        round_ = current_round(work.session, work.project)
        work.add(TouchpointDecision(**given.model_dump(), round_id=round_.id, project_id=work.project))
    else:
        work.save(TouchpointDecision, row.id, shown_version, saved)


def _check_is_new(touchpoint: Touchpoint, decision: Decision | None) -> None:
    """Hold that what is planned, and nothing else, is new."""
    if touchpoint.is_planned and decision is not Decision.NEW:
        raise StaysNew(touchpoint=touchpoint.name)
    if decision is Decision.NEW and not touchpoint.is_planned:
        raise AlreadyThere(touchpoint=touchpoint.name)


def _check_fits(work: Work, given: DecisionInput) -> None:
    """Hold that what ends is merged into something that stays."""
    if given.combine_with_id == given.touchpoint_id:
        raise CombinedWithItself
    if given.combine_with_id is not None:
        partner = _decision_of(work, given.combine_with_id)
        if partner is not None and partner.decision in ENDING:
            raise PartnerEnds(touchpoint=work.find(Touchpoint, given.combine_with_id).name)
    if given.decision in ENDING and (joining := _first_to_join(work, given.touchpoint_id)):
        raise OthersJoin(touchpoint=joining)


def _first_to_join(work: Work, touchpoint_id: UUID) -> str | None:
    """The name of a touchpoint that shall be merged into this one."""
    query = (
        select(Touchpoint.name)
        .join(TouchpointDecision, col(TouchpointDecision.touchpoint_id) == Touchpoint.id)
        .where(TouchpointDecision.round_id == current_round(work.session, work.project).id)
        .where(TouchpointDecision.combine_with_id == touchpoint_id, col(Touchpoint.binned_at).is_(None))
    )
    return work.session.exec(query).first()


def _decision_of(work: Work, touchpoint_id: UUID) -> TouchpointDecision | None:
    query = select(TouchpointDecision).where(
        TouchpointDecision.touchpoint_id == touchpoint_id,
        TouchpointDecision.round_id == current_round(work.session, work.project).id,
    )
    return work.session.exec(query).first()


@intent("add planned touchpoint", PLAN)
def add_planned_touchpoint(work: Work, name: str, phase_id: UUID) -> UUID:
    """Add a touchpoint that stands in the target journey alone, last in its phase; raises UnusableInput."""
    phase_in_use(work, phase_id)
    given = checked(TouchpointInput, {"name": name, "phase_id": phase_id})
    round_ = current_round(work.session, work.project)
    touchpoint = Touchpoint(
        **given.model_dump(),
        project_id=work.project,
        rank=rank_at_end(work, phase_id),
        is_planned=True,
        first_round=round_.number + 1,
    )
    work.add(touchpoint)
    decision = TouchpointDecision(
        project_id=work.project,
        round_id=round_.id,
        touchpoint_id=touchpoint.id,
        decision=Decision.NEW,
    )
    work.add(decision)
    return touchpoint.id
