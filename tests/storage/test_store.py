"""Opening a database: made where there is none, opened again at once, refused with a sentence."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.access import COMMAND_LINE, Actor
from storage.configuration import Settings
from storage.database.errors import DatabaseUnreachable
from storage.database.migrate import known_schemas
from storage.people import issue_start_link
from storage.projects import list_projects, new_project
from storage.store import VERSION, Store, open_store
from tests._sources import ROOT
from tests.storage._child import open_and_close
from tests.storage._processes import run_at_once
from touchpoints.model import ProjectInput


def test_an_empty_database_is_created_and_ready(settings: Settings) -> None:
    store = open_store(settings)
    assert list_projects(store, COMMAND_LINE) == ()
    store.close()


def test_what_was_stored_is_there_when_it_is_opened_again(store: Store) -> None:
    id_ = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    again = open_store(store.settings)
    assert [project.id for project in list_projects(again, COMMAND_LINE)] == [id_]
    again.close()


def test_the_folder_of_a_file_is_made_with_it(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path / "new" / "deep")
    open_store(settings).close()
    assert settings.sqlite_file is not None
    assert settings.sqlite_file.exists()


def test_opening_again_imports_nothing_that_only_a_migration_needs(store: Store) -> None:
    opening = f"""
import sys
from storage.configuration import Settings
from storage.store import open_store
open_store(Settings(database_url="{store.settings.url}")).close()
print("alembic" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-c", opening], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert said.stdout.strip() == b"False"


def test_three_processes_that_open_the_same_new_database_at_once_make_one(settings: Settings) -> None:
    run_at_once(open_and_close, *[(settings,)] * 3)
    store = open_store(settings)
    with store.unchecked() as session:
        versions = session.execute(text("SELECT version_num FROM alembic_version")).all()
    assert versions == [(store.health()["schema"],)]
    store.close()


def test_it_says_how_it_is(store: Store) -> None:
    health = store.health()
    database = "postgresql" if store.settings.sqlite_file is None else "sqlite"
    assert health["status"] == "ok"
    assert health["version"] == VERSION
    assert health["schema"] == known_schemas()[-1]
    assert health["database"] == database
    assert health[f"{database}_version"].split(".")[0] in {"3", "18"}


def test_the_version_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(store: Store, facilitator: Actor) -> None:
    count = text("SELECT count(*) FROM project")
    with store.reading(facilitator) as session:
        before = session.execute(count).scalar_one()
        new_project(store, facilitator, ProjectInput(name="Bakery", language="en"))
        assert session.execute(count).scalar_one() == before == 0


def test_a_reader_cannot_write(store: Store, facilitator: Actor) -> None:
    with store.reading(facilitator) as session, pytest.raises(DBAPIError, match=r"read-?only"):
        session.execute(text("DELETE FROM project"))


def test_an_error_undoes_the_whole_transaction(store: Store) -> None:
    def fail() -> None:
        with store.writing() as session:
            session.execute(text("DELETE FROM account"))
            raise LookupError

    issue_start_link(store)
    with pytest.raises(LookupError):
        fail()
    with store.unchecked() as session:
        assert session.execute(text("SELECT count(*) FROM account")).scalar_one() == 1


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path)
    (tmp_path / "touchpoints.db").write_bytes(b"holiday pictures" * 1000)
    with pytest.raises(DatabaseUnreachable) as refusal:
        open_store(settings)
    assert f"{tmp_path}/touchpoints.db" in str(refusal.value)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, where the folder should be")
    with pytest.raises(DatabaseUnreachable) as refusal:
        open_store(Settings(data_folder=tmp_path / "data"))
    assert f"{tmp_path}/data" in str(refusal.value)


@pytest.mark.parametrize("tail", ["", "?connect_timeout=1&password=secret"])
def test_a_server_that_does_not_answer_is_named_without_its_password(tail: str) -> None:
    settings = Settings(database_url=f"postgresql://ann:secret@127.0.0.1:1/plan{tail}")
    with pytest.raises(DatabaseUnreachable) as refusal:
        open_store(settings)
    assert "127.0.0.1:1/plan" in str(refusal.value)
    assert "secret" not in str(refusal.value)
