"""One cell becomes a point of a scale, or a reason why it does not."""

import pytest

from touchpoints.statistics.scale import Scale
from touchpoints.survey.cells import AnswerReader, code_key, read_number
from touchpoints.survey.reasons import Reason
from touchpoints.survey.rules import AnswerRule

STARS = Scale(1, 5, 5)


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("4", None, 4),
        (" 4", None, 4),
        ("4.0", None, 4),
        ("4,0", None, 4),
        ("4,0", ",", 4),
        ("4.0", ",", 4),
        ("1.234,5", ",", 1234.5),
        ("1.234", ",", 1234),
        ("1,234.5", ".", 1234.5),
        ("1,234", None, 1.234),
        ("\N{MINUS SIGN}1", None, -1),
        ("3.6666666666666665", None, 3.6666666666666665),
        ("1e5", None, None),
        ("inf", None, None),
        ("four", None, None),
        ("1.234,5", None, None),
        ("", None, None),
    ],
)
def test_numbers_are_read_with_either_decimal_mark(
    text: str, decimal: str | None, number: float | None
) -> None:
    assert read_number(text, decimal) == number


@pytest.mark.parametrize(("one", "other"), [("4.0", "4"), ("BLANK", "Blank"), ("weiß  nicht", "weiss nicht")])
def test_codes_written_in_two_ways_are_one(one: str, other: str) -> None:
    assert code_key(one) == code_key(other)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("5", 5),
        ("4.0", 4),
        ("4,0", 4),
        ("", Reason.BLANK),
        ("0", Reason.NO_ANSWER),
        ("6.0", Reason.NO_ANSWER),
        ("BLANK", Reason.NO_ANSWER),
        ("7", Reason.OUTSIDE_SCALE),
        ("-1", Reason.OUTSIDE_SCALE),
        ("3.5", Reason.NOT_WHOLE),
        ("great", Reason.NOT_A_NUMBER),
    ],
)
def test_an_answer_is_a_point_or_has_a_reason(text: str, meaning: int | Reason) -> None:
    reader = AnswerReader(AnswerRule(STARS, missing=("0", "6", "Blank")), STARS)
    assert reader.read(text) == (meaning, "")


@pytest.mark.parametrize(
    ("text", "meaning", "comment"),
    [
        ("sehr zufrieden", 4, ""),
        ("Sehr zufrieden - das Personal war nett", 4, "das Personal war nett"),
        ("zufrieden, aber teuer", 3, "aber teuer"),
        ("zufriedenstellend", Reason.NOT_A_NUMBER, ""),
        ("weiss nicht: war nie dort", Reason.NO_ANSWER, "war nie dort"),
        ("weiß nicht: war nie dort", Reason.NO_ANSWER, "war nie dort"),
        ("2 zu laut", 2, "zu laut"),
        ("22 zu laut", Reason.OUTSIDE_SCALE, "zu laut"),
        ("2b", Reason.NOT_A_NUMBER, ""),
    ],
)
def test_words_behind_an_answer_are_parted_from_it(text: str, meaning: int | Reason, comment: str) -> None:
    scale = Scale(1, 4, 4)
    answers = {"sehr zufrieden": 4, "zufrieden": 3, "weniger zufrieden": 2, "unzufrieden": 1}
    reader = AnswerReader(AnswerRule(scale, ("weiß nicht",), answers, text_after=True), scale)
    assert reader.read(text) == (meaning, comment)
