"""Importing the airline survey from the command line, against a script that only reads and counts it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks._figures import Figure
from benchmarks._processes import usual_uses
from benchmarks._surveys import AIRLINE_MAPPING, airline_survey

HERE = Path(__file__).parent


def measure() -> Iterator[Figure]:
    """Seconds, their ratio, and the memory of parent and child."""
    survey = str(airline_survey())
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TOUCHPOINTS_DATA_FOLDER": folder, "TOUCHPOINTS_DATABASE_URL": ""}
        options = ["--project", _new_project(environment), "--mapping", str(AIRLINE_MAPPING), survey]
        counting = [sys.executable, str(HERE / "_count_with_pandas.py"), survey]
        importing = [sys.executable, "-m", "storage", "import-survey", *options]
        plain, used = usual_uses([counting, importing], environment)
    yield Figure("Import of 129,880 rows, whole process", used.seconds, "s")
    yield Figure("The same against a script that only counts", used.seconds / plain.seconds, "×", at_most=3)
    yield Figure("Its peak memory, parent and child", used.megabytes, "MB", at_most=600)


def _new_project(environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", "storage", "new-project", "--name", "Benchmark", "--language", "en"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()
