"""How the plan stands: counted is what somebody can do something about."""

from __future__ import annotations

from tests.touchpoints._plans import action
from tests.touchpoints.executive._facts import TODAY, done
from touchpoints.executive.plan_now import PlanNow, plan_now
from touchpoints.model import ActionStatus


def test_a_plan_is_counted_without_what_was_dropped() -> None:
    actions = [
        done(1),
        action(2, due_on=1, owner_id=action(9).id),
        action(3, due_on=-1),
        action(4, due_on=-1, status=ActionStatus.BLOCKED),
        action(5, due_on=2, status=ActionStatus.DROPPED),
        action(6, owner_id=action(9).id),
    ]
    found = plan_now(actions, TODAY)
    assert found == PlanNow(all=5, done=1, on_time=1, late=2, blocked=1, without_owner=2)
    assert found.unfinished == 4


def test_no_plan_is_no_plan() -> None:
    assert plan_now([], TODAY) == PlanNow()
