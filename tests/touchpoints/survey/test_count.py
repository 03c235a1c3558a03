"""A survey file is counted: every answer is taken, or left out for a reason."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints.survey._frames import STARS, airport, counted, frame_of, left_out, points
from touchpoints.statistics.scale import Scale
from touchpoints.survey.count import count
from touchpoints.survey.faults import FrameFaults
from touchpoints.survey.mapping import parse_mapping
from touchpoints.survey.reasons import Reason
from touchpoints.survey.result import SurveyResult

PARKING = {"Parking": {"role": "touchpoint", **STARS, "missing": [0, 6, "Blank"]}}
GENDER = {
    "role": "segmentation",
    "name": "Gender",
    "labels": {"1": "male", "2": "female", "Male": "male", "Female": "female"},
    "missing": [0, 4],
}


def test_it_counts_the_answers_by_point() -> None:
    result = counted({"Parking": ["5", "4", "4", "1"]}, PARKING)
    assert points(result) == {1: 1, 4: 2, 5: 1}
    assert result.check.rows_read == 4
    assert result.check.answers_taken == 4
    assert result.check.touchpoints == ("Parking",)


def test_a_question_carries_its_scale_and_its_words() -> None:
    question = counted(
        {"q7": ["5"]}, {"q7": {"role": "touchpoint", "touchpoint": "Parking", **STARS}}
    ).questions[0]
    assert (question.kind, question.touchpoint, question.text) == ("rating", "Parking", "q7")
    assert question.scale == Scale(1, 5, 5)


def test_the_same_question_on_another_scale_is_another_question() -> None:
    keys = {
        counted({"q": ["1"]}, {"q": {"role": "touchpoint", "scale": scale}}).questions[0].key
        for scale in ([1, 5], [1, 7])
    }
    assert len(keys) == 2


def test_every_answer_that_is_left_out_has_a_reason_and_rows() -> None:
    cells = ["5", "", "0", "6", "BLANK", "7", "3.5", "great", "4.0", "4,0"]
    result = counted({"Parking": cells}, PARKING)
    assert points(result) == {4: 2, 5: 1}
    found = {line.reason: (line.count, line.rows, line.examples) for line in result.check.left_out}
    assert found == {
        Reason.BLANK: (1, (3,), ()),
        Reason.NO_ANSWER: (3, (4, 5, 6), ("0", "6", "BLANK")),
        Reason.OUTSIDE_SCALE: (1, (7,), ("7",)),
        Reason.NOT_WHOLE: (1, (8,), ("3.5",)),
        Reason.NOT_A_NUMBER: (1, (9,), ("great",)),
    }


def test_the_reason_names_the_scale() -> None:
    line = counted({"Parking": ["5", "7"]}, PARKING).check.left_out[0]
    assert line.message.text.format(**line.message.values) == "outside the scale 1 to 5"


def test_only_the_first_five_rows_are_named() -> None:
    line = counted({"Parking": [""] * 8}, PARKING).check.left_out[0]
    assert (line.count, line.rows) == (8, (2, 3, 4, 5, 6))


def test_a_code_that_is_not_named_as_missing_is_no_answer_all_the_same() -> None:
    result = counted({"netpro": ["10", "11", "0"]}, {"netpro": {"role": "nps"}})
    assert points(result) == {0: 1, 10: 1}
    assert left_out(result, "netpro") == {"outside the scale": 1}


def test_named_answers_are_points() -> None:
    rule = {"role": "overall", "answers": {"zufrieden": 1, "teils": 2, "unzufrieden": 3}, "best": 1}
    result = counted({"q": ["Zufrieden", "unzufrieden", "2", "weiß nicht"]}, {"q": rule})
    assert points(result) == {1: 1, 2: 1, 3: 1}
    assert result.questions[0].scale == Scale(1, 3, best=1)


def test_texts_and_codes_of_several_waves_are_one_segment() -> None:
    columns = {"Parking": ["5", "4", "3", "2", "1"], "gender_code": ["1", "Male", "2", "0", ""]}
    result = counted(columns, {**PARKING, "gender_code": GENDER})
    assert points(result, ("Gender", "male")) == {4: 1, 5: 1}
    assert points(result, ("Gender", "female")) == {3: 1}
    assert sum(points(result).values()) == 5
    assert left_out(result, "gender_code") == {"no answer": 1, "blank": 1}
    assert result.check.segmentations[0].segments == (("male", 2), ("female", 1))


def test_the_same_value_of_two_segmentations_stays_apart() -> None:
    columns = {"Parking": ["5", "1"], "Class": ["Business", "Economy"], "Travel": ["Personal", "Business"]}
    rules = {**PARKING, "Class": {"role": "segmentation"}, "Travel": {"role": "segmentation"}}
    result = counted(columns, rules)
    assert points(result, ("Class", "Business")) == {5: 1}
    assert points(result, ("Travel", "Business")) == {1: 1}


def test_pairs_are_counted_only_where_declared() -> None:
    columns = {
        "Parking": ["5", "4", "3"],
        "Class": ["B", "B", "E"],
        "Sex": ["m", "w", "m"],
        "Age": ["1", "1", "2"],
    }
    rules = {**PARKING, **{name: {"role": "segmentation"} for name in ("Class", "Sex", "Age")}}
    result = counted(columns, rules, pairs=[["Class", "Sex"]])
    assert points(result, ("Class", "B"), ("Sex", "m")) == {5: 1}
    assert {cell.second_segmentation for cell in result.cells} == {None, "Sex"}


def test_segments_come_in_the_order_of_their_labels_then_as_people_count() -> None:
    rule = {"role": "segmentation", "labels": {"b": "second", "a": "first"}}
    result = counted({"Parking": ["5"] * 5, "S": ["10", "9", "a", "b", "<18"]}, {**PARKING, "S": rule})
    assert [name for name, _ in result.check.segmentations[0].segments] == [
        "second",
        "first",
        "9",
        "10",
        "<18",
    ]


def test_waves_are_sorted_and_know_their_days() -> None:
    columns = {"Parking": ["5", "4", "3"], "day": ["31.12.2018", "1.1.2018", "soon"]}
    result = counted(columns, PARKING, wave={"column": "day", "period": "quarter"})
    assert [wave.name for wave in result.check.waves] == ["2018-Q1", "2018-Q4"]
    assert result.check.waves[1].starts == date(2018, 10, 1)
    assert result.check.waves[1].ends == date(2018, 12, 31)
    assert points(result, wave="2018-Q1") == {4: 1}


def test_an_answer_without_a_wave_is_left_out() -> None:
    columns = {"Parking": ["5", "4", ""], "wave": ["2018", "", ""]}
    result = counted(columns, PARKING, wave={"column": "wave"})
    assert points(result) == {5: 1}
    assert left_out(result, "Parking") == {"no wave": 1, "blank": 1}
    assert left_out(result, "wave") == {"no wave": 2}


def test_weights_are_summed_with_their_squares() -> None:
    result = counted({"Parking": ["5", "5", "1"], "w": ["0,5", "2", "1"]}, PARKING, weight="w")
    sums = {cell.point: (cell.n, cell.weight, cell.weight_squared) for cell in result.cells}
    assert sums == {1: (1, 1.0, 1.0), 5: (2, 2.5, 4.25)}


def test_a_wave_without_any_weight_is_unweighted() -> None:
    columns = {"Parking": ["5", "4"], "wave": ["2010", "2011"], "w": ["1.5", ""]}
    result = counted(columns, PARKING, wave={"column": "wave"}, weight="w")
    assert {cell.wave: cell.weight for cell in result.cells} == {"2010": 1.5, "2011": None}
    assert [wave.is_weighted for wave in result.check.waves] == [True, False]
    assert left_out(result, "Parking") == {}


@pytest.mark.parametrize("weight", ["", "0", "-1", "heavy"])
def test_in_a_weighted_wave_an_answer_without_a_weight_is_left_out(weight: str) -> None:
    result = counted({"Parking": ["5", "4"], "w": ["1.5", weight]}, PARKING, weight="w")
    assert points(result) == {5: 1}
    assert left_out(result, "Parking") == {"no weight": 1}
    assert left_out(result, "w") == {"no weight": 1}


def test_the_check_names_the_ignored_columns() -> None:
    columns = {"Parking": ["5"], "respnum": ["1"], "notes": [""]}
    assert counted(columns, {**PARKING, "respnum": {"role": "ignore"}}).check.ignored == ("respnum", "notes")


def test_columns_that_the_file_lacks_are_all_named_with_the_closest_ones() -> None:
    rules = {name: {"role": "touchpoint", **STARS} for name in ("Parkign", "Restaurants", "xyz")}
    with pytest.raises(FrameFaults) as caught:
        counted({"Parking": ["5"], "restaurants": ["4"]}, rules)
    assert len(caught.value.faults) == 3
    assert "There is no column Parkign; did you mean Parking?" in str(caught.value)
    assert "There is no column Restaurants; did you mean restaurants?" in str(caught.value)
    assert "There is no column xyz." in str(caught.value)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [([str(number) for number in range(201)], "201 different values"), (["x" * 81], "over 80 characters")],
)
def test_a_column_that_is_no_segmentation_is_refused(cells: list[str], fault: str) -> None:
    with pytest.raises(FrameFaults, match=fault):
        counted({"Parking": ["5"] * len(cells), "S": cells}, {**PARKING, "S": {"role": "segmentation"}})


def test_a_file_without_rows_has_nothing_to_count() -> None:
    result = counted({"Parking": [], "S": []}, {**PARKING, "S": {"role": "segmentation"}})
    assert result.cells == ()
    assert result.check.answers_taken == 0


def test_comments_are_kept_apart_from_answers_and_rows() -> None:
    cells = [f"{number % 5 + 1} Bemerkung {number:02}" for number in range(30)]
    rule = {"Parking": {"role": "touchpoint", **STARS, "text_after": "comment"}}
    result = counted({"Parking": cells}, rule, seed=3)
    texts = [comment.text for comment in result.comments]
    assert sorted(texts) == [f"Bemerkung {number:02}" for number in range(30)]
    assert texts != sorted(texts)
    assert sum(points(result).values()) == 30


def test_the_order_of_comments_depends_on_the_seed_and_not_on_the_rows() -> None:
    cells = [f"5 Bemerkung {number}" for number in range(20)]
    rule = {"Parking": {"role": "touchpoint", **STARS, "text_after": "comment"}}
    one = counted({"Parking": cells}, rule, seed=3).comments
    assert counted({"Parking": cells[::-1]}, rule, seed=3).comments == one
    assert counted({"Parking": cells}, rule, seed=4).comments != one


def test_comments_are_cleaned_and_cut() -> None:
    rule = {"Parking": {"role": "touchpoint", **STARS, "text_after": "comment"}}
    cells = ["5 u\u0308ber\x00all\u202e\nlaut", "4 " + "x" * 3000]
    texts = sorted((comment.text for comment in counted({"Parking": cells}, rule).comments), key=len)
    assert texts[0] == "überall laut"
    assert len(texts[1]) == 2000


def airport_result() -> SurveyResult:
    mapping = parse_mapping(
        {
            "survey": "Airport",
            "wave": {"column": "wave", "period": "year"},
            "weight": "weight",
            "pairs": [["Gender", "Age"]],
            "columns": {
                "restaurants": {"role": "touchpoint", **STARS, "missing": [0, 6]},
                "airport_overall": {"role": "overall", **STARS, "missing": [0, 6, "Blank"]},
                "netpro": {"role": "nps", "missing": [11]},
                "gender_code": GENDER,
                "age_code": {"role": "segmentation", "name": "Age", "missing": [0, "Don't Know or Refused"]},
            },
        }
    )
    return count(airport(), mapping)


def test_an_airport_is_counted_like_row_by_row() -> None:
    frame, result = airport(), airport_result()
    rows = frame.astype(str).to_dict("records")
    names = {"1": "male", "Male": "male", "2": "female", "Female": "female", "3": "3"}
    expected = Counter(
        (row["wave"], names[row["gender_code"]], int(row["restaurants"]))
        for row in rows
        if row["restaurants"] in {"1", "2", "3", "4", "5"} and row["gender_code"] != "0"
    )
    found = {
        (cell.wave, cell.segment, cell.point): cell.n
        for cell in result.cells
        if cell.segmentation == "Gender" and cell.second_segment is None and "restaurants" in cell.question
    }
    assert found == dict(expected)


def test_segments_never_hold_more_answers_than_all() -> None:
    result = airport_result()
    everybody, divided = points(result, wave="2017"), Counter[int]()
    for segment in ("male", "female", "3"):
        divided.update(points(result, ("Gender", segment), wave="2017"))
    assert all(divided[point] <= everybody[point] for point in everybody)


def test_it_travels_between_processes() -> None:
    result = airport_result()
    assert SurveyResult.from_dict(json.loads(json.dumps(result.to_dict()))) == result


cells = st.sampled_from(["1", "5", "4.0", "0", "6", "11", "BLANK", "", "x", "3,5", "-1", "99"])
rows = st.lists(
    st.tuples(cells, cells, st.sampled_from(["2017", "2018", ""]), st.sampled_from(["1", "0", ""]))
)


@given(rows)
def test_taken_and_left_out_make_up_rows_times_columns(drawn: list[tuple[str, str, str, str]]) -> None:
    names = ("a", "b", "wave", "w")
    frame = frame_of({name: [row[place] for row in drawn] for place, name in enumerate(names)})
    rules = {name: {"role": "touchpoint", **STARS, "missing": [0, "Blank"]} for name in ("a", "b")}
    mapping = parse_mapping({"survey": "S", "wave": {"column": "wave"}, "weight": "w", "columns": rules})
    check = count(frame, mapping).check
    lost = sum(line.count for line in check.left_out if line.column in rules)
    assert check.answers_taken + lost == len(drawn) * 2
