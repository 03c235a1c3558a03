"""Waves that are thrown into the bin, and come back."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.answers import list_surveys, read_answers
from storage.store import Store
from storage.survey_waves import bin_wave, list_all_waves, list_waves, restore_wave
from storage.surveys import store_survey
from tests.storage._rows import answers_per_point
from tests.storage._surveys import (
    SURVEY,
    a_survey,
)
from touchpoints.ratings import rate


def test_a_wave_in_the_bin_is_not_shown_and_comes_back_whole(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (wave,) = list_all_waves(store, facilitator, project)
    bin_wave(store, facilitator, project, wave.id)
    answers = read_answers(store, facilitator, project)
    assert (answers.waves, answers.rows) == ((), ())
    assert list_surveys(store, facilitator, project) == ()
    assert list_waves(store, facilitator, project, SURVEY) == ()
    assert list_all_waves(store, facilitator, project) == ()
    restore_wave(store, facilitator, project, wave.id)
    assert list_all_waves(store, facilitator, project) == (wave,)
    assert {(row.point, row.n) for row in read_answers(store, facilitator, project).rows} == {
        (5, 40),
        (1, 10),
    }


def test_a_wave_in_the_bin_is_in_no_rating_and_in_no_sum(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for wave in ("2024", "2025"):
        store_survey(store, facilitator, project, a_survey(wave=wave))
    first, _ = list_all_waves(store, facilitator, project)
    bin_wave(store, facilitator, project, first.id)
    answers = read_answers(store, facilitator, project)
    ratings = rate(answers, is_pooled=False)
    assert [(rating.wave, rating.n) for rating in ratings] == [("2025", 50)]
    assert [survey.rows for survey in list_surveys(store, facilitator, project)] == [10]


def test_a_wave_in_the_bin_that_is_imported_again_is_there_again(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    bin_wave(store, facilitator, project, list_all_waves(store, facilitator, project)[0].id)
    store_survey(store, facilitator, project, a_survey(n=25))
    assert answers_per_point(store) == {5: 25, 1: 10}
    assert len(list_waves(store, facilitator, project, SURVEY)) == 1
