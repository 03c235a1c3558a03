"""A counted survey is stored whole or not at all; the wave imported again replaces itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID

import pytest
from pydantic import ValidationError

from storage.access import Actor
from storage.answers import list_surveys
from storage.journey import list_touchpoints
from storage.revisions import CONTENT, MEASUREMENTS
from storage.store import Store
from storage.survey_waves import list_waves
from storage.surveys import store_survey
from tests._stored import revision_of
from tests.storage._child import import_half
from tests.storage._processes import kill_half_way
from tests.storage._rows import answers_per_point, everything, history_of, only_row, row_counts, rows_of
from tests.storage._surveys import (
    DELIVERY,
    HOTLINE,
    SURVEY,
    WAVE,
    a_survey,
    count,
    counted,
    mean,
)
from touchpoints.model import (
    AnswerCount,
    AnswerMean,
    Question,
    Segmentation,
    SegmentationValue,
    Survey,
    Wave,
)
from touchpoints.statistics import Scale
from touchpoints.survey.result import Comment, SurveyResult
from touchpoints.survey.result import Question as CountedQuestion

BUSINESS_CLASS, BUSINESS_TRIP = ("Class", "Business"), ("Purpose", "Business")


def test_a_survey_is_stored_with_its_wave_its_question_and_its_counts(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    id_ = store_survey(store, facilitator, project, a_survey(), source="Phone interviews")
    survey = only_row(store, Survey)
    wave = only_row(store, Wave)
    question = only_row(store, Question)
    assert (survey.id, survey.name, survey.source) == (id_, SURVEY, "Phone interviews")
    assert (wave.label, wave.starts_on, wave.rows_read) == (WAVE, date(2025, 1, 1), 10)
    assert (question.text, question.kind, question.low, question.high) == (HOTLINE.text, "rating", 1, 5)
    assert answers_per_point(store) == {5: 40, 1: 10}


def test_the_history_tells_of_the_import(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, a_survey())
    told = {(entity, kind): after for entity, kind, _, after in history_of(store, "import survey")}
    assert told["Wave", "imported"] == {"survey": SURVEY, "wave": WAVE, "rows": 10}
    assert set(told) == {("Survey", "added"), ("Wave", "imported"), ("Touchpoint", "added")}


def test_an_import_raises_the_revisions_of_measurements_and_content(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    content = revision_of(store, facilitator, project, CONTENT)
    store_survey(store, facilitator, project, a_survey())
    assert revision_of(store, facilitator, project, MEASUREMENTS) == 1
    assert revision_of(store, facilitator, project, CONTENT) == content + 1


def test_the_wave_imported_again_replaces_itself(store: Store, facilitator: Actor, project: UUID) -> None:
    first = store_survey(store, facilitator, project, a_survey(n=40))
    before = row_counts(store)
    assert store_survey(store, facilitator, project, a_survey(n=25)) == first
    assert answers_per_point(store) == {5: 25, 1: 10}
    after = row_counts(store)
    assert {name for name in after if after[name] != before[name]} == {"history_entry"}


def test_another_wave_stands_beside_the_first(store: Store, facilitator: Actor, project: UUID) -> None:
    for wave in ("2025", "2024"):
        store_survey(store, facilitator, project, a_survey(wave=wave))
    assert answers_per_point(store) == {5: 80, 1: 20}
    waves = list_waves(store, facilitator, project, SURVEY)
    assert [(wave.label, wave.rows) for wave in waves] == [("2024", 10), ("2025", 10)]
    assert len(rows_of(store, Question)) == 1


def test_importing_one_wave_again_leaves_the_others_alone(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for result in (a_survey(wave="2024"), a_survey(wave="2025"), a_survey(n=1, wave="2025")):
        store_survey(store, facilitator, project, result)
    assert answers_per_point(store) == {5: 41, 1: 20}


def test_the_same_wave_imported_by_two_at_once_is_there_once(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for _ in range(3):  # once new, and twice over what is already there
        together = Barrier(2, timeout=30)

        def import_it(_: int, together: Barrier = together) -> None:
            together.wait()
            store_survey(store, facilitator, project, a_survey())

        with ThreadPoolExecutor(2) as threads:
            list(threads.map(import_it, range(2)))
        assert answers_per_point(store) == {5: 40, 1: 10}
        assert len(list_touchpoints(store, facilitator, project)) == 1


def test_an_import_sent_twice_is_stored_once(store: Store, facilitator: Actor, project: UUID) -> None:
    sent = facilitator.once()
    first = store_survey(store, sent, project, a_survey())
    assert store_survey(store, sent, project, a_survey()) == first
    assert len([kind for _, kind, *_ in history_of(store, "import survey") if kind == "imported"]) == 1


def test_two_projects_may_have_surveys_of_the_same_name(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    for id_ in (project, other_project):
        store_survey(store, facilitator, id_, a_survey())
    assert len(rows_of(store, Survey, name=SURVEY)) == 2
    assert len(list_touchpoints(store, facilitator, project)) == 1


def test_business_may_be_a_value_of_two_segmentations(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    result = counted(count(5, 50), count(5, 20, BUSINESS_CLASS), count(5, 30, BUSINESS_TRIP))
    store_survey(store, facilitator, project, result)
    values = {
        value.id: value.segmentation_id for value in rows_of(store, SegmentationValue, label="Business")
    }
    names = {row.id: row.name for row in rows_of(store, Segmentation)}
    counts = {row.value_id: row.n for row in rows_of(store, AnswerCount) if row.value_id}
    assert {names[values[id_]]: n for id_, n in counts.items()} == {"Class": 20, "Purpose": 30}


def test_a_declared_pair_is_stored_with_both_its_values(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    result = counted(count(5, 50), count(5, 12, BUSINESS_CLASS, pair=BUSINESS_TRIP))
    store_survey(store, facilitator, project, result)
    (pair,) = [row for row in rows_of(store, AnswerCount) if row.pair_value_id]
    assert (pair.n, pair.value_id == pair.pair_value_id) == (12, False)


def test_weights_are_stored_where_the_wave_has_them(store: Store, facilitator: Actor, project: UUID) -> None:
    result = counted(count(5, 40, weights=(44.5, 51.25)), count(5, 30, wave="2024"))
    store_survey(store, facilitator, project, result)
    stored = {(row.n, row.sum_w, row.sum_w2) for row in rows_of(store, AnswerCount)}
    assert stored == {(40, 44.5, 51.25), (30, None, None)}


def test_means_without_their_answers_are_kept_apart_from_counts(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, counted(means=[mean(3.9, 120)]))
    store_survey(store, facilitator, project, counted(means=[mean(4.1, 120)]))
    found = only_row(store, AnswerMean)
    assert (found.n, found.mean, found.sd) == (120, 4.1, None)
    assert rows_of(store, AnswerCount) == []


def test_a_question_that_no_wave_asks_any_more_is_dropped_and_its_touchpoint_stays(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    wrong = CountedQuestion("rating:on-ten", "rating", "Hotline", None, HOTLINE.text, Scale(1, 10, 10))
    store_survey(store, facilitator, project, counted(count(5, 40, question=wrong), questions=[wrong]))
    store_survey(store, facilitator, project, a_survey())
    assert only_row(store, Question).key == HOTLINE.key
    assert [entry.name for entry in list_touchpoints(store, facilitator, project)] == ["Hotline"]


def test_a_question_that_an_older_wave_still_asks_stays(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey(wave="2024"))
    later = counted(count(4, 30, question=DELIVERY), questions=[DELIVERY])
    store_survey(store, facilitator, project, later)
    assert {row.key for row in rows_of(store, Question)} == {HOTLINE.key, DELIVERY.key}


def test_segments_that_no_answer_has_any_more_are_dropped(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for segment in (("Column 7", "1"), ("Class", "Economy")):
        store_survey(store, facilitator, project, counted(count(5, 50), count(5, 30, segment)))
    assert [row.name for row in rows_of(store, Segmentation)] == ["Class"]
    assert [row.label for row in rows_of(store, SegmentationValue)] == ["Economy"]


def test_a_source_is_kept_until_another_is_said(store: Store, facilitator: Actor, project: UUID) -> None:
    for source in ("Phone", "", "Web"):
        store_survey(store, facilitator, project, a_survey(), source=source)
    (facts,) = list_surveys(store, facilitator, project)
    assert (facts.name, facts.source, facts.rows) == (SURVEY, "Web", 10)
    changes = [before for entity, kind, before, _ in history_of(store, "import survey") if kind == "changed"]
    assert changes == [{"source": "Phone"}]


def refused(result: SurveyResult) -> object:
    return pytest.param(result, id=result.survey[:10] or "no name")


@pytest.mark.parametrize(
    "result",
    [
        refused(counted(count(5, 40), name="")),
        refused(counted(count(5, 40), name="x" * 121)),
        refused(counted(count(5, 40), comments=[Comment(WAVE, HOTLINE.key, "x" * 2001)])),
    ],
)
def test_what_the_database_cannot_hold_is_refused_and_nothing_stored(
    store: Store, facilitator: Actor, project: UUID, result: SurveyResult
) -> None:
    before = row_counts(store)
    with pytest.raises(ValidationError):
        store_survey(store, facilitator, project, result)
    assert row_counts(store) == before


def test_an_import_that_is_killed_half_way_leaves_nothing(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    before = row_counts(store)
    kill_half_way(import_half, store.settings, project)
    assert row_counts(store) == before
    store_survey(store, facilitator, project, a_survey())
    assert answers_per_point(store) == {5: 40, 1: 10}


def test_a_wave_whose_new_import_is_killed_half_way_stays_as_it_was(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey(n=40))
    kill_half_way(import_half, store.settings, project)
    assert answers_per_point(store) == {5: 40, 1: 10}


def test_no_respondent_is_stored(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, a_survey(n=100_000))
    assert len(rows_of(store, AnswerCount)) == 2
    assert "100000" in set(everything(store))
