"""What the product asks of a file: description, preview and counts, brought by a child process."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from storage.survey_files import FileTraits, count, describe, errors, preview
from touchpoints.survey.faults import FrameFaults, MappingFaults

MAPPING = {
    "survey": "Guests",
    "columns": {
        "Empfang": {
            "role": "touchpoint",
            "touchpoint": "Reception",
            "scale": [1, 5],
            "best": 5,
            "missing": [0],
        },
        "Gruppe": {"role": "segmentation"},
    },
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Gäste; rm -rf.csv"
    made.write_text(
        "Nr;Empfang;Gruppe;Preis\n1;5;neu;4,5\n2;4;neu;3,0\n3;0;alt;\n4;4;alt;1,5\n", encoding="cp1252"
    )
    return made


def test_describes_a_file(path: Path) -> None:
    shares: list[float] = []
    found = describe(path, progress=shares.append)
    assert found.traits == FileTraits("delimited", "utf-8", ";", ",", (), None)
    assert (found.rows, found.first_row) == (4, 2)
    assert [profile.name for profile in found.profiles] == ["Nr", "Empfang", "Gruppe", "Preis"]
    assert [profile.distinct for profile in found.profiles] == [4, 3, 2, 3]
    assert all(0 < share <= 1 for share in shares)


def test_shows_the_first_rows(path: Path) -> None:
    found = preview(path)
    assert found.columns == ("Nr", "Empfang", "Gruppe", "Preis")
    assert found.rows[2] == ("3", "0", "alt", "")


def test_counts_the_answers(path: Path) -> None:
    found = count(path, MAPPING)
    assert found.check.rows_read == 4
    assert found.check.answers_taken == 3
    assert sorted(found.check.ignored) == ["Nr", "Preis"]
    overall = {cell.point: cell.n for cell in found.cells if cell.segmentation is None and cell.n}
    assert overall == {4: 2, 5: 1}


def test_what_the_mapping_says_of_the_file_is_heeded(path: Path) -> None:
    with pytest.raises(errors.EncodingUnknown):
        count(path, {**MAPPING, "encoding": "rot13"})
    assert count(path, {**MAPPING, "encoding": "rot13"}, {"encoding": "utf-8"}).check.rows_read == 4


def test_faults_of_the_mapping_come_back_as_they_were(path: Path) -> None:
    with pytest.raises(MappingFaults) as met:
        count(path, {**MAPPING, "colour": "blue"})
    assert met.value.faults[0].values["key"] == "colour"
    assert "colour" in str(met.value)


def test_a_column_that_is_not_there_is_answered_with_those_most_like_it(path: Path) -> None:
    columns = {"Empfangs": MAPPING["columns"]["Empfang"]}
    with pytest.raises(FrameFaults) as met:
        count(path, {"survey": "Guests", "columns": columns})
    assert met.value.faults[0].values == {"column": "Empfangs", "closest": "Empfang"}


def test_names_the_file_that_is_not_there(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.csv", tmp_path, tmp_path / "with\0zero"):
        with pytest.raises(errors.FileMissing) as met:
            describe(missing)
        assert met.value.values == {"name": missing.name}


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(errors.FileMissing):
        describe(tmp_path / "pipe.csv")


def test_several_files_are_read_at_once(path: Path) -> None:
    found: list[int] = []
    readers = [threading.Thread(target=lambda: found.append(len(preview(path).rows))) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == [4, 4, 4]
