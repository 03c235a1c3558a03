"""A counted survey is stored whole or not at all; the wave imported again replaces itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID

import pytest
from pydantic import ValidationError

from storage.access import Actor
from storage.answers import list_surveys, read_answers
from storage.intents import CONTENT, MEASUREMENTS, revision_of
from storage.journey import bin_touchpoint, change_touchpoint, list_phases, list_touchpoints
from storage.store import Store
from storage.survey_mappings import columns_key, keep_mapping, kept_mapping
from storage.survey_waves import bin_wave, list_all_waves, list_waves, restore_wave
from storage.surveys import store_survey
from tests.storage._child import import_half
from tests.storage._processes import kill_half_way
from tests.storage._rows import everything, history_of, only_row, row_counts, rows_of
from tests.storage._surveys import (
    DELIVERY,
    HOTLINE,
    RECOMMEND,
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
    Finding,
    FindingKind,
    ImportMapping,
    Question,
    Segmentation,
    SegmentationValue,
    Source,
    Survey,
    Touchpoint,
    Wave,
)
from touchpoints.ratings import rate
from touchpoints.statistics import Scale
from touchpoints.survey.result import Comment, SurveyResult
from touchpoints.survey.result import Question as CountedQuestion

BUSINESS_CLASS, BUSINESS_TRIP = ("Class", "Business"), ("Purpose", "Business")


def answers_per_point(store: Store) -> dict[int, int]:
    """The stored answers of everybody, over all waves."""
    found: dict[int, int] = {}
    for row in rows_of(store, AnswerCount, value_id=None):
        found[row.point] = found.get(row.point, 0) + row.n
    return found


def in_phase(name: str | None) -> CountedQuestion:
    return CountedQuestion("rating:checkout", "rating", "Checkout", name, "Checkout?", Scale(1, 5, 5))


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


def test_comments_become_findings_without_the_answer_and_the_segment_they_came_with(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    comments = [Comment(WAVE, HOTLINE.key, " Nobody\0 answers ")]
    result = counted(count(1, 40), count(1, 40, BUSINESS_CLASS), comments=comments)
    store_survey(store, facilitator, project, result)
    finding = only_row(store, Finding)
    assert (finding.text, finding.source, finding.kind) == ("Nobody answers", Source.CUSTOMER, None)
    assert finding.touchpoint_id == only_row(store, Touchpoint).id


def test_comments_of_a_wave_are_replaced_with_it_and_the_team_s_findings_stay(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for text in ("Nobody answers", "Music too loud"):
        comments = [Comment(WAVE, HOTLINE.key, text)]
        store_survey(store, facilitator, project, counted(count(1, 40), comments=comments))
    with store.writing() as session:
        session.add(Finding(project_id=project, text="We know", source=Source.TEAM))
    store_survey(store, facilitator, project, a_survey())
    assert [finding.text for finding in rows_of(store, Finding)] == ["We know"]


def test_a_comment_that_the_team_has_sorted_is_its_finding_and_stays(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    comments = [Comment(WAVE, HOTLINE.key, text) for text in ("Nobody answers", "Music too loud")]
    store_survey(store, facilitator, project, counted(count(1, 40), comments=comments))
    with store.writing() as session:
        session.merge(only_row(store, Finding, text="Nobody answers")).kind = FindingKind.BARRIER
    store_survey(store, facilitator, project, counted(count(1, 40), comments=comments))
    found = sorted((finding.text, finding.kind) for finding in rows_of(store, Finding))
    assert found == [("Music too loud", None), ("Nobody answers", FindingKind.BARRIER)]


def test_segments_that_no_answer_has_any_more_are_dropped(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for segment in (("Column 7", "1"), ("Class", "Economy")):
        store_survey(store, facilitator, project, counted(count(5, 50), count(5, 30, segment)))
    assert [row.name for row in rows_of(store, Segmentation)] == ["Class"]
    assert [row.label for row in rows_of(store, SegmentationValue)] == ["Economy"]


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
    assert list_all_waves(store, facilitator, project, in_bin=True) == (wave,)
    restore_wave(store, facilitator, project, wave.id)
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


def test_a_touchpoint_that_was_renamed_keeps_its_ratings(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    change_touchpoint(store, facilitator, project, entry.id, entry.version, {"name": "Service line"})
    store_survey(store, facilitator, project, a_survey())
    assert [found.name for found in list_touchpoints(store, facilitator, project)] == ["Service line"]


def test_a_touchpoint_of_the_journey_is_found_whatever_its_capitals(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    shouted = CountedQuestion("rating:loud", "rating", "HOTLINE", None, "Hotline?", Scale(1, 5, 5))
    store_survey(store, facilitator, project, a_survey())
    store_survey(store, facilitator, project, counted(count(3, 9, question=shouted), questions=[shouted]))
    assert [entry.name for entry in list_touchpoints(store, facilitator, project)] == ["Hotline"]


def test_a_new_touchpoint_lands_in_the_phase_that_is_named(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    phase = list_phases(store, facilitator, project)[1]
    checkout = in_phase(phase.name.upper())
    store_survey(store, facilitator, project, counted(count(3, 9, question=checkout), questions=[checkout]))
    (entry,) = list_touchpoints(store, facilitator, project)
    assert (entry.name, entry.phase_id) == ("Checkout", phase.id)


def test_the_phase_says_which_of_two_touchpoints_of_one_name_is_meant(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    phases = [phase.name for phase in list_phases(store, facilitator, project)]
    asked = {"Last": phases[4], "First": phases[1], "Again": phases[4].upper(), "Anywhere": None}
    for name, phase in asked.items():
        question = in_phase(phase)
        store_survey(
            store,
            facilitator,
            project,
            counted(count(5, 9, question=question), questions=[question], name=name),
        )
    entries = list_touchpoints(store, facilitator, project)
    assert [(entry.name, entry.phase) for entry in entries] == [
        ("Checkout", phases[1]),
        ("Checkout", phases[4]),
    ]
    survey = {row.id: row.name for row in rows_of(store, Survey)}
    rated = {survey[row.survey_id]: row.touchpoint_id for row in rows_of(store, Question)}
    first, last = (entry.id for entry in entries)
    assert rated == {"Last": last, "First": first, "Again": last, "Anywhere": first}


def test_a_phase_that_is_missing_is_added_at_the_end(store: Store, facilitator: Actor, project: UUID) -> None:
    checkout = in_phase("Going home")
    store_survey(store, facilitator, project, counted(count(3, 9, question=checkout), questions=[checkout]))
    assert list_phases(store, facilitator, project)[-1].name == "Going home"
    assert list_touchpoints(store, facilitator, project)[0].phase == "Going home"


def test_without_a_phase_a_new_touchpoint_lands_in_the_middle_of_the_journey(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (entry,) = list_touchpoints(store, facilitator, project)
    assert entry.phase_id == list_phases(store, facilitator, project)[3].id


def test_new_touchpoints_come_in_the_order_in_which_they_are_asked(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    cells = [count(3, 9), count(3, 9, question=DELIVERY)]
    store_survey(store, facilitator, project, counted(*cells, questions=[HOTLINE, DELIVERY]))
    assert [entry.name for entry in list_touchpoints(store, facilitator, project)] == ["Hotline", "Delivery"]


def test_a_touchpoint_in_the_bin_is_not_filled_behind_the_team_s_back(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    store_survey(store, facilitator, project, a_survey())
    (old,) = list_touchpoints(store, facilitator, project)
    bin_touchpoint(store, facilitator, project, old.id)
    store_survey(store, facilitator, project, a_survey())
    (new,) = list_touchpoints(store, facilitator, project)
    assert new.id != old.id
    assert only_row(store, Question).touchpoint_id == new.id


def test_a_question_about_no_touchpoint_makes_none(store: Store, facilitator: Actor, project: UUID) -> None:
    result = counted(count(9, 40, question=RECOMMEND), questions=[RECOMMEND])
    store_survey(store, facilitator, project, result)
    assert only_row(store, Question).touchpoint_id is None
    assert list_touchpoints(store, facilitator, project) == ()


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


def test_what_columns_mean_is_kept_for_the_next_file_with_the_same_columns(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    keep_mapping(store, facilitator, project, ["netpro", "wave"], "survey = 'first'")
    assert kept_mapping(store, facilitator, project, ["wave", "netpro"]) == "survey = 'first'"
    assert kept_mapping(store, facilitator, project, ["wave"]) is None


def test_only_the_last_meaning_of_the_same_columns_is_kept(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    for text in ("survey = 'first'", "survey = 'second'"):
        keep_mapping(store, facilitator, project, ["wave"], text)
    assert only_row(store, ImportMapping).mapping == "survey = 'second'"
    assert kept_mapping(store, facilitator, other_project, ["wave"]) is None


def test_columns_are_not_confused_by_how_their_names_join() -> None:
    assert columns_key(["ab", "c"]) != columns_key(["a", "bc"])
