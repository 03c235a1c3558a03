"""A cell names a wave."""

from datetime import date

import pytest

from touchpoints.survey.rules import Period
from touchpoints.survey.waves import natural_key, read_span, wave_label


@pytest.mark.parametrize(
    ("text", "period", "label"),
    [
        ("2018", Period.YEAR, "2018"),
        ("2018.0", Period.YEAR, "2018"),
        ("2018-03-05", Period.YEAR, "2018"),
        ("5.3.2018", Period.QUARTER, "2018-Q1"),
        ("2018-12-31T23:59:59", Period.HALF, "2018-H2"),
        ("03/2018", Period.MONTH, "2018-03"),
        ("Q4 2018", Period.HALF, "2018-H2"),
        ("05.03.2018", Period.DAY, "2018-03-05"),
        ("2018", Period.MONTH, None),
        ("31.2.2018", Period.DAY, None),
        ("2018-H3", Period.YEAR, None),
        ("soon", Period.YEAR, None),
        ("", None, None),
        ("Frühjahr", None, "Frühjahr"),
    ],
)
def test_a_time_lies_in_its_period(text: str, period: Period | None, label: str | None) -> None:
    assert wave_label(text, period) == label


@pytest.mark.parametrize(
    ("text", "format_", "period", "label"),
    [
        ("03/05/18", "%m/%d/%y", Period.MONTH, "2018-03"),
        ("05.03.18", "%d.%m.%y", Period.DAY, "2018-03-05"),
        ("3/18", "%m/%y", Period.QUARTER, "2018-Q1"),
        ("3/18", "%m/%y", Period.DAY, None),
        ("2018-03-05", "%d.%m.%y", Period.YEAR, None),
    ],
)
def test_a_format_is_the_only_one(text: str, format_: str, period: Period, label: str | None) -> None:
    assert wave_label(text, period, format_) == label


def test_the_name_of_a_wave_tells_its_days() -> None:
    assert read_span("2018-Q1") == (date(2018, 1, 1), date(2018, 3, 31))
    assert read_span("2016-02") == (date(2016, 2, 1), date(2016, 2, 29))
    assert read_span("Frühjahr") is None


def test_waves_are_sorted_as_people_count() -> None:
    names = ["Welle 10", "Welle 9", "welle 2"]
    assert sorted(names, key=natural_key) == ["welle 2", "Welle 9", "Welle 10"]
