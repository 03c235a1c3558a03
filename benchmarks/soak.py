"""Kills imports at random moments, again and again, and looks each time whether anything is half stored.

`python -m benchmarks.soak [ROUNDS] [SEED]`; too slow for the tests.
"""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROWS = (5_000, 40_000)
MAPPING = """
survey = "Soak"
wave = "1"
[columns.rating]
role = "touchpoint"
touchpoint = "Hotline"
scale = [1, 5]
[columns.group]
role = "segmentation"
name = "Group"
"""


@dataclass(frozen=True)
class Installation:
    """A folder of its own with two versions of one survey, told apart by their number of answers."""

    folder: Path

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command and do not wait for it."""
        environment = {
            **os.environ,
            "TOUCHPOINTS_DATA_FOLDER": str(self.folder),
            "TOUCHPOINTS_DATABASE_URL": "",
        }
        return subprocess.Popen(
            [sys.executable, "-m", "storage", *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, *arguments: str) -> str:
        """What a command prints; raises CalledProcessError when it fails."""
        with self.start(*arguments) as process:
            printed, _ = process.communicate()
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, arguments)
        return printed

    def start_import(self, project: str, rows: int) -> subprocess.Popen[str]:
        """Start importing one version of the survey."""
        mapping, survey = str(self.folder / "map.toml"), str(self.folder / f"{rows}.csv")
        return self.start("import-survey", "--project", project, "--mapping", mapping, survey)

    def stored(self, project: str) -> set[tuple[str | None, int]]:
        """The number of answers overall and by group, as `ratings` prints them."""
        rows: list[dict[str, Any]] = json.loads(
            self.ask("ratings", "--project", project, "--by", "Group", "--json")
        )
        return {(row["segment"], row["n"]) for row in rows}


def write_survey(file: Path, rows: int, chance: random.Random) -> set[tuple[str | None, int]]:
    """A survey of so many rows; returns what has to be stored of it."""
    answers = [(chance.randint(1, 5), chance.choice("ABC")) for _ in range(rows)]
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([("rating", "group"), *answers])
    groups = {group: sum(found == group for _, found in answers) for group in "ABC"}
    return {(None, rows), *groups.items()}


def endure(rounds: int, seed: int) -> int:
    """Kill an import in each round; returns how many of them were killed before they were done."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        there = Installation(Path(name))
        (there.folder / "map.toml").write_text(MAPPING, encoding="utf-8")
        whole = [write_survey(there.folder / f"{rows}.csv", rows, chance) for rows in ROWS]
        project = there.ask("new-project", "--name", "Soak", "--language", "en").strip()
        began = time.monotonic()
        there.start_import(project, ROWS[1]).communicate()
        longest = 1.1 * (time.monotonic() - began)
        killed = 0
        for number in range(rounds):
            importing = there.start_import(project, chance.choice(ROWS))
            killed += kill_in_the_middle(importing, after=chance.uniform(0.1, longest))
            found = there.stored(project)
            assert found in whole, f"round {number}: half stored: {found}"
        check_file(there.folder / "touchpoints.db")
    return killed


def kill_in_the_middle(process: subprocess.Popen[str], after: float) -> bool:
    """Kill a process after so many seconds; whether it had not ended by itself."""
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return True
    return False


def check_file(file: Path) -> None:
    """The database is sound and refers to nothing that is gone."""
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def main(rounds: int = 100, seed: int = 1) -> None:
    """Say how it went."""
    killed = endure(rounds, seed)
    print(f"{killed} of {rounds} imports were killed half-way; nothing was half stored.")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
