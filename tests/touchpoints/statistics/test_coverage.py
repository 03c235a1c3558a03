"""Of a hundred 95 % intervals about ninety-five hold the truth, at the sizes that surveys have."""

from collections.abc import Callable

import numpy as np
import pytest

from touchpoints.statistics import Estimate, Nps, PointCounts, Scale, csat, leading_mean, leading_nps

STARS = Scale(1, 5, best=5)
REPEATS = 2_000
CONTENT = [0.05, 0.1, 0.2, 0.4, 0.25]
RECOMMENDING = [0.02, 0.01, 0.02, 0.03, 0.04, 0.08, 0.1, 0.12, 0.18, 0.15, 0.25]


def sampled(lowest: int, shares: list[float], n: int) -> list[PointCounts]:
    draws = np.random.default_rng(seed=20).multinomial(n, shares, size=REPEATS)
    return [PointCounts({lowest + i: int(count) for i, count in enumerate(draw)}) for draw in draws]


def share_holding(truth: float, figures: list[Estimate] | list[Nps]) -> float:
    return float(np.mean([figure.low <= truth <= figure.high for figure in figures]))


@pytest.mark.parametrize("n", [20, 100, 1000])
def test_the_interval_of_a_share_holds_it(n: int) -> None:
    assert 0.93 <= share_holding(0.65, [csat(counts) for counts in sampled(1, CONTENT, n)]) <= 0.975


@pytest.mark.parametrize("n", [20, 100, 1000])
def test_the_interval_of_a_mean_holds_it(n: int) -> None:
    truth = float(np.dot([1, 2, 3, 4, 5], CONTENT))
    assert 0.93 <= share_holding(truth, [leading_mean(c, STARS) for c in sampled(1, CONTENT, n)]) <= 0.975


@pytest.mark.parametrize("n", [10, 100, 1000])
def test_the_interval_of_a_net_promoter_score_holds_it(n: int) -> None:
    truth = 100 * (sum(RECOMMENDING[9:]) - sum(RECOMMENDING[:7]))
    assert 0.93 <= share_holding(truth, [leading_nps(c) for c in sampled(0, RECOMMENDING, n)]) <= 0.975


def weighted_sample(rng: np.random.Generator, n: int) -> PointCounts:
    """Half the customers answer, the others twice as readily and weighing half for it."""
    points, weights = rng.choice([1, 2, 3, 4, 5], n, p=CONTENT), rng.choice([0.5, 1.0], n, p=[2 / 3, 1 / 3])
    masses = [np.bincount(points, weights**power, 6) for power in (0, 1, 2)]
    n_, weight, squared = ({point: float(mass[point]) for point in range(1, 6)} for mass in masses)
    return PointCounts({point: int(count) for point, count in n_.items()}, weight, squared)


@pytest.mark.parametrize("figure", [lambda counts: leading_mean(counts, STARS), csat])
def test_weighted_intervals_hold_the_truth_by_their_effective_n(
    figure: Callable[[PointCounts], Estimate],
) -> None:
    rng = np.random.default_rng(seed=21)
    truth = figure(PointCounts({i + 1: round(1000 * share) for i, share in enumerate(CONTENT)})).value
    figures = [figure(weighted_sample(rng, 150)) for _ in range(REPEATS)]
    assert 0.93 <= share_holding(truth, figures) <= 0.975


@pytest.mark.parametrize("customers", [60, 100])
def test_intervals_in_a_finite_base_hold_its_truth(customers: int) -> None:
    rng = np.random.default_rng(seed=22)
    base = [round(share * customers) for share in CONTENT]
    truth = PointCounts({i + 1: n for i, n in enumerate(base)})
    draws = rng.multivariate_hypergeometric(base, 40, size=REPEATS)
    samples = [PointCounts({i + 1: int(n) for i, n in enumerate(draw)}) for draw in draws]
    size = truth.total
    assert 0.93 <= share_holding(csat(truth).value, [csat(s, customers=size) for s in samples]) <= 0.985
    means = [leading_mean(s, STARS, customers=size) for s in samples]
    assert 0.93 <= share_holding(leading_mean(truth, STARS).value, means) <= 0.985
