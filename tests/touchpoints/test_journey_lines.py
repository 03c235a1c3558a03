"""A line of the journey has a point for every touchpoint, measured or not, on one common scale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from touchpoints.journey import JourneyPoint
from touchpoints.journey_lines import JourneyStop, draw_line
from touchpoints.journey_questions import choose_questions
from touchpoints.ratings import AskedQuestion, MeanRow, Rating
from touchpoints.statistics import Level, LevelThresholds, PointCounts, Scale

STOPS = (
    JourneyStop("t1", "Hotline", "Help", is_before_contact=False),
    JourneyStop("t2", "Blog", "Before", is_before_contact=True),
)
GOOD = {5: 80, 4: 10, 1: 10}


def question(
    survey: str = "Customers", kind: str = "rating", touchpoint: str | None = "t1", best: int = 5
) -> AskedQuestion:
    return AskedQuestion(f"{survey} {kind}", survey, kind, touchpoint, "Hotline", "?", Scale(1, 5, best))


def rating(
    counts: dict[int, int] | None = None, asked: AskedQuestion | None = None, **more: object
) -> Rating:
    found = PointCounts(counts) if counts else None
    return Rating(asked or question(), "2025", None, None, found, **more)  # type: ignore[arg-type] # any of its fields


def hotline(*ratings: Rating, **sources: str) -> JourneyPoint:
    return draw_line("", STOPS, ratings, sources).points[0]


def test_a_line_goes_through_all_stops_in_their_order() -> None:
    line = draw_line("Economy", STOPS, [rating(GOOD)], {})
    assert line.label == "Economy"
    assert [(p.name, p.phase, p.phase_is_before_contact) for p in line.points] == [
        ("Hotline", "Help", False),
        ("Blog", "Before", True),
    ]


def test_a_measured_point_lies_on_the_common_scale_with_its_interval() -> None:
    point = hotline(rating({5: 50, 1: 50}))
    assert point.mean is not None
    assert point.mean.value == pytest.approx(0.0)
    assert point.mean.low is not None
    assert point.mean.high is not None
    assert point.mean.low < 0 < point.mean.high
    assert (point.n, point.is_measured) == (100, True)


def test_the_share_of_disappointed_customers_is_that_of_the_two_worst_boxes() -> None:
    point = hotline(rating({1: 10, 2: 15, 3: 25, 5: 50}))
    assert point.disappointed is not None
    assert point.disappointed.value == pytest.approx(0.25)


def test_a_scale_whose_best_is_one_is_turned_round() -> None:
    point = hotline(rating({1: 90, 5: 10}, question(best=1)))
    assert point.mean is not None
    assert point.mean.value == pytest.approx(1.6)
    assert point.disappointed is not None
    assert point.disappointed.value == pytest.approx(0.1)


def test_the_level_depends_on_the_project_s_thresholds() -> None:
    counts = {5: 700, 3: 150, 1: 150}
    assert hotline(rating(counts)).level is Level.DISAPPOINTING
    patient = LevelThresholds(disappointing=0.3, delightful=0.5)
    assert draw_line("", STOPS, [rating(counts)], {}, patient).points[0].level is Level.DELIGHTFUL


def test_an_unmeasured_stop_is_an_empty_point() -> None:
    blog = draw_line("", STOPS, [rating(GOOD)], {}).points[1]
    assert (blog.n, blog.mean, blog.disappointed, blog.level) == (0, None, None, None)
    assert (blog.is_withheld, blog.source) == (False, "")


def test_a_withheld_rating_shows_nothing_but_that() -> None:
    point = hotline(rating(is_withheld=True))
    assert (point.is_withheld, point.is_measured, point.n, point.mean) == (True, False, 0, None)


def test_a_mean_without_its_answers_is_marked_and_has_no_share_and_no_level() -> None:
    point = hotline(rating(mean=MeanRow("q", "w", None, 120, 4.0, None)))
    assert point.mean is not None
    assert (point.mean.value, point.mean.low, point.mean.high) == (pytest.approx(1.0), None, None)
    assert (point.n, point.disappointed, point.level) == (120, None, None)
    assert point.is_mean_only
    assert not hotline(rating(GOOD)).is_mean_only


def test_a_mean_that_came_with_its_spread_has_an_interval() -> None:
    point = hotline(rating(mean=MeanRow("q", "w", None, 121, 4.0, 1.1)))
    assert point.mean is not None
    assert point.mean.low == pytest.approx(1.0 - 0.198, abs=0.001)


def test_the_plain_mean_stands_beside_a_weighted_one() -> None:
    counts = PointCounts({5: 50, 1: 50}, {5: 75.0, 1: 25.0}, {5: 120.0, 1: 20.0})
    point = hotline(Rating(question(), "2025", None, None, counts))
    assert point.mean is not None
    assert (point.mean.value, point.unweighted) == (pytest.approx(1.0), pytest.approx(0.0))
    assert hotline(rating(GOOD)).unweighted is None


def test_of_two_surveys_the_one_that_more_people_answered_is_shown() -> None:
    few, many = rating({5: 20}, question("Few")), rating({1: 30}, question("Many"))
    assert hotline(few, many) == hotline(many, few)
    assert (hotline(few, many).n, hotline(few, many).source) == (30, "Many")


def test_all_lines_show_the_same_question_of_a_touchpoint() -> None:
    tens = replace(question(), id="of ten", scale=Scale(0, 10, 10))
    women = [rating({5: 10}), Rating(tens, None, "Gender", "women", PointCounts({9: 30}))]
    men = [rating({5: 40}), Rating(tens, None, "Gender", "men", PointCounts({9: 20}))]
    chosen = choose_questions([replace(rating({5: 50}), wave="2025"), rating({9: 70}, tens)])
    lines = [draw_line("", STOPS, ratings, {}, chosen=chosen) for ratings in (women, men)]
    assert [line.points[0].n for line in lines] == [30, 20]


def test_waves_and_surveys_with_another_question_are_named_as_left_out() -> None:
    tens = replace(question(), id="of ten", scale=Scale(0, 10, 10))
    ratings = [
        *(replace(rating({5: 50}), wave=wave) for wave in ("2024", "2025")),
        replace(rating({9: 70}, tens), wave="2016"),
        replace(rating({5: 70}, question("Staff")), wave="May"),
    ]
    assert choose_questions(ratings)["t1"].left_out == ("2016", "Staff, May")
    assert choose_questions(ratings, wave="2024")["t1"].left_out == ()


def test_a_touchpoint_asked_about_in_another_wave_is_not_called_unmeasured() -> None:
    old = replace(rating(GOOD), wave="2016")
    chosen = choose_questions([old], wave="2025")
    hotline, blog = draw_line("", STOPS, [old], {}, chosen=chosen).points
    assert (hotline.mean, hotline.is_asked) == (None, True)
    assert not blog.is_asked


def test_only_questions_that_rate_a_touchpoint_are_drawn() -> None:
    others = [rating(GOOD, question(kind="nps")), rating(GOOD, question(touchpoint=None))]
    assert hotline(*others).mean is None


def test_a_point_says_where_its_figures_come_from() -> None:
    assert hotline(rating(GOOD), Customers="City survey 2025").source == "City survey 2025"
    assert hotline(rating(GOOD), Customers="").source == "Customers"
    assert hotline(rating(GOOD)).source == "Customers"
