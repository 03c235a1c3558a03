"""What a test asks of the store with one question where the product reads more at once."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.projects import ProjectSummary, list_projects
from storage.revisions import revisions_of
from storage.store import Store


def find_project(store: Store, actor: Actor, project_id: UUID) -> ProjectSummary | None:
    """One project, or None where it does not exist or lies in the bin."""
    return next((found for found in list_projects(store, actor) if found.id == project_id), None)


def revision_of(store: Store, actor: Actor, project_id: UUID, scope: str) -> int:
    """The number of one of a project's scopes; 0 before its first change."""
    return revisions_of(store, actor, project_id).get(scope, 0)
