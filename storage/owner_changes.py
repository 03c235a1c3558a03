"""Handing an action over: somebody is asked, and the action has its new owner when he accepts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.access import RIGHTS, Actor, Right, check_may
from storage.checking import checked
from storage.intents import Work, intent
from storage.revisions import PLAN
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Action, Membership, OwnerChange, OwnerChangeInput, Person, Project
from touchpoints.plan import FINISHED

# An executive reads, and so can neither accept nor decline.
_ANSWERING = tuple(role for role, rights in RIGHTS.items() if Right.FOLLOW_UP in rights)


class AskedAlready(TouchpointsError):
    """An action is to be handed over while somebody else is still asked."""

    sentence = N_("{name} has been asked already to take this over. Take that back first, then ask again.")


class IsOwnerAlready(TouchpointsError):
    """An action is to be handed over to whoever owns it."""

    sentence = N_("{name} owns this already. Choose somebody else.")


class AnsweredAlready(TouchpointsError):
    """An answer to a question that is not open any more."""

    sentence = N_("This has been answered or taken back meanwhile. Look at who owns it now.")


class NotYoursToAnswer(TouchpointsError):
    """Somebody answers for a person who can answer himself."""

    sentence = N_("{name} can answer this, so wait for that, or take the question back.")


@dataclass(frozen=True)
class OpenChange:
    """An action that somebody is asked to take over; `can_answer` says whether he can do so himself."""

    id: UUID
    project_id: UUID
    project: str
    action_id: UUID
    action: str
    to_person_id: UUID
    to_person: str
    from_person_id: UUID | None
    from_person: str | None
    note: str
    asked_at: datetime
    can_answer: bool


@intent("ask to take over", PLAN, Right.FOLLOW_UP)
def ask_to_take_over(work: Work, action_id: UUID, to_person_id: UUID, note: str = "") -> UUID:
    """Ask somebody to take an action over; it keeps its owner until he accepts.

    Raises:
        UnusableInput, IsOwnerAlready.
        AskedAlready: somebody is asked already.
    """
    values = {"action_id": action_id, "to_person_id": to_person_id, "note": note}
    given = checked(OwnerChangeInput, values)
    action, person = work.find(Action, action_id), work.find(Person, to_person_id)
    if action.owner_id == to_person_id:
        raise IsOwnerAlready(name=person.name)
    is_open = (OwnerChange.action_id == action_id, col(OwnerChange.answered_at).is_(None))
    asked = work.session.exec(select(OwnerChange).where(*is_open)).first()
    if asked is not None:
        raise AskedAlready(name=work.find(Person, asked.to_person_id).name)
    change = OwnerChange(
        **given.model_dump(), project_id=work.project, from_person_id=action.owner_id, asked_at=work.at
    )
    return work.add(change).id


@intent("take over", PLAN, Right.FOLLOW_UP)
def accept_owner_change(work: Work, change_id: UUID) -> None:
    """Take the action over; raises AnsweredAlready, NotYoursToAnswer."""
    change = _answer(work, change_id, is_accepted=True)
    work.change(work.find(Action, change.action_id), owner_id=change.to_person_id)


@intent("decline to take over", PLAN, Right.FOLLOW_UP)
def decline_owner_change(work: Work, change_id: UUID) -> None:
    """Leave the action where it is; raises AnsweredAlready, NotYoursToAnswer."""
    _answer(work, change_id, is_accepted=False)


@intent("take question back", PLAN, Right.FOLLOW_UP)
def take_back_owner_change(work: Work, change_id: UUID) -> None:
    """Ask no longer; raises AnsweredAlready."""
    work.change(_open_one(work, change_id), answered_at=work.at)


@intent("ask again", PLAN, Right.FOLLOW_UP)
def reopen_owner_change(work: Work, change_id: UUID) -> None:
    """Undo an answer, or that a question was taken back: it is open again, and the owner who he was.

    An owner whom somebody has chosen since then stays.
    """
    change = work.find(OwnerChange, change_id)
    action = work.find(Action, change.action_id)
    if change.is_accepted and action.owner_id == change.to_person_id:
        work.change(action, owner_id=change.from_person_id)
    work.change(change, answered_at=None, is_accepted=None)


def _answer(work: Work, change_id: UUID, *, is_accepted: bool) -> OwnerChange:
    """Whoever is asked answers; for him answers anybody where he cannot, and a facilitator always."""
    change = _open_one(work, change_id)
    answering = select(Membership.account_id).where(
        Membership.person_id == change.to_person_id, col(Membership.role).in_(_ANSWERING)
    )
    accounts = set(work.session.exec(answering))
    is_allowed = not accounts or work.actor.account_id in accounts
    if not is_allowed and not work.actor.may(Right.CHANGE, work.project):
        raise NotYoursToAnswer(name=work.find(Person, change.to_person_id).name)
    work.change(change, answered_at=work.at, is_accepted=is_accepted)
    return change


def _open_one(work: Work, change_id: UUID) -> OwnerChange:
    change = work.find(OwnerChange, change_id)
    if change.answered_at is not None:
        raise AnsweredAlready
    return change


def who_has_access(store: Store, actor: Actor, project_id: UUID) -> Mapping[UUID, bool]:
    """The project's people who can come in, each with whether he may answer there; raises NoSuchProject."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_ROLES, {"project": project_id}).all()
    # Where two accounts are one person, the wider role counts.
    return {person: any(role in _ANSWERING for one, role in rows if one == person) for person, _ in rows}


_ROLES: Any = select(Membership.person_id, Membership.role).where(
    Membership.project_id == bindparam("project"), col(Membership.person_id).is_not(None)
)


def list_open_changes(store: Store, actor: Actor, projects: Collection[UUID]) -> tuple[OpenChange, ...]:
    """All that is still to be answered in these projects, the oldest first; raises NoSuchProject."""
    with store.reading(actor) as session:
        for project_id in projects:
            check_may(session, actor, project_id)
        rows = session.execute(_open_changes(), {"projects": list(projects)})
        return tuple(OpenChange(*row) for row in rows)


@cache
def _open_changes() -> Any:  # noqa: ANN401 - a select of twelve columns
    asked, owner = aliased(Person), aliased(Person)
    is_asked = (Membership.person_id == OwnerChange.to_person_id, col(Membership.role).in_(_ANSWERING))
    can_answer = select(Membership.id).where(*is_asked).exists()
    columns: tuple[Any, ...] = (
        *(OwnerChange.id, OwnerChange.project_id, Project.name, Action.id, Action.name),
        *(asked.id, asked.name, owner.id, owner.name, OwnerChange.note, OwnerChange.asked_at, can_answer),
    )
    return (
        select(*columns)
        .join(Project, col(Project.id) == OwnerChange.project_id)
        .join(Action, col(Action.id) == OwnerChange.action_id)
        .join(asked, asked.id == OwnerChange.to_person_id)
        .outerjoin(owner, owner.id == OwnerChange.from_person_id)
        .where(
            col(OwnerChange.project_id).in_(bindparam("projects", expanding=True)),
            col(OwnerChange.answered_at).is_(None),
            col(Action.binned_at).is_(None),
            col(Action.status).not_in(FINISHED),
        )
        .order_by(col(OwnerChange.asked_at), col(OwnerChange.id))
    )
