"""Classes by revenue, fields of the portfolio and lifetime values, against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from touchpoints.coach_facts import SegmentFact
from touchpoints.customer_value import Assumptions, abc_classes, field_of, lifetime_value
from touchpoints.model import AbcClass
from touchpoints.segment_views import disagreeing


def classes(*revenues: int) -> str:
    return "".join(abc_classes(dict(enumerate(map(Decimal, revenues)))).values())


@pytest.mark.parametrize(
    ("revenues", "expected"),
    [
        # Before them come 0, 50, 75, 87, 95 and 98 of 100.
        ((50, 25, 12, 8, 3, 2), "AAABCC"),
        # With the first one alone 80 % is crossed; it is still A. The second begins exactly at 95 %.
        ((95, 5), "AC"),
        ((80, 15, 5), "ABC"),
        ((10, 10, 10, 10), "AAAA"),
        # Both begin at 70 %, and neither is better than the other.
        ((70, 15, 15), "AAA"),
        ((100, 0, -20), "ACC"),
        ((0, 0), ""),
        ((), ""),
    ],
)
def test_a_class_holds_whoever_begins_below_its_limit(revenues: tuple[int, ...], expected: str) -> None:
    assert classes(*revenues) == expected


def test_the_order_of_the_list_does_not_matter() -> None:
    revenues = {"small": Decimal(5), "large": Decimal(80), "middle": Decimal(15)}
    assert abc_classes(revenues) == {"large": AbcClass.A, "middle": AbcClass.B, "small": AbcClass.C}


@pytest.mark.parametrize(
    ("attractiveness", "position", "field"),
    [(5, 4, "star"), (4, 1, "question mark"), (3, 3, "solid"), (2, 5, "earner"), (1, 2, "on the margin")],
)
def test_the_portfolio_has_nine_fields(attractiveness: int, position: int, field: str) -> None:
    assert field_of(attractiveness, position) == field


def test_every_field_has_a_name_of_its_own() -> None:
    assert len({field_of(one, other) for one in range(1, 6) for other in range(1, 6)}) == 9


@pytest.mark.parametrize(
    ("years", "rate", "expected"),
    [
        # 600 / 1.1 + 600 / 1.21 + 600 / 1.331 = 545.4545 + 495.8678 + 450.7889
        ("3", "0.1", "1492.11"),
        ("3", "0", "1800.00"),
        ("0", "0.1", "0.00"),
        # 600 / 1.1 + 0.5 * 600 / 1.1^1.5 = 545.4545 + 300 / 1.153690
        ("1.5", "0.1", "805.49"),
    ],
)
def test_a_lifetime_value_is_the_sum_of_discounted_years(years: str, rate: str, expected: str) -> None:
    found = lifetime_value(Decimal(1000), Decimal(400), Decimal(years), Decimal(rate))
    assert found == Decimal(expected)


def test_a_customer_who_costs_more_than_he_brings_has_a_negative_value() -> None:
    assert lifetime_value(Decimal(100), Decimal(210), Decimal(1), Decimal("0.1")) == Decimal("-100.00")


def test_the_value_is_that_of_one_customer_and_none_while_a_figure_is_missing() -> None:
    whole = {"customers": 50, "revenue": Decimal(50_000), "cost": Decimal(20_000)}
    rest = {"years": Decimal(3), "discount_rate": Decimal("0.1")}
    assert Assumptions(**whole, **rest).value == Decimal("1492.11")
    for name in (*whole, *rest):
        assert Assumptions(**{**whole, **rest, name: None}).value is None
    assert Assumptions(**{**whole, **rest, "customers": 0}).value is None


def test_where_revenue_says_little_and_the_portfolio_much_the_views_disagree() -> None:
    students = SegmentFact("s", "Students", abc=AbcClass.C, attractiveness=5, position=4)
    families = SegmentFact("f", "Families", abc=AbcClass.B, attractiveness=5, position=4)
    assert disagreeing((students, families)) == (students,)
