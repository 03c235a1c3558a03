"""What the team writes down about a touchpoint in step 1: process steps, factors, findings."""

from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from touchpoints.model.base import BinnableRow, Input
from touchpoints.model.types import Money, rank_string, word_of


class Layer(StrEnum):
    """Who acts or sees: the line of visibility runs below `visible`."""

    CUSTOMER = "customer"
    VISIBLE = "visible"
    BEHIND = "behind"


class ProcessStepInput(Input):
    """One thing that happens at a touchpoint."""

    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    layer: Layer = Field(sa_type=word_of(Layer))
    text: str = Field(min_length=1, max_length=300)
    duration_minutes: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=2)
    waiting_minutes: Decimal | None = Field(default=None, ge=0, max_digits=8, decimal_places=2)
    department: str = Field(default="", max_length=80)


class ProcessStep(ProcessStepInput, BinnableRow, table=True):
    """A process step with its place in the order of events."""

    __tablename__ = "process_step"

    rank: str = Field(sa_type=rank_string())


class Level(StrEnum):
    """The experience level that a factor makes."""

    DISAPPOINTING = "disappointing"
    OKAY = "okay"
    DELIGHTFUL = "delightful"


class Source(StrEnum):
    """Whose word it is: the team's guess, a customer's own words, or a survey."""

    TEAM = "team"
    CUSTOMER = "customer"
    SURVEY = "survey"


class FactorInput(Input):
    """What makes a touchpoint disappointing, okay or delightful."""

    touchpoint_id: UUID = Field(foreign_key="touchpoint.id", ondelete="CASCADE", index=True)
    level: Level = Field(sa_type=word_of(Level))
    text: str = Field(min_length=1, max_length=300)
    source: Source = Field(default=Source.TEAM, sa_type=word_of(Source))
    # Wanted, not there yet: a planned delight is marked where disappointments are open.
    is_planned: bool = False


class Factor(FactorInput, BinnableRow, table=True):
    """A factor with its place in the list."""

    rank: str = Field(sa_type=rank_string())


class FindingKind(StrEnum):
    """The kinds of findings of the method."""

    KEEP = "keep"
    DROP = "drop"
    IMPROVE = "improve"
    BARRIER = "barrier"
    WASTE = "waste"
    IDEA = "idea"


class FindingInput(Input):
    """Something noticed; at one touchpoint, or about the whole journey."""

    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="CASCADE", index=True
    )
    # A customer's comment comes unsorted: nobody but the team can say what kind it is.
    kind: FindingKind | None = Field(default=None, sa_type=word_of(FindingKind))
    text: str = Field(min_length=1, max_length=2000)
    source: Source = Field(default=Source.TEAM, sa_type=word_of(Source))
    from_contact_staff: bool = False
    minutes_per_month: Decimal | None = Field(default=None, ge=0, max_digits=10, decimal_places=2)
    cost_per_month: Decimal | None = Field(default=None, ge=0, sa_type=Money, max_digits=14, decimal_places=2)


class Finding(FindingInput, BinnableRow, table=True):
    """A finding as stored; one that came with a survey goes when its wave is imported again."""

    wave_id: UUID | None = Field(default=None, foreign_key="wave.id", ondelete="CASCADE", index=True)
