"""Ratings come per question, wave and segment, pooled where that is asked, withheld where they must be."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean, stdev

import pytest

from touchpoints.ratings import (
    AnswerRow,
    Answers,
    AskedQuestion,
    MeanRow,
    Rating,
    SurveyWave,
    point_counts,
    rate,
)
from touchpoints.statistics import Scale, mean_rating

SCALE = Scale(1, 5, 5)
HOTLINE = AskedQuestion("q1", "Customers", "rating", "t1", "Hotline", "The hotline?", SCALE)
RECOMMEND = AskedQuestion("q2", "Customers", "nps", None, None, "Recommend?", Scale(0, 10, 10))
WAVES = (SurveyWave("w1", "Customers", "2024"), SurveyWave("w2", "Customers", "2025"))


def row(point: int, n: int, *, wave: str = "w1", value: str | None = None, question: str = "q1") -> AnswerRow:
    return AnswerRow(question, wave, value, point, n, None, None)


def answers(
    rows: Iterable[AnswerRow],
    means: Iterable[MeanRow] = (),
    values: tuple[str, ...] = (),
    questions: tuple[AskedQuestion, ...] = (HOTLINE,),
) -> Answers:
    by = "Class" if values else None
    return Answers(questions, WAVES, tuple(rows), tuple(means), by, values)


def rated(given: Answers, *, is_pooled: bool = False) -> list[Rating]:
    return list(rate(given, is_pooled=is_pooled))


def ns(ratings: Iterable[Rating]) -> dict[tuple[str | None, str | None], int | None]:
    return {(rating.wave, rating.value): rating.n for rating in ratings}


def test_a_question_is_rated_once_for_each_wave() -> None:
    first, second = rated(answers([row(5, 40), row(1, 10), row(4, 20, wave="w2")]))
    assert (first.wave, first.n, second.wave, second.n) == ("2024", 50, "2025", 20)
    assert first.counts is not None
    assert mean_rating(first.counts, SCALE).value == pytest.approx(4.2)


def test_everybody_comes_first_and_then_the_segments_in_their_order() -> None:
    rows = [row(5, 60), row(5, 40, value="Economy"), row(5, 20, value="Business")]
    found = rated(answers(rows, values=("Economy", "Business")))
    assert [(r.segmentation, r.value, r.n) for r in found] == [
        (None, None, 60),
        ("Class", "Economy", 40),
        ("Class", "Business", 20),
    ]


def test_pooled_there_is_one_rating_over_all_waves() -> None:
    (pooled,) = rated(answers([row(5, 40), row(5, 20, wave="w2"), row(1, 20, wave="w2")]), is_pooled=True)
    assert (pooled.wave, pooled.n) == (None, 80)
    assert pooled.counts is not None
    assert dict(pooled.counts.n) == {5: 60, 1: 20}


def test_a_wave_without_answers_has_no_rating() -> None:
    assert ns(rated(answers([row(5, 40, wave="w2")]))) == {("2025", None): 40}
    assert rated(answers([])) == []


def test_questions_keep_their_order() -> None:
    rows = [row(9, 30, question="q2"), row(5, 30)]
    found = rated(answers(rows, questions=(HOTLINE, RECOMMEND)))
    assert [rating.question.kind for rating in found] == ["rating", "nps"]


def test_under_five_answers_nothing_is_said() -> None:
    (rating,) = rated(answers([row(5, 4)]))
    assert rating.is_withheld
    assert (rating.n, rating.counts, rating.mean) == (None, None, None)


def test_five_are_enough() -> None:
    (rating,) = rated(answers([row(5, 5)]))
    assert (rating.is_withheld, rating.n) == (False, 5)


def test_a_small_segment_takes_another_along_so_that_nobody_can_subtract() -> None:
    rows = [row(5, 63), row(5, 40, value="Economy"), row(5, 20, value="Business"), row(5, 3, value="First")]
    found = rated(answers(rows, values=("Economy", "Business", "First")))
    assert {rating.value for rating in found if rating.is_withheld} == {"First", "Business"}
    assert ns(found)["2024", None] == 63


def test_a_small_wave_cannot_be_found_from_the_pooled_figure() -> None:
    given = answers([row(5, 40), row(5, 30, wave="w2"), row(1, 3, wave="w2", question="q2")])
    assert ns(rated(given, is_pooled=True)) == {(None, None): 70}
    small = answers([row(5, 40), row(5, 3, wave="w2")])
    shown = [rating for is_pooled in (False, True) for rating in rated(small, is_pooled=is_pooled)]
    assert [rating.n for rating in shown if not rating.is_withheld] != [40, 43]


def test_weights_are_used_only_where_every_point_has_them() -> None:
    weighted = point_counts([AnswerRow("q1", "w1", None, 5, 40, 44.5, 50.0)])
    assert weighted.is_weighted
    mixed = point_counts([AnswerRow("q1", "w1", None, 5, 40, 44.5, 50.0), row(1, 10)])
    assert not mixed.is_weighted
    assert mixed.total == 50


def test_a_pool_of_weighted_and_unweighted_waves_is_unweighted() -> None:
    rows = [AnswerRow("q1", "w1", None, 5, 40, 44.5, 50.0), row(5, 20, wave="w2")]
    (pooled,) = rated(answers(rows), is_pooled=True)
    assert pooled.counts is not None
    assert (pooled.counts.is_weighted, pooled.n) == (False, 60)
    assert pooled.waves_without_weights == ("2025",)


def test_no_wave_is_named_where_all_carry_weights_or_none_does() -> None:
    all_weighted = [AnswerRow("q1", wave, None, 5, 40, 44.5, 50.0) for wave in ("w1", "w2")]
    none_weighted = [row(5, 40), row(5, 20, wave="w2")]
    for rows in (all_weighted, none_weighted):
        (pooled,) = rated(answers(rows), is_pooled=True)
        assert pooled.waves_without_weights == ()


def test_a_mean_without_its_answers_is_rated_as_it_came() -> None:
    mean = MeanRow("q1", "w1", None, 120, 3.9, 1.1)
    (rating,) = rated(answers([], [mean]))
    assert (rating.counts, rating.mean, rating.n) == (None, mean, 120)


def test_means_are_pooled_by_their_answers_with_the_spread_that_all_answers_together_have() -> None:
    waves = {"w1": [1, 2, 4, 5, 5] * 20, "w2": [3, 3, 4, 5, 1] * 60}
    means = [MeanRow("q1", w, None, len(a), fmean(a), stdev(a)) for w, a in waves.items()]
    (rating,) = rated(answers([], means), is_pooled=True)
    everybody = [*waves["w1"], *waves["w2"]]
    assert rating.mean is not None
    assert rating.mean.n == 400
    assert rating.mean.mean == pytest.approx(fmean(everybody))
    assert rating.mean.sd == pytest.approx(stdev(everybody))


def test_a_pooled_mean_has_no_spread_where_one_wave_came_without() -> None:
    means = [MeanRow("q1", "w1", None, 100, 3.0, 1.1), MeanRow("q1", "w2", None, 300, 4.0, None)]
    (rating,) = rated(answers([], means), is_pooled=True)
    assert rating.mean is not None
    assert (rating.mean.mean, rating.mean.sd) == (3.75, None)


def test_a_mean_of_too_few_is_withheld() -> None:
    (rating,) = rated(answers([], [MeanRow("q1", "w1", None, 4, 3.9, None)]))
    assert (rating.is_withheld, rating.mean) == (True, None)


def test_waves_of_other_surveys_are_not_mixed_in() -> None:
    other = AskedQuestion("q9", "Staff", "rating", "t1", "Hotline", "The hotline?", SCALE)
    given = Answers(
        (HOTLINE, other), (*WAVES, SurveyWave("w9", "Staff", "May")), (row(5, 9, wave="w9", question="q9"),)
    )
    assert [(rating.question.survey, rating.wave) for rating in rated(given)] == [("Staff", "May")]
    assert [wave.label for wave in given.waves_of("Customers")] == ["2024", "2025"]
