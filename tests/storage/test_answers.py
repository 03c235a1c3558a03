"""Answers come back as counts, overall and by one segmentation, and rate as the reference says."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.answers import UnknownSegmentation, list_segmentations, list_surveys, read_answers
from storage.journey import bin_touchpoint, list_touchpoints
from storage.store import Store
from storage.surveys import store_survey
from tests.storage._surveys import HOTLINE, RECOMMEND, SURVEY, a_survey, count, counted, mean
from tests.storage.conftest import Opened
from touchpoints.ratings import Rating, rate
from touchpoints.statistics import PointCounts, Scale, mean_rating, nps, weighted_mean, weighted_nps


def ratings_of(sample: Opened, text: str, by: str | None = None, *, is_pooled: bool = False) -> list[Rating]:
    answers = read_answers(sample.store, sample.actor, sample.project, by)
    found = [rating for rating in rate(answers, is_pooled=is_pooled) if text in rating.question.kind]
    return [rating for rating in found if rating.counts is not None]


def nps_counts(sample: Opened, wave: str) -> PointCounts:
    (counts,) = [rating.counts for rating in ratings_of(sample, "nps") if rating.wave == wave]
    assert counts is not None
    return counts


def test_the_sample_rates_as_its_reference(sample: Opened) -> None:
    counts = [nps_counts(sample, wave) for wave in ("2017", "2018")]
    assert [round(nps(each).score, 3) for each in counts] == [39.840, 30.981]
    weighted = [weighted_nps(each) for each in counts]
    assert [score and round(score.score, 3) for score in weighted] == [40.398, 35.114]


@pytest.mark.parametrize(
    ("touchpoint", "wave", "n", "mean", "weighted"),
    [
        ("Artwork and exhibitions", "2010", 2379, 3.8045, 3.7937),
        ("Restaurants and snack bars", "2016", 2680, 3.6313, 3.6892),
        ("Cleanliness of the toilets", "2018", 2589, 4.0120, 4.0444),
    ],
)
def test_its_touchpoints_rate_as_their_reference(
    sample: Opened, touchpoint: str, wave: str, n: int, mean: float, weighted: float
) -> None:
    found = {(r.question.touchpoint, r.wave): r.counts for r in ratings_of(sample, "rating")}
    counts = found[touchpoint, wave]
    assert counts is not None
    value = weighted_mean(counts)
    assert (counts.total, round(mean_rating(counts, Scale(1, 5, 5)).value, 4)) == (n, mean)
    assert value is not None
    assert round(value.value, 4) == weighted


def test_the_sample_has_a_line_for_each_value_of_a_segmentation(sample: Opened) -> None:
    (first, *_) = list_segmentations(sample.store, sample.actor, sample.project)
    answers = read_answers(sample.store, sample.actor, sample.project, first)
    assert len(answers.values) > 1
    assert {row.value for row in answers.rows} == {None, *answers.values}


def test_waves_come_in_the_order_of_time(store: Store, facilitator: Actor, project: UUID) -> None:
    for wave in ("2025", "Pilot", "2023", "Second pilot"):
        store_survey(store, facilitator, project, a_survey(wave=wave))
    answers = read_answers(store, facilitator, project)
    assert [wave.label for wave in answers.waves_of(SURVEY)] == ["Pilot", "Second pilot", "2023", "2025"]


def test_waves_of_two_surveys_come_in_one_order_of_time(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for name, wave in (("Airport", "2018"), ("Shops", "2016"), ("Airport", "2014"), ("Shops", "2020")):
        store_survey(store, facilitator, project, counted(count(5, 40, wave=wave), name=name))
    waves = read_answers(store, facilitator, project).waves
    assert [wave.label for wave in waves] == ["2014", "2016", "2018", "2020"]


def test_numbered_waves_come_in_the_order_of_their_numbers(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    for wave in ("Wave 10", "Wave 2"):
        store_survey(store, facilitator, project, a_survey(wave=wave))
    waves = read_answers(store, facilitator, project).waves
    assert [wave.label for wave in waves] == ["Wave 2", "Wave 10"]


def test_a_segmentation_brings_its_values_beside_everybody(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    cells = [count(5, 50), count(5, 30, ("Class", "Economy")), count(5, 20, ("Class", "Business"))]
    cells.append(count(5, 11, ("Class", "Business"), pair=("Age", "Young")))
    cells.append(count(5, 25, ("Age", "Young")))
    store_survey(store, facilitator, project, counted(*cells))
    answers = read_answers(store, facilitator, project, "Class")
    assert answers.values == ("Economy", "Business")
    assert {(row.value, row.n) for row in answers.rows} == {(None, 50), ("Economy", 30), ("Business", 20)}


def test_without_one_there_is_everybody_alone(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, counted(count(5, 50), count(5, 30, ("Class", "Economy"))))
    answers = read_answers(store, facilitator, project)
    assert (answers.segmentation, answers.values) == (None, ())
    assert [(row.value, row.n) for row in answers.rows] == [(None, 50)]


def test_an_unknown_segmentation_is_named_with_those_there_are(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    with pytest.raises(UnknownSegmentation) as refusal:
        read_answers(store, facilitator, project, "Age")
    assert "Available: -." in str(refusal.value)
    store_survey(store, facilitator, project, counted(count(5, 50), count(5, 30, ("Class", "Economy"))))
    with pytest.raises(UnknownSegmentation) as refusal:
        read_answers(store, facilitator, project, "Age")
    assert "There is no segmentation Age in this project. Available: Class." in str(refusal.value)


def test_means_alone_rate_without_counts(store: Store, facilitator: Actor, project: UUID) -> None:
    store_survey(store, facilitator, project, counted(means=[mean(3.9, 120)]))
    (rating,) = rate(read_answers(store, facilitator, project), is_pooled=False)
    assert (rating.counts, rating.n) == (None, 120)
    assert rating.mean is not None
    assert rating.mean.mean == 3.9


def test_answers_about_a_touchpoint_in_the_bin_are_not_shown(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    cells = [count(5, 50), count(9, 40, question=RECOMMEND)]
    store_survey(store, facilitator, project, counted(*cells, questions=[HOTLINE, RECOMMEND]))
    bin_touchpoint(store, facilitator, project, list_touchpoints(store, facilitator, project)[0].id)
    answers = read_answers(store, facilitator, project)
    assert [question.kind for question in answers.questions] == ["nps"]
    assert [rating.question.kind for rating in rate(answers, is_pooled=False)] == ["nps"]


def test_the_answers_of_another_project_are_not_seen(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    store_survey(store, facilitator, project, counted(count(5, 50), count(5, 30, ("Class", "Economy"))))
    answers = read_answers(store, facilitator, other_project)
    assert (answers.questions, answers.waves, answers.rows) == ((), (), ())
    assert list_segmentations(store, facilitator, other_project) == ()
    assert list_surveys(store, facilitator, other_project) == ()
