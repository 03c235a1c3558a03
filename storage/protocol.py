"""What stays of a workshop, read at once for its protocol: results, cards, and what was taken on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.agenda import ActivityEntry, list_activities
from storage.card_list import CardEntry, cards_of
from storage.reveals import ActivityRecord, list_records
from storage.store import Store
from storage.workshops import WorkshopEntry, read_workshop
from touchpoints.model import Action, Activity, ActivitySubject, CardKind, Person, WorkshopState


@dataclass(frozen=True)
class ToDo:
    """An action that somebody took on in the room, or that a card became."""

    id: UUID
    name: str
    owner: str | None
    due_on: date | None


@dataclass(frozen=True)
class Protocol:
    """One workshop; `names` are of all that was asked about, by id, as it was called then."""

    workshop: WorkshopEntry
    activities: tuple[ActivityEntry, ...]
    records: Mapping[UUID, ActivityRecord]
    names: Mapping[str, str]
    cards: tuple[CardEntry, ...]
    todos: tuple[ToDo, ...]


def read_protocol(store: Store, actor: Actor, project_id: UUID, workshop_id: UUID) -> Protocol:
    """All of it, a query for each kind of thing; raises NoSuchRow."""
    where = (store, actor, project_id)
    workshop = read_workshop(*where, workshop_id)
    records = {one.activity_id: one for one in list_records(*where, workshop_id)}
    asked = {"project": project_id, "workshop": workshop_id}
    with store.reading(actor, project_id) as session:
        # What is written in the room is the facilitator's to show, until the workshop is over.
        is_shown = workshop.state is WorkshopState.CONCLUDED or actor.may(Right.CHANGE, project_id)
        cards = cards_of(session, project_id, workshop_id) if is_shown else ()
        names = {str(id_): name for id_, name in session.execute(_names(), asked)}
        ids = {"project": project_id, "ids": list(_taken_on(records, cards))}
        todos = tuple(ToDo(*row) for row in session.execute(_todos(), ids))
    return Protocol(workshop, list_activities(*where, workshop_id), records, names, cards, todos)


def _taken_on(records: Mapping[UUID, ActivityRecord], cards: tuple[CardEntry, ...]) -> set[UUID]:
    revealed = (one.revealed for one in records.values() if one.revealed)
    promised = {UUID(promise.action) for one in revealed for promise in one.picture.promises}
    taken = {one.taken_as_id for one in cards if one.kind is CardKind.ACTION and one.taken_as_id}
    return promised | taken


@cache
def _names() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(ActivitySubject.subject_id, ActivitySubject.name)
        .join(Activity, col(Activity.id) == ActivitySubject.activity_id)
        .where(Activity.project_id == bindparam("project"), Activity.workshop_id == bindparam("workshop"))
    )


@cache
def _todos() -> Any:  # noqa: ANN401 - a select of four columns
    return (
        select(Action.id, Action.name, Person.name, col(Action.due_on))
        .outerjoin(Person, col(Person.id) == Action.owner_id)
        .where(Action.project_id == bindparam("project"), col(Action.binned_at).is_(None))
        .where(col(Action.id).in_(bindparam("ids", expanding=True)))
        .order_by(col(Action.due_on), Action.rank)
    )
