"""Touchpoints and the customers who meet them: segments and encounters."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input
from touchpoints.model.types import Money, rank_string, word_of


class Depth(StrEnum):
    """How deeply the team works on a touchpoint."""

    ALL = "all"
    SHORTLIST = "shortlist"
    KEY = "key"


class ContactType(StrEnum):
    """How the customer meets us."""

    IN_PERSON = "in_person"
    MEDIAL = "medial"
    THIRD_PARTY = "third_party"


class Control(StrEnum):
    """How far we can steer the touchpoint."""

    OWNED = "owned"
    PAID = "paid"
    EARNED = "earned"


class TouchpointInput(Input):
    """A point where a customer meets the company, its offer or its reputation."""

    name: str = Field(min_length=1, max_length=120)
    phase_id: UUID = Field(foreign_key="phase.id", ondelete="CASCADE", index=True)
    depth: Depth = Field(default=Depth.ALL, sa_type=word_of(Depth))
    contact_type: ContactType | None = Field(default=None, sa_type=word_of(ContactType))
    control: Control | None = Field(default=None, sa_type=word_of(Control))
    note: str = Field(default="", max_length=2000)
    # What our people lack to keep here what the brand promises.
    lacking: str = Field(default="", max_length=500)
    owner_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")
    sponsor_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")


class Touchpoint(TouchpointInput, BinnableRow, table=True):
    """A touchpoint with its place within the phase, and the rounds in which it belongs to the journey."""

    rank: str = Field(sa_type=rank_string())
    # Decided on, not there yet: it stands in the target journey alone until the next round begins.
    is_planned: bool = False
    first_round: int = Field(default=1, ge=1)
    # The last round in which it was there, where it was removed or merged into another one.
    last_round: int | None = Field(default=None, ge=1)


class AbcClass(StrEnum):
    """The classification by revenue."""

    A = "A"
    B = "B"
    C = "C"


class Treatment(StrEnum):
    """What becomes of a segment that is served badly: nobody is only a C customer."""

    SERVE_BETTER = "serve_better"
    PART = "part"


class SegmentInput(Input):
    """A group of customers who are served alike; every classification may be marked as an assumption.

    Revenue and contribution are those of a year of all its customers, as a list of customers says that was
    put together on `listed_on`; `years` and `discount_rate` (0.08 for 8 %) are what a lifetime value assumes.
    """

    name: str = Field(min_length=1, max_length=80)
    note: str = Field(default="", max_length=2000)
    abc: AbcClass | None = Field(default=None, sa_type=word_of(AbcClass))
    abc_is_assumed: bool = False
    attractiveness: int | None = Field(default=None, ge=1, le=5)
    position: int | None = Field(default=None, ge=1, le=5)
    portfolio_is_assumed: bool = False
    lifetime_value: Decimal | None = Field(default=None, sa_type=Money, max_digits=14, decimal_places=2)
    lifetime_value_is_assumed: bool = False
    classified_on: date | None = None
    customers: int | None = Field(default=None, ge=0)
    revenue: Decimal | None = Field(default=None, sa_type=Money, max_digits=14, decimal_places=2)
    contribution: Decimal | None = Field(default=None, sa_type=Money, max_digits=14, decimal_places=2)
    listed_on: date | None = None
    years: Decimal | None = Field(default=None, ge=0, le=100, max_digits=4, decimal_places=1)
    discount_rate: float | None = Field(default=None, ge=0, lt=1)
    treatment: Treatment | None = Field(default=None, sa_type=word_of(Treatment))
    treatment_reason: str = Field(default="", max_length=500)
    # The group of the surveys whose ratings are this segment's.
    surveyed_as_id: UUID | None = Field(
        default=None, foreign_key="segmentation_value.id", ondelete="SET NULL", index=True
    )


class Segment(SegmentInput, BinnableRow, table=True):
    """A customer segment with its place in lists."""

    rank: str = Field(sa_type=rank_string())


class Period(StrEnum):
    """The span that a frequency is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class EncounterInput(Input):
    """A segment at a touchpoint: on which occasion, how often, with which of our roles."""

    segment_id: UUID = Field(foreign_key="segment.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    occasion: str = Field(default="", max_length=300)
    frequency: Decimal | None = Field(default=None, ge=0, max_digits=10, decimal_places=2)
    period: Period = Field(default=Period.YEAR, sa_type=word_of(Period))
    roles: str = Field(default="", max_length=200)


class Encounter(EncounterInput, BinnableRow, table=True):
    """An encounter as stored."""

    __table_args__ = (UniqueConstraint("segment_id", "touchpoint_id", "occasion"),)
