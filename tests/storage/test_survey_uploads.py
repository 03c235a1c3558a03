"""Uploaded answers lie on disk during their import only."""

from __future__ import annotations

import os
import stat

from storage.store import Store
from storage.survey_uploads import keep_upload


def files_of(store: Store) -> list[str]:
    return sorted(file.name for file in (store.settings.data_folder / "uploads").iterdir())


def test_an_upload_is_there_until_it_is_removed(store: Store) -> None:
    upload = keep_upload(store, b"a;b\n1;2\n")
    assert upload.path.read_bytes() == b"a;b\n1;2\n"
    upload.remove()
    upload.remove()
    assert files_of(store) == []


def test_nobody_else_on_the_machine_can_read_it(store: Store) -> None:
    upload = keep_upload(store, b"a\n1\n")
    assert stat.S_IMODE(upload.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(upload.path.parent.stat().st_mode) == 0o700
    upload.remove()


def test_an_upload_that_nobody_holds_any_more_is_gone(store: Store) -> None:
    keep_upload(store, b"a\n1\n")
    assert files_of(store) == []


def test_what_a_killed_server_left_behind_is_removed_by_the_next_upload(store: Store) -> None:
    first = keep_upload(store, b"a\n1\n")
    forgotten = first.path.with_name("survey-forgotten")
    forgotten.write_bytes(b"a\n1\n")
    two_days_ago = store.now().timestamp() - 2 * 24 * 3600
    os.utime(forgotten, (two_days_ago, two_days_ago))
    second = keep_upload(store, b"a\n2\n")
    assert files_of(store) == sorted([first.path.name, second.path.name])
