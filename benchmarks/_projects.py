"""The projects that pages are measured with: the sample, one of full size, and many beside it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path
from uuid import UUID

from benchmarks._later_steps import work_through
from benchmarks._people import let_people_in
from benchmarks._phones import take_seats
from benchmarks._room import fill_room
from benchmarks._todos import own_many, own_what_the_sample_plans
from benchmarks._workshop import hold_workshop
from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import SAMPLE, new_project
from storage.store import Store, open_store
from storage.surveys import store_survey
from touchpoints.model import ProjectInput
from touchpoints.statistics import Scale
from touchpoints.survey.result import (
    CountCell,
    Question,
    SegmentationFound,
    SurveyCheck,
    SurveyResult,
    WaveFound,
)

TOUCHPOINTS, PHASES, PROJECTS = 250, 6, 30
WAVES = tuple(str(year) for year in range(2018, 2027))
SEGMENTATIONS = {
    "Age": ("under 25", "25 to 44", "45 to 64", "65 and over"),
    "Region": ("north", "east", "south", "west"),
    "Customer for": ("up to a year", "two to five years", "longer"),
}


def make_sample(folder: Path) -> UUID:
    """An installation with the sample and nothing else; returns the sample's id."""
    store = open_store(Settings(data_folder=folder))
    made = _new(store, "Airport", SAMPLE)
    own_what_the_sample_plans(store, made)
    let_people_in(store, made, is_large=False)
    fill_room(store, made, folder)
    take_seats(store, made, folder)
    store.close()
    return made


def make_large(folder: Path) -> UUID:
    """An installation with thirty projects; returns the id of the one that is full in every corner."""
    store = open_store(Settings(data_folder=folder))
    _new(store, "Airport", SAMPLE)
    for number in range(PROJECTS - 3):
        _new(store, f"Branch {number + 1}", "retail")
    own_many(store, _new(store, "To-dos", "blank"))
    made = _new(store, "Everything", "blank")
    store_survey(store, COMMAND_LINE, made, large_survey())
    hold_workshop(store, made)
    work_through(store, made)
    let_people_in(store, made, is_large=True)
    fill_room(store, made, folder)
    take_seats(store, made, folder)
    store.close()
    return made


def large_survey() -> SurveyResult:
    """Answers about 250 touchpoints in nine waves, by three segmentations; the same at every call."""
    questions = tuple(_question(number) for number in range(TOUCHPOINTS))
    check = SurveyCheck(
        rows_read=len(WAVES) * 3000,
        answers_taken=0,
        left_out=(),
        ignored=(),
        touchpoints=tuple(question.key for question in questions),
        waves=tuple(WaveFound(wave, 3000, is_weighted=False) for wave in WAVES),
        segmentations=tuple(
            SegmentationFound(name, name, tuple((value, 3000) for value in values))
            for name, values in SEGMENTATIONS.items()
        ),
    )
    cells = chain.from_iterable(_cells(question.key) for question in questions)
    return SurveyResult("Everything", check, questions, tuple(cells))


def _new(store: Store, name: str, template: str) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name=name, language="en"), template)


def _question(number: int) -> Question:
    name, phase = f"Touchpoint number {number + 1}", f"Phase {number * PHASES // TOUCHPOINTS + 1}"
    return Question(name, "rating", name, phase, f"How do you rate {name}?", Scale(1, 5, 5))


def _cells(question: str) -> Iterator[CountCell]:
    """So many answers that none is withheld: every figure is drawn."""
    chance = random.Random(question)
    segments = [(name, value) for name, values in SEGMENTATIONS.items() for value in values]
    for wave, point in product(WAVES, range(1, 6)):
        n = {segment: chance.randint(20, 200) for segment in segments}
        yield CountCell(wave, question, None, None, None, None, point, sum(n.values()), None, None)
        for (name, value), count in n.items():
            yield CountCell(wave, question, name, value, None, None, point, count, None, None)
