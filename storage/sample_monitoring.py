"""Filling the sample project with step 4: KPIs with their values, and the reviews."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from storage.ranks import first_ranks
from storage.sample.plan_values import SampleKpi, SampleMeasurement, SampleMonitoring, SampleReview
from storage.sample_rows import Filling
from touchpoints.kpi_kinds import kind_of
from touchpoints.model import (
    Kpi,
    KpiAction,
    KpiInput,
    Measurement,
    MeasurementInput,
    Review,
    ReviewDecision,
    ReviewDecisionInput,
    ReviewFinding,
    ReviewInput,
    ReviewPerson,
    ReviewTopic,
)
from touchpoints.model.base import ProjectRow


def add_reviews(filling: Filling, monitoring: SampleMonitoring) -> Filling:
    """Add the reviews with their people, findings and decisions; the project knows the decisions then."""
    rows = {review.key: filling.row(Review, ReviewInput, review) for review in monitoring.reviews}
    filling.work.fill(rows.values())
    filling = filling.knows("review", {key: row.id for key, row in rows.items()})
    filling.work.fill(part for review in monitoring.reviews for part in _parts(filling, review))
    decided = filling.add_ranked(ReviewDecision, ReviewDecisionInput, monitoring.decisions)
    return filling.knows("review_decision", decided)


def _parts(filling: Filling, review: SampleReview) -> Iterator[ProjectRow]:
    id_, project = filling.ids["review"][review.key], filling.work.project
    for key in review.people:
        yield ReviewPerson(project_id=project, review_id=id_, person_id=filling.ids["person"][key])
    for key in review.findings:
        yield ReviewFinding(project_id=project, review_id=id_, finding_id=filling.ids["finding"][key])


def add_kpis(filling: Filling, monitoring: SampleMonitoring) -> None:
    """Add the KPIs with their values and actions, and then the agendas, which name them."""
    filling = filling.knows("kpi", filling.add_ranked(Kpi, KpiInput, monitoring.kpis))
    filling.work.fill(part for kpi in monitoring.kpis for part in _measured(filling, kpi))
    filling.work.fill(_topics(filling, monitoring))


def _measured(filling: Filling, kpi: SampleKpi) -> Iterable[ProjectRow]:
    id_, project = filling.ids["kpi"][kpi.key], filling.work.project
    for key in kpi.actions:
        yield KpiAction(project_id=project, kpi_id=id_, action_id=filling.ids["action"][key])
    for one in kpi.measurements:
        yield filling.row(
            Measurement,
            MeasurementInput,
            one,
            kpi_id=id_,
            starts_on=_first_of(filling.today, one.first_month),
            ends_on=_last_of(filling.today, one.last_month),
            value=_value(kpi, one),
            method=kpi.method,
        )


def _value(kpi: SampleKpi, one: SampleMeasurement) -> float | None:
    """The value itself, or what its counts make."""
    count = kind_of(kpi.kind).of_counts
    if one.n is None or one.favourable is None or count is None:
        return one.value
    return count(one.n, one.favourable, 0)


def _first_of(today: date, months: int) -> date:
    """The first day of the month that lies so many months ahead."""
    years, month = divmod(today.month - 1 + months, 12)
    return date(today.year + years, month + 1, 1)


def _last_of(today: date, months: int) -> date:
    first = _first_of(today, months)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _topics(filling: Filling, monitoring: SampleMonitoring) -> Iterator[ReviewTopic]:
    for topic, rank in zip(monitoring.topics, first_ranks(len(monitoring.topics)), strict=True):
        yield ReviewTopic(
            project_id=filling.work.project,
            review_id=filling.ids["review"][topic.review],
            text=topic.text,
            note=topic.note,
            kpi_id=filling.id_of("kpi", topic.kpi),
            action_id=filling.id_of("action", topic.action),
            finding_id=filling.id_of("finding", topic.finding),
            rank=rank,
        )
