"""Customer surveys as counts per scale point: no respondent is ever stored."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Integer
from sqlmodel import Field, UniqueConstraint

from touchpoints.model.base import BinnableRow, Input, PlainRow, ProjectRow
from touchpoints.model.types import Instant, word_of


class QuestionKind(StrEnum):
    """What a question asks for."""

    RATING = "rating"
    OVERALL = "overall"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    RECOMMENDATION = "recommendation"


class Origin(StrEnum):
    """Whether we asked ourselves; bought answers are the result of somebody else's selection."""

    OWN = "own"
    BOUGHT = "bought"


class SurveyInput(Input):
    """A survey of customers."""

    name: str = Field(min_length=1, max_length=120)
    source: str = Field(default="", max_length=300)
    origin: Origin | None = Field(default=None, sa_type=word_of(Origin))


class Survey(SurveyInput, ProjectRow, table=True):
    """A survey of a project."""

    __table_args__ = (UniqueConstraint("project_id", "name"),)


class Wave(BinnableRow, table=True):
    """One run of a survey; importing it again replaces its counts."""

    __table_args__ = (UniqueConstraint("survey_id", "label"),)

    survey_id: UUID = Field(foreign_key="survey.id", ondelete="CASCADE", index=True)
    round_id: UUID = Field(foreign_key="round.id", ondelete="CASCADE")
    label: str = Field(min_length=1, max_length=60)
    starts_on: date | None = None
    rows_read: int = Field(default=0, ge=0)
    imported_at: datetime = Field(sa_type=Instant)


class Question(ProjectRow, table=True):
    """A question with its scale; the same words on another scale are another question."""

    __table_args__ = (
        UniqueConstraint("survey_id", "key"),
        CheckConstraint("low < high AND best IN (low, high)", name="scale"),
    )

    survey_id: UUID = Field(foreign_key="survey.id", ondelete="CASCADE", index=True)
    touchpoint_id: UUID | None = Field(
        default=None, foreign_key="touchpoint.id", ondelete="CASCADE", index=True
    )
    kind: QuestionKind = Field(sa_type=word_of(QuestionKind))
    key: str = Field(max_length=200)
    text: str = Field(max_length=500)
    low: int
    high: int
    best: int


class Segmentation(ProjectRow, table=True):
    """A way to divide the answers, such as age or class of travel."""

    __table_args__ = (UniqueConstraint("project_id", "name"),)

    name: str = Field(min_length=1, max_length=80)


class SegmentationValue(ProjectRow, table=True):
    """One value of a segmentation; "Business" may be a value of two of them."""

    __tablename__ = "segmentation_value"
    __table_args__ = (UniqueConstraint("segmentation_id", "label"),)

    segmentation_id: UUID = Field(foreign_key="segmentation.id", ondelete="CASCADE", index=True)
    label: str = Field(min_length=1, max_length=80)
    position: int = 0


class AnswerCount(PlainRow, table=True):
    """How many answers fell on one scale point, overall, for one value, or for a declared pair of values.

    A thousand such rows are written in one go, so they carry a plain number instead of an id and a version.
    """

    __tablename__ = "answer_count"

    id: int | None = Field(
        default=None, primary_key=True, sa_type=BigInteger().with_variant(Integer, "sqlite")
    )
    project_id: UUID = Field(foreign_key="project.id", ondelete="CASCADE", index=True)
    wave_id: UUID = Field(foreign_key="wave.id", ondelete="CASCADE", index=True)
    question_id: UUID = Field(foreign_key="question.id", ondelete="CASCADE", index=True)
    value_id: UUID | None = Field(
        default=None, foreign_key="segmentation_value.id", ondelete="CASCADE", index=True
    )
    pair_value_id: UUID | None = Field(default=None, foreign_key="segmentation_value.id", ondelete="CASCADE")
    point: int
    n: int = Field(ge=0)
    sum_w: float | None = None
    sum_w2: float | None = None


class AnswerMean(PlainRow, table=True):
    """A mean that came without its distribution: accepted only with n, and marked as such on every screen."""

    __tablename__ = "answer_mean"

    id: int | None = Field(
        default=None, primary_key=True, sa_type=BigInteger().with_variant(Integer, "sqlite")
    )
    project_id: UUID = Field(foreign_key="project.id", ondelete="CASCADE", index=True)
    wave_id: UUID = Field(foreign_key="wave.id", ondelete="CASCADE", index=True)
    question_id: UUID = Field(foreign_key="question.id", ondelete="CASCADE", index=True)
    value_id: UUID | None = Field(
        default=None, foreign_key="segmentation_value.id", ondelete="CASCADE", index=True
    )
    n: int = Field(ge=1)
    mean: float
    sd: float | None = None


class ImportMapping(ProjectRow, table=True):
    """What the columns of a survey file mean, kept for the next file with the same columns."""

    __tablename__ = "import_mapping"
    __table_args__ = (UniqueConstraint("project_id", "columns_key"),)

    columns_key: str = Field(max_length=64)
    mapping: str = Field(max_length=200_000)
    used_at: datetime = Field(sa_type=Instant)
