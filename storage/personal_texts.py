"""A name taken out of what is stored as text: history, pictures of the past, what was typed in the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from storage.intents import Work
from storage.tables import table_of
from touchpoints.model import Ballot, Card, HistoryEntry, Participant, Person, Reveal, TakeOver, Voice

# Where a name was typed into the room or a form, and where texts of the past hold it.
_TYPED_NAMES = (Participant, Ballot, Card, Voice)
_TEXTS: Sequence[tuple[Any, tuple[str, ...]]] = (
    (HistoryEntry, ("before", "after")),
    (TakeOver, ("changes",)),
    (Reveal, ("picture", "basis")),
    (Ballot, ("content",)),
)


def replace_in_texts(work: Work, name: str, label: str) -> None:
    """Put the new name wherever a text of the past is that name and nothing else."""
    for entity, fields in _TEXTS:
        table = table_of(entity)
        query = select(table.c.id, *(table.c[field] for field in fields)).where(
            table.c.project_id == work.project
        )
        for id_, *texts in work.session.connection().execute(query).all():
            replaced = [_replaced(text, name, label) for text in texts]
            if replaced != list(texts):
                changes = dict(zip(fields, replaced, strict=True))
                work.session.connection().execute(update(table).where(table.c.id == id_).values(**changes))


def _replaced(value: Any, name: str, label: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case str():
            return label if value.casefold() == name.casefold() else value
        case Mapping():
            return {_replaced(key, name, label): _replaced(one, name, label) for key, one in value.items()}
        case list() | tuple():
            return [_replaced(one, name, label) for one in value]
    return value


def forget_typed_names(work: Work, name: str) -> None:
    """Empty the field of a name wherever somebody typed this one, and the department beside it."""
    for entity in _TYPED_NAMES:
        table = table_of(entity)
        mine = (table.c.project_id == work.project, func.lower(table.c.name) == name.lower())
        emptied = {field: "" for field in ("name", "department") if field in table.columns}
        work.session.connection().execute(update(table).where(*mine).values(**emptied))


def clear_own_history(work: Work, person_id: UUID, label: str) -> None:
    """Take out of the history of a person's own entry what he was ever called, and what he was."""
    instead = {"name": label, "position": "", "department": ""}
    table = table_of(HistoryEntry)
    query = select(table.c.id, table.c.before, table.c.after).where(
        table.c.project_id == work.project,
        table.c.entity == Person.__name__,
        table.c.entity_id == person_id,
    )
    for id_, *texts in work.session.connection().execute(query).all():
        cleared = dict(zip(("before", "after"), (_cleared(text, instead) for text in texts), strict=True))
        work.session.connection().execute(update(table).where(table.c.id == id_).values(**cleared))


def _cleared(values: Mapping[str, Any] | None, instead: Mapping[str, str]) -> dict[str, Any] | None:
    return None if values is None else {key: instead.get(key, value) for key, value in values.items()}
