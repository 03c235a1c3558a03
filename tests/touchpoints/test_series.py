"""A pasted series is read with the awkward dates and numbers that people have; what is unclear is asked."""

from __future__ import annotations

from datetime import date

import pytest

from touchpoints.kpi_kinds import kind_of
from touchpoints.series import (
    AMBIGUOUS,
    KNOWN,
    MORE_THAN_N,
    NO_DATE,
    NO_N,
    NO_VALUE,
    OUT_OF_LIMITS,
    TWICE,
    Reading,
    Series,
    read_series,
)
from touchpoints.series_dates import DayOrder, read_date

NPS, SHARE, MONEY, TIME = (Reading(kind_of(id_)) for id_ in ("nps", "share", "money", "time"))


def values(series: Series) -> list[float | None]:
    return [line.value for line in series.read]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("03.02.2026", date(2026, 2, 3), date(2026, 2, 3)),
        ("3.2.26", date(2026, 2, 3), date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3), date(2026, 2, 3)),
        ("3. Februar 2026", date(2026, 2, 3), date(2026, 2, 3)),
        ("February 3, 2026", date(2026, 2, 3), date(2026, 2, 3)),
        ("13/02/2026", date(2026, 2, 13), date(2026, 2, 13)),
        ("02/13/2026", date(2026, 2, 13), date(2026, 2, 13)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2/2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("Feb 2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("Februar 2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("Mär. 26", date(2026, 3, 1), date(2026, 3, 31)),
        ("Q1 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("Q1/26", date(2026, 1, 1), date(2026, 3, 31)),
        ("2. Quartal 2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("KW 5/2026", date(2026, 1, 26), date(2026, 2, 1)),
        ("2026-W05", date(2026, 1, 26), date(2026, 2, 1)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_date_is_read_in_every_writing(text: str, first: date, last: date) -> None:
    assert read_date(text).span == (first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "31.02.2026", "KW 60/2026", "13/13/2026", "Q5 2026", "Fro 2026"]
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert read_date(text).span is None


def test_day_and_month_that_could_change_places_are_asked() -> None:
    series = read_series("03/02/2026;12\n04/02/2026;13", TIME)
    assert series.asks_day_order
    assert not series.is_settled
    assert [line.reason for line in series.lines] == [AMBIGUOUS, AMBIGUOUS]
    for order, month in ((DayOrder.DAY_FIRST, 2), (DayOrder.MONTH_FIRST, 3)):
        answered = read_series("03/02/2026;12", Reading(TIME.kind, order))
        assert [line.starts_on and line.starts_on.month for line in answered.read] == [month]
        assert answered.asks_day_order
        assert answered.is_settled


@pytest.mark.parametrize(
    "text",
    [
        "Datum;NPS;n\n2026-01;30,5;100\n2026-02;31;120",
        "2026-01\t30,5\t100\n2026-02\t31\t120",
        "date,value,n\n2026-01,30.5,100\n2026-02,31,120",
        '2026-01,"30,5",100\n2026-02,"31",120',
        "n;Wert;Monat\n100;30,5;2026-01\n120;31;2026-02",
        "Januar 2026  30,5  100\nFebruar 2026  31  120",
        "Jan 2026: 30.5 n = 100\nFeb 2026: 31 n = 120",
    ],
)
def test_columns_are_found_with_a_heading_and_without(text: str) -> None:
    read = read_series(text, NPS).read
    assert read[0].value == 30.5
    assert values(read_series(text, NPS)) == [30.5, 31]


def test_the_number_of_answers_comes_from_its_column() -> None:
    series = read_series("n;Wert;Monat\n100;30,5;2026-01\n1.200;31;2026-02", NPS)
    assert [line.n for line in series.read] == [100, 1200]


def test_promoters_and_detractors_come_from_theirs() -> None:
    series = read_series("Monat;NPS;n;Promotoren;Kritiker\n2026-01;30;100;50;20", NPS)
    assert [(line.favourable, line.unfavourable) for line in series.read] == [(50, 20)]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.234,50 €", 1234.5),
        ("1 234,50", 1234.5),
        ("1'234.50", 1234.5),
        ("12,5", 12.5),
        ("−3,5", -3.5),
        ("1.234.567", 1234567),
        ("12", 12),
    ],
)
def test_numbers_are_read_with_comma_thousands_and_currency(cell: str, value: float) -> None:
    series = read_series(f"2026-01;{cell}", MONEY)
    assert values(series) == [value]
    assert not series.asks_decimal


def test_a_mark_that_could_group_or_divide_is_asked() -> None:
    series = read_series("2026-01;1.234\n2026-02;2.345", MONEY)
    assert series.asks_decimal
    assert not series.is_settled
    assert values(read_series("2026-01;1.234", Reading(MONEY.kind, decimal=","))) == [1234]
    assert values(read_series("2026-01;1.234", Reading(MONEY.kind, decimal="."))) == [1.234]


def test_shares_are_read_in_per_cent_and_as_shares() -> None:
    assert values(read_series("2026-01;45 %\n2026-02;50,5%", SHARE)) == [0.45, 0.505]
    assert values(read_series("2026-01;45\n2026-02;1", SHARE)) == [0.45, 0.01]
    assert values(read_series("2026-01;0,45\n2026-02;46 %", SHARE)) == [0.45, 0.46]
    assert values(read_series("2026-01;0.45\n2026-02;1", SHARE)) == [0.45, 1]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("soon;3", NO_DATE),
        ("2026-03;many", NO_VALUE),
        ("2026-03;", NO_VALUE),
        ("2026-03;101", OUT_OF_LIMITS),
        ("2026-03;3;few", NO_N),
        ("2026-03;3;1,5", NO_N),
        ("2026-01;3", TWICE),
        ("2025-12;3", KNOWN),
    ],
)
def test_each_line_that_cannot_be_read_says_why(line: str, reason: str) -> None:
    known = [(date(2025, 12, 1), date(2025, 12, 31))]
    series = read_series(f"2026-01;30;10\n{line}\n2026-02;31;10", NPS, known)
    assert [(one.number, one.reason) for one in series.faulty] == [(2, reason)]
    assert values(series) == [30, 31]


def test_more_counted_answers_than_were_given_are_refused() -> None:
    series = read_series("Monat;Wert;n;Treffer\n2026-01;0,5;10;11", SHARE)
    assert [line.reason for line in series.faulty] == [MORE_THAN_N]


def test_an_empty_text_has_no_lines() -> None:
    assert read_series(" \n", NPS).lines == ()
