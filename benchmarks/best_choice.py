"""How long the best choice among 250 options takes in all its cases, over draws from a seeded generator."""

from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import Decimal

from benchmarks._figures import Figure
from tests.touchpoints._options import drawn
from touchpoints.best_choice import best_in_cases
from touchpoints.choice_rules import Limits
from touchpoints.option_gain import Candidate, Ground, candidates

OPTIONS, TOUCHPOINTS, DRAWS = 250, 60, 40
# Of what all options together take; the hardest choices are neither scarce nor plentiful.
SHARES = (Decimal("0.05"), Decimal("0.15"), Decimal("0.4"))
# A person waits for all three cases, which share a limit of five seconds.
AT_MOST = 2.0


def measure() -> Iterator[Figure]:
    """Seconds at the 95th percentile that the page and the command wait, and how many are proved."""
    _choose(*_drawn(DRAWS), SHARES[0])  # the first one loads the solver
    taken, proved = [], 0
    for seed in range(DRAWS):
        found, ground = _drawn(seed)
        for share in SHARES:
            seconds, is_proved = _choose(found, ground, share)
            taken.append(seconds)
            proved += is_proved
    taken.sort()
    median = f"median {taken[len(taken) // 2]:.2f} s, {proved} of {len(taken)} proved in all cases"
    slow = taken[int(0.95 * len(taken))]
    yield Figure(f"Best choice among {OPTIONS} options, p95", slow, "s", at_most=AT_MOST, beside=median)


def _drawn(seed: int) -> tuple[tuple[Candidate, ...], Ground]:
    options, ground = drawn(seed, OPTIONS, TOUCHPOINTS)
    return candidates(options, ground), ground


def _choose(found: tuple[Candidate, ...], ground: Ground, share: Decimal) -> tuple[float, bool]:
    money = sum((one.effort.cost for one in found), Decimal(0))
    days = sum((one.effort.person_days for one in found), Decimal(0))
    limits = Limits(round(money * share, 2), round(days * share, 1))
    began = time.perf_counter()
    choices = best_in_cases(found, ground, limits).by_case.values()
    return time.perf_counter() - began, all(one.is_proved for one in choices)
