"""A small text file is read in the encoding it has, and what is no text is refused."""

from __future__ import annotations

import pytest

from storage.store import Store
from storage.survey_files.errors import NotText
from storage.text_files import LONGEST, TextTooLong, read_text

SERIES = "Datum;Wert\n03.02.2026;42 %\nMärz 2026;45 %\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_whatever_its_encoding(store: Store, encoding: str) -> None:
    assert read_text(store, SERIES.encode(encoding)) == SERIES


def test_nothing_of_it_stays_on_the_disk(store: Store) -> None:
    read_text(store, SERIES.encode())
    assert list((store.settings.data_folder / "uploads").iterdir()) == []


def test_a_picture_is_no_text(store: Store) -> None:
    with pytest.raises(NotText):
        read_text(store, b"\x89PNG\r\n\x1a\n" + bytes(200))


@pytest.mark.parametrize("length", [LONGEST + 1, 5 * LONGEST])
def test_what_nobody_would_paste_is_refused(store: Store, length: int) -> None:
    with pytest.raises(TextTooLong):
        read_text(store, b"x" * length)
