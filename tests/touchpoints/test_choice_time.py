"""What a person waits for keeps to one limit: the three cases share it, and so does saying what is wrong."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest

from tests.touchpoints._options import drawn, ground, option
from touchpoints.best_choice import best_in_cases
from touchpoints.choice_faults import MustHavesDoNotFit
from touchpoints.choice_programme import TIME_LIMIT, Programme, Solution, solve
from touchpoints.choice_rules import Limits
from touchpoints.option import Case
from touchpoints.option_gain import candidates

GROUND = ground(0.5, 0.3, 0.2)


def test_the_time_that_a_person_waits_is_shared_among_the_cases() -> None:
    options, on = drawn(3, 20, 5)
    asked: list[float] = []

    def noting(programme: Programme) -> Solution | None:
        asked.append(programme.time_limit)
        return Solution(frozenset(), is_proved=False, relative_gap=0.03)

    found = best_in_cases(candidates(options, on), on, Limits(Decimal(400_000), Decimal(900)), noting)
    assert len(asked) == len(Case)
    assert sum(asked) == pytest.approx(TIME_LIMIT)
    assert [(one.status, one.relative_gap) for one in found.by_case.values()] == [("feasible", 0.03)] * 3


def test_to_say_why_must_haves_do_not_fit_takes_no_longer_than_the_limit() -> None:
    asked: list[float] = []

    def noting(programme: Programme) -> Solution | None:
        asked.append(programme.time_limit)
        return solve(programme)

    # What keeps to the budget takes too many days, and the other way round: the most that is asked.
    wanting = option(1, cost=0, days=0, is_must_have=True, needs=(UUID(int=2),))
    found = candidates((wanting, option(2, at=1, cost=0, days=30)), GROUND)
    with pytest.raises(MustHavesDoNotFit):
        best_in_cases(found, GROUND, Limits(Decimal(1000), Decimal(10)), noting)
    assert sum(asked) <= TIME_LIMIT + 1e-9
