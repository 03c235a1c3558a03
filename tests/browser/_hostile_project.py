"""The sample with a workshop going on, in which every text that anybody can type is one made to do harm."""

from __future__ import annotations

from itertools import cycle
from uuid import UUID

from sqlalchemy import Table, select, update
from sqlmodel.sql.sqltypes import AutoString

from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import list_activities, prepare_workshop
from storage.cards import add_card
from storage.invitations import invite
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, WORKSHOP, raise_revision
from storage.seats import join_workshop
from storage.store import Store
from storage.workshops import open_workshop, read_workshop
from tests._hostile_texts import ALL_HOSTILE, as_kept
from touchpoints.model import ENTITIES, CardKind, ProjectRole, Selection

# Ids, codes, hashes and what the tool itself writes: nobody types them.
_OURS = {"kind", "kpi_kind", "code", "token_hash", "reply_hash", "pseudonym", "columns_key", "mapping"}
_OURS |= {"scope", "intent", "entity", "key", "address"}
_KINDS = ("collect", "experience", "importance", "dot_vote", "first_contact", "commit", "closing")


def open_room(store: Store, project: UUID) -> str:
    """Open a workshop with cards and somebody in it, and its first activity; gives the code."""
    where = (store, COMMAND_LINE, project)
    agenda = [{"kind": kind, "title": kind, "minutes": 5, "selection": Selection.KEY} for kind in _KINDS]
    workshop = prepare_workshop(*where, {"name": "Morning"}, agenda)
    open_workshop(*where, workshop)
    code = read_workshop(*where, workshop).code
    join_workshop(store, code)
    first = list_activities(*where, workshop)[0]
    open_activity(*where, first.id, first.version)
    for text in ALL_HOSTILE[:20]:
        about = {
            "workshop_id": workshop,
            "activity_id": first.id,
            "kind": CardKind.IDEA,
            "text": as_kept(text)[:300],
        }
        add_card(*where, about)
    return code


def invite_hostile(store: Store, project: UUID) -> None:
    """People with such names, one of each role."""
    for text, role in zip(ALL_HOSTILE[1:], ProjectRole, strict=False):
        invite(store, COMMAND_LINE, project, {"name": as_kept(text)[:80], "role": role, "days": 9})


def spoil(store: Store, project: UUID) -> int:
    """Give every text of a project a hostile one, in turn; how many were given."""
    texts, given = cycle(map(as_kept, ALL_HOSTILE)), 0
    with store.writing() as session:
        connection = session.connection()
        for table in _tables():
            for id_ in connection.scalars(select(table.c.id).where(table.c.project_id == project)).all():
                lengths = _texts_of(table).items()
                values = {name: _unlike(next(texts), length, given) for name, length in lengths}
                connection.execute(update(table).where(table.c.id == id_).values(values))
                given += len(values)
        for scope in (CONTENT, MEASUREMENTS, PLAN, WORKSHOP):
            raise_revision(session, project, scope)
    return given


def _unlike(text: str, length: int | None, number: int) -> str:
    """The text as long as it may be, and unlike all others: cut, some of them are the same."""
    end = f" {number}"
    return (text[: length and length - len(end)].strip() + end).strip()


def _tables() -> list[Table]:
    return [one for one in ENTITIES.metadata.sorted_tables if "project_id" in one.columns and _texts_of(one)]


def _texts_of(table: Table) -> dict[str, int | None]:
    """The columns of a table that hold what somebody typed, with the longest text of each."""
    typed = [one for one in table.columns if isinstance(one.type, AutoString) and one.name not in _OURS]
    return {one.name: one.type.length for one in typed}
