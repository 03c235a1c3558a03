"""The projects of an installation: making, naming, archiving, throwing away and bringing back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor, NoSuchProject, NotYourRole, Right, check_administers, check_is_inside
from storage.checking import checked
from storage.intents import Work, carry_out_once, intent
from storage.project_content import BLANK, fill_from_template
from storage.revisions import CONTENT, raise_revision
from storage.store import Store
from touchpoints.days import day_in
from touchpoints.model import Project, ProjectInput, Round

SAMPLE = "sample"


@dataclass(frozen=True)
class ProjectSummary:
    """A project as lists and frames show it."""

    id: UUID
    version: int
    name: str
    language: str
    currency: str
    time_zone: str
    is_example: bool
    created_at: datetime
    archived_at: datetime | None
    disappointing_from: float
    delightful_from: float


_SHOWN = [getattr(Project, name) for name in ProjectSummary.__dataclass_fields__]
# Read at every run of every page, so they are put together once.
_NEWEST_FIRST = select(*_SHOWN).order_by(col(Project.created_at).desc())
_IN_USE = _NEWEST_FIRST.where(col(Project.binned_at).is_(None))
_IN_BIN = _NEWEST_FIRST.where(col(Project.binned_at).is_not(None))


def list_projects(store: Store, actor: Actor, *, in_bin: bool = False) -> tuple[ProjectSummary, ...]:
    """The projects that the actor may see, newest first; those in the bin only when asked for."""
    check_is_inside(actor)
    with store.glancing() as connection:
        found = [ProjectSummary(*row) for row in connection.execute(_IN_BIN if in_bin else _IN_USE)]
    return tuple(project for project in found if actor.role_in(project.id))


def new_project(store: Store, actor: Actor, values: ProjectInput, template: str = BLANK) -> UUID:
    """Make a project, blank, from a template's id, or as the sample; returns its id.

    An administrator does it, and then invites whoever shall lead it.
    """
    check_administers(actor)

    def make(work: Work) -> UUID:
        is_example = template == SAMPLE
        settings = _settings_of_sample(values) if is_example else values.model_dump()
        project = Project(**settings, template=template, is_example=is_example, created_at=work.at)
        work.project_id = project.id
        work.add(project)
        work.add(Round(project_id=project.id, number=1, started_on=day_in(work.at, project.time_zone)))
        if is_example:
            # The sample reads two files that no other start should wait for.
            from storage.sample_content import fill_from_sample  # noqa: PLC0415

            fill_from_sample(work, values.language)
        else:
            fill_from_template(work, template, values.language)
        raise_revision(work.session, project.id, CONTENT)
        return project.id

    return carry_out_once(store, actor, "new project", make)


def _settings_of_sample(values: ProjectInput) -> dict[str, Any]:
    """What was wanted of the project; its amounts and days are those of the sample, whoever makes it."""
    from storage.sample import read_sample  # noqa: PLC0415 - as above

    sample = read_sample(values.language)
    return {**values.model_dump(), "currency": sample.currency, "time_zone": sample.time_zone}


@intent("change project")
def change_project(work: Work, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited settings of a project; raises UnusableInput, VersionConflict."""
    project = work.find(Project, work.project)
    stored = project.model_dump(include=set(ProjectInput.model_fields))
    wanted = checked(ProjectInput, stored | dict(changes))
    work.save(Project, project.id, shown_version, wanted.model_dump(include=set(changes)))


@intent("archive project")
def archive_project(work: Work) -> None:
    """Put a finished project aside."""
    work.change(work.find(Project, work.project), archived_at=work.at)


@intent("reopen project")
def reopen_project(work: Work) -> None:
    """Take a project back from the archive."""
    work.change(work.find(Project, work.project), archived_at=None)


@intent("throw project away")
def bin_project(work: Work) -> None:
    """Throw a project into the bin, where it stays for 30 days."""
    work.bin(work.find(Project, work.project))


def restore_project(store: Store, actor: Actor, project_id: UUID) -> None:
    """Take a project out of the bin; not an ordinary intent, since a binned project cannot be opened."""

    def restore(work: Work) -> None:
        project = work.session.get(Project, project_id)
        if project is None or actor.role_in(project_id) is None:
            raise NoSuchProject
        if not actor.may(Right.CHANGE, project_id):
            raise NotYourRole
        work.restore(project)

    carry_out_once(store, actor, "restore project", restore, project_id)
