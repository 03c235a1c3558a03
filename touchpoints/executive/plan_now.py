"""How the plan stands today: how much is done, what runs on time, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from touchpoints.model import ActionStatus
from touchpoints.plan import Concern, PlannedAction, concerns_of

_HELD_UP = {Concern.OVERDUE, Concern.BLOCKED}


@dataclass(frozen=True)
class PlanNow:
    """How many actions there are, without the dropped ones; one may be both late and blocked."""

    all: int = 0
    done: int = 0
    on_time: int = 0
    late: int = 0
    blocked: int = 0
    without_owner: int = 0

    @property
    def unfinished(self) -> int:
        """How many are still to do."""
        return self.all - self.done


def plan_now(actions: Sequence[PlannedAction], today: date) -> PlanNow:
    """On time is what has a day that is not over, and nothing that holds it up."""
    concerns = concerns_of(actions, today)
    kept = [one for one in actions if one.status is not ActionStatus.DROPPED]
    unfinished = [one for one in kept if not one.is_finished]
    free = [one for one in unfinished if _HELD_UP.isdisjoint(concerns[one.id])]

    def count(concern: Concern) -> int:
        return sum(concern in concerns[one.id] for one in unfinished)

    return PlanNow(
        all=len(kept),
        done=len(kept) - len(unfinished),
        on_time=sum(one.due_on is not None for one in free),
        late=count(Concern.OVERDUE),
        blocked=count(Concern.BLOCKED),
        without_owner=count(Concern.WITHOUT_OWNER),
    )
