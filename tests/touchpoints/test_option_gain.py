"""The gain of an option follows the importance of its touchpoint, its effect, and whom it reaches."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest

from tests.touchpoints._options import blank, ground, option, touchpoint
from touchpoints.model import Size
from touchpoints.option import Case
from touchpoints.option_effort import ASSUMED, effort_of
from touchpoints.option_gain import candidate, gain, reach

LOCALS, GUESTS, STAFF = (UUID(int=number) for number in (21, 22, 23))


def test_the_gain_is_importance_times_effect_in_each_case() -> None:
    effects = {"effect_worst": Decimal("-0.5"), "effect_best": Decimal(2)}
    found = candidate(option(1, effect=1.5, **effects), ground(0.4))
    assert found.gains == pytest.approx({Case.WORST: -0.2, Case.REALISTIC: 0.6, Case.BEST: 0.8})
    assert found.missing == ()


def test_a_case_that_nobody_told_is_taken_as_the_realistic_one() -> None:
    assert gain(option(1, effect=1), ground(0.4), Case.WORST) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("meetings", "reached", "expected"),
    [
        ({LOCALS: 300.0, GUESTS: 100.0}, (LOCALS,), 0.75),
        ({LOCALS: 300.0, GUESTS: 100.0}, (LOCALS, GUESTS), 1.0),
        ({LOCALS: None, GUESTS: None}, (LOCALS,), 0.5),
        ({LOCALS: 300.0, GUESTS: None}, (GUESTS,), 0.5),
        ({LOCALS: 300.0}, (STAFF,), 0.0),
        ({LOCALS: 0.0}, (LOCALS,), 0.0),
        ({}, (LOCALS, STAFF), 2 / 3),
        ({LOCALS: 300.0, GUESTS: 100.0}, (), 1.0),
    ],
)
def test_whom_it_reaches_counts_by_how_often_they_meet_the_touchpoint(
    meetings: dict[UUID, float | None], reached: tuple[UUID, ...], expected: float
) -> None:
    on = ground(0.5, meetings={touchpoint(0): meetings}, segments=(LOCALS, GUESTS, STAFF))
    found = option(1, effect=2, segments=reached)
    assert reach(found, on) == pytest.approx(expected)
    assert gain(found, on, Case.REALISTIC) == pytest.approx(expected)


def test_the_cost_is_once_and_of_the_first_year() -> None:
    effort = effort_of(option(1, cost=1000.5, days=2.5, cost_per_year=Decimal("200.25")))
    assert (effort.cost, effort.cents, effort.tenths) == (Decimal("1200.75"), 120_075, 25)
    assert (effort.assumed, effort.missing) == ((), ())


@pytest.mark.parametrize("size", list(Size))
def test_a_size_stands_in_for_what_nobody_told_and_is_marked(size: Size) -> None:
    effort = effort_of(blank(size=size, cost_once=Decimal(700)))
    assert (effort.cost, effort.person_days) == (700, ASSUMED[size].person_days)
    assert effort.assumed == ("person-days",)


def test_without_a_size_what_is_missing_is_named() -> None:
    assert candidate(blank(), ground(0.5)).missing == ("cost", "person-days", "effect")
    assert candidate(blank(size=Size.S), ground(0.5)).missing == ("effect",)
    assert candidate(option(1, at=3), ground(0.5)).missing == ("importance of the touchpoint",)
