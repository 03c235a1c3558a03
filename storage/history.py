"""Who changed what when: the history of a project, per entry, never filtered or counted per person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, bindparam, union_all
from sqlalchemy import select as columns_of
from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import (
    Account,
    Action,
    ChangeKind,
    Comment,
    Encounter,
    Factor,
    Finding,
    Goal,
    Handover,
    HistoryEntry,
    Membership,
    Option,
    OwnerChange,
    Person,
    Phase,
    ProcessStep,
    Project,
    Review,
    ReviewDecision,
    ReviewTopic,
    Round,
    Segment,
    Touchpoint,
    TouchpointDecision,
    Wave,
    Workshop,
)


@dataclass(frozen=True)
class PastChange:
    """One line of the history; `who` is None where no account did it, as with the command line."""

    at: datetime
    who: str | None
    kind: ChangeKind
    entity: str
    entity_id: UUID
    before: Mapping[str, Any]
    after: Mapping[str, Any]


# Values that are numbers by the id of a touchpoint.
_BY_TOUCHPOINT = ("points", "mentions")


def list_changes(store: Store, actor: Actor, project_id: UUID, limit: int = 200) -> tuple[PastChange, ...]:
    """The latest changes of a project, newest first."""
    query = (
        select(HistoryEntry, Account.name)
        .outerjoin(Account, col(Account.id) == HistoryEntry.account_id)
        .where(HistoryEntry.project_id == project_id)
        .order_by(col(HistoryEntry.at).desc(), col(HistoryEntry.position).desc())
        .limit(limit)
    )
    with store.reading(actor, project_id) as session:
        return tuple(
            PastChange(
                entry.at,
                who,
                entry.kind,
                entry.entity,
                entry.entity_id,
                entry.before or {},
                entry.after or {},
            )
            for entry, who in session.exec(query)
        )


def names_of(
    store: Store, actor: Actor, project_id: UUID, changes: Sequence[PastChange]
) -> Mapping[str, str]:
    """What the changed rows, and the rows that their values point at, are called now, by id.

    A change of something else than the name does not repeat the name. Rows without a name are absent.
    """
    with store.reading(actor, project_id) as session:
        wanted = {change.entity_id for change in changes} | set(_ids(changes))
        found = session.connection().execute(_names(), {"project": project_id, "wanted": list(wanted)})
        return {str(id_): name for id_, name in found}


def _ids(changes: Iterable[PastChange]) -> Iterable[UUID]:
    for change in changes:
        for values in (change.before, change.after):
            yield from (UUID(value) for field, value in values.items() if field.endswith("_id") and value)
            yield from (UUID(id_) for field in _BY_TOUCHPOINT for id_ in values.get(field, {}))


# Putting the statement together costs more than running it, so it is kept.
@cache
def _names() -> CompoundSelect[UUID, str]:
    columns = (
        (Project.id, Project.name, Project.id),
        (Phase.id, Phase.name, Phase.project_id),
        (Touchpoint.id, Touchpoint.name, Touchpoint.project_id),
        (Wave.id, Wave.label, Wave.project_id),
        (Segment.id, Segment.name, Segment.project_id),
        (Person.id, Person.name, Person.project_id),
        (Encounter.id, Encounter.occasion, Encounter.project_id),
        (ProcessStep.id, ProcessStep.text, ProcessStep.project_id),
        (Factor.id, Factor.text, Factor.project_id),
        (Finding.id, Finding.text, Finding.project_id),
        (Handover.id, Handover.department, Handover.project_id),
        (Action.id, Action.name, Action.project_id),
        (Goal.id, Goal.name, Goal.project_id),
        (Option.id, Option.name, Option.project_id),
        (Comment.id, Comment.text, Comment.project_id),
        (Round.id, Round.name, Round.project_id),
        (Review.id, Review.name, Review.project_id),
        (ReviewTopic.id, ReviewTopic.text, ReviewTopic.project_id),
        (ReviewDecision.id, ReviewDecision.text, ReviewDecision.project_id),
        (Workshop.id, Workshop.name, Workshop.project_id),
    )
    wanted: BindParameter[Any] = bindparam("wanted", expanding=True)
    asked: BindParameter[Any] = bindparam("project")
    # What has no name of its own is told by that of its touchpoint, or of its action.
    decisions = (
        columns_of(col(TouchpointDecision.id), col(Touchpoint.name))
        .join(Touchpoint, col(Touchpoint.id) == TouchpointDecision.touchpoint_id)
        .where(col(TouchpointDecision.id).in_(wanted), col(TouchpointDecision.project_id) == asked)
    )
    # A role is told by the account that has it, or had it.
    roles = (
        columns_of(col(Membership.id), col(Account.name))
        .join(Account, col(Account.id) == Membership.account_id)
        .where(col(Membership.id).in_(wanted), col(Membership.project_id) == asked)
    )
    accounts = columns_of(col(Account.id), col(Account.name)).where(col(Account.id).in_(wanted))
    handovers = (
        columns_of(col(OwnerChange.id), col(Action.name))
        .join(Action, col(Action.id) == OwnerChange.action_id)
        .where(col(OwnerChange.id).in_(wanted), col(OwnerChange.project_id) == asked)
    )
    return union_all(
        decisions,
        handovers,
        roles,
        accounts,
        *(
            columns_of(col(id_), col(name)).where(col(id_).in_(wanted), col(project) == asked)
            for id_, name, project in columns
        ),
    )
