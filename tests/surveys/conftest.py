"""Real surveys, imported once each from the command line into a database of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests._sources import ROOT

MAPPINGS = Path(__file__).parent


@dataclass(frozen=True)
class Imported:
    """A project that holds one survey, asked as a controller would ask."""

    run: Callable[..., str]
    project: str
    figures: Path

    def ratings(self, *options: str) -> list[dict[str, Any]]:
        """What `ratings` prints."""
        rows: list[dict[str, Any]] = json.loads(
            self.run("ratings", "--project", self.project, *options, "--json")
        )
        return rows


def folder_of_surveys() -> Path:
    """The folder that holds the surveys with their independently computed figures."""
    named = os.environ.get("TOUCHPOINTS_SURVEYS")
    assert named, "Set TOUCHPOINTS_SURVEYS to the folder that holds airport_survey and airline_survey."
    return Path(named)


def imported(name: str, data_folder: Path) -> Imported:
    """A project of this name with its survey."""
    folder = folder_of_surveys() / f"{name}_survey"

    def run(*arguments: str) -> str:
        environment = {
            **os.environ,
            "TOUCHPOINTS_DATA_FOLDER": str(data_folder),
            "TOUCHPOINTS_DATABASE_URL": "",
        }
        command = [sys.executable, "-m", "storage", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    project = run("new-project", "--name", name, "--language", "en").strip()
    mapping = str(MAPPINGS / f"{name}.toml")
    run("import-survey", "--project", project, "--mapping", mapping, str(folder / "responses.csv"))
    return Imported(run, project, folder)


@pytest.fixture(scope="session")
def airport(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Nine waves with changing codes, weights in seven of them, and the recommendation in two."""
    return imported("airport", tmp_path_factory.mktemp("airport"))


@pytest.fixture(scope="session")
def airline(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """One large wave without weights and five segmentations."""
    return imported("airline", tmp_path_factory.mktemp("airline"))
