"""A project leaves as one file: with its ids and its history, and without any way in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from storage.access import Actor, Right, open_project
from storage.database.migrate import known_schemas
from storage.project_file.manifest import (
    FORMAT,
    PROJECT,
    LinkToReissue,
    Manifest,
    ProjectEntry,
    TableEntry,
)
from storage.project_file.selection import parts_of_project
from storage.project_file.write import write_data_file
from storage.store import VERSION, Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Account,
    Activity,
    FeedbackForm,
    GroupRole,
    Membership,
    VoiceBox,
    Workshop,
    WorkshopState,
)


class WorkshopGoesOn(TouchpointsError):
    """Raw answers must not leave, and without them the workshop could not go on elsewhere."""

    sentence = N_(
        "{name} is not over, and raw answers must not leave this installation. "
        "Conclude the workshop, or end the rehearsal, then save the project as a file."
    )


def export_project(store: Store, actor: Actor, project_id: UUID, file: BinaryIO) -> Manifest:
    """Write a project as it is at this moment; others go on working meanwhile. Raises WorkshopGoesOn."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        project = open_project(session, actor, project_id, Right.CHANGE)
        _check_workshops(session, project_id)
        about = ProjectEntry(id=project.id, name=project.name, language=project.language)
        links = tuple(_links(session, project_id))

        def describe(tables: tuple[TableEntry, ...]) -> Manifest:
            return Manifest(
                format=PROJECT,
                format_version=FORMAT,
                schema_number=known_schemas()[-1],
                product=VERSION,
                made_at=store.now(),
                project=about,
                links=links,
                tables=tables,
            )

        return write_data_file(session.connection(), file, parts_of_project(project_id), describe)


def check_is_movable(store: Store, actor: Actor, project_id: UUID) -> None:
    """Raise WorkshopGoesOn where a file would have to hold what must not leave."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        _check_workshops(session, project_id)


def _check_workshops(session: Session, project_id: UUID) -> None:
    begun = select(Activity.workshop_id).where(
        col(Activity.project_id) == project_id, col(Activity.opened_at).is_not(None)
    )
    going_on = select(Workshop.name).where(
        col(Workshop.project_id) == project_id,
        col(Workshop.state) != WorkshopState.CONCLUDED,
        or_(col(Workshop.state) == WorkshopState.OPEN, col(Workshop.id).in_(begun)),
    )
    name = session.exec(going_on).first()
    if name is not None:
        raise WorkshopGoesOn(name=name)


def _links(session: Session, project_id: UUID) -> Iterable[LinkToReissue]:
    """Everybody and everything whose way in has to be made anew elsewhere."""
    members = (
        select(Account.name, Membership.role)
        .join(Membership, col(Membership.account_id) == Account.id)
        .where(col(Membership.project_id) == project_id)
        .order_by(col(Account.name))
    )
    groups = select(GroupRole.group, GroupRole.role).where(col(GroupRole.project_id) == project_id)
    forms = select(FeedbackForm.name).where(
        col(FeedbackForm.project_id) == project_id, col(FeedbackForm.binned_at).is_(None)
    )
    boxes = select(VoiceBox.id).where(col(VoiceBox.project_id) == project_id)
    for name, role in session.exec(members):
        yield LinkToReissue(kind="member", name=name, role=role)
    for group, role in session.exec(groups):
        yield LinkToReissue(kind="group", name=group, role=role)
    yield from (LinkToReissue(kind="voices") for _ in session.exec(boxes))
    yield from (LinkToReissue(kind="feedback", name=name) for name in session.exec(forms))
