"""What the tests of opening, locking and migrating share: a SQLite file, and the next version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.database import migrate
from storage.projects import new_project
from storage.store import Store, open_store
from tests.storage.database._versions import next_version
from touchpoints.model import ProjectInput

Update = Callable[[Store, str], Store]


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Update]:
    """Close a database and open it as the next version would, which has this migration more."""
    opened: list[Store] = []

    def update_to(store: Store, upgrade: str) -> Store:
        store.close()
        monkeypatch.setattr(migrate, "_MIGRATIONS", next_version(tmp_path, upgrade))
        opened.append(open_store(store.settings))
        return opened[-1]

    yield update_to
    for store in opened:
        store.close()


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """A SQLite file with one project, for what PostgreSQL does not have: locks and copies beside a file."""
    store = open_store(Settings(data_folder=tmp_path))
    new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    yield store
    store.close()


@pytest.fixture
def file(file_store: Store) -> Path:
    """The SQLite file itself."""
    assert file_store.settings.sqlite_file is not None
    return file_store.settings.sqlite_file
