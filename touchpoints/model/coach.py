"""What the coach asks beyond the four steps: the conditions at a touchpoint, and answers to its hints."""

from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import Input, ProjectRow
from touchpoints.model.types import Instant, word_of


class Answer(StrEnum):
    """An answer to a question of the coach; that nobody knows it is an answer, too, and a finding."""

    YES = "yes"
    IN_PART = "in_part"
    NO = "no"
    NOT_KNOWN = "not_known"


class Degree(StrEnum):
    """How much there is of something, seen beside what is usual in the trade."""

    LOW = "low"
    USUAL = "usual"
    HIGH = "high"
    NOT_KNOWN = "not_known"


class RunBy(StrEnum):
    """Who meets the customer at a touchpoint."""

    OURSELVES = "ourselves"
    BOTH = "both"
    OUTSIDERS = "outsiders"
    NOBODY = "nobody"
    NOT_KNOWN = "not_known"


class Room(StrEnum):
    """How much whoever meets the customer may decide, such as goodwill and exceptions."""

    NOTHING = "nothing"
    LITTLE = "little"
    ENOUGH = "enough"
    NOT_KNOWN = "not_known"


class Response(StrEnum):
    """How soon a customer has his answer."""

    HOURS = "hours"
    DAY = "day"
    DAYS = "days"
    LONGER = "longer"
    NOBODY = "nobody"
    NOT_KNOWN = "not_known"


class TouchpointConditionsInput(Input):
    """What people, data and tools are like at a touchpoint; every question may stay open."""

    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    run_by: RunBy | None = Field(default=None, sa_type=word_of(RunBy))
    # Whether five people or more work here in one role: of fewer nothing is asked that could name one.
    is_role_of_five: Answer | None = Field(default=None, sa_type=word_of(Answer, "is_role_of_five"))
    know_how: Degree | None = Field(default=None, sa_type=word_of(Degree, "know_how"))
    turnover: Degree | None = Field(default=None, sa_type=word_of(Degree, "turnover"))
    standing: Degree | None = Field(default=None, sa_type=word_of(Degree, "standing"))
    room_to_decide: Room | None = Field(default=None, sa_type=word_of(Room))
    cold_calls_outside: Answer | None = Field(default=None, sa_type=word_of(Answer, "cold_calls_outside"))
    sees_customer_value: Answer | None = Field(default=None, sa_type=word_of(Answer, "sees_customer_value"))
    captures_data: Answer | None = Field(default=None, sa_type=word_of(Answer, "captures_data"))
    trains_capture: Answer | None = Field(default=None, sa_type=word_of(Answer, "trains_capture"))
    checks_capture: Answer | None = Field(default=None, sa_type=word_of(Answer, "checks_capture"))
    # Whether the customer gets something for his data, and what.
    gives_back: Answer | None = Field(default=None, sa_type=word_of(Answer, "gives_back"))
    given_for_data: str = Field(default="", max_length=300)
    shares_data: Answer | None = Field(default=None, sa_type=word_of(Answer, "shares_data"))
    system_support: Answer | None = Field(default=None, sa_type=word_of(Answer, "system_support"))
    is_two_way: Answer | None = Field(default=None, sa_type=word_of(Answer, "is_two_way"))
    response: Response | None = Field(default=None, sa_type=word_of(Response))

    @model_validator(mode="after")
    def _names_nobody(self) -> Self:
        if self.turnover is not None and self.is_role_of_five is not Answer.YES:
            raise PydanticCustomError("role_too_small", "asked of roles of five and more people alone")
        return self


class TouchpointConditions(TouchpointConditionsInput, ProjectRow, table=True):
    """The conditions at a touchpoint, of which there is one row each."""

    __tablename__ = "touchpoint_conditions"
    __table_args__ = (UniqueConstraint("touchpoint_id"),)


class HintState(StrEnum):
    """What a team did with a hint of the coach."""

    WAVED_OFF = "waved_off"
    DISCUSSED = "discussed"
    ACTION = "action"


class HintAnswerInput(Input):
    """An answer to a hint, with the reason; waving one off needs a reason."""

    hint: str = Field(min_length=1, max_length=60)
    state: HintState = Field(sa_type=word_of(HintState))
    reason: str = Field(default="", max_length=500)
    action_id: UUID | None = Field(default=None, foreign_key="action.id", ondelete="SET NULL")

    @model_validator(mode="after")
    def _has_its_reason(self) -> Self:
        if self.state is HintState.WAVED_OFF and not self.reason:
            raise PydanticCustomError("without_reason", "waved off with a reason alone")
        return self


class HintAnswer(HintAnswerInput, ProjectRow, table=True):
    """An answer as stored; `cases` are the facts it was given to: one that is new brings the hint back."""

    __tablename__ = "hint_answer"

    said: str = Field(default="", max_length=1000)
    cases: list[str] = Field(default_factory=list, sa_type=JSON)
    at: datetime = Field(sa_type=Instant)
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    taken_back_at: datetime | None = Field(default=None, sa_type=Instant)
