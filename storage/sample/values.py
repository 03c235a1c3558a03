"""What the sample project consists of: frozen values in one language, which know nothing of the database.

Words such as depth, control, layer or kind are those of touchpoints.model; entries name each other by key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from storage.sample.plan_values import SampleAction, SampleMonitoring, SampleRound, SampleStrategy
from touchpoints.conditions import Conditions


@dataclass(frozen=True)
class SamplePhase:
    """A stage of the journey, in the customer's words."""

    key: str
    name: str
    is_before_contact: bool


@dataclass(frozen=True)
class SamplePerson:
    """An invented person who owns or sponsors touchpoints."""

    key: str
    name: str
    position: str
    department: str


@dataclass(frozen=True)
class SampleTouchpoint:
    """A touchpoint; owner and sponsor are keys of people, None where nobody answers for it."""

    key: str
    phase: str
    name: str
    depth: str
    control: str
    contact_type: str
    owner: str | None
    sponsor: str | None
    is_planned: bool
    first_round: int
    last_round: int | None


@dataclass(frozen=True)
class SampleSegment:
    """A customer segment with its three classifications, some of which are assumptions."""

    key: str
    name: str
    note: str
    abc: str
    abc_is_assumed: bool
    attractiveness: int
    position: int
    portfolio_is_assumed: bool
    lifetime_value: Decimal | None
    lifetime_value_is_assumed: bool
    classified_days_ago: int


@dataclass(frozen=True)
class SampleEncounter:
    """A segment at a touchpoint: on which occasion, how often per period, with which roles."""

    segment: str
    touchpoint: str
    occasion: str
    frequency: Decimal | None
    period: str
    roles: str


@dataclass(frozen=True)
class SampleProcessStep:
    """One thing that happens at a touchpoint, in the order of events."""

    touchpoint: str
    layer: str
    text: str
    duration_minutes: Decimal | None
    waiting_minutes: Decimal | None
    department: str


@dataclass(frozen=True)
class SampleFactor:
    """What makes a touchpoint disappointing, okay or delightful. Few are named by others."""

    key: str | None
    touchpoint: str
    level: str
    text: str
    source: str


@dataclass(frozen=True)
class SampleFinding:
    """Something noticed; about the whole journey where the touchpoint is None. Few are named by others."""

    key: str | None
    touchpoint: str | None
    kind: str
    text: str
    source: str
    from_contact_staff: bool
    minutes_per_month: Decimal | None
    cost_per_month: Decimal | None


@dataclass(frozen=True)
class SampleTeamView:
    """What the invented team thinks of a touchpoint.

    importance: the points given to it, of 100 in all. experience, coordination, brand, promise: how many
    answered -2, -1, 0, +1 and +2. All but importance and experience is there for key touchpoints only.
    """

    touchpoint: str
    importance: int
    experience: tuple[int, ...]
    departments: tuple[str, ...] = ()
    coordination: tuple[int, ...] | None = None
    brand: tuple[int, ...] | None = None
    promise: tuple[int, ...] | None = None
    lacking: str = ""
    handover_break: str = ""


@dataclass(frozen=True)
class SampleImportance:
    """What matters to customers: how many were asked, and how many of them named which touchpoint."""

    asked: int
    named: Mapping[str, int]


@dataclass(frozen=True)
class SampleWave:
    """One run of the survey, with the number of interviews behind it."""

    label: str
    interviews: int


@dataclass(frozen=True)
class SampleQuestion:
    """A question with its scale, whose high end is best; not about one touchpoint where that is None."""

    key: str
    kind: str
    text: str
    touchpoint: str | None
    low: int
    high: int


@dataclass(frozen=True)
class SampleSegmentation:
    """A way to divide the answers: its name, and the names of its values by key, in order."""

    key: str
    name: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class SampleSurvey:
    """The real survey: its counts come from sample_counts()."""

    name: str
    source: str
    waves: tuple[SampleWave, ...]
    questions: tuple[SampleQuestion, ...]
    segmentations: tuple[SampleSegmentation, ...]


@dataclass(frozen=True)
class SampleConditions:
    """The conditions at a touchpoint."""

    touchpoint: str
    said: Conditions


@dataclass(frozen=True)
class Sample:
    """The whole sample project."""

    name: str
    currency: str
    time_zone: str
    phases: tuple[SamplePhase, ...]
    people: tuple[SamplePerson, ...]
    touchpoints: tuple[SampleTouchpoint, ...]
    segments: tuple[SampleSegment, ...]
    encounters: tuple[SampleEncounter, ...]
    process_steps: tuple[SampleProcessStep, ...]
    factors: tuple[SampleFactor, ...]
    findings: tuple[SampleFinding, ...]
    team_views: tuple[SampleTeamView, ...]
    importance: SampleImportance
    survey: SampleSurvey
    rounds: tuple[SampleRound, ...]
    earlier_views: tuple[SampleTeamView, ...]
    conditions: tuple[SampleConditions, ...]
    strategy: SampleStrategy
    actions: tuple[SampleAction, ...]
    monitoring: SampleMonitoring
