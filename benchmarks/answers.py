"""Whether a page costs more where more people answered: the airline survey against a hundredth of it."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

from benchmarks._figures import Figure
from benchmarks._server import TOOL, running
from benchmarks._session import Session, take_turns
from benchmarks._surveys import AIRLINE_MAPPING, airline_survey
from benchmarks._views import View, views
from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import new_project
from storage.store import Store, open_store
from storage.survey_files import count
from storage.surveys import store_survey
from touchpoints.model import ProjectInput

RUNS = 100
LEFT_IN = 100
AT_MOST = 1.3


def measure() -> Iterator[Figure]:
    """Each page about the whole survey, as a multiple of the same page about every hundredth answer."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        every, few = _make_projects(folder)
        server = opened.enter_context(running(TOOL, folder))
        # One wave has no trend.
        wanted = [view for view in views("Class", projects=2) if "trend" not in view.name]
        pairs = [
            (view, *(opened.enter_context(view.open(server, project)) for project in (every, few)))
            for view in wanted
        ]
        take_turns([tab for _, *tabs in pairs for tab in tabs], RUNS)
        yield from (_figure(view, all_, some) for view, all_, some in pairs)


def _figure(view: View, every: Session, few: Session) -> Figure:
    return Figure(
        f"{view.name}: 129,880 answers against 1,299",
        every.milliseconds / few.milliseconds,
        "×",
        at_most=AT_MOST,
        beside=f"{every.milliseconds:.1f} ms",
    )


def _make_projects(folder: Path) -> tuple[UUID, UUID]:
    survey, part = airline_survey(), folder / "part.csv"
    header, *rows = survey.read_text(encoding="utf-8").splitlines()
    part.write_text("\n".join([header, *rows[::LEFT_IN]]), encoding="utf-8")
    store = open_store(Settings(data_folder=folder))
    made = _import(store, survey), _import(store, part)
    store.close()
    return made


def _import(store: Store, file: Path) -> UUID:
    mapping = tomllib.loads(AIRLINE_MAPPING.read_text(encoding="utf-8"))
    project = new_project(store, COMMAND_LINE, ProjectInput(name=file.stem, language="en"))
    store_survey(store, COMMAND_LINE, project, count(file, mapping))
    return project
