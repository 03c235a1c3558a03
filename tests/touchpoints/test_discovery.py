"""What lies in a folder registers itself in the order of file names; a broken file stops the start."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from touchpoints.discovery import DuplicateId, by_id, discover


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """An importable folder with two extensions and what they share."""
    folder = tmp_path / "extensions"
    folder.mkdir()
    for name, id_ in (("__init__", ""), ("bars", "bar"), ("_shared", "shared"), ("arrows", "arrow")):
        (folder / f"{name}.py").write_text(f"ID = {id_!r}\n")
    (folder / "notes.txt").write_text("no extension")
    monkeypatch.syspath_prepend(str(tmp_path))
    for known in [name for name in sys.modules if name.split(".")[0] == "extensions"]:
        monkeypatch.delitem(sys.modules, known)
    return importlib.import_module("extensions")


def ids(package: ModuleType) -> list[tuple[str, ModuleType]]:
    return [(module.ID, module) for module in discover(package)]


def test_extensions_come_in_the_order_of_their_file_names(package: ModuleType) -> None:
    assert [module.__name__ for module in discover(package)] == ["extensions.arrows", "extensions.bars"]


def test_a_new_file_is_there_by_being_there(package: ModuleType) -> None:
    Path(package.__path__[0], "boxes.py").write_text("ID = 'box'\n")
    importlib.invalidate_caches()
    assert list(by_id(ids(package))) == ["arrow", "bar", "box"]


def test_a_folder_is_an_extension_too(package: ModuleType) -> None:
    deep = Path(package.__path__[0], "deep")
    deep.mkdir()
    (deep / "__init__.py").write_text("ID = 'deep'\n")
    importlib.invalidate_caches()
    assert "deep" in by_id(ids(package))


@pytest.mark.parametrize(
    ("code", "fault"), [("import nowhere", ImportError), ("1 / 0", ZeroDivisionError), ("def", SyntaxError)]
)
def test_a_file_that_does_not_import_stops_the_start(
    package: ModuleType, code: str, fault: type[Exception]
) -> None:
    Path(package.__path__[0], "broken.py").write_text(code)
    importlib.invalidate_caches()
    with pytest.raises(fault):
        discover(package)


def test_two_files_with_one_id_are_named(package: ModuleType) -> None:
    Path(package.__path__[0], "copied.py").write_text("ID = 'bar'\n")
    importlib.invalidate_caches()
    with pytest.raises(DuplicateId) as refusal:
        by_id(ids(package))
    assert str(refusal.value).startswith(
        "The files extensions.bars and extensions.copied both use the id bar."
    )
