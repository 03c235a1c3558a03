"""A file that is damaged, newer, too large or a trap is refused with a sentence, and nothing is stored."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from storage.access import COMMAND_LINE
from storage.checking import UnusableInput
from storage.project_export import export_project
from storage.project_file.errors import (
    DataFileDamaged,
    DataFileError,
    DataFileTooLarge,
    DataFileTooNew,
    WrongKindOfFile,
)
from storage.project_file.manifest import MANIFEST
from storage.project_file.write import path_of
from storage.project_import import import_project, look_into
from storage.projects import bin_project, new_project
from storage.store import Store
from tests.storage._rows import row_counts
from touchpoints.model import ProjectInput

Parts = dict[str, bytes]
Spoil = Callable[[Parts], None]


@pytest.fixture
def parts(store: Store) -> Parts:
    """The parts of a good file, whose project is not here any more."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"), "retail")
    file = io.BytesIO()
    export_project(store, COMMAND_LINE, project, file)
    with store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM project")
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


def said(parts: Parts, **changes: Any) -> None:
    """Let the list say something else."""
    parts[MANIFEST] = json.dumps(json.loads(parts[MANIFEST]) | changes).encode()


def rewritten(parts: Parts, table: str, change: Callable[[dict[str, Any]], None], row: int = 0) -> None:
    """Change a row so that its checksum is right all the same, as whoever means harm would."""
    manifest = json.loads(parts[MANIFEST])
    entry = next(entry for entry in manifest["tables"] if entry["name"] == table)
    lines = parts[path_of(table)].splitlines()
    values = dict(zip(entry["columns"], json.loads(lines[row]), strict=True))
    change(values)
    entry["columns"] = list(values)
    others = [json.loads(line) for number, line in enumerate(lines) if number != row]
    added = len(values) - len(others[0]) if others else 0
    lines = [
        json.dumps(one).encode() for one in [list(values.values()), *(o + [None] * added for o in others)]
    ]
    content = b"\n".join(lines) + b"\n"
    entry["sha256"] = hashlib.sha256(content).hexdigest()
    parts[path_of(table)], parts[MANIFEST] = content, json.dumps(manifest).encode()


def setting(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda row: row.update(values)


SPOILT: dict[str, tuple[type[DataFileError], Spoil]] = {
    "newer format": (DataFileTooNew, lambda parts: said(parts, format_version=2)),
    "newer schema": (DataFileTooNew, lambda parts: said(parts, schema_number="9999")),
    "newer and told in another way": (
        DataFileTooNew,
        lambda parts: said(parts, format_version=2, tables="?"),
    ),
    "of an installation": (WrongKindOfFile, lambda parts: said(parts, format="touchpoints installation")),
    "without a list": (WrongKindOfFile, lambda parts: parts.pop(MANIFEST) and None),
    "list is no JSON": (WrongKindOfFile, lambda parts: parts.update({MANIFEST: b"{" * 5_000})),
    "list is another one": (WrongKindOfFile, lambda parts: parts.update({MANIFEST: b"[1]"})),
    "without a project": (DataFileDamaged, lambda parts: said(parts, project=None)),
    "table is missing": (DataFileDamaged, lambda parts: parts.pop(path_of("phase")) and None),
    "row is missing": (
        DataFileDamaged,
        lambda parts: parts.update({path_of("phase"): parts[path_of("phase")].split(b"\n", 1)[1]}),
    ),
    "one letter is another": (
        DataFileDamaged,
        lambda parts: parts.update({path_of("phase"): parts[path_of("phase")].replace(b"a", b"b", 1)}),
    ),
    "line is no row": (DataFileDamaged, lambda parts: parts.update({path_of("phase"): b"[[[\n"})),
    "line is deep": (DataFileDamaged, lambda parts: parts.update({path_of("phase"): b"[" * 90_000})),
    "text is too long": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "touchpoint", setting(name="x" * 301)),
    ),
    "text holds a NUL": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "touchpoint", setting(name="a\0b")),
    ),
    "half a character": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "touchpoint", setting(name="\ud800")),
    ),
    "word of no list": (DataFileDamaged, lambda parts: rewritten(parts, "touchpoint", setting(depth="?"))),
    "number without end": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "round", setting(number=10**30)),
    ),
    "number for 64 bits": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "round", setting(number=2**63)),
    ),
    "nothing where something must be": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "round", setting(number=None)),
    ),
    "row of another project": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "segment", setting(project_id=str(uuid4()))),
    ),
    "reference to another project": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "touchpoint", setting(phase_id=str(uuid4()))),
    ),
    "same id twice": (
        DataFileDamaged,
        lambda parts: rewritten(
            parts, "phase", setting(id=json.loads(parts[path_of("phase")].splitlines()[1])[_ID_OF_PHASE])
        ),
    ),
    "an administrator": (
        DataFileDamaged,
        lambda parts: rewritten(parts, "project", setting(is_administrator=True)),
    ),
    "many parts": (
        DataFileTooLarge,
        lambda parts: parts.update({f"more/{number}": b"" for number in range(201)}),
    ),
    "a bomb": (DataFileTooLarge, lambda parts: parts.update({path_of("card"): b"\0" * 30_000_000})),
}
_ID_OF_PHASE = 0


@pytest.mark.parametrize("spoilt", SPOILT)
def test_is_refused_whole(store: Store, parts: Parts, spoilt: str) -> None:
    error, spoil = SPOILT[spoilt]
    before = row_counts(store)
    spoil(parts)
    with pytest.raises(error):
        import_project(store, COMMAND_LINE, packed(parts))
    assert row_counts(store) == before


@pytest.mark.parametrize("content", [b"", b"name;age\n", b"\x89PNG\r\n", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_such_file_is_said_to_be_none(store: Store, content: bytes) -> None:
    with pytest.raises(WrongKindOfFile, match=r"\.touchpoints"):
        look_into(store, COMMAND_LINE, io.BytesIO(content))


def test_half_a_file_is_refused(store: Store, parts: Parts) -> None:
    whole = packed(parts).getvalue()
    with pytest.raises(WrongKindOfFile):
        import_project(store, COMMAND_LINE, io.BytesIO(whole[: len(whole) // 2]))


def test_what_was_not_spoilt_comes_in(store: Store, parts: Parts) -> None:
    assert import_project(store, COMMAND_LINE, packed(parts))


def test_a_file_of_an_older_version_gets_what_a_new_row_has(store: Store, parts: Parts) -> None:
    rewritten(parts, "project", lambda row: row.pop("delightful_from") and None)
    project = import_project(store, COMMAND_LINE, packed(parts))
    with store.reading(COMMAND_LINE, project) as session:
        found = session.connection().exec_driver_sql("SELECT delightful_from FROM project").scalar()
    assert found == pytest.approx(0.6)


def test_a_time_zone_that_there_is_not_would_break_every_page(store: Store, parts: Parts) -> None:
    rewritten(parts, "project", setting(time_zone="Mars/Olympus"))
    with pytest.raises(UnusableInput):
        import_project(store, COMMAND_LINE, packed(parts))


def test_without_what_no_default_knows_it_is_refused(store: Store, parts: Parts) -> None:
    rewritten(parts, "project", lambda row: row.pop("language") and None)
    with pytest.raises(DataFileDamaged):
        import_project(store, COMMAND_LINE, packed(parts))


def test_a_copy_needs_a_name(store: Store, parts: Parts) -> None:
    with pytest.raises(UnusableInput):
        import_project(store, COMMAND_LINE, packed(parts), " ")


def test_a_line_without_end_is_not_read_into_memory(store: Store, parts: Parts) -> None:
    from tracemalloc import get_traced_memory, start, stop  # noqa: PLC0415 - slows all else down

    # Random letters pack badly, so that no ratio gives it away.
    parts[path_of("phase")] = hashlib.shake_256(b"seed").hexdigest(20_000_000).encode()
    file = packed(parts)
    start()
    with pytest.raises(DataFileDamaged):
        import_project(store, COMMAND_LINE, file)
    _, peak = get_traced_memory()
    stop()
    assert peak < 40_000_000


def test_an_id_that_is_taken_here_is_no_fault_of_the_database(store: Store, parts: Parts) -> None:
    project = import_project(store, COMMAND_LINE, packed(parts))
    other = str(uuid4())
    bin_project(store, COMMAND_LINE, project)
    renamed = {
        name: content.replace(str(project).encode(), other.encode()) for name, content in parts.items()
    }
    manifest = json.loads(renamed[MANIFEST])
    for entry in manifest["tables"]:
        entry["sha256"] = hashlib.sha256(renamed[path_of(entry["name"])]).hexdigest()
    renamed[MANIFEST] = json.dumps(manifest).encode()
    with pytest.raises(DataFileDamaged):
        import_project(store, COMMAND_LINE, packed(renamed))
