"""Duplicating a project: every row that belongs to it, with new ids and the references between them kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Table, select
from sqlmodel import Session

from storage.access import Actor, check_administers, open_project
from storage.checking import checked
from storage.intents import Work, carry_out_once
from storage.revisions import CONTENT, raise_revision
from storage.store import Store
from touchpoints.model import ENTITIES, ChangeKind, Project, ProjectInput

# What tells the past of the original, which the copy does not share. Workshops are of it: a second picture
# of the same ballots could be subtracted from the first.
_WORKSHOP = {
    "workshop",
    "activity",
    "activity_subject",
    "participant",
    "ballot",
    "paper_tally",
    "reveal",
    "card",
    "take_over",
}
# Who may see the original need not see the copy, and what came in by its public addresses is its own.
_PEOPLE = {"access_link", "membership", "group_role", "owner_change"}
_VOICES = {"voice_box", "voice", "feedback_form", "feedback_sentence"}
# What was said of the original's hints was said of facts that the copy has under other ids.
_HINTS = {"hint_answer"}
_LEFT_BEHIND = {"history_entry", "revision", *_WORKSHOP, *_PEOPLE, *_VOICES, *_HINTS}


def duplicate_project(store: Store, actor: Actor, project_id: UUID, name: str) -> UUID:
    """Make a copy of a project under another name; returns the copy's id. Raises UnusableInput."""

    def duplicate(work: Work) -> UUID:
        check_administers(actor)
        original = open_project(work.session, actor, project_id)
        kept = original.model_dump(include=set(ProjectInput.model_fields))
        copy = Project(
            **checked(ProjectInput, kept | {"name": name}).model_dump(),
            template=original.template,
            is_example=original.is_example,
            created_at=work.at,
        )
        work.project_id = copy.id
        work.session.add(copy)
        work.session.flush()
        _copy_rows(work.session, {project_id: copy.id})
        work.note(ChangeKind.ADDED, copy, after={"name": copy.name, "copied_from": str(project_id)})
        raise_revision(work.session, copy.id, CONTENT)
        return copy.id

    return carry_out_once(store, actor, "duplicate project", duplicate)


def _copy_rows(session: Session, ids: dict[UUID, UUID]) -> None:
    """Copy table by table, parents first; `ids` grows from the project's own pair to all old and new ids."""
    (original,) = ids
    for table in ENTITIES.metadata.sorted_tables:
        if "project_id" not in table.columns or table.name in _LEFT_BEHIND:
            continue
        query = select(table).where(table.c.project_id == original)
        rows = [dict(row) for row in session.connection().execute(query).mappings()]
        for row in rows:
            _give_new_id(table, row, ids)
        if rows:
            session.connection().execute(table.insert(), [_renewed(row, ids) for row in rows])


def _give_new_id(table: Table, row: dict[str, Any], ids: dict[UUID, UUID]) -> None:
    if isinstance(row.get("id"), UUID):
        ids[row["id"]] = uuid4()
    elif "id" in table.columns:
        del row["id"]  # plain numbers are given anew by the database


def _renewed(row: dict[str, Any], ids: dict[UUID, UUID]) -> dict[str, Any]:
    """The row with every id replaced that was given anew; others, such as none, stay."""
    return {name: ids.get(value, value) if isinstance(value, UUID) else value for name, value in row.items()}
