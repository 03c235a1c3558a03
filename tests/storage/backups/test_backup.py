"""A copy holds all that was confirmed, is made while others work, and is restored whole or not at all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest

from benchmarks.soak_backups import endure
from benchmarks.soak_moving import move, told
from storage.access import COMMAND_LINE, Actor, ActorKind, NotYourRole
from storage.backup import check_backup, make_backup
from storage.configuration import Settings
from storage.database.errors import SchemaTooNew
from storage.own_files import FileIsThere, FileUnreachable
from storage.people import actor_of, enter, issue_start_link
from storage.project_file.errors import DataFileDamaged, DataFileError
from storage.projects import list_projects, new_project
from storage.restore import OfSqliteAlone, ServerServes, restore
from storage.store import Store, open_store
from tests._databases import Databases
from tests.conftest import migrate
from tests.storage._child import serve
from tests.storage._processes import waiting
from tests.storage._rows import everything, row_counts
from tests.storage.project_file._filled import fill, rows_of_project
from touchpoints.model import Project, ProjectInput, ProjectRole

SHOP = ProjectInput(name="Shop", language="en")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(
    request: pytest.FixtureRequest, makers: Callable[[str], Databases], tmp_path: Path
) -> Iterator[Settings]:
    """An installation of either kind into which a copy is restored."""
    with makers(request.param).migrated(migrate) as url:
        yield Settings(database_url=url, data_folder=tmp_path / "elsewhere")


@pytest.fixture
def only_sqlite(makers: Callable[[str], Databases], tmp_path: Path) -> Iterator[Store]:
    with makers("sqlite").migrated(migrate) as url, ExitStack() as stack:
        store = open_store(Settings(database_url=url, data_folder=tmp_path))
        stack.callback(store.close)
        yield store


def test_a_portable_copy_is_restored_into_either_database_with_every_value(
    store: Store, facilitator: Actor, project: UUID, place: Settings, tmp_path: Path
) -> None:
    fill(store, project)
    make_backup(store, facilitator, tmp_path / "copy", is_portable=True)
    restore(place, tmp_path / "copy")
    restored = open_store(place)
    assert row_counts(restored) == row_counts(store)
    assert rows_of_project(restored, project) == rows_of_project(store, project)
    # Numbers that the database counts go on behind the last one.
    with restored.writing() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO answer_count (project_id, wave_id, question_id, point, n) "
            "SELECT project_id, wave_id, question_id, point, n FROM answer_count"
        )
    restored.close()


def test_the_usual_copy_is_restored_where_it_was_made(
    store: Store, facilitator: Actor, project: UUID, tmp_path: Path
) -> None:
    fill(store, project)
    before = sorted(everything(store))
    made = make_backup(store, facilitator, tmp_path / "copy")
    assert made.is_portable == (store.settings.sqlite_file is None)
    new_project(store, facilitator, SHOP)
    settings = store.settings
    store.close()
    kept = restore(settings, tmp_path / "copy")
    restored = open_store(settings)
    assert sorted(everything(restored)) == before
    assert [one.name for one in list_projects(restored, COMMAND_LINE)] == ["Bakery"]
    restored.close()
    assert kept is not None
    restore(settings, kept)
    back = open_store(settings)
    assert {one.name for one in list_projects(back, COMMAND_LINE)} == {"Bakery", "Shop"}
    back.close()


def test_two_restores_of_the_same_second_keep_what_each_replaced(
    store: Store, facilitator: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.restore._stamp", lambda: "2026-01-02-030405")
    make_backup(store, facilitator, tmp_path / "empty", is_portable=True)
    new_project(store, facilitator, SHOP)
    settings = store.settings
    store.close()
    first, second = (restore(settings, tmp_path / "empty") for _ in range(2))
    assert first is not None
    assert second is not None
    assert first != second
    names = []
    for kept in (first, second):
        restore(settings, kept)
        back = open_store(settings)
        names.append([one.name for one in list_projects(back, COMMAND_LINE)])
        back.close()
    assert names[0] == [*names[1], SHOP.name]


def test_whoever_was_in_is_in_again(store: Store, place: Settings, tmp_path: Path) -> None:
    cookie = enter(store, issue_start_link(store))
    make_backup(store, COMMAND_LINE, tmp_path / "copy", is_portable=True)
    restore(place, tmp_path / "copy")
    restored = open_store(place)
    assert actor_of(restored, cookie).is_administrator
    restored.close()


@pytest.mark.usefixtures("project")
def test_a_copy_into_an_empty_folder_is_an_installation(only_sqlite: Store, tmp_path: Path) -> None:
    new_project(only_sqlite, COMMAND_LINE, SHOP)
    make_backup(only_sqlite, COMMAND_LINE, tmp_path / "copy.db")
    empty = Settings(data_folder=tmp_path / "new" / "folder")
    assert restore(empty, tmp_path / "copy.db") is None
    restored = open_store(empty)
    assert [one.name for one in list_projects(restored, COMMAND_LINE)] == ["Shop"]
    restored.close()
    assert not [path for path in empty.data_folder.iterdir() if path.name.startswith(".")]


def test_a_copy_is_readable_by_its_owner_alone(store: Store, facilitator: Actor, tmp_path: Path) -> None:
    make_backup(store, facilitator, tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".copy")] == []


def test_a_restore_is_refused_while_a_server_runs(only_sqlite: Store, tmp_path: Path) -> None:
    settings = only_sqlite.settings
    make_backup(only_sqlite, COMMAND_LINE, tmp_path / "copy.db")
    new_project(only_sqlite, COMMAND_LINE, SHOP)
    only_sqlite.close()
    with waiting(serve, settings), pytest.raises(ServerServes):
        restore(settings, tmp_path / "copy.db")
    opened = open_store(settings)
    assert len(list_projects(opened, COMMAND_LINE)) == 1
    opened.close()


def test_a_restore_is_refused_while_others_are_connected(
    makers: Callable[[str], Databases], tmp_path: Path
) -> None:
    with makers("postgresql").migrated(migrate) as url:
        used = open_store(Settings(database_url=url, data_folder=tmp_path))
        new_project(used, COMMAND_LINE, SHOP)
        make_backup(used, COMMAND_LINE, tmp_path / "copy")
        with used.engines.read.connect(), pytest.raises(ServerServes):
            restore(used.settings, tmp_path / "copy")
        assert len(list_projects(used, COMMAND_LINE)) == 1
        used.close()


def test_a_sqlite_file_is_nothing_for_postgresql(
    only_sqlite: Store, makers: Callable[[str], Databases], tmp_path: Path
) -> None:
    make_backup(only_sqlite, COMMAND_LINE, tmp_path / "copy.db")
    with makers("postgresql").migrated(migrate) as url, pytest.raises(OfSqliteAlone, match="--portable"):
        restore(Settings(database_url=url, data_folder=tmp_path), tmp_path / "copy.db")


@pytest.mark.parametrize("is_portable", [True, False], ids=["portable", "sqlite"])
def test_a_damaged_copy_changes_nothing(only_sqlite: Store, tmp_path: Path, *, is_portable: bool) -> None:
    settings = only_sqlite.settings
    new_project(only_sqlite, COMMAND_LINE, SHOP, "retail")
    make_backup(only_sqlite, COMMAND_LINE, tmp_path / "copy", is_portable=is_portable)
    only_sqlite.close()
    whole = bytearray((tmp_path / "copy").read_bytes())
    middle = len(whole) // 3
    whole[middle : middle + 4_096] = bytes(4_096)
    (tmp_path / "copy").write_bytes(whole)
    before = settings.sqlite_file and settings.sqlite_file.read_bytes()
    with pytest.raises(DataFileError):
        restore(settings, tmp_path / "copy")
    assert settings.sqlite_file is not None
    assert settings.sqlite_file.read_bytes() == before


def test_a_copy_of_a_newer_version_is_refused(only_sqlite: Store, tmp_path: Path) -> None:
    with only_sqlite.writing() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNew, match="9999"):
        make_backup(only_sqlite, COMMAND_LINE, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_references_to_nothing_are_found(only_sqlite: Store, tmp_path: Path) -> None:
    new_project(only_sqlite, COMMAND_LINE, SHOP)
    with only_sqlite.engines.write.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("DELETE FROM project")
        driver.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(DataFileDamaged, match="project"):
        make_backup(only_sqlite, COMMAND_LINE, tmp_path / "copy.db")


def test_another_file_is_not_overwritten(store: Store, facilitator: Actor, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Eva")
    with pytest.raises(FileIsThere):
        make_backup(store, facilitator, tmp_path / "letter.txt")
    with pytest.raises(FileUnreachable, match="No such file"):
        make_backup(store, facilitator, tmp_path / "no" / "folder")
    with pytest.raises(FileUnreachable):
        check_backup(tmp_path / "nothing")
    assert (tmp_path / "letter.txt").read_text() == "Dear Eva"


def test_only_administrators_copy_everything(store: Store, project: UUID, tmp_path: Path) -> None:
    leads = Actor(ActorKind.ACCOUNT, roles=((project, ProjectRole.FACILITATOR),))
    with pytest.raises(NotYourRole):
        make_backup(store, leads, tmp_path / "copy")


def test_writers_go_on_while_a_copy_is_made(store: Store, facilitator: Actor, tmp_path: Path) -> None:
    is_over = threading.Event()
    made: list[UUID] = []

    def work() -> None:
        while not is_over.is_set():
            made.append(new_project(store, facilitator, SHOP))

    thread = threading.Thread(target=work)
    thread.start()
    while not made:
        is_over.wait(0.01)
    before = len(made)
    make_backup(store, facilitator, tmp_path / "copy")
    is_over.set()
    thread.join()
    assert check_backup(tmp_path / "copy")
    assert len(made) > before


def test_copies_under_load_hold_all_that_was_confirmed(databases: Databases) -> None:
    assert endure(databases, 2) == 0


def test_answers_and_nasty_texts_survive_a_move_to_the_other_database_and_back(
    makers: Callable[[str], Databases],
) -> None:
    assert move(makers("sqlite"), makers("postgresql"), 500) == []


def test_the_comparison_of_a_move_sees_a_single_letter(store: Store, facilitator: Actor) -> None:
    project = new_project(store, facilitator, SHOP)
    before = told(store)
    with store.writing() as session:
        session.get_one(Project, project).name = "Shop."
    assert {table for table, found in told(store).items() if found != before[table]} == {"project"}
