"""A project's rows on their way in: under which ids, who its accounts are here, and with which new codes."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from uuid import UUID, uuid5

from sqlalchemy import Connection, Table, select

from storage.checking import checked
from storage.intents import Work
from storage.people import hash_of
from storage.project_file.insert import Makers, insert_rows
from storage.project_file.read import DataFile, Row
from storage.project_file.renewal import Renewal
from storage.public_codes import new_public_code
from storage.revisions import CONTENT, raise_revision
from storage.workshops import new_code
from touchpoints.model import ChangeKind, Project, ProjectInput


class Arrival:
    """One project on its way in; with a name of its own it is a copy, and has new ids."""

    def __init__(
        self, work: Work, file: DataFile, project_id: UUID, copy_name: str | None, count: Callable[[], None]
    ) -> None:
        self._work, self._file, self._count = work, file, count
        self._copy_name = copy_name
        self._renewal = Renewal() if copy_name is not None else None
        self._id = self._renewal.of(project_id) if self._renewal else project_id
        self._accounts: dict[UUID, UUID] = {}

    def store(self) -> UUID:
        """All rows, the line of history that says so, and the revision; returns the project's id."""
        session = self._work.session
        for table in self._file.tables:
            if table.name == "account":
                self._meet_accounts(session.connection(), table)
            else:
                self._insert(session.connection(), table)
        project = session.get_one(Project, self._id)
        self._work.project_id = project.id
        self._work.note(ChangeKind.IMPORTED, project, after={"name": project.name})
        raise_revision(session, project.id, CONTENT)
        return project.id

    def _meet_accounts(self, connection: Connection, table: Table) -> None:
        """Who is here by the same id and name is the same; others come as a name without any way in."""
        names = {row["id"]: row["name"] for row in self._file.rows(table)}
        here = self._names_here(connection, table, names)
        self._accounts = {
            id_: id_ if here.get(id_, name) == name else uuid5(id_, name) for id_, name in names.items()
        }
        wanted = {self._accounts[id_]: name for id_, name in names.items()}
        known = self._names_here(connection, table, wanted)
        new = [{"id": id_, "name": name} for id_, name in wanted.items() if id_ not in known]
        insert_rows(connection, table, ("id", "name"), new, {"created_at": lambda: self._work.at})
        if self._renewal:
            self._renewal.keep(names)

    def _names_here(
        self, connection: Connection, table: Table, ids: Mapping[UUID, object]
    ) -> dict[UUID, str]:
        query = select(table.c.id, table.c.name).where(table.c.id.in_(ids))
        return {row.id: row.name for row in connection.execute(query)}

    def _insert(self, connection: Connection, table: Table) -> None:
        rows = map(self._arrived, self._file.rows(table))
        if table.name == "project":
            rows = map(self._named, rows)
        makers = self._makers().get(table.name, {})
        insert_rows(connection, table, self._file.columns(table), rows, makers)

    def _arrived(self, row: Row) -> Row:
        self._count()
        row = self._renewal.row(row) if self._renewal else row
        if row.get("account_id") is not None:
            row["account_id"] = self._accounts[row["account_id"]]
        return row

    def _named(self, row: Row) -> Row:
        """The project under its name; a currency or a time zone that there is not would break every page."""
        given = {field: row[field] for field in ProjectInput.model_fields if field in row}
        name = row["name"] if self._copy_name is None else self._copy_name
        return row | {"name": checked(ProjectInput, given | {"name": name}).name}

    def _makers(self) -> Mapping[str, Makers]:
        """Ways in are never in a file: each installation makes its own."""
        address: Makers = {"code": new_public_code}
        return {
            "workshop": {"code": lambda: new_code(self._work)},
            "participant": {"token_hash": lambda: hash_of(secrets.token_urlsafe(32))},
            "voice_box": address,
            "feedback_form": address,
        }
