"""An action is judged by the last value before it and the first after it, and by nothing in between."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints._kpis import action, score, share, value
from touchpoints.effect import (
    NO_INTERVAL,
    NOT_DONE,
    NOT_STARTED,
    NOTHING_AFTER,
    NOTHING_BEFORE,
    ActionSpan,
    Verdict,
    Yardstick,
    effect_of,
    there,
    verdict_of,
)
from touchpoints.kpi_kinds import Evidence, kind_of
from touchpoints.kpi_values import KpiValue
from touchpoints.model import Direction
from touchpoints.statistics import Difference

BEGIN, END = date(2026, 3, 10), date(2026, 5, 20)
TRAINED = action("Train", BEGIN, END)
UP = Yardstick(kind_of("share"), Direction.UP)
DOWN = Yardstick(kind_of("share"), Direction.DOWN)


def months(**goods: int) -> list[KpiValue]:
    """A share of a hundred for each month named, such as m3 for March."""
    return [
        value("share", date(2026, int(name[1:]), 1), share(good, 100), 28) for name, good in goods.items()
    ]


def test_the_last_value_before_and_the_first_after_are_compared() -> None:
    effect = effect_of(TRAINED, months(m1=10, m2=40, m3=99, m4=99, m5=99, m6=70, m7=10), UP)
    assert effect.before is not None
    assert effect.after is not None
    assert (effect.before.value, effect.after.value) == (0.4, 0.7)
    assert effect.verdict is Verdict.BETTER


def test_a_period_that_the_action_falls_into_is_neither_before_nor_after() -> None:
    quarter = value("share", date(2026, 1, 1), share(40, 100), 90)
    year = value("share", date(2026, 5, 20), share(70, 100), 200)
    effect = effect_of(TRAINED, [quarter, year], UP)
    assert (effect.before, effect.after, effect.verdict) == (None, None, Verdict.OPEN)


@pytest.mark.parametrize(
    ("before", "after", "yardstick", "verdict"),
    [
        (40, 70, UP, Verdict.BETTER),
        (40, 70, DOWN, Verdict.WORSE),
        (70, 40, UP, Verdict.WORSE),
        (50, 55, UP, Verdict.NO_DIFFERENCE_SHOWN),
        (40, 70, Yardstick(kind_of("share"), Direction.UP, 0.4), Verdict.NO_NOTICEABLE_DIFFERENCE),
        (50, 51, Yardstick(kind_of("share"), Direction.UP, 0.4), Verdict.NO_NOTICEABLE_DIFFERENCE),
        (50, 55, Yardstick(kind_of("share"), Direction.UP, 0.1), Verdict.NO_DIFFERENCE_SHOWN),
    ],
)
def test_the_verdict_follows_the_interval_of_the_difference(
    before: int, after: int, yardstick: Yardstick, verdict: Verdict
) -> None:
    assert effect_of(TRAINED, months(m2=before, m6=after), yardstick).verdict is verdict


@pytest.mark.parametrize(
    ("judged", "values", "reason"),
    [
        (action("A"), months(m2=40), NOT_STARTED),
        (action("A", BEGIN), months(m6=40), NOTHING_BEFORE),
        (action("A", BEGIN), months(m2=40, m6=70), NOT_DONE),
        (TRAINED, months(m2=40), NOTHING_AFTER),
    ],
)
def test_what_is_missing_is_said(judged: ActionSpan, values: list[KpiValue], reason: str) -> None:
    effect = effect_of(judged, values, UP)
    assert (effect.verdict, effect.reason, effect.difference) == (Verdict.OPEN, reason, None)


@pytest.mark.parametrize("kind", ["count", "money", "time", "mean_rating", "nps"])
def test_one_value_each_cannot_be_told_from_chance(kind: str) -> None:
    values = [value(kind, date(2026, month, 1), Evidence(month)) for month in (1, 6)]
    effect = effect_of(TRAINED, values, Yardstick(kind_of(kind), Direction.UP))
    assert effect.difference == Difference(5)
    assert (effect.verdict, effect.reason) == (Verdict.NO_DIFFERENCE_SHOWN, NO_INTERVAL)


def test_waves_of_a_survey_are_compared_by_their_scores() -> None:
    waves = [
        value("nps", date(year, 1, 1), one, 365)
        for year, one in ((2025, score(40, 30, 100)), (2027, score(60, 20, 100)))
    ]
    effect = effect_of(TRAINED, waves, Yardstick(kind_of("nps"), Direction.UP))
    assert effect.verdict is Verdict.BETTER
    assert effect.difference is not None
    assert effect.difference.points == pytest.approx(30)


def test_what_else_changed_there_in_that_time_is_named() -> None:
    others = [
        TRAINED,
        action("Meanwhile", date(2026, 4, 1), date(2026, 4, 2)),
        action("Still runs", date(2026, 1, 1)),
        action("Long over", date(2025, 1, 1), date(2025, 2, 1)),
        action("Later", date(2026, 12, 1)),
        action("Undated"),
    ]
    effect = effect_of(TRAINED, months(m2=40, m6=70), UP, others)
    assert [other.name for other in effect.others] == ["Meanwhile", "Still runs"]


def test_there_are_the_touchpoint_and_the_kpi() -> None:
    here = action("Here")
    linked = ActionSpan("linked", "Linked", "elsewhere", None, None)
    apart = ActionSpan("apart", "Apart", None, None, None)
    assert there([here, linked, apart], ["id-hotline", None], {"linked"}) == (here, linked)


@given(st.floats(-1, 1), st.floats(0, 1), st.floats(0, 1), st.sampled_from([*Direction]), st.floats(0, 0.5))
def test_the_other_direction_turns_the_verdict_and_nothing_else(
    points: float, down: float, up: float, direction: Direction, smallest: float
) -> None:
    difference = Difference(points, points - down, points + up)
    other = Direction.DOWN if direction is Direction.UP else Direction.UP
    one, turned = (
        verdict_of(difference, Yardstick(kind_of("share"), way, smallest)) for way in (direction, other)
    )
    swapped = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    assert turned is swapped.get(one, one)
    if one in swapped:
        assert difference.is_clear_of_zero
        assert abs(points) >= smallest
