"""The live workshop: its agenda, who takes part, and what they answer; raw answers do not outlive it."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, ProjectRow
from touchpoints.model.types import Instant, rank_string, word_of

FLOOR = 5


class WorkshopState(StrEnum):
    """Before the day, in the room, and after it, when raw answers are reduced to counts for good."""

    PLANNED = "planned"
    OPEN = "open"
    CONCLUDED = "concluded"


class WorkshopInput(Input):
    """A meeting of a team; `floor` is the least number of people that a figure may be about.

    `minutes` is how long it is to take, breaks included, and `starts_at` a time of day in the project's zone.
    """

    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE", index=True)
    name: str = Field(min_length=1, max_length=120)
    held_on: date | None = None
    starts_at: time = time(9)
    minutes: int = Field(default=240, ge=1, le=1440)
    floor: int = Field(default=FLOOR, ge=FLOOR, le=50)
    # How phones reach this server, as the room check found it; empty: as the settings say.
    address: str = Field(default="", max_length=200)


class Workshop(WorkshopInput, BinnableRow, table=True):
    """A workshop with its code; `shown_id` is the activity that stands on the wall and on the phones."""

    state: WorkshopState = Field(default=WorkshopState.PLANNED, sa_type=word_of(WorkshopState))
    code: str = Field(max_length=8, unique=True)
    opened_at: datetime | None = Field(default=None, sa_type=Instant)
    concluded_at: datetime | None = Field(default=None, sa_type=Instant)
    shown_id: UUID | None = None
    is_rehearsal: bool = False


class Selection(StrEnum):
    """Which touchpoints an activity is about."""

    NONE = "none"
    ALL = "all"
    SHORTLIST = "shortlist"
    KEY = "key"
    BY_HAND = "by_hand"


class ActivityState(StrEnum):
    """How far an activity is; a paused one takes no answers, a revealed or closed one can be opened again."""

    PLANNED = "planned"
    OPEN = "open"
    PAUSED = "paused"
    REVEALED = "revealed"
    CLOSED = "closed"


class ActivityInput(Input):
    """One point of the agenda; `kind` is one of touchpoints.activities, `settings` are what it asks for."""

    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    kind: str = Field(min_length=1, max_length=40)
    title: str = Field(min_length=1, max_length=120)
    instructions: str = Field(default="", max_length=2000)
    minutes: int = Field(ge=1, le=480)
    selection: Selection = Field(default=Selection.NONE, sa_type=word_of(Selection))
    segment_id: UUID | None = Field(default=None, foreign_key="segment.id", ondelete="SET NULL")
    is_named: bool = False
    asks_department: bool = False
    by_table: bool = False
    # Open for days before the workshop, for whoever has the link.
    is_ahead: bool = False
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Activity(ActivityInput, BinnableRow, table=True):
    """An activity, its place in the agenda and how far it is.

    `ends_at` is the soft end of its timer, `left_seconds` what a paused timer has left. `subject_id` is the
    one that all speak about where they go through the subjects together.
    """

    state: ActivityState = Field(default=ActivityState.PLANNED, sa_type=word_of(ActivityState))
    rank: str = Field(sa_type=rank_string())
    opened_at: datetime | None = Field(default=None, sa_type=Instant)
    ends_at: datetime | None = Field(default=None, sa_type=Instant)
    left_seconds: int | None = None
    subject_id: UUID | None = None
    taken_over_at: datetime | None = Field(default=None, sa_type=Instant)


class SubjectKind(StrEnum):
    """What can be voted on."""

    TOUCHPOINT = "touchpoint"
    OPTION = "option"
    ACTION = "action"
    FINDING = "finding"
    FACTOR = "factor"
    CARD = "card"
    HINT = "hint"


class ActivitySubject(ProjectRow, table=True):
    """One thing that an activity asks about, as it was called when the activity was opened."""

    __tablename__ = "activity_subject"
    __table_args__ = (UniqueConstraint("activity_id", "subject_id"),)

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", index=True)
    kind: SubjectKind = Field(sa_type=word_of(SubjectKind))
    subject_id: UUID
    name: str = Field(min_length=1, max_length=300)
    phase: str = Field(default="", max_length=80)
    table_number: int | None = Field(default=None, ge=1)
    rank: str = Field(sa_type=rank_string())


class ParticipantInput(Input):
    """Somebody in the room; name and department are asked only by an activity that needs them."""

    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    name: str = Field(default="", max_length=80)
    department: str = Field(default="", max_length=80)


class Participant(ParticipantInput, ProjectRow, table=True):
    """A phone in the room; only the hash of its cookie is kept, and nothing that leads to its ballots."""

    token_hash: str = Field(max_length=64, unique=True)
    joined_at: datetime = Field(sa_type=Instant)
    left_at: datetime | None = Field(default=None, sa_type=Instant)
    table_number: int | None = Field(default=None, ge=1)
    # The one phone that writes for its table.
    is_writer: bool = False
    is_acted: bool = False


class Ballot(ProjectRow, table=True):
    """What one person answered in an activity, under a pseudonym that only his phone can make.

    `content` is as touchpoints.ballots says. Reduced to counts, and erased, when the workshop is concluded.
    """

    __table_args__ = (UniqueConstraint("activity_id", "pseudonym"),)

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", index=True)
    pseudonym: str = Field(max_length=64)
    # Only where the activity is named, and was said to be so before the first answer.
    name: str = Field(default="", max_length=80)
    department: str = Field(default="", max_length=80)
    table_number: int | None = None
    is_done: bool = False
    content: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class PaperTally(ProjectRow, table=True):
    """Answers given on paper, entered as counts: {part: {subject: {value: how many}}}."""

    __tablename__ = "paper_tally"

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", unique=True)
    sheets: int = Field(ge=0, le=1000)
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Reveal(ProjectRow, table=True):
    """What was shown of an activity, frozen; the latest one is the record that stays.

    `basis` says which ballots the picture rests on, so that a later one cannot single anybody out; it is
    erased with the ballots.
    """

    __table_args__ = (UniqueConstraint("activity_id", "number"),)

    activity_id: UUID = Field(foreign_key="activity.id", ondelete="CASCADE", index=True)
    number: int = Field(ge=1)
    at: datetime = Field(sa_type=Instant)
    n: int = Field(ge=0)
    picture: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    basis: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class CardKind(StrEnum):
    """What a card says; most kinds become an entry of the project when they are taken over."""

    FIRST_CONTACT = "first_contact"
    TOUCHPOINT = "touchpoint"
    DISAPPOINTING = "disappointing"
    OKAY = "okay"
    DELIGHTFUL = "delightful"
    KEEP = "keep"
    DROP = "drop"
    IMPROVE = "improve"
    WASTE = "waste"
    BARRIER = "barrier"
    IDEA = "idea"
    STEP = "step"
    BREAK = "break"
    OPTION = "option"
    ACTION = "action"
    SENTENCE = "sentence"
    PARKED = "parked"


class CardInput(Input):
    """A text from the room, shown word for word; without an activity it lies in the parking lot."""

    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    activity_id: UUID | None = Field(default=None, foreign_key="activity.id", ondelete="CASCADE", index=True)
    kind: CardKind = Field(sa_type=word_of(CardKind))
    text: str = Field(min_length=1, max_length=300)
    touchpoint_id: UUID | None = Field(default=None, foreign_key="touchpoint.id", ondelete="SET NULL")
    phase_id: UUID | None = Field(default=None, foreign_key="phase.id", ondelete="SET NULL")
    # Of an action that somebody proposes: who does it and until when, where he says so.
    name: str = Field(default="", max_length=80)
    due_on: date | None = None


class Card(CardInput, BinnableRow, table=True):
    """A card on the wall; doubles are merged into one, and a card taken over knows what it became."""

    rank: str = Field(sa_type=rank_string())
    pseudonym: str = Field(default="", max_length=64)
    merged_into_id: UUID | None = Field(default=None, foreign_key="card.id", ondelete="SET NULL", index=True)
    group: str = Field(default="", max_length=120)
    taken_as_id: UUID | None = None
    table_number: int | None = None


class TakeOver(ProjectRow, table=True):
    """What was taken over into the project at once, and what stood there before, so that it can be undone.

    `changes` are [{slot, subject, before, after}], by touchpoints.room.proposals and storage.take_over.
    """

    __tablename__ = "take_over"

    workshop_id: UUID = Field(foreign_key="workshop.id", ondelete="CASCADE", index=True)
    activity_id: UUID | None = Field(default=None, foreign_key="activity.id", ondelete="CASCADE", index=True)
    at: datetime = Field(sa_type=Instant)
    # Landed by itself at a reveal, since nothing stood there before.
    is_automatic: bool = False
    is_undone: bool = False
    changes: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
