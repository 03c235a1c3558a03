"""Files with one answer, one count or one mean a row give the same figures as one with a row a respondent."""

from __future__ import annotations

import json
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints.survey._frames import STARS, counted, left_out, points
from touchpoints.survey.faults import FrameFaults
from touchpoints.survey.result import MeanCell, SurveyResult

LONG = {"item": {"role": "item"}, "answer": {"role": "answer", **STARS, "missing": [6]}}
COUNTS = {**LONG, "n": {"role": "count"}}
MEANS = {"item": {"role": "item"}, "mean": {"role": "mean", "scale": [1, 5]}, "n": {"role": "count"}}
CLASS = {"Class": {"role": "segmentation"}}


def overall_means(result: SurveyResult) -> list[MeanCell]:
    return [cell for cell in result.means if cell.segmentation is None]


def test_a_long_file_names_its_touchpoints_in_a_column() -> None:
    columns = {"item": ["Parking", "Shops", "Parking", "Shops"], "answer": ["5", "4", "1", "6"]}
    result = counted(columns, LONG, layout="long")
    assert result.check.touchpoints == ("Parking", "Shops")
    assert points(result, question="parking") == {1: 1, 5: 1}
    assert points(result, question="shops") == {4: 1}
    assert left_out(result, "Shops") == {"no answer": 1}
    assert result.check.left_out[0].rows == (5,)


def test_items_may_be_other_questions_or_ignored() -> None:
    columns = {"item": ["NPS", "Shops", "Weather", ""], "answer": ["10", "4", "3", "2"]}
    items = {"NPS": {"role": "nps"}, "Shops": {"touchpoint": "All shops"}, "Weather": {"role": "ignore"}}
    result = counted(columns, LONG, layout="long", items=items)
    assert {question.kind: question.touchpoint for question in result.questions} == {
        "nps": None,
        "rating": "All shops",
    }
    assert left_out(result, "item") == {"ignored": 1, "no item": 1}
    assert result.check.answers_taken == 2


@given(
    st.lists(st.tuples(*[st.sampled_from("0123456")] * 2, st.sampled_from("ABC")), min_size=1, max_size=40)
)
def test_long_and_wide_agree(drawn: list[tuple[str, str, str]]) -> None:
    rule = {"role": "touchpoint", **STARS, "missing": [6]}
    wide = counted(
        {"p": [row[0] for row in drawn], "q": [row[1] for row in drawn], "Class": [row[2] for row in drawn]},
        {"p": rule, "q": rule, **CLASS},
    )
    long = counted(
        {
            "item": ["p", "q"] * len(drawn),
            "answer": [answer for row in drawn for answer in row[:2]],
            "Class": [row[2] for row in drawn for _ in range(2)],
        },
        {**LONG, **CLASS},
        layout="long",
    )
    assert sorted(map(str, long.cells)) == sorted(map(str, wide.cells))
    assert long.check.answers_taken == wide.check.answers_taken


def test_two_items_that_are_one_touchpoint_are_refused() -> None:
    with pytest.raises(FrameFaults, match="both the touchpoint"):
        counted({"item": ["Shops", "shops"], "answer": ["4", "5"]}, LONG, layout="long")


def test_an_item_without_a_scale_is_refused() -> None:
    rules = {"item": {"role": "item"}, "answer": {"role": "answer"}}
    with pytest.raises(FrameFaults, match="has no scale"):
        counted({"item": ["Shops"], "answer": ["4"]}, rules, layout="long")


def test_counts_are_added_up() -> None:
    columns = {"item": ["Parking"] * 4, "answer": ["5", "5", "1", "6"], "n": ["10", "5", "3", "7"]}
    result = counted(columns, COUNTS, layout="counts")
    assert points(result) == {1: 3, 5: 15}
    assert result.check.answers_taken == 18
    assert left_out(result, "Parking") == {"no answer": 7}


def test_a_row_without_its_number_is_left_out() -> None:
    columns = {"item": ["Parking"] * 4, "answer": ["5", "4", "3", "2"], "n": ["10", "", "2.5", "-1"]}
    result = counted(columns, COUNTS, layout="counts")
    assert points(result) == {5: 10}
    assert left_out(result, "Parking") == {"no count": 3}


def test_segments_add_up_where_there_is_no_total() -> None:
    columns = {"item": ["P"] * 2, "answer": ["5", "5"], "n": ["10", "5"], "Class": ["B", "E"]}
    result = counted(columns, {**COUNTS, **CLASS}, layout="counts")
    assert points(result) == {5: 15}
    assert points(result, ("Class", "B")) == {5: 10}


def test_a_row_without_a_segment_is_the_total_and_nobody_is_counted_twice() -> None:
    columns = {"item": ["P"] * 3, "answer": ["5"] * 3, "n": ["16", "10", "5"], "Class": ["", "B", "E"]}
    result = counted(columns, {**COUNTS, **CLASS}, layout="counts")
    assert points(result) == {5: 16}
    assert points(result, ("Class", "B")) == {5: 10}


def test_rows_by_one_segmentation_each_are_not_added_together() -> None:
    columns = {
        "item": ["P"] * 4,
        "answer": ["5"] * 4,
        "n": ["10", "5", "9", "6"],
        "Class": ["B", "E", "", ""],
        "Sex": ["", "", "m", "w"],
    }
    result = counted(columns, {**COUNTS, **CLASS, "Sex": {"role": "segmentation"}}, layout="counts")
    assert points(result) == {5: 15}
    assert points(result, ("Class", "E")) == {5: 5}
    assert points(result, ("Sex", "m")) == {5: 9}


def test_combinations_that_repeat_what_other_rows_say_are_left_out() -> None:
    columns = {
        "item": ["P"] * 4,
        "answer": ["5"] * 4,
        "n": ["15", "15", "15", "15"],
        "Class": ["", "B", "", "B"],
        "Sex": ["", "", "m", "m"],
    }
    result = counted(columns, {**COUNTS, **CLASS, "Sex": {"role": "segmentation"}}, layout="counts")
    assert left_out(result, "P") == {"repeated": 15}
    assert points(result) == {5: 15}


def test_counts_with_weights_sum_them() -> None:
    columns = {"item": ["P"], "answer": ["5"], "n": ["10"], "w": ["0.5"]}
    cell = counted(columns, COUNTS, layout="counts", weight="w").cells[0]
    assert (cell.n, cell.weight, cell.weight_squared) == (10, 5.0, 2.5)


def test_means_are_taken_over_with_their_n() -> None:
    columns = {"item": ["Parking", "Shops"], "mean": ["3,75", "4.5"], "n": ["120", "80"]}
    result = counted(columns, MEANS, layout="means")
    assert [(cell.n, cell.mean, cell.sd) for cell in result.means] == [(120, 3.75, None), (80, 4.5, None)]
    assert result.cells == ()
    assert result.check.answers_taken == 200


def test_a_mean_outside_its_scale_or_without_n_is_left_out() -> None:
    columns = {"item": ["A", "B", "C", "D"], "mean": ["5.5", "4", "", "3"], "n": ["9", "0", "9", ""]}
    result = counted(columns, MEANS, layout="means")
    assert result.means == ()
    assert [left_out(result, item) for item in "ABCD"] == [
        {"outside the scale": 9},
        {"no count": 1},
        {"blank": 9},
        {"no count": 1},
    ]


def test_means_of_segments_are_pooled_like_their_answers() -> None:
    parts = {"B": [1, 2, 2, 5, 4], "E": [3, 3, 5]}
    columns = {
        "item": ["P"] * 2,
        "mean": [repr(statistics.mean(part)) for part in parts.values()],
        "n": [str(len(part)) for part in parts.values()],
        "sd": [f"{statistics.stdev(part):.15f}" for part in parts.values()],
        "Class": list(parts),
    }
    result = counted(columns, {**MEANS, **CLASS, "sd": {"role": "sd"}}, layout="means")
    everybody = [answer for part in parts.values() for answer in part]
    (cell,) = overall_means(result)
    assert cell.n == 8
    assert cell.mean == pytest.approx(statistics.mean(everybody))
    assert cell.sd == pytest.approx(statistics.stdev(everybody))
    assert {cell.segment for cell in result.means} == {None, "B", "E"}
    assert SurveyResult.from_dict(json.loads(json.dumps(result.to_dict()))) == result
