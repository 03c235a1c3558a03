"""Waves that are thrown into the bin, and come back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor
from storage.answers import list_surveys, read_answers
from storage.coach import read_coach_facts
from storage.intents import VersionConflict
from storage.store import Store
from storage.survey_waves import (
    bin_wave,
    change_survey,
    date_wave,
    list_all_waves,
    list_survey_entries,
    list_waves,
    restore_wave,
)
from storage.surveys import store_survey
from tests.storage._rows import answers_per_point
from tests.storage._surveys import (
    SURVEY,
    a_survey,
)
from touchpoints.model import Origin
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
    assert [one.id for one in list_all_waves(store, facilitator, project)] == [wave.id]
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


def test_who_was_asked_by_whom_and_when_is_said_afterwards(
    store: Store, facilitator: Actor, project: UUID, today: date
) -> None:
    where = (store, facilitator, project)
    store_survey(*where, a_survey())
    [survey], [wave] = list_survey_entries(*where), list_all_waves(*where)
    change_survey(*where, survey.id, survey.version, {"source": "Guests, by us", "origin": Origin.BOUGHT})
    date_wave(*where, wave.id, wave.version, {"starts_on": date(2025, 5, 1)})
    [said] = list_survey_entries(*where)
    assert (said.source, said.origin) == ("Guests, by us", Origin.BOUGHT)
    [fact] = read_coach_facts(*where, today).surveys
    assert (fact.has_source, fact.has_dates, fact.is_bought) == (True, True, True)


def test_two_who_say_it_at_once_lose_nothing(store: Store, facilitator: Actor, project: UUID) -> None:
    where = (store, facilitator, project)
    store_survey(*where, a_survey())
    [survey], [wave] = list_survey_entries(*where), list_all_waves(*where)
    change_survey(*where, survey.id, survey.version, {"source": "Guests"})
    date_wave(*where, wave.id, wave.version, {"starts_on": date(2025, 5, 1)})
    with pytest.raises(VersionConflict):
        change_survey(*where, survey.id, survey.version, {"source": "Travellers"})
    with pytest.raises(VersionConflict):
        date_wave(*where, wave.id, wave.version, {"starts_on": None})
