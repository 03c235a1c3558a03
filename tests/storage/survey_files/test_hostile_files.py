"""Hostile survey files: a real child answers each kind with one sentence, in time and within the memory."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.storage.survey_files._measured import Outcome, read_measured
from tests.storage.survey_files.hostile import FITS, KINDS, Kind

MOST_SECONDS = 10
MOST_MEGABYTES = 512


def make_and_read(kind: Kind, folder: Path) -> Outcome:
    path = folder / f"{kind.name}{kind.suffix}"
    kind.make(path, full=False)
    outcome = read_measured(path)
    path.unlink()
    return outcome


@pytest.fixture(scope="module")
def outcome_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Kind], Outcome]:
    """What came of each kind; two are read at a time, so that starting the children takes half as long."""
    folder = tmp_path_factory.mktemp("hostile")
    with ThreadPoolExecutor(2) as pool:
        futures: dict[str, Future[Outcome]] = {
            kind.name: pool.submit(make_and_read, kind, folder) for kind in KINDS
        }
        yield lambda kind: futures[kind.name].result()
    assert not list(folder.iterdir()), "reading left something behind"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_answers_with_one_sentence_in_time_and_within_the_memory(
    kind: Kind, outcome_of: Callable[[Kind], Outcome]
) -> None:
    outcome = outcome_of(kind)
    assert outcome.error in kind.errors, outcome.sentence
    # The processor's seconds: by the clock a busy machine would fail, and the time limit holds there anyway.
    assert outcome.processor < MOST_SECONDS
    assert outcome.child < MOST_MEGABYTES


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if FITS not in kind.errors], ids=lambda kind: kind.name
)
def test_the_sentence_stands_alone(kind: Kind, outcome_of: Callable[[Kind], Outcome]) -> None:
    sentence = outcome_of(kind).sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert not set("{}") & set(sentence), "a value is missing"
    assert "Error" not in sentence


def test_there_are_enough_kinds() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 40
