"""Copying, restoring, checking and moving at the command line: JSON alone on stdout, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from storage.__main__ import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, on SQLite."""
    use(monkeypatch, tmp_path / "here")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return tmp_path


def use(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("TOUCHPOINTS_DATA_FOLDER", str(folder))
    monkeypatch.setenv("TOUCHPOINTS_DATABASE_URL", "")


def run(capsys: Captured, *arguments: str) -> str:
    """What a command that is done prints."""
    assert main(arguments) == 0, capsys.readouterr().err
    return capsys.readouterr().out.strip()


def refused(capsys: Captured, *arguments: str) -> str:
    """The sentence of a command that is not."""
    assert main(arguments) == 1
    return capsys.readouterr().err


def said(capsys: Captured, *arguments: str) -> Any:
    return json.loads(run(capsys, *arguments, "--json"))


def new_project(capsys: Captured, name: str) -> str:
    return run(capsys, "new-project", "--name", name, "--language", "en")


def names(capsys: Captured) -> list[str]:
    return [project["name"] for project in said(capsys, "projects")]


def test_an_installation_is_copied_restored_and_found_sound(capsys: Captured, folder: Path) -> None:
    new_project(capsys, "Bakery")
    copied = said(capsys, "backup", str(folder / "copy.db"))
    assert copied["portable"] is False
    assert copied["bytes"] == (folder / "copy.db").stat().st_size
    new_project(capsys, "Shop")
    restored = said(capsys, "restore", str(folder / "copy.db"))
    assert names(capsys) == ["Bakery"]
    assert Path(restored["replaced"]).exists()
    found = said(capsys, "check")
    assert (found["sound"], found["faults"], found["database"]) == (True, [], "sqlite")
    run(capsys, "restore", restored["replaced"])
    assert names(capsys) == ["Shop", "Bakery"]


def test_a_portable_copy_is_restored_too(
    capsys: Captured, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_project(capsys, "Bakery")
    run(capsys, "backup", "--portable", str(folder / "copy"))
    use(monkeypatch, folder / "there")
    assert said(capsys, "restore", str(folder / "copy"))["replaced"] is None
    assert names(capsys) == ["Bakery"]


def test_what_is_no_copy_is_refused_and_nothing_changes(capsys: Captured, folder: Path) -> None:
    new_project(capsys, "Bakery")
    (folder / "letter").write_text("Dear Eva")
    assert "not a file that this program has made" in refused(capsys, "restore", str(folder / "letter"))
    assert "cannot be used" in refused(capsys, "restore", str(folder / "nothing"))
    assert "is there already" in refused(capsys, "backup", str(folder / "letter"))
    assert names(capsys) == ["Bakery"]


def test_the_check_fails_where_the_newest_copy_is_damaged(capsys: Captured, folder: Path) -> None:
    new_project(capsys, "Bakery")
    (folder / "here" / "backups").mkdir()
    copy = folder / "here" / "backups" / "daily-2026-03-02.db"
    run(capsys, "backup", str(copy))
    assert run(capsys, "check").splitlines()[0] == "The database is sound."
    copy.write_bytes(copy.read_bytes()[:5_000])
    assert main(["check", "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["newest_copy"]["readable"] is False
    assert "The check has found faults (1)" in printed.err


def test_a_project_moves_from_one_installation_to_another(
    capsys: Captured, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = new_project(capsys, "Bakery")
    file = str(folder / "bakery.touchpoints")
    assert said(capsys, "export-project", "--project", "Bakery", file)["project"] == project
    assert "is in this installation already" in refused(capsys, "import-project", file)
    assert run(capsys, "import-project", "--copy", "Second", file) != project
    use(monkeypatch, folder / "there")
    assert said(capsys, "import-project", file) == {"project": project, "links": []}
    assert names(capsys) == ["Bakery"]


def test_wrong_usage_is_told_apart_from_a_refusal() -> None:
    with pytest.raises(SystemExit) as wrong:
        main(["restore"])
    assert wrong.value.code == 2
