"""The places in the model that take over what a room says: how each is read, written, and what it keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from storage.action_parts import set_persons
from storage.actions import change_action
from storage.board import set_depth
from storage.intents import Work, within
from storage.options import change_option
from storage.persons import add_person
from storage.presence import is_there
from storage.targets import set_targets
from storage.team_view import give_points, rate_touchpoint
from touchpoints.model import (
    Action,
    ActionPerson,
    Aspect,
    Depth,
    Importance,
    Option,
    Part,
    Person,
    Target,
    TeamAnswer,
    Touchpoint,
)
from touchpoints.room.proposals import Slot

Values = dict[UUID, Any]


@dataclass(frozen=True)
class Ground:
    """Where values stand: in a round of a project, for all customers or for one segment."""

    session: Session
    project: UUID
    round_id: UUID
    segment_id: UUID | None = None


def _as_said(_now: Any, said: Any) -> Any:  # noqa: ANN401 - plain JSON
    return said


def _where_empty(now: Any, said: Any) -> Any:  # noqa: ANN401 - plain JSON
    return said if now is None else now


def _together(now: Any, said: Any) -> Any:  # noqa: ANN401 - plain JSON
    return sorted({*(now or ()), *said})


def _never_lower(now: Any, said: Any) -> Any:  # noqa: ANN401 - plain JSON
    return now if now == Depth.KEY else said


@dataclass(frozen=True)
class Place:
    """How one kind of value is read, written and joined with what the room says.

    `is_whole`: its values belong together, so they are only new where there is none at all. `replaces`: what
    the room leaves out goes. `only_adds`: nothing that stands there is ever changed.
    """

    read: Callable[[Ground], Values]
    write: Callable[[Work, Ground, Mapping[UUID, Any]], None]
    names: Callable[[Ground], dict[UUID, str]]
    join: Callable[[Any, Any], Any] = _as_said
    is_whole: bool = False
    replaces: bool = False
    only_adds: bool = False


def _touchpoints(ground: Ground) -> dict[UUID, str]:
    query = select(Touchpoint.id, Touchpoint.name).where(Touchpoint.project_id == ground.project)
    return dict(ground.session.exec(query.where(is_there())).all())


def _options(ground: Ground) -> dict[UUID, str]:
    query = select(Option.id, Option.name).where(Option.round_id == ground.round_id)
    return dict(ground.session.exec(query.where(col(Option.binned_at).is_(None))).all())


def _actions(ground: Ground) -> dict[UUID, str]:
    query = select(Action.id, Action.name).where(Action.project_id == ground.project)
    return dict(ground.session.exec(query.where(col(Action.binned_at).is_(None))).all())


def _read_experience(ground: Ground) -> Values:
    found: Values = defaultdict(dict)
    query = select(TeamAnswer.touchpoint_id, TeamAnswer.point, TeamAnswer.n)
    about = (TeamAnswer.round_id == ground.round_id, TeamAnswer.aspect == Aspect.EXPERIENCE)
    for touchpoint_id, point, n in ground.session.exec(query.where(*about).order_by(col(TeamAnswer.point))):
        found[touchpoint_id][str(point)] = n
    return dict(found)


def _write_experience(work: Work, _ground: Ground, values: Mapping[UUID, Any]) -> None:
    for id_, counts in values.items():
        points = {int(point): n for point, n in (counts or {}).items()}
        within(work, rate_touchpoint, id_, Aspect.EXPERIENCE, points)


def _read_points(ground: Ground) -> Values:
    query = select(Importance.touchpoint_id, Importance.team_points)
    found = ground.session.exec(query.where(Importance.round_id == ground.round_id))
    return {touchpoint_id: points for touchpoint_id, points in found if points}


def _write_points(work: Work, _ground: Ground, values: Mapping[UUID, Any]) -> None:
    within(work, give_points, {id_: points or 0 for id_, points in values.items()})


def _read_targets(ground: Ground) -> Values:
    query = select(Target.touchpoint_id, col(Target.level)).where(
        Target.round_id == ground.round_id, Target.segment_id == ground.segment_id
    )
    return {touchpoint_id: float(level) for touchpoint_id, level in ground.session.exec(query)}


def _write_targets(work: Work, ground: Ground, values: Mapping[UUID, Any]) -> None:
    within(work, set_targets, values, ground.segment_id)


def _read_depths(ground: Ground) -> Values:
    query = select(Touchpoint.id, col(Touchpoint.depth)).where(Touchpoint.project_id == ground.project)
    found = ground.session.exec(query.where(is_there(), Touchpoint.depth != Depth.ALL))
    return {id_: depth.value for id_, depth in found}


def _write_depths(work: Work, _ground: Ground, values: Mapping[UUID, Any]) -> None:
    for id_, depth in values.items():
        within(work, set_depth, [id_], Depth(depth or Depth.ALL))


def _of_row(
    entity: type[Option | Action], field: str, change: Callable[..., Any], plain: Callable[[Any], Any]
) -> tuple[Callable[[Ground], Values], Callable[[Work, Ground, Mapping[UUID, Any]], None]]:
    """Reads and writes one field of a row as its own drawer does."""

    def read(ground: Ground) -> Values:
        query: Any = select(entity.id, getattr(entity, field)).where(entity.project_id == ground.project)
        return {id_: plain(value) for id_, value in ground.session.exec(query) if value is not None}

    def write(work: Work, _ground: Ground, values: Mapping[UUID, Any]) -> None:
        for id_, value in values.items():
            within(work, change, id_, work.find(entity, id_).version, {field: value})

    return read, write


def _read_committed(ground: Ground) -> Values:
    found: Values = defaultdict(list)
    for action_id, _, name in _committed(ground):
        found[action_id].append(name)
    return {action_id: sorted(names) for action_id, names in found.items()}


def _write_committed(work: Work, ground: Ground, values: Mapping[UUID, Any]) -> None:
    there = _committed(ground)
    for id_, names in values.items():
        known = {name: person_id for action_id, person_id, name in there if action_id == id_}
        persons = [known.get(name) or within(work, add_person, name) for name in names or ()]
        within(work, set_persons, id_, Part.COMMITTED, persons)


def _committed(ground: Ground) -> list[tuple[UUID, UUID, str]]:
    query = (
        select(ActionPerson.action_id, Person.id, Person.name)
        .join(Person, col(Person.id) == ActionPerson.person_id)
        .where(ActionPerson.project_id == ground.project, ActionPerson.part == Part.COMMITTED)
    )
    return list(ground.session.exec(query))


def _read_owners(ground: Ground) -> Values:
    query = (
        select(Action.id, Person.name)
        .join(Person, col(Person.id) == Action.owner_id)
        .where(Action.project_id == ground.project)
    )
    return dict(ground.session.exec(query).all())


def _write_owners(work: Work, _ground: Ground, values: Mapping[UUID, Any]) -> None:
    for id_, name in values.items():
        owner_id = within(work, add_person, name) if name else None
        within(work, change_action, id_, work.find(Action, id_).version, {"owner_id": owner_id})


def too_early(ground: Ground, days: Mapping[UUID, Any]) -> Collection[UUID]:
    """The actions that begin after the day on which somebody promised to be done."""
    query: Any = select(Action.id, Action.starts_on).where(Action.project_id == ground.project)  # type: ignore[type-var] # not every action has one
    starts = {id_: start.isoformat() for id_, start in ground.session.exec(query) if start}
    return [id_ for id_, day in days.items() if id_ in starts and starts[id_] > day]


PLACES: Mapping[Slot, Place] = {
    Slot.EXPERIENCE: Place(_read_experience, _write_experience, _touchpoints),
    Slot.POINTS: Place(_read_points, _write_points, _touchpoints, is_whole=True, replaces=True),
    Slot.TARGET: Place(_read_targets, _write_targets, _touchpoints),
    Slot.DEPTH: Place(_read_depths, _write_depths, _touchpoints, _never_lower, is_whole=True),
    Slot.SIZE: Place(*_of_row(Option, "size", change_option, str), _options),
    Slot.VOTES: Place(*_of_row(Option, "team_votes", change_option, int), _options),
    Slot.COMMITTED: Place(_read_committed, _write_committed, _actions, _together, only_adds=True),
    Slot.OWNER: Place(_read_owners, _write_owners, _actions, _where_empty, only_adds=True),
    Slot.DUE: Place(
        *_of_row(Action, "due_on", change_action, date.isoformat), _actions, _where_empty, only_adds=True
    ),
}
