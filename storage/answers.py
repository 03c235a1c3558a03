"""Reading the answers of surveys back as counts; a page's cost does not grow with the respondents."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, func
from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.presence import is_there
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    AnswerCount,
    AnswerMean,
    Question,
    Segmentation,
    SegmentationValue,
    Survey,
    Touchpoint,
    Wave,
)
from touchpoints.ratings import AnswerRow, Answers, AskedQuestion, MeanRow, SurveyWave
from touchpoints.statistics import Scale
from touchpoints.survey.waves import natural_key


@dataclass(frozen=True)
class SurveyFacts:
    """A survey, where it comes from (empty where nobody said), and how many rows were read for it."""

    name: str
    source: str
    rows: int


class UnknownSegmentation(TouchpointsError):
    """No survey of the project asked for this."""

    sentence = N_("There is no segmentation {name} in this project. Available: {known}.")


class UnknownWave(TouchpointsError):
    """No survey of the project has this wave."""

    sentence = N_("There is no wave {name} in this project. Available: {known}.")


def list_segmentations(store: Store, actor: Actor, project_id: UUID) -> tuple[str, ...]:
    """The names of the segmentations that answers can be divided by."""
    with store.reading(actor, project_id) as session:
        return tuple(_segmentations(session, project_id))


@dataclass(frozen=True)
class SurveyGroup:
    """A group that the surveys tell apart, by the name of the segmentation and its own."""

    id: UUID
    by: str
    label: str

    @property
    def name(self) -> str:
        """Both names: "Business" may be a group of two segmentations."""
        return f"{self.by}: {self.label}"


def list_survey_groups(store: Store, actor: Actor, project_id: UUID) -> tuple[SurveyGroup, ...]:
    """All groups that the surveys of a project tell apart."""
    query = (
        select(SegmentationValue.id, Segmentation.name, SegmentationValue.label)
        .join(Segmentation, col(Segmentation.id) == SegmentationValue.segmentation_id)
        .where(Segmentation.project_id == project_id)
        .order_by(Segmentation.name, col(SegmentationValue.position), SegmentationValue.label)
    )
    with store.reading(actor, project_id) as session:
        return tuple(SurveyGroup(*row) for row in session.exec(query))


def list_surveys(store: Store, actor: Actor, project_id: UUID) -> tuple[SurveyFacts, ...]:
    """The surveys of a project by name, with the rows of their waves; none whose waves all lie in the bin."""
    query = (
        select(Survey.name, Survey.source, func.sum(Wave.rows_read))
        .join(Wave, (col(Wave.survey_id) == Survey.id) & col(Wave.binned_at).is_(None))
        .where(Survey.project_id == project_id)
        .group_by(Survey.name, Survey.source)
        .order_by(Survey.name)
    )
    with store.reading(actor, project_id) as session:
        return tuple(SurveyFacts(*row) for row in session.exec(query))


def read_answers(store: Store, actor: Actor, project_id: UUID, by: str | None = None) -> Answers:
    """All answers overall and, with `by`, for each value of that segmentation.

    Raises:
        UnknownSegmentation: `by` is none of the project's segmentations.
    """
    with store.reading(actor, project_id) as session:
        values = _values(session, project_id, by) if by else {}
        return Answers(
            questions=_questions(session, project_id),
            waves=_waves(session, project_id),
            rows=_rows(session, project_id, values),
            means=_means(session, project_id, values),
            segmentation=by,
            values=tuple(values.values()),
        )


def _segmentations(session: Session, project_id: UUID) -> list[str]:
    query = select(Segmentation.name).where(Segmentation.project_id == project_id)
    return list(session.exec(query.order_by(Segmentation.name)))


def _values(session: Session, project_id: UUID, by: str) -> dict[UUID, str]:
    if by not in (known := _segmentations(session, project_id)):
        raise UnknownSegmentation(name=by, known=", ".join(known) or "-")
    query = (
        select(SegmentationValue.id, SegmentationValue.label)
        .join(Segmentation, col(Segmentation.id) == SegmentationValue.segmentation_id)
        .where(Segmentation.project_id == project_id, Segmentation.name == by)
        .order_by(col(SegmentationValue.position), SegmentationValue.label)
    )
    return dict(session.exec(query).all())


def _questions(session: Session, project_id: UUID) -> tuple[AskedQuestion, ...]:
    query = (
        select(Question, Survey.name, Touchpoint.name)
        .join(Survey, col(Survey.id) == Question.survey_id)
        .outerjoin(Touchpoint, col(Touchpoint.id) == Question.touchpoint_id)
        .where(Question.project_id == project_id)
        .where(col(Question.touchpoint_id).is_(None) | is_there())
        .order_by(Survey.name, Question.text, Question.key)
    )
    return tuple(
        AskedQuestion(
            id=str(question.id),
            survey=survey,
            kind=question.kind.value,
            touchpoint_id=str(question.touchpoint_id) if question.touchpoint_id else None,
            touchpoint=touchpoint,
            text=question.text,
            scale=Scale(question.low, question.high, question.best),
        )
        for question, survey, touchpoint in session.exec(query)
    )


def _waves(session: Session, project_id: UUID) -> tuple[SurveyWave, ...]:
    query = (
        select(Wave.id, Survey.name, Wave.label, col(Wave.starts_on))
        .join(Survey, col(Survey.id) == Wave.survey_id)
        .where(Wave.project_id == project_id, col(Wave.binned_at).is_(None))
    )
    waves = [SurveyWave(str(row[0]), *row[1:]) for row in session.exec(query)]
    # Waves without a date sort by their label, which is how people number them.
    return tuple(
        sorted(waves, key=lambda wave: (str(wave.starts_on or ""), natural_key(wave.label), wave.survey))
    )


def _shown_waves(project_id: UUID) -> Select[UUID]:
    """The waves that do not lie in the bin."""
    return columns_of(col(Wave.id)).where(col(Wave.project_id) == project_id, col(Wave.binned_at).is_(None))


def _rows(session: Session, project_id: UUID, values: dict[UUID, str]) -> tuple[AnswerRow, ...]:
    counts = table_of(AnswerCount)
    wanted = (
        (counts.c.value_id.is_(None) | counts.c.value_id.in_(values))
        & counts.c.pair_value_id.is_(None)
        & counts.c.wave_id.in_(_shown_waves(project_id))
    )
    names = ("question_id", "wave_id", "value_id", "point", "n", "sum_w", "sum_w2")
    query = columns_of(*(counts.c[name] for name in names)).where(counts.c.project_id == project_id, wanted)
    return tuple(
        AnswerRow(str(question), str(wave), values.get(value), *figures)
        for question, wave, value, *figures in session.connection().execute(query)
    )


def _means(session: Session, project_id: UUID, values: dict[UUID, str]) -> tuple[MeanRow, ...]:
    means = table_of(AnswerMean)
    columns = [means.c[name] for name in ("question_id", "wave_id", "value_id", "n", "mean", "sd")]
    wanted = (means.c.value_id.is_(None) | means.c.value_id.in_(values)) & means.c.wave_id.in_(
        _shown_waves(project_id)
    )
    query = columns_of(*columns).where(means.c.project_id == project_id, wanted)
    return tuple(
        MeanRow(str(question), str(wave), values.get(value), *figures)
        for question, wave, value, *figures in session.connection().execute(query)
    )
