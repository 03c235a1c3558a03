"""Writes are intents: one short transaction with an actor, its history, and a revision raised last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, SQLModel, select

from storage.access import Actor, Right, check_is_inside, check_may
from storage.revisions import CONTENT, raise_revision
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import BinnableRow, ChangeKind, HistoryEntry, IntentRecord, Row
from touchpoints.model.base import PlainRow
from touchpoints.model.project import Project

_DEADLOCK = "40P01"  # PostgreSQL's code for two that wait for each other
_ATTEMPTS = 3

P = ParamSpec("P")
Result = TypeVar("Result", bound=UUID | None)
AnyRow = TypeVar("AnyRow", bound=Row)


class NoSuchRow(TouchpointsError):
    """What the intent is about is gone."""

    sentence = N_("This entry does not exist any more. Somebody may have removed it; look into the bin.")


class VersionConflict(TouchpointsError):
    """Somebody saved the same entry meanwhile; both versions are in the error and none is lost."""

    sentence = N_(
        "Somebody else has changed this entry meanwhile. "
        "Both versions are shown below; choose what shall stand."
    )

    def __init__(self, stored: Mapping[str, Any], wanted: Mapping[str, Any], stored_version: int) -> None:
        super().__init__()
        self.stored = stored
        self.wanted = wanted
        self.stored_version = stored_version


@dataclass
class Work:
    """What an intent works with: the session, who does it, and when."""

    session: Session
    actor: Actor
    name: str
    at: datetime
    project_id: UUID | None
    noted: int = 0
    # Scopes that this intent raises besides its own.
    raised: set[str] = field(default_factory=set)
    # Where what is changed comes from, such as a workshop; said in each line of history.
    origin: dict[str, Any] = field(default_factory=dict)

    @property
    def project(self) -> UUID:
        """The id of the project that this intent changes."""
        if self.project_id is None:
            raise NoSuchRow
        return self.project_id

    def add(self, row: AnyRow) -> AnyRow:
        """Store a new row and note it; raises NoSuchRow where it refers to another project's."""
        self._check_references(type(row), row.model_dump())
        self.session.add(row)
        self.session.flush()
        self.note(ChangeKind.ADDED, row, after=values_of(row))
        return row

    def fill(self, rows: Iterable[PlainRow]) -> None:
        """Store rows that belong to something already noted, such as a template's touchpoints."""
        self.session.add_all(rows)
        self.session.flush()

    def find(self, entity: type[AnyRow], id_: UUID) -> AnyRow:
        """A row of this project; raises NoSuchRow for one that is gone or another project's."""
        row = self.session.get(entity, id_)
        if row is None or getattr(row, "project_id", self.project_id) != self.project_id:
            raise NoSuchRow
        return row

    def _check_references(self, entity: type[Row], values: Mapping[str, Any]) -> None:
        """Hold every reference within the project: a foreign key alone would take another project's row."""
        for column in table_of(entity).columns:
            if column.name == "project_id" or values.get(column.name) is None:
                continue
            for target in (key.column for key in column.foreign_keys if "project_id" in key.column.table.c):
                home = select(target.table.c.project_id).where(target == values[column.name])
                if self.session.connection().execute(home).scalar() != self.project_id:
                    raise NoSuchRow

    def change(self, row: Row, **changes: Any) -> None:  # noqa: ANN401 - any field
        """Set fields of a row and note what they were."""
        self._check_references(type(row), changes)
        before = values_of(row)
        for name, value in changes.items():
            setattr(row, name, value)
        self.session.flush()
        after = values_of(row)
        changed = [name for name in after if after[name] != before[name]]
        kind = _kind_of_change(changes)
        self.note(kind, row, {n: before[n] for n in changed}, {n: after[n] for n in changed})

    def save(
        self,
        entity: type[AnyRow],
        id_: UUID,
        shown_version: int,
        changes: Mapping[str, Any],
        besides: Mapping[str, Any] | None = None,
    ) -> None:
        """Save an edited form: only where id and shown version still match; counts the rows.

        `besides` are values that follow from the changes; nobody typed them, so neither the history nor a
        conflict shows them.

        Raises:
            VersionConflict: the row was changed since it was shown.
        """
        row = self.find(entity, id_)
        self._check_references(entity, changes)
        before = values_of(row)
        # One statement decides, so that two editors can never both believe they won.
        table = table_of(entity)
        done = self.session.connection().execute(
            update(table)
            .where(table.c.id == id_, table.c.version == shown_version)
            .values(**changes, **(besides or {}), version=shown_version + 1)
        )
        # Whoever was faster may have committed between the two statements: what is stored is read again.
        self.session.refresh(row)
        after = values_of(row)
        if done.rowcount != 1:
            raise VersionConflict({name: after[name] for name in changes}, dict(changes), row.version or 0)
        self.note(ChangeKind.CHANGED, row, {n: before[n] for n in changes}, {n: after[n] for n in changes})

    def bin(self, row: BinnableRow | Project) -> None:
        """Throw into the bin, where it can be brought back."""
        self.change(row, binned_at=self.at)

    def restore(self, row: BinnableRow | Project) -> None:
        """Take out of the bin."""
        self.change(row, binned_at=None)

    def note(
        self,
        kind: ChangeKind,
        row: Row,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> None:
        """Write one line of history."""
        is_project = isinstance(row, Project)
        self.noted += 1
        self.session.add(
            HistoryEntry(
                project_id=row.id if is_project else self.project_id,
                at=self.at,
                position=self.noted,
                account_id=self.actor.account_id,
                intent=self.name,
                kind=kind,
                entity=type(row).__name__,
                entity_id=row.id,
                before=before,
                after=after if after is None else after | self.origin,
            )
        )


def values_of(row: SQLModel) -> dict[str, Any]:
    """A row's values as they go into history: plain JSON, without the version."""
    values: dict[str, Any] = to_jsonable_python(row.model_dump(exclude={"version"}))
    return values


def _kind_of_change(changes: Mapping[str, Any]) -> ChangeKind:
    if "binned_at" not in changes:
        return ChangeKind.CHANGED
    return ChangeKind.RESTORED if changes["binned_at"] is None else ChangeKind.BINNED


def intent(
    name: str, scope: str = CONTENT, right: Right = Right.CHANGE
) -> Callable[[Callable[Concatenate[Work, P], Result]], Callable[Concatenate[Store, Actor, UUID, P], Result]]:
    """Make a function over Work an intent: called with (store, actor, project_id, ...), stored once.

    `right` is what somebody's role must include for it.
    The same actor.once(...) sent twice gives the first result again and changes nothing.
    """

    def decorate(
        body: Callable[Concatenate[Work, P], Result],
    ) -> Callable[Concatenate[Store, Actor, UUID, P], Result]:
        @wraps(body)
        def carry_out(
            store: Store, actor: Actor, project_id: UUID, /, *args: P.args, **kwargs: P.kwargs
        ) -> Result:
            def do(work: Work) -> Result:
                check_may(work.session, work.actor, project_id, right, is_write=True)
                result = body(work, *args, **kwargs)
                for raised in sorted({scope, *work.raised}):
                    raise_revision(work.session, project_id, raised)
                return result

            return carry_out_once(store, actor, name, do, project_id)

        carry_out.scope = scope  # type: ignore[attr-defined] # for those who carry it out within another one
        carry_out.right = right  # type: ignore[attr-defined] # for the list of who may do what
        return carry_out

    return decorate


def within(work: Work, carried: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the intent
    """Carry out another intent as part of this one; its scope is raised, too."""
    inner: Any = carried
    work.raised.add(inner.scope)
    return inner.__wrapped__(work, *args, **kwargs)


def carry_out_once(
    store: Store,
    actor: Actor,
    name: str,
    do: Callable[[Work], Result],
    project_id: UUID | None = None,
    let_in: Callable[[Actor], None] = check_is_inside,
) -> Result:
    """Run one intent in one transaction; a repeated mark returns what the first one returned.

    `let_in` raises NotAllowed for whoever may not do it at all.
    """
    let_in(actor)
    for _ in range(1, _ATTEMPTS):
        # On PostgreSQL two may write the same row at once: the second is undone whole, and done anew it
        # sees what the first one left.
        try:
            return _carry_out(store, actor, name, do, project_id)
        except (IntegrityError, StaleDataError):
            continue
        except OperationalError as fault:
            if getattr(fault.orig, "sqlstate", None) != _DEADLOCK:
                raise
    return _carry_out(store, actor, name, do, project_id)


def _carry_out(
    store: Store, actor: Actor, name: str, do: Callable[[Work], Result], project_id: UUID | None
) -> Result:
    with store.writing() as session:
        done = session.get(IntentRecord, actor.intent_id) if actor.intent_id else None
        if done is not None:
            return UUID(done.result) if done.result else None  # type: ignore[return-value] # as recorded
        work = Work(session, actor, name, store.now(), project_id)
        result = do(work)
        if actor.intent_id:
            recorded = str(result) if result else None
            session.add(IntentRecord(id=actor.intent_id, name=name, at=work.at, result=recorded))
        return result
