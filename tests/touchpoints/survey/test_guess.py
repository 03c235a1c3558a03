"""Columns are guessed with a reason, and what is doubtful is asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.touchpoints.survey._frames import airport, frame_of
from touchpoints.statistics.scale import Scale
from touchpoints.survey.guess import ColumnGuess, guess
from touchpoints.survey.profile import profile
from touchpoints.survey.rules import Period, Role

STARS = Scale(1, 5, 5)


def guess_of(name: str, *cells: str, times: int = 10) -> ColumnGuess:
    return guess(profile(frame_of({name: cells * times})))[0]


def doubtful(one: ColumnGuess) -> list[str]:
    return [code.text for code in one.doubtful]


def airport_guesses() -> dict[str, ColumnGuess]:
    return {one.column: one for one in guess(profile(airport()))}


def test_an_airport_is_understood() -> None:
    roles = {column: one.role for column, one in airport_guesses().items()}
    assert roles == {
        "wave": Role.WAVE,
        "respnum": Role.IGNORE,
        "gender_code": Role.SEGMENTATION,
        "age_code": Role.SEGMENTATION,
        "netpro": Role.NPS,
        "weight": Role.WEIGHT,
        "restaurants": Role.TOUCHPOINT,
        "signs": Role.TOUCHPOINT,
        "parking": Role.TOUCHPOINT,
        "airport_overall": Role.OVERALL,
    }


def test_codes_beside_a_scale_are_proposed_as_no_answer_and_must_be_confirmed() -> None:
    guesses = airport_guesses()
    assert doubtful(guesses["restaurants"]) == ["0", "6"]
    assert sorted(doubtful(guesses["airport_overall"])) == ["0", "BLANK", "Blank"]
    assert doubtful(guesses["netpro"]) == ["11"]


def test_a_zero_is_an_answer_to_the_nps_question() -> None:
    assert airport_guesses()["netpro"].scale == Scale(0, 10, 10)


def test_a_doubtful_code_tells_how_often_and_where_it_stands() -> None:
    code = guess_of("Parking", "1", "2", "3", "4", "5", "99").doubtful[0]
    assert (code.text, code.n, code.row) == ("99", 10, 7)


def test_an_airline_is_understood() -> None:
    rows = 60
    columns: dict[str, Sequence[str]] = {
        "ID": [str(number) for number in range(rows)],
        "Age": [str(18 + number % 45) for number in range(rows)],
        "Type of Travel": ["Business", "Personal"] * 30,
        "Class": ["Business", "Economy", "Economy Plus"] * 20,
        "Departure Delay": [str(number % 50 * 7) for number in range(rows)],
        "Check-in Service": ["1", "2", "3", "4", "5", "0"] * 10,
        "Baggage Handling": ["1", "2", "3", "4", "5"] * 12,
        "Satisfaction": ["Satisfied", "Neutral or Dissatisfied"] * 30,
    }
    guesses = {one.column: one for one in guess(profile(frame_of(columns)))}
    ignored = {column for column, one in guesses.items() if one.role is Role.IGNORE}
    segmentations = {column for column, one in guesses.items() if one.role is Role.SEGMENTATION}
    assert ignored == {"ID", "Age", "Departure Delay"}
    assert segmentations == {"Type of Travel", "Class", "Satisfaction"}
    assert doubtful(guesses["Check-in Service"]) == ["0"]
    assert "a measure, no scale" in guesses["Age"].reason.text


@pytest.mark.parametrize(
    ("name", "cells", "role", "scale"),
    [
        ("Weiterempfehlung", "0 1 5 7 8 9 10", Role.NPS, Scale(0, 10, 10)),
        ("Würden Sie uns weiterempfehlen?", "3 5 8 9 10", Role.NPS, Scale(0, 10, 10)),
        ("Beratung", "1 2 3 4 5 6 7", Role.TOUCHPOINT, Scale(1, 7, 7)),
        ("Beratung", "1 2 3 4 5 6 7 8 9 10", Role.TOUCHPOINT, Scale(1, 10, 10)),
        ("Beratung", "0 1 2 3 4 5 6 7 8 9 10", Role.TOUCHPOINT, Scale(0, 10, 10)),
        ("Beratung", "1 2 3 4", Role.TOUCHPOINT, Scale(1, 4, 4)),
        ("Beratung", "2 3 5", Role.TOUCHPOINT, STARS),
        ("Store cleanliness", "1 2 3 4 5", Role.TOUCHPOINT, STARS),
        ("Store", "1 2 3 4 5", Role.SEGMENTATION, None),
        ("Gesamtzufriedenheit", "1 2 3 4 5", Role.OVERALL, STARS),
        ("CSAT", "1 2 3 4 5", Role.CSAT, STARS),
        ("Customer effort", "1 2 3 4 5 6 7", Role.CES, Scale(1, 7, 7)),
        ("Gewicht", "0,8 1,25", Role.WEIGHT, None),
        ("Geschlecht", "m w d", Role.SEGMENTATION, None),
        ("Welle", "W1 W2", Role.WAVE, None),
        ("leer", "", Role.IGNORE, None),
        ("Land", "AT", Role.IGNORE, None),
    ],
)
def test_a_column_is_known_by_its_name_and_values(
    name: str, cells: str, role: Role, scale: Scale | None
) -> None:
    one = guess_of(name, *(cells.split() or [""]))
    assert (one.role, one.scale) == (role, scale)


def test_the_direction_of_school_grades_is_asked() -> None:
    one = guess_of("Note für die Beratung", "1", "2", "3", "4", "5", "6")
    assert one.scale == Scale(1, 6, best=1)
    assert one.question is not None


@pytest.mark.parametrize(("low", "high"), [(1, 4), (1, 5), (1, 7), (0, 10), (1, 10)])
def test_the_better_end_of_numbers_alone_is_asked(low: int, high: int) -> None:
    one = guess_of("Beratung", *map(str, range(low, high + 1)))
    assert one.question is not None
    assert "which end is best" in one.question.text
    assert one.question.values == {"low": low, "high": high}


def test_the_better_end_is_not_asked_where_words_or_the_nps_say_it() -> None:
    assert guess_of("Beratung", "zufrieden", "weniger zufrieden", "unzufrieden").question is None
    assert guess_of("Weiterempfehlung", *map(str, range(11))).question is None


@pytest.mark.parametrize(
    ("words", "points", "nothing"),
    [
        ("sehr zufrieden|zufrieden|weniger zufrieden|unzufrieden|weiß nicht", 4, ["weiß nicht"]),
        (
            "sehr zufrieden|zufrieden|teils, teils|unzufrieden|sehr unzufrieden|keine Angabe",
            5,
            ["keine Angabe"],
        ),
        ("Trifft voll zu|trifft eher zu|trifft eher nicht zu|k. A.", 4, ["k. A."]),
        ("Strongly agree|Agree|Neutral|Disagree|n/a", 5, ["n/a"]),
        ("very good|good|average|poor|-", 5, ["-"]),
    ],
)
def test_scales_in_words_are_known(words: str, points: int, nothing: list[str]) -> None:
    one = guess_of("Beratung", *words.split("|"))
    assert one.scale == Scale(1, points, points)
    assert one.answers[words.split("|", maxsplit=1)[0]] == points
    assert doubtful(one) == nothing


def test_a_rung_that_nobody_chose_still_has_its_point() -> None:
    one = guess_of("Beratung", "Strongly agree", "Agree", "Neutral")
    assert set(one.answers.values()) == {1, 2, 3, 4, 5}


def test_words_behind_the_answer_are_noticed() -> None:
    one = guess_of(
        "Gesamtzufriedenheit", "sehr zufrieden - tolles Personal", "zufrieden", "unzufrieden: zu laut"
    )
    assert one.role is Role.OVERALL
    assert one.text_after


def test_numbers_with_words_at_the_ends_are_a_scale() -> None:
    one = guess_of("Beratung", "1 = sehr gut", "2", "3", "4", "5 = schlecht")
    assert one.scale == Scale(1, 5, best=1)
    assert one.answers == {"1 = sehr gut": 1, "5 = schlecht": 5}
    assert one.question is not None


def test_yes_and_no_may_be_the_recommendation_rate() -> None:
    one = guess_of("Auf Empfehlung gekommen", "ja", "nein", "weiß nicht")
    assert one.role is Role.RECOMMENDATION
    assert one.answers == {"ja": 1, "nein": 0}
    assert doubtful(one) == ["weiß nicht"]
    assert one.question is not None


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        ("01.01.2019", "31.12.2022", Period.YEAR),
        ("01.01.2021", "31.12.2021", Period.QUARTER),
        ("01.01.2021", "31.03.2021", Period.MONTH),
    ],
)
def test_days_become_waves_of_a_fitting_length(first: str, last: str, period: Period) -> None:
    one = guess_of("Datum", first, last)
    assert (one.role, one.period, one.format) == (Role.WAVE, period, "%d.%m.%Y")


def test_days_that_can_be_read_in_two_ways_are_asked() -> None:
    assert guess_of("Date", "03/05/2021", "04/06/2021").question is not None
    assert guess_of("Date", "03/25/2021", "04/26/2021").question is None


def test_a_date_of_birth_is_no_wave() -> None:
    assert guess_of("Geburtsdatum", "01.01.1990", "31.12.1985").role is not Role.WAVE


def test_only_one_column_is_the_wave() -> None:
    guesses = guess(profile(frame_of({"Jahr": ["2020", "2021"], "Welle": ["1", "2"]})))
    assert [one.role for one in guesses] == [Role.WAVE, Role.IGNORE]


def test_columns_are_put_on_the_scale_of_the_others() -> None:
    full = ["1", "2", "3", "4", "5"] * 4
    columns = {"Empfang": full, "Parken": full, "Essen": full, "Musik": ["1", "2", "3", "4"] * 5}
    guesses = guess(profile(frame_of(columns)))
    assert guesses[3].scale == STARS
    assert guesses[3].question == guesses[0].question


def test_free_text_is_ignored() -> None:
    cells = [f"Das Personal war an Tag {number} sehr freundlich" for number in range(30)]
    assert guess_of("Bemerkung", *cells, times=1).role is Role.IGNORE
