"""The money that training lacks, and the action beside which it is planned."""

from __future__ import annotations

from decimal import Decimal

from tests.touchpoints.coach._scenes import action, project
from touchpoints.coach.r05_training import least_training, shortfall_of, software_action_of
from touchpoints.model import BudgetKind

SOFTWARE, TRAINING = BudgetKind.SOFTWARE, BudgetKind.TRAINING


def test_a_tenth_of_the_software_is_the_least_and_what_is_planned_anywhere_counts() -> None:
    facts = project(action("a", costs={SOFTWARE: 10_000, TRAINING: 300}), action("b", costs={TRAINING: 200}))
    assert (least_training(Decimal(10_000)), shortfall_of(facts)) == (1000, 500)


def test_the_least_is_in_whole_cents_that_suffice() -> None:
    facts = project(action(costs={SOFTWARE: Decimal("99.99")}))
    assert shortfall_of(facts) == Decimal("10.00")


def test_more_than_a_tenth_lacks_nothing() -> None:
    assert shortfall_of(project(action(costs={SOFTWARE: 1000, TRAINING: 400}))) == 0


def test_the_money_is_planned_beside_the_largest_software_that_is_still_to_come() -> None:
    done = action("done", costs={SOFTWARE: 9000}, is_done=True)
    small, large = action("small", costs={SOFTWARE: 100}), action("large", costs={SOFTWARE: 800})
    assert software_action_of(project(done, small, large)) == large
    assert software_action_of(project(done)) == done
    assert software_action_of(project(action(costs={TRAINING: 50}))) is None
