"""What the team thinks of a touchpoint: ratings as counts, importance as points, and its hand-overs."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, ProjectRow
from touchpoints.model.types import rank_string, word_of


class Aspect(StrEnum):
    """What of a touchpoint the team rates, each from -2 to +2."""

    EXPERIENCE = "experience"
    COORDINATION = "coordination"
    BRAND = "brand"
    PROMISE = "promise"


class TeamAnswer(ProjectRow, table=True):
    """How many of the team gave one point; rated by hand, the team's joint answer counts as one."""

    __tablename__ = "team_answer"
    __table_args__ = (
        UniqueConstraint("round_id", "touchpoint_id", "aspect", "point"),
        CheckConstraint("point BETWEEN -2 AND 2", name="point"),
    )

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    aspect: Aspect = Field(sa_type=word_of(Aspect))
    point: int
    n: int = Field(ge=1)


class Importance(ProjectRow, table=True):
    """The points that the team gave a touchpoint, out of a budget, and how many customers named it."""

    __table_args__ = (UniqueConstraint("round_id", "touchpoint_id"),)

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    team_points: int | None = Field(default=None, ge=0)
    customer_mentions: int | None = Field(default=None, ge=0)


class HandoverInput(Input):
    """A department that works at a touchpoint, and what breaks when it hands over to the next."""

    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    department: str = Field(min_length=1, max_length=80)
    break_note: str = Field(default="", max_length=300)


class Handover(HandoverInput, BinnableRow, table=True):
    """A department's place in the chain of a touchpoint."""

    rank: str = Field(sa_type=rank_string())
