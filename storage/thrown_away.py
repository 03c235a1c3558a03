"""All that lies in the bin of a project, of whatever kind, and the way back for several things at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Uuid, bindparam, cast, func, null, select, union_all
from sqlalchemy import literal as said
from sqlmodel import col
from sqlmodel import select as rows_of

from storage.access import Actor, Right, check_may
from storage.intents import Work, carry_out_once
from storage.options import restore_with_choice
from storage.phases import restore_phase_with_name
from storage.revisions import CONTENT, FEEDBACK, MEASUREMENTS, PLAN, VOICES, WORKSHOP, raise_revision
from storage.segments import restore_with_name
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Action,
    Activity,
    BinnableRow,
    Card,
    Comment,
    Encounter,
    Factor,
    FeedbackForm,
    Finding,
    Goal,
    Handover,
    Kpi,
    Measurement,
    Option,
    Person,
    Phase,
    ProcessStep,
    Review,
    ReviewDecision,
    Segment,
    Survey,
    Touchpoint,
    Voice,
    Wave,
    Workshop,
)


class GoneFromBin(TouchpointsError):
    """Something that was chosen has been erased meanwhile."""

    sentence = N_(
        "Nothing was brought back, because part of what you chose has been erased meanwhile. "
        "Choose again from what is listed in the bin now."
    )


@dataclass(frozen=True)
class ThrownAway:
    """Something in the bin: what it is called and what it belongs to, each empty where there is nothing.

    `day` tells values of a KPI apart, `segment` encounters. `needs` are the things that lie in the bin as
    well and come back with it, since it would stand nowhere without them.
    """

    kind: str
    id: UUID
    at: datetime
    name: str
    belongs_to: str
    segment: str
    day: date | None
    needs: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class _Kind:
    """What can be thrown away: where its name stands, who counts its changes, and what it belongs to.

    What stands alone is shown without what it belongs to; all else would be hidden.
    """

    entity: type[BinnableRow]
    name: str | None
    scope: str
    belongs_to: tuple[type[Any], str] | None = None
    stands_alone: bool = False

    @property
    def needs(self) -> Mapping[str, type[BinnableRow]]:
        """The kinds of things that it would stand nowhere without, by the field that names them."""
        needed = [self.belongs_to[0]] if self.belongs_to and not self.stands_alone else []
        needed += [Segment] if self.entity is Encounter else []
        return {_field_of(one): one for one in needed if issubclass(one, BinnableRow)}


_OF_TOUCHPOINT = (Touchpoint, "name")
_KINDS: Mapping[str, _Kind] = {
    kind.entity.__name__: kind
    for kind in (
        _Kind(Phase, "name", CONTENT),
        _Kind(Touchpoint, "name", CONTENT, (Phase, "name")),
        _Kind(Segment, "name", CONTENT),
        _Kind(Person, "name", CONTENT),
        _Kind(Factor, "text", CONTENT, _OF_TOUCHPOINT),
        _Kind(Finding, "text", CONTENT, _OF_TOUCHPOINT),
        _Kind(ProcessStep, "text", CONTENT, _OF_TOUCHPOINT),
        _Kind(Encounter, "occasion", CONTENT, _OF_TOUCHPOINT),
        _Kind(Handover, "department", CONTENT, _OF_TOUCHPOINT),
        _Kind(Wave, "label", MEASUREMENTS, (Survey, "name")),
        _Kind(Goal, "name", PLAN, _OF_TOUCHPOINT),
        _Kind(Option, "name", PLAN, _OF_TOUCHPOINT),
        _Kind(Action, "name", PLAN, _OF_TOUCHPOINT, stands_alone=True),
        _Kind(Comment, "text", PLAN, (Action, "name")),
        _Kind(Kpi, "name", PLAN, _OF_TOUCHPOINT, stands_alone=True),
        _Kind(Measurement, None, PLAN, (Kpi, "name")),
        _Kind(Review, "name", PLAN, _OF_TOUCHPOINT, stands_alone=True),
        _Kind(ReviewDecision, "text", PLAN, (Review, "name")),
        _Kind(Voice, "text", VOICES, _OF_TOUCHPOINT, stands_alone=True),
        _Kind(FeedbackForm, "name", FEEDBACK, _OF_TOUCHPOINT, stands_alone=True),
        _Kind(Workshop, "name", WORKSHOP),
        _Kind(Activity, "title", WORKSHOP, (Workshop, "name")),
        _Kind(Card, "text", WORKSHOP, (Workshop, "name")),
    )
}


def list_thrown_away(store: Store, actor: Actor, project_id: UUID) -> tuple[ThrownAway, ...]:
    """Everything in the bin of a project, what was thrown away last first."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_thrown_away(), {"project": project_id}).all()
    needed = {row.id: (row.needs_id, row.needs_segment_id) for row in rows}
    found = (_thing(row, needed) for row in rows)
    by_name = sorted(found, key=lambda one: (one.kind, one.belongs_to.casefold(), one.name.casefold()))
    return tuple(sorted(by_name, key=lambda one: one.at, reverse=True))


def restore_thrown_away(store: Store, actor: Actor, project_id: UUID, things: Sequence[ThrownAway]) -> None:
    """Take things of any kinds out of the bin, with what they need; all of them or, if one is gone, none.

    What somebody else brought back meanwhile stays as it is. Raises GoneFromBin,
    storage.segments.NameIsUsedAgain, storage.phases.PhaseNameIsUsedAgain.
    """
    _carry_out(store, actor, project_id, "restore from bin", things, _bring_back)


def throw_away_again(store: Store, actor: Actor, project_id: UUID, things: Sequence[ThrownAway]) -> None:
    """Undo that things were brought back: they lie in the bin as long as if they had never left it."""

    def throw_away(work: Work, row: BinnableRow) -> Iterator[str]:
        work.change(row, binned_at=next(thing.at for thing in things if thing.id == row.id))
        yield _KINDS[type(row).__name__].scope

    _carry_out(store, actor, project_id, "throw away again", things, throw_away)


def _carry_out(
    store: Store,
    actor: Actor,
    project_id: UUID,
    name: str,
    things: Sequence[ThrownAway],
    do: Callable[[Work, BinnableRow], Iterable[str]],
) -> None:
    """Do something to the rows of things of any kinds, and count the change in every scope that it is in."""

    def do_to_all(work: Work) -> None:
        check_may(work.session, work.actor, project_id, Right.CHANGE, is_write=True)
        rows = list(_rows(work, things))
        scopes = {scope for row in rows for scope in do(work, row)}
        for scope in sorted(scopes):
            raise_revision(work.session, work.project, scope)

    carry_out_once(store, actor, name, do_to_all, project_id)


def _rows(work: Work, things: Iterable[ThrownAway]) -> Iterator[BinnableRow]:
    """The rows of the things, read with one query for each kind."""
    for kind, group in groupby(sorted(things, key=lambda one: one.kind), key=lambda one: one.kind):
        wanted = {thing.id for thing in group}
        entity: Any = _KINDS[kind].entity
        is_meant = (col(entity.id).in_(wanted), entity.project_id == work.project)
        rows = work.session.exec(rows_of(entity).where(*is_meant)).all()
        if len(rows) < len(wanted):
            raise GoneFromBin
        yield from rows


def _bring_back(work: Work, row: BinnableRow) -> Iterator[str]:
    """Take a row out of the bin after what it needs; gives the scopes of what has changed."""
    if row.binned_at is None:
        return
    kind = _KINDS[type(row).__name__]
    for field, entity in kind.needs.items():
        needed: UUID | None = getattr(row, field)
        if needed is not None:
            yield from _bring_back(work, work.find(entity, needed))
    way_back = _WAYS_BACK.get(kind.entity)
    if way_back is None:
        work.restore(row)
    else:
        way_back(work, row.id)
    yield kind.scope


def _thing(row: Any, needed: Mapping[UUID, Iterable[UUID | None]]) -> ThrownAway:  # noqa: ANN401 - of any kind
    told = (row.name, row.belongs_to, row.segment, row.day)
    return ThrownAway(row.kind, row.id, row.at, *told, tuple(_all_needed(needed, row.id)))


# What is brought back in a way of its own; everything else just leaves the bin.
_WAYS_BACK: Mapping[type[BinnableRow], Callable[[Work, UUID], None]] = {
    Option: restore_with_choice,
    Phase: restore_phase_with_name,
    Segment: restore_with_name,
}


def _all_needed(needed: Mapping[UUID, Iterable[UUID | None]], id_: UUID) -> Iterator[UUID]:
    """What a thing needs of what lies in the bin, and what that needs."""
    for one in needed[id_]:
        if one is not None and one in needed:
            yield one
            yield from _all_needed(needed, one)


# A union of so many kinds takes far longer to put together than to run.
@cache
def _thrown_away() -> Any:  # noqa: ANN401 - a select of nine columns
    return union_all(*(_of_kind(kind) for kind in _KINDS.values()))


def _of_kind(kind: _Kind) -> Any:  # noqa: ANN401 - as above
    table = table_of(kind.entity)
    rows, belongs_to, needs = _with_home(kind, table)
    segment, is_encounter = table_of(Segment).c, kind.entity is Encounter
    if is_encounter:
        rows = rows.join(table_of(Segment), segment.id == table.c.segment_id)
    columns = (
        said(kind.entity.__name__).label("kind"),
        table.c.id,
        table.c.binned_at.label("at"),
        (table.c[kind.name] if kind.name else said("")).label("name"),
        belongs_to.label("belongs_to"),
        (segment.name if is_encounter else said("")).label("segment"),
        (table.c.ends_on if kind.entity is Measurement else cast(null(), Date)).label("day"),
        needs.label("needs_id"),
        (segment.id if is_encounter else cast(null(), Uuid)).label("needs_segment_id"),
    )
    is_in_bin = (table.c.project_id == bindparam("project"), table.c.binned_at.is_not(None))
    return select(*columns).select_from(rows).where(*is_in_bin)


def _with_home(kind: _Kind, table: Any) -> tuple[Any, Any, Any]:  # noqa: ANN401 - tables and columns
    """The rows with what they belong to, its name, and its id where they need it."""
    nothing = cast(null(), Uuid)
    if kind.belongs_to is None:
        return table, said(""), nothing
    entity, name = kind.belongs_to
    home, field = table_of(entity), table.c[_field_of(entity)]
    rows = table.outerjoin(home, home.c.id == field)
    return rows, func.coalesce(home.c[name], ""), nothing if kind.stands_alone else field


def _field_of(entity: type[Any]) -> str:
    """The field by which others name a row of this kind."""
    return f"{table_of(entity).name}_id"
