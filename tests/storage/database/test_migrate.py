"""A database is migrated from a copy, wholly or not at all, and never back from a newer version."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlmodel import select

from storage.access import COMMAND_LINE
from storage.actions import add_action, list_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.conditions import read_conditions
from storage.configuration import Settings
from storage.database import migrate
from storage.database.errors import DatabaseInUse, MigrationDamaged, SchemaTooNew
from storage.database.migrate import known_schemas
from storage.disappointments import list_disappointments
from storage.entries import add_entry
from storage.projects import list_projects, new_project
from storage.store import Store, open_store
from storage.targets import read_decisions
from tests.storage._child import migrate_half, serve
from tests.storage._processes import kill_half_way, waiting
from tests.storage._rows import row_counts
from tests.storage.database._versions import (
    LATEST,
    LEAVE_ORPHANS,
    NEXT,
    REBUILD_PROJECTS,
    STOP_HALF_WAY,
    next_version,
    version_before,
)
from tests.storage.database.conftest import Update
from touchpoints.model import Answer, Factor, Level, ProjectInput, Round

_ACTION = """
    INSERT INTO action (id, version, project_id, round_id, name, team, customer_gain, staff_gain,
        expected_result, measure, blocked_by, status, rank, changes_work)
    VALUES ('{id_}', 1, :project, :round, '{name}', '', '', '', '', '', '', 'planned', '{name}', {mark})
"""
MARKS_OF_BEFORE = (
    """
    INSERT INTO touchpoint_decision (id, version, project_id, round_id, touchpoint_id, reason, improvement,
        looked_at_data, looked_at_process, looked_at_tool, looked_at_people)
    VALUES ('00000000000000000000000000000001', 1, :project, :round, :touchpoint, '', '',
        true, false, false, false)
    """,
    """
    INSERT INTO touchpoint_conditions (id, version, project_id, touchpoint_id, given_for_data)
    VALUES ('00000000000000000000000000000001', 1, :project, :touchpoint, 'A reminder')
    """,
    _ACTION.format(id_=f"{1:032}", name="Train", mark="true"),
    _ACTION.format(id_=f"{2:032}", name="Paint", mark="false"),
    _ACTION.format(id_=f"{3:032}", name="Ask", mark="NULL"),
)


def copy_of(file: Path) -> Path:
    return file.with_name(f"touchpoints-before-{LATEST}.db")


def rows_by_table(store: Store) -> dict[str, int]:
    """How many rows the tables have that an older version knows."""
    with store.unchecked() as session:
        tables = inspect(store.engines.read).get_table_names()
        return {table: session.scalar(text(f'SELECT count(*) FROM "{table}"')) for table in tables}


def project_names(store: Store) -> list[str]:
    return [project.name for project in list_projects(store, COMMAND_LINE)]


@pytest.mark.usefixtures("project")
def test_a_migration_brings_the_database_to_the_next_schema(store: Store, update: Update) -> None:
    updated = update(store, REBUILD_PROJECTS)
    assert updated.health()["schema"] == known_schemas()[-1] == NEXT
    with updated.unchecked() as session:
        assert session.execute(text("SELECT id, colour FROM project")).one()[1] == "red"
    assert project_names(updated) == ["Bakery"]


def test_what_the_version_before_has_stored_is_all_there_after_the_latest_migration(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_MIGRATIONS", version_before(tmp_path))
        older = open_store(settings)
        project = new_project(older, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
        add_touchpoints(older, COMMAND_LINE, project, [touchpoint := NewTouchpoint("Counter")])
        before = rows_by_table(older)
        older.close()
    store = open_store(settings)
    assert store.health()["schema"] == LATEST
    assert rows_by_table(store).items() >= before.items()
    values = {"touchpoint_id": touchpoint.id, "level": Level.DISAPPOINTING, "text": "Queue"}
    queue = add_entry(store, COMMAND_LINE, project, Factor, values)
    till = {"name": "A second till", "touchpoint_id": touchpoint.id}
    add_action(store, COMMAND_LINE, project, till, factors=[queue])
    [told] = list_disappointments(store, COMMAND_LINE, project)
    assert [remedy.name for remedy in told.remedies] == ["A second till"]
    store.close()


def test_marks_become_answers_and_say_what_they_said(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_MIGRATIONS", version_before(tmp_path))
        older = open_store(settings)
        project = new_project(older, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
        add_touchpoints(older, COMMAND_LINE, project, [touchpoint := NewTouchpoint("Counter")])
        with older.writing() as session:
            round_ = session.exec(select(Round.id)).one()
            given = {"project": project.hex, "round": round_.hex, "touchpoint": touchpoint.id.hex}
            for statement in MARKS_OF_BEFORE:
                session.execute(text(statement), given)
        older.close()
    store = open_store(settings)
    [decision] = read_decisions(store, COMMAND_LINE, project).values()
    assert (decision.looked_at_data, decision.looked_at_tool) == (Answer.YES, None)
    assert {one.name: one.changes_work for one in list_actions(store, COMMAND_LINE, project)} == {
        "Train": Answer.YES,
        "Paint": Answer.NO,
        "Ask": None,
    }
    said = read_conditions(store, COMMAND_LINE, project, touchpoint.id).said
    assert (said.gives_back, said.given_for_data) == (Answer.YES, "A reminder")
    store.close()


@pytest.mark.usefixtures("project")
def test_a_migration_that_rebuilds_a_table_keeps_the_rows_that_belong_to_it(
    store: Store, update: Update
) -> None:
    # SQLite rebuilds a table by deleting it: with foreign keys on, that takes all children along.
    before = row_counts(store)
    assert before["phase"] > 0
    assert row_counts(update(store, REBUILD_PROJECTS)) == before


@pytest.mark.usefixtures("project")
def test_children_go_with_their_parent_again_after_a_migration(store: Store, update: Update) -> None:
    updated = update(store, REBUILD_PROJECTS)
    with updated.writing() as session:
        session.execute(text("DELETE FROM project"))
    assert row_counts(updated)["phase"] == 0


@pytest.mark.usefixtures("project")
def test_a_database_of_a_newer_version_is_refused_and_not_touched(store: Store) -> None:
    with store.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew) as refusal:
        open_store(store.settings)
    assert f"has the schema 9999, which is newer than this version knows ({LATEST})" in str(refusal.value)
    assert project_names(store) == ["Bakery"]


@pytest.mark.usefixtures("project")
def test_a_migration_that_is_killed_half_way_leaves_everything_as_it_was(
    store: Store, tmp_path: Path
) -> None:
    kill_half_way(migrate_half, store.settings, next_version(tmp_path, STOP_HALF_WAY))
    again = open_store(store.settings)
    assert project_names(again) == ["Bakery"]
    assert not inspect(again.engines.read).has_table("half")
    assert again.health()["schema"] == LATEST
    again.close()


@pytest.mark.usefixtures("project")
def test_after_a_migration_that_was_killed_the_next_one_succeeds(
    store: Store, update: Update, tmp_path: Path
) -> None:
    kill_half_way(migrate_half, store.settings, next_version(tmp_path / "killed", STOP_HALF_WAY))
    assert project_names(update(store, REBUILD_PROJECTS)) == ["Bakery"]


def test_a_first_start_that_is_killed_half_way_is_begun_anew(settings: Settings, tmp_path: Path) -> None:
    kill_half_way(migrate_half, settings, next_version(tmp_path, STOP_HALF_WAY))
    store = open_store(settings)
    assert project_names(store) == []
    assert not inspect(store.engines.read).has_table("half")
    store.close()


def test_a_file_is_copied_whole_before_it_is_migrated(file_store: Store, file: Path, update: Update) -> None:
    update(file_store, REBUILD_PROJECTS)
    with sqlite3.connect(copy_of(file)) as copy:
        assert copy.execute("SELECT name FROM project").fetchall() == [("Bakery",)]
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert "colour" not in {column[1] for column in copy.execute("PRAGMA table_info(project)")}


def test_a_command_of_a_newer_version_does_not_migrate_under_a_running_server(
    file_store: Store, update: Update
) -> None:
    with waiting(serve, file_store.settings), pytest.raises(DatabaseInUse):
        update(file_store, REBUILD_PROJECTS)
    assert file_store.health()["schema"] == LATEST
    assert project_names(file_store) == ["Bakery"]


def test_a_file_that_is_current_or_new_needs_no_copy(file_store: Store, file: Path) -> None:
    open_store(file_store.settings).close()
    assert list(file.parent.glob("*before*")) == []


def test_a_migration_that_leaves_broken_references_is_undone_and_says_where_the_copy_lies(
    file_store: Store, file: Path, update: Update
) -> None:
    before = row_counts(file_store)
    with pytest.raises(MigrationDamaged) as refusal:
        update(file_store, LEAVE_ORPHANS)
    assert f"a copy lies at {copy_of(file)}" in str(refusal.value)
    assert row_counts(file_store) == before
    assert file_store.health()["schema"] == LATEST
