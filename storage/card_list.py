"""The cards of a workshop as they are listed, in the order in which they hang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func
from sqlmodel import Session, col, select

from storage.access import Actor, Right, check_may
from storage.store import Store
from storage.tables import table_of
from touchpoints.model import Card, CardKind, Touchpoint


@dataclass(frozen=True)
class CardEntry:
    """A card as it stands on the wall; `doubles` is how many were merged into it."""

    id: UUID
    version: int
    activity_id: UUID | None
    kind: CardKind
    text: str
    touchpoint_id: UUID | None
    touchpoint: str | None
    phase_id: UUID | None
    group: str
    taken_as_id: UUID | None
    table_number: int | None
    doubles: int
    # Of an action: who does it, and until when.
    name: str = ""
    due_on: date | None = None


def list_cards(
    store: Store, actor: Actor, project_id: UUID, workshop_id: UUID, activity_id: UUID | None = None
) -> tuple[CardEntry, ...]:
    """The cards of a workshop in their order, none that was merged into another.

    Those of one activity, or all, and the parked ones with them. For whoever leads it: a card may be written
    and not yet shown.
    """
    with store.glancing() as connection:
        check_may(connection, actor, project_id, Right.CHANGE)
        return cards_of(connection, project_id, workshop_id, activity_id)


def cards_of(
    asking: Session | Connection, project_id: UUID, workshop_id: UUID, activity_id: UUID | None = None
) -> tuple[CardEntry, ...]:
    """The same for what is read with them."""
    asked = {"project": project_id, "workshop": workshop_id}
    if activity_id is None:
        rows = asking.execute(_list(), asked)
    else:
        rows = asking.execute(_of_activity(), asked | {"activity": activity_id})
    return tuple(CardEntry(*row) for row in rows)


def list_parked(store: Store, actor: Actor, project_id: UUID, workshop_id: UUID) -> tuple[CardEntry, ...]:
    """The cards of the parking lot alone, in their order."""
    with store.glancing() as connection:
        check_may(connection, actor, project_id, Right.CHANGE)
        rows = connection.execute(_parked(), {"project": project_id, "workshop": workshop_id})
        return tuple(CardEntry(*row) for row in rows)


@cache
def _list() -> Any:  # noqa: ANN401 - a select of fourteen columns
    double = table_of(Card).alias("double")
    doubles = (
        select(func.count())
        .select_from(double)
        .where(double.c.merged_into_id == Card.id, double.c.binned_at.is_(None))
        .scalar_subquery()
    )
    columns = (
        *(Card.id, Card.version, Card.activity_id, Card.kind, Card.text, Card.touchpoint_id, Touchpoint.name),
        *(Card.phase_id, Card.group, Card.taken_as_id, Card.table_number, doubles, Card.name, Card.due_on),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, col(Touchpoint.id) == Card.touchpoint_id)
        .where(Card.project_id == bindparam("project"), Card.workshop_id == bindparam("workshop"))
        .where(col(Card.merged_into_id).is_(None), col(Card.binned_at).is_(None))
        .order_by(Card.rank)
    )


@cache
def _of_activity() -> Any:  # noqa: ANN401 - a select of fourteen columns
    return _list().where(Card.activity_id == bindparam("activity"))


@cache
def _parked() -> Any:  # noqa: ANN401 - a select of fourteen columns
    return _list().where(col(Card.kind) == CardKind.PARKED)
