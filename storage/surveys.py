"""Storing a counted survey: its wave replaces itself whole, and no respondent is ever stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import delete, exists, insert, true
from sqlmodel import SQLModel, col, select

from storage.intents import Work, intent
from storage.revisions import CONTENT, MEASUREMENTS, raise_revision
from storage.survey_touchpoints import JourneyByName
from storage.tables import table_of
from touchpoints.model import (
    AnswerCount,
    AnswerMean,
    ChangeKind,
    Finding,
    FindingInput,
    Question,
    QuestionKind,
    Round,
    Segmentation,
    SegmentationValue,
    Source,
    Survey,
    SurveyInput,
    Wave,
)
from touchpoints.survey.result import Question as FoundQuestion
from touchpoints.survey.result import SurveyResult, WaveFound

Ids = dict[str, UUID]


@intent("import survey", MEASUREMENTS)
def store_survey(work: Work, result: SurveyResult, source: str = "") -> UUID:
    """Store the counts of a survey file; waves of the same name are replaced. Returns the survey's id."""
    return put_survey(work, result, source)


def put_survey(work: Work, result: SurveyResult, source: str) -> UUID:
    """The same within an intent that does more."""
    survey = _survey(work, result.survey, source)
    waves = {found.name: _wave(work, survey, found) for found in result.check.waves}
    questions = _questions(work, survey, result.questions)
    values = _segment_values(work, result)
    _insert_counts(work, result, waves, questions, values)
    _insert_means(work, result, waves, questions, values)
    _add_comments(work, result, waves, questions)
    _drop_unasked(work, survey)
    _drop_unused_segments(work)
    raise_revision(work.session, work.project, CONTENT)
    return survey.id


def _survey(work: Work, name: str, source: str) -> Survey:
    query = select(Survey).where(Survey.project_id == work.project, Survey.name == name)
    survey = work.session.exec(query).first()
    values = SurveyInput(name=name, source=source)
    if survey is None:
        return work.add(Survey(**values.model_dump(), project_id=work.project))
    if values.source and values.source != survey.source:
        work.change(survey, source=values.source)
    return survey


def _wave(work: Work, survey: Survey, found: WaveFound) -> UUID:
    """The wave's id, with nothing in it: an earlier import of the same wave is taken away."""
    query = select(Wave).where(Wave.survey_id == survey.id, Wave.label == found.name)
    wave = work.session.exec(query).first()
    if wave is None:
        wave = Wave(
            project_id=work.project,
            survey_id=survey.id,
            round_id=_current_round(work),
            label=found.name,
            imported_at=work.at,
        )
        work.session.add(wave)
    else:
        _empty(work, wave)
    wave.starts_on, wave.rows_read, wave.imported_at = found.starts, found.rows, work.at
    wave.binned_at = None
    work.session.flush()
    work.note(
        ChangeKind.IMPORTED, wave, after={"survey": survey.name, "wave": wave.label, "rows": found.rows}
    )
    return wave.id


def _empty(work: Work, wave: Wave) -> None:
    """Take away what an earlier import stored; comments that the team has sorted since are its findings."""
    findings = table_of(Finding)
    for table, condition in (
        (table_of(AnswerCount), true()),
        (table_of(AnswerMean), true()),
        (findings, findings.c.kind.is_(None)),
    ):
        work.session.connection().execute(delete(table).where(table.c.wave_id == wave.id, condition))


def _current_round(work: Work) -> UUID:
    query = select(Round.id).where(Round.project_id == work.project).order_by(col(Round.number).desc())
    return work.session.exec(query.limit(1)).one()


def _questions(work: Work, survey: Survey, found: Iterable[FoundQuestion]) -> Ids:
    known = {
        question.key: question
        for question in work.session.exec(select(Question).where(Question.survey_id == survey.id))
    }
    journey = JourneyByName(work)
    ids: Ids = {}
    for asked in found:
        question = known.get(asked.key) or Question(
            project_id=work.project,
            survey_id=survey.id,
            kind=QuestionKind(asked.kind),
            key=asked.key,
            text=asked.text,
            low=asked.scale.low,
            high=asked.scale.high,
            best=asked.scale.best,
        )
        # A touchpoint that was renamed since keeps its ratings: the question knows it, whatever its name.
        if asked.touchpoint and not journey.has(question.touchpoint_id):
            question.touchpoint_id = journey.touchpoint(asked.touchpoint, asked.phase)
        work.session.add(question)
        ids[asked.key] = question.id
    work.session.flush()
    return ids


def _segment_values(work: Work, result: SurveyResult) -> dict[tuple[str, str], UUID]:
    """The ids of all segmentation values, keyed by both names: "Business" may be a value of two."""
    ids: dict[tuple[str, str], UUID] = {}
    for found in result.check.segmentations:
        segmentation = _segmentation(work, found.name)
        query = select(SegmentationValue).where(SegmentationValue.segmentation_id == segmentation)
        known = {value.label: value for value in work.session.exec(query)}
        for label in [name for name, _ in found.segments if name not in known]:
            value = SegmentationValue(
                project_id=work.project, segmentation_id=segmentation, label=label, position=len(known)
            )
            work.session.add(value)
            known[label] = value
        ids |= {(found.name, label): value.id for label, value in known.items()}
    work.session.flush()
    return ids


def _segmentation(work: Work, name: str) -> UUID:
    query = select(Segmentation).where(Segmentation.project_id == work.project, Segmentation.name == name)
    segmentation = work.session.exec(query).first()
    if segmentation is None:
        segmentation = Segmentation(project_id=work.project, name=name)
        work.session.add(segmentation)
        work.session.flush()
    return segmentation.id


def _insert_counts(
    work: Work, result: SurveyResult, waves: Ids, questions: Ids, values: dict[tuple[str, str], UUID]
) -> None:
    rows = [
        {
            "project_id": work.project,
            "wave_id": waves[cell.wave],
            "question_id": questions[cell.question],
            "value_id": _value(values, cell.segmentation, cell.segment),
            "pair_value_id": _value(values, cell.second_segmentation, cell.second_segment),
            "point": cell.point,
            "n": cell.n,
            "sum_w": cell.weight,
            "sum_w2": cell.weight_squared,
        }
        for cell in result.cells
    ]
    _insert(work, AnswerCount, rows)


def _insert_means(
    work: Work, result: SurveyResult, waves: Ids, questions: Ids, values: dict[tuple[str, str], UUID]
) -> None:
    rows = [
        {
            "project_id": work.project,
            "wave_id": waves[cell.wave],
            "question_id": questions[cell.question],
            "value_id": _value(values, cell.segmentation, cell.segment),
            "n": cell.n,
            "mean": cell.mean,
            "sd": cell.sd,
        }
        for cell in result.means
    ]
    _insert(work, AnswerMean, rows)


def _value(values: dict[tuple[str, str], UUID], segmentation: str | None, segment: str | None) -> UUID | None:
    return values[segmentation, segment] if segmentation and segment else None


def _add_comments(work: Work, result: SurveyResult, waves: Ids, questions: Ids) -> None:
    """Customers' own words become findings, unsorted, without the answer and the segment they came with."""
    touchpoints = {
        question.id: question.touchpoint_id
        for question in work.session.exec(select(Question).where(Question.project_id == work.project))
    }
    kept = set(
        work.session.exec(
            select(Finding.wave_id, Finding.text).where(col(Finding.wave_id).in_(waves.values()))
        )
    )
    for comment in result.comments:
        if (waves[comment.wave], comment.text) in kept:
            continue
        values = FindingInput(
            touchpoint_id=touchpoints[questions[comment.question]], text=comment.text, source=Source.CUSTOMER
        )
        work.session.add(Finding(**values.model_dump(), project_id=work.project, wave_id=waves[comment.wave]))
    work.session.flush()


def _drop_unasked(work: Work, survey: Survey) -> None:
    """Take away questions that no wave asks any more, as when a wave was first imported on a wrong scale."""
    questions, counts, means = table_of(Question), table_of(AnswerCount), table_of(AnswerMean)
    work.session.connection().execute(
        delete(questions).where(
            questions.c.survey_id == survey.id,
            ~exists().where(counts.c.question_id == questions.c.id),
            ~exists().where(means.c.question_id == questions.c.id),
        )
    )


def _drop_unused_segments(work: Work) -> None:
    """Take away segments and segmentations without answers, as when a column was first given another name."""
    values, segmentations = table_of(SegmentationValue), table_of(Segmentation)
    counts, means = table_of(AnswerCount), table_of(AnswerMean)
    used = (
        counts.c.value_id == values.c.id,
        counts.c.pair_value_id == values.c.id,
        means.c.value_id == values.c.id,
    )
    connection = work.session.connection()
    connection.execute(
        delete(values).where(
            values.c.project_id == work.project, *(~exists().where(condition) for condition in used)
        )
    )
    connection.execute(
        delete(segmentations).where(
            segmentations.c.project_id == work.project,
            ~exists().where(values.c.segmentation_id == segmentations.c.id),
        )
    )


def _insert(work: Work, entity: type[SQLModel], rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        work.session.connection().execute(insert(table_of(entity)), rows)
