"""Kinds of KPIs register themselves; each estimates, compares and limits its values."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from tests.touchpoints._kpis import score, share
from touchpoints import kpi_kinds
from touchpoints.kpi_kinds import BrokenKind, Evidence, Need, UnknownKind, all_kinds, kind_of
from touchpoints.statistics import (
    PointCounts,
    Scale,
    ces,
    csat,
    leading_mean,
    leading_nps,
    recommendation_rate,
)

FIVE, SEVEN, TEN, YES = Scale(1, 5, 5), Scale(1, 7, 7), Scale(0, 10, 10), Scale(0, 1, 1)
STARS = PointCounts({1: 10, 2: 15, 3: 20, 4: 30, 5: 25})


def test_the_kinds_of_the_folder_register_themselves_the_methods_first_kpi_first() -> None:
    assert list(all_kinds()) == [
        *("recommendation_rate", "nps", "csat", "ces", "mean_rating", "retention", "churn"),
        *("share", "count", "money", "time"),
    ]


def test_an_unknown_kind_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownKind, match="luck"):
        kind_of("luck")


@pytest.mark.parametrize("broken", [None, "nps", replace(kind_of("nps"), id="Mean Rating")])
def test_a_file_that_is_no_kind_is_refused(broken: object, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("touchpoints.kpi_kinds.broken")
    module.KIND = broken  # type: ignore[attr-defined] # that is the point
    monkeypatch.setattr(kpi_kinds, "discover", lambda _package: [module])
    with pytest.raises(BrokenKind, match="broken"):
        all_kinds.__wrapped__()


@pytest.mark.parametrize(
    ("kind", "counts", "scale", "expected"),
    [
        ("csat", STARS, FIVE, csat(STARS)),
        ("share", STARS, FIVE, csat(STARS)),
        ("ces", PointCounts({2: 20, 6: 40, 7: 10}), SEVEN, ces(PointCounts({2: 20, 6: 40, 7: 10})).easy),
        (
            "recommendation_rate",
            PointCounts({0: 60, 1: 40}),
            YES,
            recommendation_rate(PointCounts({0: 60, 1: 40})),
        ),
        ("mean_rating", STARS, FIVE, leading_mean(STARS, FIVE)),
    ],
)
def test_answers_of_a_survey_give_the_same_figure_as_everywhere(
    kind: str, counts: PointCounts, scale: Scale, expected: object
) -> None:
    of_answers = kind_of(kind).of_answers
    assert of_answers is not None
    assert kind_of(kind).estimate(of_answers(counts, scale)) == expected


def test_weights_stand_in_the_interval_by_their_effective_n() -> None:
    counts = PointCounts({0: 30, 8: 30, 10: 40}, {0: 20.0, 8: 30.0, 10: 60.0}, {0: 20.0, 8: 40.0, 10: 95.0})
    expected = leading_nps(counts)
    of_answers = kind_of("nps").of_answers
    assert of_answers is not None
    found = kind_of("nps").estimate(of_answers(counts, TEN))
    assert (found.value, found.low, found.high, found.n) == pytest.approx(
        (expected.score, expected.low, expected.high, expected.n)
    )


def test_few_customers_narrow_an_interval_and_all_of_them_leave_none() -> None:
    wide, narrow, none = (kind_of("share").estimate(share(20, 40, n)) for n in (None, 60, 40))
    assert wide.low is not None
    assert narrow.low is not None
    assert narrow.low > wide.low
    assert not none.has_interval


@pytest.mark.parametrize("kind", all_kinds().values(), ids=list(all_kinds()))
def test_a_value_that_stands_alone_has_no_interval(kind: kpi_kinds.KpiKind) -> None:
    assert not kind.estimate(Evidence(0.5)).has_interval
    assert kind.difference(Evidence(0.5), Evidence(0.75)).low is None


def test_a_mean_of_nine_answers_has_no_interval() -> None:
    mean = kind_of("mean_rating")
    assert not mean.estimate(Evidence(3.5, 9, sd=1.0)).has_interval
    assert not mean.estimate(Evidence(3.5, 9, sd=1.0, customers=10)).has_interval
    assert mean.estimate(Evidence(3.5, 10, sd=1.0)).has_interval


def test_values_have_their_limits() -> None:
    assert not kind_of("nps").is_possible(-101)
    assert not kind_of("churn").is_possible(1.5)
    assert not kind_of("count").is_possible(-1)
    assert kind_of("money").is_possible(-1)


def test_only_a_score_asks_for_detractors() -> None:
    assert [kind.id for kind in all_kinds().values() if Need.UNFAVOURABLE in kind.needs] == ["nps"]
    assert kind_of("nps").difference(score(50, 20, 100), score(50, 20, 100)).points == 0


def test_only_money_has_a_currency_where_nobody_gave_a_unit() -> None:
    assert {kind.id: kind.unit_of("", "CHF") for kind in all_kinds().values() if kind.unit_of("", "CHF")} == {
        "money": "CHF"
    }
    assert kind_of("money").unit_of("CHF a month", "CHF") == "CHF a month"
