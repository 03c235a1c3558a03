"""The to-dos of one person across projects, and which of its people somebody is in a project."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.access import Actor, Right, check_is_inside, check_may
from storage.intents import Work, intent
from storage.revisions import CONTENT, PLAN
from storage.store import Store
from touchpoints.model import (
    Account,
    Action,
    ActionStatus,
    Membership,
    Person,
    Project,
    ProjectRole,
    Revision,
    Touchpoint,
)
from touchpoints.todos import Todo

# Of each project, which of its people somebody is.
Persons = Mapping[UUID, UUID]

# Asked at every run of the page.
_PERSONS = (
    select(Membership.project_id, Person.id)
    .join(Person, col(Person.id) == Membership.person_id)
    .join(Project, col(Project.id) == Membership.project_id)
    .where(
        Membership.account_id == bindparam("account"),
        col(Project.binned_at).is_(None),
        col(Project.archived_at).is_(None),
    )
)
_STATE = (
    select(Revision.project_id, Revision.scope, Revision.number)
    .where(
        col(Revision.project_id).in_(bindparam("projects", expanding=True)),
        col(Revision.scope).in_((PLAN, CONTENT)),
    )
    .order_by(col(Revision.project_id), col(Revision.scope))
)


def my_persons(store: Store, actor: Actor) -> dict[UUID, UUID]:
    """Which person the actor is in each project in use that he may see."""
    with store.reading(actor) as session:
        persons = persons_of(session, actor.account_id)
    return {project: person for project, person in persons.items() if actor.role_in(project)}


def persons_of(session: Session, account_id: UUID | None) -> dict[UUID, UUID]:
    """Which person an account is in each project in use, whatever it may see by now."""
    rows = session.exec(_PERSONS, params={"account": account_id})
    return {project: person for project, person in rows if person}


def state_of_projects(store: Store, actor: Actor, projects: Collection[UUID]) -> Hashable:
    """A value that is another one as soon as a to-do in one of these projects may look another way.

    Raises:
        NoSuchProject: where the actor may not see one of them.
    """
    with store.reading(actor) as session:
        _check_all(session, actor, projects)
        return tuple(session.exec(_STATE, params={"projects": list(projects)}).all())


@intent("connect with person")
def connect_myself(work: Work, person_id: UUID) -> None:
    """Say which of the project's people one is oneself; an administrator gets a role where he had none."""
    work.find(Person, person_id)
    mine = (Membership.project_id == work.project, Membership.account_id == work.actor.account_id)
    membership = work.session.exec(select(Membership).where(*mine)).first()
    if membership is not None:
        work.change(membership, person_id=person_id)
    elif (account_id := work.actor.account_id) is not None:
        role = ProjectRole.FACILITATOR
        work.add(Membership(project_id=work.project, account_id=account_id, role=role, person_id=person_id))


# Where two accounts are one person, either is as good.
_MAILS = (
    select(Membership.person_id, Account.mail)
    .join(Account, col(Account.id) == Membership.account_id)
    .where(
        Membership.project_id == bindparam("project"),
        col(Membership.person_id).is_not(None),
        col(Account.mail).is_not(None),
    )
)


def mail_addresses(store: Store, actor: Actor, project_id: UUID) -> dict[UUID, str]:
    """The mail addresses of a project's people who can come in; for those who follow up what they do."""
    with store.reading(actor, project_id, Right.FOLLOW_UP) as session:
        rows = session.exec(_MAILS, params={"project": project_id}).all()
    return {person: mail for person, mail in rows if person and mail}


def list_todos(store: Store, actor: Actor, persons: Persons) -> tuple[Todo, ...]:
    """All that these people own, be it done, in no order; raises NoSuchProject."""
    with store.reading(actor) as session:
        _check_all(session, actor, persons)
        return todos_of(session, persons)


def todos_of(session: Session, persons: Persons) -> tuple[Todo, ...]:
    """The same for whoever has checked already who asks."""
    asked = {"owners": list(persons.values()), "projects": list(persons)}
    return tuple(Todo(*row) for row in session.execute(_todos(), asked))


def _check_all(session: Session, actor: Actor, projects: Collection[UUID]) -> None:
    check_is_inside(actor)
    for project_id in projects:
        check_may(session, actor, project_id, Right.READ)


@cache
def _todos() -> Any:  # noqa: ANN401 - a select of nine columns
    columns: tuple[Any, ...] = (
        *(Action.id, Action.project_id, Project.name, Action.name, Touchpoint.name),
        *(Action.status, Action.due_on, Action.done_on, Action.blocked_by),
    )
    return (
        select(*columns)
        .join(Project, col(Project.id) == Action.project_id)
        .outerjoin(Touchpoint, col(Touchpoint.id) == Action.touchpoint_id)
        .where(
            col(Action.owner_id).in_(bindparam("owners", expanding=True)),
            col(Action.project_id).in_(bindparam("projects", expanding=True)),
            col(Action.binned_at).is_(None),
            Action.status != ActionStatus.DROPPED,
        )
    )
