"""Who speaks up by a public link: people at the touchpoints with ideas, and customers with answers."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from touchpoints.model.base import BinnableRow, Input, ProjectRow, Row
from touchpoints.model.types import word_of


class VoiceBox(ProjectRow, table=True):
    """The address at which people hand in ideas and warnings about a project, at any time."""

    __tablename__ = "voice_box"
    __table_args__ = (UniqueConstraint("project_id"),)

    code: str = Field(max_length=40, unique=True)
    is_open: bool = True


class VoiceKind(StrEnum):
    """What somebody who works at a touchpoint has to say."""

    IDEA = "idea"
    WARNING = "warning"


class VoiceInput(Input):
    """An idea or a warning; whoever gives no name stays unknown."""

    kind: VoiceKind = Field(sa_type=word_of(VoiceKind))
    text: str = Field(min_length=1, max_length=2000)
    name: str = Field(default="", max_length=80)
    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="SET NULL", index=True
    )


class Voice(VoiceInput, BinnableRow, table=True):
    """An idea or a warning with its answer; the reply code, by which its author reads that, is kept hashed.

    The day alone is kept: a minute would tell who was at which screen.
    """

    came_on: date
    reply_hash: str | None = Field(default=None, max_length=64, unique=True)
    answer: str = Field(default="", max_length=2000)
    answered_on: date | None = None
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    finding_id: UUID | None = Field(default=None, foreign_key="finding.id", ondelete="SET NULL")


class FeedbackKind(StrEnum):
    """What a feedback form asks customers."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    TOP_TEN = "top_ten"


class FeedbackFormInput(Input):
    """A public form with one question to customers, about a touchpoint, for a KPI, or about the journey."""

    name: str = Field(min_length=1, max_length=120)
    kind: FeedbackKind = Field(sa_type=word_of(FeedbackKind))
    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="SET NULL", index=True
    )
    kpi_id: UUID | None = Field(default=None, foreign_key="kpi.id", ondelete="SET NULL", index=True)
    # Empty: the kind's own words.
    question: str = Field(default="", max_length=300)
    asks_sentence: bool = True
    ends_on: date | None = None


class FeedbackForm(FeedbackFormInput, BinnableRow, table=True):
    """A form with its address; its answers are counts of one question of a survey."""

    __tablename__ = "feedback_form"

    code: str = Field(max_length=40, unique=True)
    is_open: bool = True
    question_id: UUID | None = Field(default=None, foreign_key="question.id", ondelete="SET NULL")
    answers: int = Field(default=0, ge=0)


class SentenceState(StrEnum):
    """Whether a customer's sentence may be seen outside the list in which it waits."""

    WAITING = "waiting"
    RELEASED = "released"
    REFUSED = "refused"


class FeedbackSentence(ProjectRow, table=True):
    """A customer's sentence, shown only after somebody has released it; nothing ties it to a figure."""

    __tablename__ = "feedback_sentence"

    form_id: UUID = Field(foreign_key="feedback_form.id", ondelete="CASCADE", index=True)
    text: str = Field(min_length=1, max_length=500)
    came_on: date
    state: SentenceState = Field(default=SentenceState.WAITING, sa_type=word_of(SentenceState))
    finding_id: UUID | None = Field(default=None, foreign_key="finding.id", ondelete="SET NULL")


class PrivacyNoticeInput(Input):
    """What the pages for the public say of this installation's data protection."""

    controller: str = Field(default="", max_length=500)
    contact: str = Field(default="", max_length=300)
    purpose: str = Field(default="", max_length=1000)
    duration: str = Field(default="", max_length=500)


class PrivacyNotice(PrivacyNoticeInput, Row, table=True):
    """The one notice of an installation."""

    __tablename__ = "privacy_notice"
