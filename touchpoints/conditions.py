"""What people, data and tools are like at a touchpoint, as the coach's rules ask for it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from touchpoints.model import Answer, Degree, Response, Room, RunBy


@dataclass(frozen=True)
class Conditions:
    """The answers at one touchpoint; None where nobody was asked yet, which is not the same as not known."""

    run_by: RunBy | None = None
    is_role_of_five: Answer | None = None
    know_how: Degree | None = None
    turnover: Degree | None = None
    standing: Degree | None = None
    room_to_decide: Room | None = None
    cold_calls_outside: Answer | None = None
    sees_customer_value: Answer | None = None
    captures_data: Answer | None = None
    trains_capture: Answer | None = None
    checks_capture: Answer | None = None
    given_for_data: str = ""
    shares_data: Answer | None = None
    system_support: Answer | None = None
    is_two_way: Answer | None = None
    response: Response | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked here yet."""
        return self == Conditions()

    @property
    def has_staff(self) -> bool:
        """Whether anybody meets the customer here at all, as far as is known."""
        return self.run_by is not RunBy.NOBODY


CONDITIONS = tuple(one.name for one in fields(Conditions))
