"""The profile of a column shows what stands in it."""

import json
from datetime import date

from tests.touchpoints.survey._frames import airport, frame_of
from touchpoints.survey.profile import ColumnProfile, profile


def profile_of(*cells: str) -> ColumnProfile:
    return profile(frame_of({"column": cells}))[0]


def test_values_come_with_their_number_and_first_row() -> None:
    found = profile_of("4", "", "5", "4", "Blank")
    assert found.values == (("4", 2, 2), ("5", 1, 4), ("Blank", 1, 6))
    assert (found.rows, found.blanks, found.distinct, found.answered) == (5, 1, 3, 4)
    assert found.examples == ("4", "5", "Blank")


def test_rows_are_numbered_as_in_the_file() -> None:
    frame = frame_of({"column": ["1", "2"]}, first_row=5)
    assert [value.row for value in profile(frame)[0].values] == [5, 6]


def test_at_most_sixty_values_are_shown_and_all_are_counted() -> None:
    found = profile_of(*(str(number) for number in range(100)), "99")
    assert len(found.values) == 60
    assert found.distinct == 100
    assert found.values[0] == ("99", 2, 101)


def test_numbers_are_known_with_their_ends() -> None:
    found = profile_of("0,8", "1,25", "", "2")
    assert found.is_numeric
    assert (found.low, found.high) == (0.8, 2)
    assert not profile_of("1", "one").is_numeric
    assert not profile_of("", "").is_numeric


def test_days_are_known_with_their_format() -> None:
    found = profile_of("31.12.2022", "1.2.2021")
    assert found.date_format == "%d.%m.%Y"
    assert (found.first_day, found.last_day) == (date(2021, 2, 1), date(2022, 12, 31))
    assert profile_of("12/31/2022").date_format == "%m/%d/%Y"
    assert profile_of("1", "2").date_format is None


def test_it_travels_between_processes() -> None:
    profiles = (*profile(airport()), profile_of("31.12.2022"), profile_of(""))
    sent = json.dumps([one.to_dict() for one in profiles])
    assert tuple(ColumnProfile.from_dict(raw) for raw in json.loads(sent)) == profiles
