"""Keeps an uploaded survey file for the time of its import, and no longer."""

from __future__ import annotations

import os
import tempfile
import weakref
from datetime import timedelta
from pathlib import Path

from storage.store import Store

_FOLDER = "uploads"
# An import takes minutes. What is older lies there because a server was killed.
_LONGEST_IMPORT = timedelta(days=1)


class SurveyUpload:
    """The answers of respondents on disk, until `remove` or until nobody holds this object any more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # A closed browser says nothing: its session is dropped after a while, and this object with it.
        self._end = weakref.finalize(self, _remove, path)

    def remove(self) -> None:
        """Delete the file; once is enough."""
        self._end()


def keep_upload(store: Store, content: bytes | memoryview) -> SurveyUpload:
    """Write the content of an uploaded file where only this account of the machine can read it."""
    folder = store.settings.data_folder / _FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _remove_forgotten(folder, (store.now() - _LONGEST_IMPORT).timestamp())
    number, name = tempfile.mkstemp(prefix="survey-", dir=folder)
    with os.fdopen(number, "wb") as file:
        file.write(content)
    return SurveyUpload(Path(name))


def remove_forgotten_uploads(store: Store) -> None:
    """Delete what a killed server left; a server alone on its file knows that nothing is in use yet."""
    is_alone = store.settings.sqlite_file is not None
    before = store.now() if is_alone else store.now() - _LONGEST_IMPORT
    _remove_forgotten(store.settings.data_folder / _FOLDER, before.timestamp())


def _remove_forgotten(folder: Path, before: float) -> None:
    for file in folder.glob("survey-*"):
        try:
            is_forgotten = file.stat().st_mtime < before
        except FileNotFoundError:  # its import ended just now
            continue
        if is_forgotten:
            _remove(file)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
