"""Filling the sample project: the invented journey, and the real survey stored as any import would be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import select

from storage.intents import Work
from storage.ranks import first_ranks
from storage.sample import Sample, read_sample, sample_counts
from storage.sample.values import SampleQuestion, SampleSurvey
from storage.sample_conditions import add_conditions
from storage.sample_monitoring import add_kpis, add_reviews
from storage.sample_plan import add_plan
from storage.sample_rows import Filling, Ids, row_of
from storage.sample_strategy import add_strategy
from storage.sample_team import add_rounds, add_team_view, today_of
from storage.surveys import put_survey
from touchpoints.model import (
    Encounter,
    EncounterInput,
    Factor,
    FactorInput,
    Finding,
    FindingInput,
    Person,
    PersonInput,
    Phase,
    PhaseInput,
    ProcessStep,
    ProcessStepInput,
    Segment,
    SegmentInput,
    Touchpoint,
    TouchpointInput,
)
from touchpoints.model import Question as AskedQuestion
from touchpoints.model.base import Input, ProjectRow
from touchpoints.statistics import Scale
from touchpoints.survey.result import (
    CountCell,
    Question,
    SegmentationFound,
    SurveyCheck,
    SurveyResult,
    WaveFound,
)


def fill_from_sample(work: Work, language: str) -> None:
    """Add the whole sample to a project that was just made, in one language."""
    sample = read_sample(language)
    rounds = add_rounds(work, sample)
    phases = _add_ranked(work, Phase, PhaseInput, sample.phases)
    people = _add(work, Person, PersonInput, sample.people)
    touchpoints = _add_touchpoints(work, sample, phases, people)
    segments = _add_segments(work, sample)
    _add_encounters(work, sample, segments, touchpoints)
    notes = _add_notes(work, sample, touchpoints)
    add_team_view(work, sample, rounds, touchpoints)
    add_conditions(work, sample.conditions, touchpoints)
    survey = put_survey(work, _survey_result(sample), sample.survey.source)
    ids = {"person": people, "touchpoint": touchpoints, "segment": segments, **notes}
    questions = _questions(work, survey)
    filling = Filling(work, today_of(work, sample), rounds, {**ids, "question": questions})
    filling = add_strategy(filling, sample.strategy)
    filling = add_reviews(filling, sample.monitoring)
    filling = add_plan(filling, sample.actions)
    add_kpis(filling, sample.monitoring)


def _add(work: Work, entity: type[Any], values: type[Input], entries: Iterable[Any], **same: Any) -> Ids:  # noqa: ANN401 - any field
    """Add one row for each entry that has a key, its fields named as in the entity; gives the ids by key."""
    rows = {entry.key: row_of(work, entity, values, entry, **same) for entry in entries}
    work.fill(rows.values())
    return {key: row.id for key, row in rows.items()}


def _add_ranked(work: Work, entity: type[Any], values: type[Input], entries: tuple[Any, ...]) -> Ids:
    rows = {
        entry.key: row_of(work, entity, values, entry, rank=rank)
        for entry, rank in zip(entries, first_ranks(len(entries)), strict=True)
    }
    work.fill(rows.values())
    return {key: row.id for key, row in rows.items()}


def _add_touchpoints(work: Work, sample: Sample, phases: Ids, people: Ids) -> Ids:
    in_phase: dict[str, list[Any]] = defaultdict(list)
    for touchpoint in sample.touchpoints:
        in_phase[touchpoint.phase].append(touchpoint)
    rows = {
        entry.key: row_of(
            work,
            Touchpoint,
            TouchpointInput,
            entry,
            phase_id=phases[phase],
            owner_id=people.get(entry.owner),
            sponsor_id=people.get(entry.sponsor),
            rank=rank,
            is_planned=entry.is_planned,
            first_round=entry.first_round,
            last_round=entry.last_round,
        )
        for phase, entries in in_phase.items()
        for entry, rank in zip(entries, first_ranks(len(entries)), strict=True)
    }
    work.fill(rows.values())
    return {key: row.id for key, row in rows.items()}


def _add_segments(work: Work, sample: Sample) -> Ids:
    rows = {
        entry.key: row_of(
            work,
            Segment,
            SegmentInput,
            entry,
            classified_on=work.at.date() - timedelta(days=entry.classified_days_ago),
            rank=rank,
        )
        for entry, rank in zip(sample.segments, first_ranks(len(sample.segments)), strict=True)
    }
    work.fill(rows.values())
    return {key: row.id for key, row in rows.items()}


def _add_encounters(work: Work, sample: Sample, segments: Ids, touchpoints: Ids) -> None:
    work.fill(
        row_of(
            work,
            Encounter,
            EncounterInput,
            entry,
            segment_id=segments[entry.segment],
            touchpoint_id=touchpoints[entry.touchpoint],
        )
        for entry in sample.encounters
    )


def _add_notes(work: Work, sample: Sample, touchpoints: Ids) -> Mapping[str, Ids]:
    """Process steps and factors in their order, and findings; gives the ids of those that others name."""
    steps = _ranked_notes(work, ProcessStep, ProcessStepInput, sample.process_steps, touchpoints)
    factors = _ranked_notes(work, Factor, FactorInput, sample.factors, touchpoints)
    findings = [_note(work, Finding, FindingInput, one, touchpoints) for one in sample.findings]
    for rows in (steps, factors, findings):
        work.fill(rows)
    return {"factor": _by_key(sample.factors, factors), "finding": _by_key(sample.findings, findings)}


def _ranked_notes(
    work: Work, entity: type[Any], values: type[Input], entries: tuple[Any, ...], touchpoints: Ids
) -> list[Any]:
    ranked = zip(entries, first_ranks(len(entries)), strict=True)
    return [_note(work, entity, values, entry, touchpoints, rank=rank) for entry, rank in ranked]


def _by_key(entries: Iterable[Any], rows: Iterable[Any]) -> Ids:
    """The ids of those that have a key."""
    return {entry.key: row.id for entry, row in zip(entries, rows, strict=True) if entry.key}


def _note(
    work: Work,
    entity: type[Any],
    values: type[Input],
    entry: Any,  # noqa: ANN401 - any entry
    touchpoints: Ids,
    **more: Any,  # noqa: ANN401 - any field
) -> ProjectRow:
    touchpoint = touchpoints[entry.touchpoint] if entry.touchpoint else None
    row: ProjectRow = row_of(work, entity, values, entry, touchpoint_id=touchpoint, **more)
    return row


def _questions(work: Work, survey_id: UUID) -> Ids:
    asked = select(AskedQuestion.key, AskedQuestion.id).where(AskedQuestion.survey_id == survey_id)
    return dict(work.session.exec(asked).all())


def _survey_result(sample: Sample) -> SurveyResult:
    survey = sample.survey
    names = {touchpoint.key: touchpoint.name for touchpoint in sample.touchpoints}
    cells = tuple(_cells(survey))
    weighted = {cell.wave for cell in cells if cell.weight is not None}
    check = SurveyCheck(
        rows_read=sum(wave.interviews for wave in survey.waves),
        answers_taken=sum(cell.n for cell in cells if cell.segment is None),
        left_out=(),
        ignored=(),
        touchpoints=tuple(names[q.touchpoint] for q in survey.questions if q.touchpoint),
        waves=tuple(
            WaveFound(w.label, w.interviews, w.label in weighted, date(int(w.label), 1, 1))
            for w in survey.waves
        ),
        segmentations=tuple(
            SegmentationFound(s.name, s.key, tuple((label, 0) for label in s.values.values()))
            for s in survey.segmentations
        ),
    )
    questions = tuple(_question(question, names) for question in survey.questions)
    return SurveyResult(survey.name, check, questions, cells)


def _question(question: SampleQuestion, names: Mapping[str, str]) -> Question:
    return Question(
        key=question.key,
        kind=question.kind,
        touchpoint=names[question.touchpoint] if question.touchpoint else None,
        phase=None,
        text=question.text,
        scale=Scale(question.low, question.high, question.high),
    )


def _cells(survey: SampleSurvey) -> Iterable[CountCell]:
    named = {s.key: s for s in survey.segmentations}
    for count in sample_counts():
        segmentation = named[count.segmentation] if count.segmentation else None
        yield CountCell(
            wave=count.wave,
            question=count.question,
            segmentation=segmentation.name if segmentation else None,
            segment=segmentation.values[count.value] if segmentation and count.value else None,
            second_segmentation=None,
            second_segment=None,
            point=count.point,
            n=count.n,
            weight=count.sum_w,
            weight_squared=count.sum_w2,
        )
