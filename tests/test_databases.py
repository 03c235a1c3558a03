"""Each test finds its database as a migration leaves it, whatever the one before did to its own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import MetaData, create_engine, text

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import new_project
from storage.store import open_store
from storage.surveys import store_survey
from tests._databases import Databases
from tests.conftest import migrate
from tests.storage._surveys import a_survey
from touchpoints.model import ProjectInput

CHANGES = (
    "ALTER TABLE project ADD COLUMN colour VARCHAR(10)",
    "CREATE INDEX ix_project_name_alone ON project (name)",
    "CREATE TABLE left_over (id INTEGER)",
    "UPDATE alembic_version SET version_num = '0000'",
)


def store_something(url: str) -> None:
    """A survey, whose counts are numbered by the database itself."""
    store = open_store(Settings(database_url=url))
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    store_survey(store, COMMAND_LINE, project, a_survey())
    store.close()


def told(url: str) -> dict[str, list[Any]]:
    """Every row of every table; of what the database numbered, the numbers."""
    engine = create_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        rows = {name: connection.execute(table.select()).all() for name, table in tables.tables.items()}
    engine.dispose()
    return {
        name: [row[0] if isinstance(row[0], int) else None for row in found] for name, found in rows.items()
    }


def test_what_one_test_stored_no_other_finds(databases: Databases) -> None:
    with databases.empty() as url:
        migrate(url)
        fresh = told(url)
        store_something(url)
        filled = told(url)
    assert filled != fresh
    for _ in range(2):
        with databases.migrated(migrate) as url:
            assert told(url) == fresh
            store_something(url)
            assert told(url) == filled


@pytest.mark.parametrize("change", CHANGES)
def test_a_schema_that_a_test_changed_no_other_finds(databases: Databases, change: str) -> None:
    with databases.migrated(migrate) as url:
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text(change))
        engine.dispose()
    with databases.migrated(migrate) as next_url:
        assert next_url != url


def test_a_test_that_stays_connected_holds_up_no_other(databases: Databases) -> None:
    with databases.migrated(migrate) as url:
        engine = create_engine(url)
        connection = engine.connect()
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    with databases.migrated(migrate) as url:
        store_something(url)
    connection.invalidate()
    engine.dispose()
