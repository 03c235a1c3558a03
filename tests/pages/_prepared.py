"""Database files that are filled once, of which each test of a screen begins with a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import SAMPLE, new_project
from storage.store import Store, open_store
from touchpoints.model import ProjectInput

Fill = Callable[[Store], object]


class Prepared:
    """Migrating a database, and reading the surveys of the sample, take far longer than most tests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._models: dict[Fill, Path] = {}

    def copy(self, fill: Fill, data_folder: Path) -> None:
        """Give an installation the database that `fill` fills when it is first asked for."""
        if fill not in self._models:
            self._models[fill] = self._filled(fill)
        target = database_file(data_folder)
        target.parent.mkdir(mode=0o700)
        shutil.copy(self._models[fill], target)

    def _filled(self, fill: Fill) -> Path:
        settings = Settings(data_folder=self._folder / str(len(self._models)))
        store = open_store(settings)
        fill(store)
        store.close()
        return database_file(settings.data_folder)


def database_file(data_folder: Path) -> Path:
    """Where the database of an installation lies that names no other."""
    file = Settings(data_folder=data_folder).sqlite_file
    assert file is not None
    return file


def leave_empty(_store: Store) -> None:
    """A store as after its first start."""


def make_airport(store: Store) -> None:
    """A store with the sample in English."""
    new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)
