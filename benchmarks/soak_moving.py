"""Moves a million answers and nasty texts from SQLite to PostgreSQL and back: every value is the same.

`python -m benchmarks.soak_moving [ANSWERS]`; prints what differs, and exits with 1 where anything does.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

from storage.access import COMMAND_LINE
from storage.backup import make_backup
from storage.configuration import Settings
from storage.projects import new_project
from storage.restore import restore
from storage.soundness import check_soundness
from storage.store import Store, open_store
from storage.surveys import store_survey
from tests._databases import Databases, PostgresqlDatabases, SqliteDatabases
from tests._hostile_texts import ALL_HOSTILE, as_kept
from tests.storage.project_file._filled import fill
from touchpoints.model import ENTITIES, ProjectInput
from touchpoints.statistics import Scale
from touchpoints.survey.result import (
    Comment,
    CountCell,
    Question,
    SegmentationFound,
    SurveyCheck,
    SurveyResult,
    WaveFound,
)

ANSWERS = 1_000_000
_SEED = 20_260_302
_QUESTIONS, _SEGMENTS, _WAVES = 200, 12, tuple(str(year) for year in range(2016, 2026))
_POINTS = (1, 2, 3, 4, 5)
# One in so many answers has something written behind it.
_COMMENTED = 50
_LONGEST = 80
_CHUNK = 5_000

# Of each table the number of its rows, and a sum over them that no order changes.
Told = dict[str, tuple[int, int]]


def nasty_survey(answers: int) -> SurveyResult:
    """So many answers, the same at every call, about touchpoints and of segments with names that hurt."""
    chance = random.Random(_SEED)
    names = [f"{number} {as_kept(_nasty(number))}"[:_LONGEST].strip() for number in range(_QUESTIONS)]
    questions = [
        Question(f"rating:{number}", "rating", name, None, name, Scale(1, 5, 5))
        for number, name in enumerate(names)
    ]
    segments = names[:_SEGMENTS]
    counted: Counter[tuple[str, str, str | None, int]] = Counter()
    comments = []
    for number in range(answers):
        wave, question = chance.choice(_WAVES), chance.choice(questions).key
        point, segment = chance.choice(_POINTS), chance.choice(segments)
        counted[wave, question, None, point] += 1
        counted[wave, question, segment, point] += 1
        if number % _COMMENTED == 0:
            comments.append(
                Comment(wave, question, f"{number} {as_kept(_nasty(chance.randrange(1_000)))}"[:500])
            )
    cells = tuple(
        CountCell(wave, question, segment and "Kind", segment, None, None, point, n, None, None)
        for (wave, question, segment, point), n in counted.items()
    )
    return SurveyResult(
        "Customers", _check(answers, names, segments), tuple(questions), cells, (), tuple(comments)
    )


def _nasty(number: int) -> str:
    return ALL_HOSTILE[number % len(ALL_HOSTILE)]


def _check(answers: int, names: list[str], segments: list[str]) -> SurveyCheck:
    values = tuple((segment, answers // len(segments)) for segment in segments)
    return SurveyCheck(
        rows_read=answers,
        answers_taken=answers,
        left_out=(),
        ignored=(),
        touchpoints=tuple(names),
        waves=tuple(
            WaveFound(wave, answers, is_weighted=False, starts=date(int(wave), 1, 1)) for wave in _WAVES
        ),
        segmentations=(SegmentationFound("Kind", "Kind", values),),
    )


def move(sqlite: Databases, postgresql: Databases, answers: int) -> list[str]:
    """The tables that are not the same after either move, and faults of the files; none where all is well."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        first = opened.enter_context(_opened(sqlite, folder))
        project = new_project(first, COMMAND_LINE, ProjectInput(name="Bakery", language="en"), "retail")
        fill(first, project)
        store_survey(first, COMMAND_LINE, project, nasty_survey(answers))
        before, differing, here = told(first), [], first
        for step, there in (("to PostgreSQL", postgresql), ("back to SQLite", sqlite)):
            copy = folder / step
            make_backup(here, COMMAND_LINE, copy, is_portable=True)
            here = opened.enter_context(_opened(there, folder, copy))
            after = told(here)
            differing += [f"{table}, {step}" for table in before if before[table] != after[table]]
            differing += [f"{fault}, {step}" for fault in check_soundness(here, COMMAND_LINE).faults]
        if _answers_in(here) < answers:
            differing.append("answers are missing")
    return differing


@contextmanager
def _opened(databases: Databases, folder: Path, copy: Path | None = None) -> Iterator[Store]:
    """A database of its own, with what a copy holds."""
    with databases.empty() as url:
        settings = Settings(database_url=url, data_folder=folder)
        if copy is not None:
            restore(settings, copy)
        store = open_store(settings)
        try:
            yield store
        finally:
            store.close()


def told(store: Store) -> Told:
    """Every value of every row of every table in a few numbers: a million rows are compared in no memory."""
    found: Told = {}
    with store.unchecked() as session:
        for table in ENTITIES.metadata.sorted_tables:
            rows = total = 0
            query = session.connection().execution_options(yield_per=_CHUNK).execute(select(table))
            for row in query.mappings():
                rows, total = rows + 1, total + _number(row)
            found[table.name] = (rows, total)
    return found


def _number(row: Mapping[Any, Any]) -> int:
    values = [
        (str(name), value.normalize() if isinstance(value, Decimal) else value) for name, value in row.items()
    ]
    return int.from_bytes(sha256(repr(values).encode("utf-8", "surrogatepass")).digest())


def _answers_in(store: Store) -> int:
    """The answers of everybody, over all waves."""
    table = ENTITIES.metadata.tables["answer_count"]
    with store.unchecked() as session:
        rows = session.connection().execute(select(table.c.n).where(table.c.value_id.is_(None)))
        return sum(n for (n,) in rows)


def main(answers: int = ANSWERS) -> int:
    """Move them there and back; prints what differs, and gives how much that is."""
    with SqliteDatabases() as sqlite, PostgresqlDatabases() as postgresql:
        differing = move(sqlite, postgresql, answers)
    print(f"{answers} answers moved to PostgreSQL and back: {len(differing)} differences", flush=True)
    for one in differing:
        print(f"  {one}", flush=True)
    return len(differing)


if __name__ == "__main__":
    sys.exit(1 if main(*map(int, sys.argv[1:])) else 0)
