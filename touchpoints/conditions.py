"""What people, data and tools are like at a touchpoint, as the coach's rules ask for it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from touchpoints.model import Answer, Degree, Response, Room, RunBy

_SOME = (Answer.YES, Answer.IN_PART)
_OF_STAFF = frozenset(
    {
        *("know_how", "standing", "room_to_decide", "is_role_of_five", "turnover", "cold_calls_outside"),
        "sees_customer_value",
    }
)
_OF_CAPTURE = frozenset({"trains_capture", "checks_capture", "gives_back", "given_for_data"})


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
    gives_back: Answer | None = None
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

    @property
    def captures(self) -> bool:
        """Whether customer data are captured here, as far as is known."""
        return self.captures_data in _SOME

    def is_asked(self, name: str) -> bool:
        """Whether a question makes sense after what was said."""
        if name == "turnover" and self.is_role_of_five is not Answer.YES:
            return False
        if name == "given_for_data" and self.gives_back not in _SOME:
            return False
        return (self.has_staff or name not in _OF_STAFF) and (self.captures or name not in _OF_CAPTURE)


CONDITIONS = tuple(one.name for one in fields(Conditions))
