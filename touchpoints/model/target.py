"""Step 2: the level each touchpoint shall reach, by which goals and options, and what becomes of it."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, ProjectRow
from touchpoints.model.coach import Answer
from touchpoints.model.types import Money, rank_string, word_of


class Target(ProjectRow, table=True):
    """The level from -2 to +2 that a touchpoint shall reach in a round: for all, or for one segment."""

    __table_args__ = (
        UniqueConstraint("round_id", "touchpoint_id", "segment_id"),
        CheckConstraint("level BETWEEN -2 AND 2", name="level"),
    )

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    segment_id: UUID | None = Field(default=None, foreign_key="segment.id", ondelete="CASCADE", index=True)
    level: Decimal = Field(max_digits=2, decimal_places=1)


class Decision(StrEnum):
    """What becomes of a touchpoint."""

    FOCUS = "focus"
    IMPROVE = "improve"
    COMBINE = "combine"
    NEGLECT = "neglect"
    REMOVE = "remove"
    NEW = "new"


class DecisionInput(Input):
    """What the team decided about a touchpoint, and how it gets better as the customer sees it."""

    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    decision: Decision | None = Field(default=None, sa_type=word_of(Decision))
    # Which touchpoint it is merged into.
    combine_with_id: UUID | None = Field(default=None, foreign_key="touchpoint.id", ondelete="SET NULL")
    reason: str = Field(default="", max_length=500)
    improvement: str = Field(default="", max_length=500)
    # The sides of a target that were looked at, beside those that its options touch.
    looked_at_data: Answer | None = Field(default=None, sa_type=word_of(Answer, "looked_at_data"))
    looked_at_process: Answer | None = Field(default=None, sa_type=word_of(Answer, "looked_at_process"))
    looked_at_tool: Answer | None = Field(default=None, sa_type=word_of(Answer, "looked_at_tool"))
    looked_at_people: Answer | None = Field(default=None, sa_type=word_of(Answer, "looked_at_people"))


class TouchpointDecision(DecisionInput, ProjectRow, table=True):
    """What was decided in a round."""

    __tablename__ = "touchpoint_decision"
    __table_args__ = (UniqueConstraint("round_id", "touchpoint_id"),)

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)


class GoalInput(Input):
    """Something measurable that shall be reached by a day."""

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="CASCADE", index=True
    )
    segment_id: UUID | None = Field(default=None, foreign_key="segment.id", ondelete="SET NULL")
    name: str = Field(min_length=1, max_length=200)
    # The id of a kind of KPI, from which a KPI is proposed; empty where only words say how it is measured.
    kpi_kind: str = Field(default="", max_length=40)
    metric: str = Field(default="", max_length=200)
    from_value: float | None = None
    to_value: float | None = None
    due_on: date | None = None
    money: Decimal | None = Field(default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2)
    person_days: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=1)
    approach: str = Field(default="", max_length=1000)
    sponsor_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")


class Goal(GoalInput, BinnableRow, table=True):
    """A goal with its place in the list."""

    rank: str = Field(sa_type=rank_string())


class Size(StrEnum):
    """How much an option asks for, as said in the room."""

    S = "S"
    M = "M"
    L = "L"


class OptionInput(Input):
    """One of several ways to reach a target; one sentence and a size are enough for the room."""

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    goal_id: UUID | None = Field(default=None, foreign_key="goal.id", ondelete="SET NULL", index=True)
    name: str = Field(min_length=1, max_length=300)
    size: Size | None = Field(default=None, sa_type=word_of(Size))
    cost_once: Decimal | None = Field(default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2)
    cost_per_year: Decimal | None = Field(default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2)
    # How much of the cost once is software, and training for it: training needs its share.
    software_cost: Decimal | None = Field(default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2)
    training_cost: Decimal | None = Field(default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2)
    person_days: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=1)
    # How many levels of -2..+2 the touchpoint gains.
    effect_worst: Decimal | None = Field(default=None, ge=-4, le=4, max_digits=2, decimal_places=1)
    effect_realistic: Decimal | None = Field(default=None, ge=-4, le=4, max_digits=2, decimal_places=1)
    effect_best: Decimal | None = Field(default=None, ge=-4, le=4, max_digits=2, decimal_places=1)
    risk: str = Field(default="", max_length=500)
    touches_data: bool = False
    touches_process: bool = False
    touches_tool: bool = False
    touches_people: bool = False
    is_must_have: bool = False
    # Whether it adds a delight, which has no effect while disappointments are open.
    is_delight: bool = False
    team_votes: int | None = Field(default=None, ge=0)


class Option(OptionInput, BinnableRow, table=True):
    """An option with its place in the list; chosen or not, with the reason."""

    rank: str = Field(sa_type=rank_string())
    is_chosen: bool = False
    choice_reason: str = Field(default="", max_length=500)


class OptionNeed(ProjectRow, table=True):
    """An option that makes no sense without another one."""

    __tablename__ = "option_need"
    __table_args__ = (UniqueConstraint("option_id", "needs_id"),)

    option_id: UUID = Field(foreign_key="option.id", ondelete="CASCADE", index=True)
    needs_id: UUID = Field(foreign_key="option.id", ondelete="CASCADE", index=True)


class OptionSegment(ProjectRow, table=True):
    """A segment that an option reaches; an option without any reaches all."""

    __tablename__ = "option_segment"
    __table_args__ = (UniqueConstraint("option_id", "segment_id"),)

    option_id: UUID = Field(foreign_key="option.id", ondelete="CASCADE", index=True)
    segment_id: UUID = Field(foreign_key="segment.id", ondelete="CASCADE", index=True)
