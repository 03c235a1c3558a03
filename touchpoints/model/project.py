"""A project, its rounds and the phases of its customer journey."""

from datetime import date, datetime
from typing import Any
from zoneinfo import available_timezones

from pydantic import field_validator
from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, ProjectRow, Row
from touchpoints.model.types import Instant, rank_string


class ProjectInput(Input):
    """One company or unit that goes through the four steps."""

    name: str = Field(min_length=1, max_length=120)
    language: str = Field(max_length=10)
    # SQLModel has an argument for a pattern, too, and takes no notice of it.
    currency: str = Field(default="EUR", max_length=3, schema_extra={"pattern": "^[A-Z]{3}$"})
    time_zone: str = Field(default="Europe/Berlin", max_length=64)
    # The shares from which a touchpoint counts as disappointing or delightful (shown wherever used).
    disappointing_from: float = Field(default=0.10, gt=0, lt=1)
    delightful_from: float = Field(default=0.60, gt=0, lt=1)

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError(f"unknown time zone {zone}")
        return zone


class Project(ProjectInput, Row, table=True):
    """A project as stored."""

    template: str = Field(default="blank", max_length=40)
    is_example: bool = False
    created_at: datetime = Field(sa_type=Instant)
    archived_at: datetime | None = Field(default=None, sa_type=Instant)
    binned_at: datetime | None = Field(default=None, sa_type=Instant)


class RoundInput(Input):
    """One pass through the four steps."""

    name: str = Field(default="", max_length=80)
    started_on: date | None = None
    ended_on: date | None = None
    # How many customers were asked which touchpoints matter to them; the base of their mentions.
    customers_asked: int | None = Field(default=None, ge=1)


class Round(RoundInput, ProjectRow, table=True):
    """A numbered round of a project; `check_up` is how it stood when it ended (touchpoints/check_up.py)."""

    __table_args__ = (UniqueConstraint("project_id", "number"),)

    number: int = Field(ge=1)
    check_up: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class PhaseInput(Input):
    """A stage of the journey, in the customer's words."""

    name: str = Field(min_length=1, max_length=80)
    is_before_contact: bool = False


class Phase(PhaseInput, BinnableRow, table=True):
    """A phase with its place in the journey."""

    rank: str = Field(sa_type=rank_string())
