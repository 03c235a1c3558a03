"""The files to double-click: they name what exists, and their systems can read them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests._sources import ROOT

WINDOWS, MACOS = ROOT / "start-windows.bat", ROOT / "start-macos.command"
# Made by the start files themselves.
_MADE = ".venv"


@pytest.mark.parametrize("file", [WINDOWS, MACOS], ids=lambda file: file.name)
def test_each_names_files_that_exist(file: Path) -> None:
    named = set(re.findall(r"(?<![\w/\\.-])[\w.-]+\.(?:py|txt)\b", file.read_text(encoding="utf-8")))
    assert {"app.py", "requirements.txt"} <= named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_windows_reads_line_endings_of_its_own_and_plain_letters() -> None:
    content = WINDOWS.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 20
    content.decode("ascii")


def test_every_jump_in_the_windows_file_has_its_place() -> None:
    text = WINDOWS.read_text(encoding="ascii")
    jumps, places = (
        set(re.findall(r"goto (\w+)", text)),
        set(re.findall(r"^:(\w+)", text, flags=re.MULTILINE)),
    )
    assert jumps - places == set()


def test_macos_may_run_its_file_and_understands_it() -> None:
    assert os.access(MACOS, os.X_OK)
    assert subprocess.run(["sh", "-n", MACOS], check=False).returncode == 0


def test_without_python_the_macos_file_says_what_to_install(tmp_path: Path) -> None:
    copy = tmp_path / "folder with blanks" / MACOS.name
    copy.parent.mkdir()
    copy.write_bytes(MACOS.read_bytes())
    for tool in ("sh", "dirname"):
        (tmp_path / tool).symlink_to(f"/bin/{tool}" if tool == "sh" else "/usr/bin/dirname")
    done = subprocess.run(
        ["/bin/sh", copy],
        env={"PATH": str(tmp_path)},
        input="\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Python 3.11 or newer is missing." in done.stdout


def test_with_everything_set_up_the_macos_file_starts_the_tool(tmp_path: Path) -> None:
    copy = tmp_path / MACOS.name
    copy.write_bytes(MACOS.read_bytes())
    python = tmp_path / _MADE / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "started $*"\n', encoding="utf-8")
    python.chmod(0o755)
    for place in (tmp_path, tmp_path / _MADE):
        name = "requirements.txt" if place == tmp_path else "installed-here.txt"
        (place / name).write_text("streamlit\n", encoding="utf-8")
    done = subprocess.run(["/bin/sh", copy], capture_output=True, text=True, check=True)
    assert "started app.py" in done.stdout
    assert "Setting up" not in done.stdout
