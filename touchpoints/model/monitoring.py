"""Step 4: KPIs with their measurements, and the reviews in which results are discussed."""

from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import CheckConstraint
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, ProjectRow
from touchpoints.model.types import rank_string, word_of


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class KpiInput(Input):
    """What is measured, how, how often and for whom, and where it shall be by when.

    Values of shares lie between 0 and 1; NPS between -100 and +100; everything else is in its unit.
    """

    name: str = Field(min_length=1, max_length=120)
    # The id of a kind of KPI (touchpoints/kpi_kinds), so that a new kind is one new file.
    kind: str = Field(min_length=1, max_length=40)
    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="SET NULL", index=True
    )
    goal_id: UUID | None = Field(default=None, foreign_key="goal.id", ondelete="SET NULL", index=True)
    # Imported waves of this question feed it by themselves.
    question_id: UUID | None = Field(default=None, foreign_key="question.id", ondelete="SET NULL", index=True)
    definition: str = Field(default="", max_length=500)
    unit: str = Field(default="", max_length=40)
    direction: Direction = Field(default=Direction.UP, sa_type=word_of(Direction))
    method: str = Field(default="", max_length=300)
    source: str = Field(default="", max_length=300)
    interval_months: int | None = Field(default=None, ge=1, le=60)
    audience: str = Field(default="", max_length=200)
    owner_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")
    baseline: float | None = None
    target: float | None = None
    target_on: date | None = None
    # Below this a difference is not noticeable, however certain.
    smallest_change: float | None = Field(default=None, ge=0)
    # How many customers there are at all, where they are few (business to business).
    customer_base: int | None = Field(default=None, ge=1)


class Kpi(KpiInput, BinnableRow, table=True):
    """A KPI with its place in the list."""

    rank: str = Field(sa_type=rank_string())


class KpiAction(ProjectRow, table=True):
    """An action that shall move a KPI."""

    __tablename__ = "kpi_action"
    __table_args__ = (UniqueConstraint("kpi_id", "action_id"),)

    kpi_id: UUID = Field(foreign_key="kpi.id", ondelete="CASCADE", index=True)
    action_id: UUID = Field(foreign_key="action.id", ondelete="CASCADE", index=True)


class MeasurementInput(Input):
    """One value of a KPI, with what its interval needs."""

    kpi_id: UUID = Field(foreign_key="kpi.id", ondelete="CASCADE", index=True)
    # What the value is about; a measurement of one day begins and ends on it.
    starts_on: date
    ends_on: date
    value: float
    n: int | None = Field(default=None, ge=1)
    # The spread of a mean; the counts of a share (favourable of n) or of an NPS (promoters, detractors).
    sd: float | None = Field(default=None, ge=0)
    favourable: int | None = Field(default=None, ge=0)
    unfavourable: int | None = Field(default=None, ge=0)
    method: str = Field(default="", max_length=300)

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.ends_on < self.starts_on:
            raise PydanticCustomError("ends_before_start", "ends before it begins")
        if (self.favourable or 0) + (self.unfavourable or 0) > (self.n or 0):
            raise PydanticCustomError("counts_above_n", "more answers were counted than given")
        return self


class Measurement(MeasurementInput, BinnableRow, table=True):
    """A measurement entered by hand or pasted; those of surveys are read from their answers."""

    __table_args__ = (CheckConstraint("starts_on <= ends_on", name="period"),)


class ReviewInput(Input):
    """A meeting in which results are discussed with the people at the touchpoint."""

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    name: str = Field(min_length=1, max_length=120)
    held_on: date | None = None
    # Where it is about one touchpoint, its people are in the room.
    touchpoint_id: UUID | None = Field(default=None, foreign_key="touchpoint.id", ondelete="SET NULL")
    minutes: str = Field(default="", max_length=8000)


class Review(ReviewInput, BinnableRow, table=True):
    """A review as stored."""


class ReviewPerson(ProjectRow, table=True):
    """Somebody who took part in a review."""

    __tablename__ = "review_person"
    __table_args__ = (UniqueConstraint("review_id", "person_id"),)

    review_id: UUID = Field(foreign_key="review.id", ondelete="CASCADE", index=True)
    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", index=True)


class ReviewFinding(ProjectRow, table=True):
    """A finding that was written down in a review."""

    __tablename__ = "review_finding"
    __table_args__ = (UniqueConstraint("review_id", "finding_id"),)

    review_id: UUID = Field(foreign_key="review.id", ondelete="CASCADE", index=True)
    finding_id: UUID = Field(foreign_key="finding.id", ondelete="CASCADE", index=True)


class ReviewDecisionInput(Input):
    """What a review decided; it becomes an action with an owner."""

    review_id: UUID = Field(foreign_key="review.id", ondelete="CASCADE", index=True)
    text: str = Field(min_length=1, max_length=500)


class ReviewDecision(ReviewDecisionInput, BinnableRow, table=True):
    """A decision with its place in the minutes."""

    __tablename__ = "review_decision"

    rank: str = Field(sa_type=rank_string())


class ReviewTopicInput(Input):
    """What stood on the agenda, kept as it was said that day, with what it was about."""

    review_id: UUID = Field(foreign_key="review.id", ondelete="CASCADE", index=True)
    text: str = Field(min_length=1, max_length=500)
    note: str = Field(default="", max_length=2000)
    kpi_id: UUID | None = Field(default=None, foreign_key="kpi.id", ondelete="SET NULL")
    action_id: UUID | None = Field(default=None, foreign_key="action.id", ondelete="SET NULL")
    finding_id: UUID | None = Field(default=None, foreign_key="finding.id", ondelete="SET NULL")


class ReviewTopic(ReviewTopicInput, ProjectRow, table=True):
    """A topic with its place on the agenda."""

    __tablename__ = "review_topic"

    rank: str = Field(sa_type=rank_string())
