"""The values of KPIs: entered by hand or pasted, and those that imported survey waves give by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.answers import read_answers
from storage.checking import checked
from storage.intents import Work, intent
from storage.kpis import ImpossibleValue, KpiEntry
from storage.revisions import PLAN
from storage.store import Store
from touchpoints.kpi_kinds import Evidence, all_kinds, kind_of
from touchpoints.kpi_values import KpiValue, KpiValues, days_of, hand_evidence, in_time, survey_evidence
from touchpoints.model import Kpi, Measurement, MeasurementInput
from touchpoints.ratings import Answers, Rating, rate
from touchpoints.statistics import MoreAnswersThanCustomers


@dataclass(frozen=True)
class MeasurementEntry:
    """A value entered by hand, as a form shows it."""

    id: UUID
    version: int
    kpi_id: UUID
    starts_on: date
    ends_on: date
    value: float
    n: int | None
    sd: float | None
    favourable: int | None
    unfavourable: int | None
    method: str


@dataclass(frozen=True)
class NewMeasurement:
    """A value to add: what it is about, the value where no counts give it, and what its interval needs."""

    starts_on: date
    ends_on: date
    value: float | None = None
    n: int | None = None
    sd: float | None = None
    favourable: int | None = None
    unfavourable: int | None = None
    method: str = ""
    id: UUID = field(default_factory=uuid4)


def list_measurements(store: Store, actor: Actor, project_id: UUID) -> tuple[MeasurementEntry, ...]:
    """The values entered by hand that are not in the bin, oldest first."""
    with store.reading(actor, project_id) as session:
        return tuple(MeasurementEntry(*row) for row in session.execute(_rows(), {"project": project_id}))


def read_kpi_values(
    store: Store, actor: Actor, project_id: UUID, kpis: Sequence[KpiEntry]
) -> dict[UUID, KpiValues]:
    """The values of these KPIs: those by hand, and of each wave of the question that feeds one.

    A KPI of a kind that this installation does not have has no values.
    """
    by_hand: dict[UUID, list[MeasurementEntry]] = defaultdict(list)
    for entry in list_measurements(store, actor, project_id):
        by_hand[entry.kpi_id].append(entry)
    known = [kpi for kpi in kpis if kpi.kind in all_kinds()]
    waves = _Waves(read_answers(store, actor, project_id)) if any(kpi.question_id for kpi in known) else None
    found = {}
    for kpi in known:
        fed, undated = waves.values_for(kpi) if waves else ([], [])
        found[kpi.id] = KpiValues(in_time([*_by_hand(kpi, by_hand[kpi.id]), *fed]), tuple(undated))
    return found


@intent("add measurement", PLAN, Right.FOLLOW_UP)
def add_measurement(work: Work, kpi_id: UUID, measured: NewMeasurement) -> UUID:
    """Add one value; raises UnusableInput, ImpossibleValue, MoreAnswersThanCustomers."""
    return _add(work, work.find(Kpi, kpi_id), measured)


@intent("add series of measurements", PLAN, Right.FOLLOW_UP)
def add_series(work: Work, kpi_id: UUID, series: Iterable[NewMeasurement]) -> None:
    """Add many values at once, all of them or none; raises as add_measurement."""
    kpi = work.find(Kpi, kpi_id)
    for measured in series:
        _add(work, kpi, measured)


@intent("change measurement", PLAN, Right.FOLLOW_UP)
def change_measurement(
    work: Work, measurement_id: UUID, shown_version: int, changes: Mapping[str, Any]
) -> None:
    """Save the edited fields of a value; raises as add_measurement, and VersionConflict."""
    row = work.find(Measurement, measurement_id)
    stored = row.model_dump(include=set(MeasurementInput.model_fields))
    given = _checked(work.find(Kpi, row.kpi_id), stored | dict(changes))
    follows = {"value": given.value} if given.value != row.value else {}
    work.save(Measurement, measurement_id, shown_version, given.model_dump(include=set(changes)) | follows)


@intent("throw measurements away", PLAN, Right.FOLLOW_UP)
def bin_measurements(work: Work, ids: Iterable[UUID]) -> None:
    """Throw values into the bin."""
    for id_ in ids:
        work.bin(work.find(Measurement, id_))


@intent("restore measurements", PLAN, Right.FOLLOW_UP)
def restore_measurements(work: Work, ids: Iterable[UUID]) -> None:
    """Take values out of the bin."""
    for id_ in ids:
        work.restore(work.find(Measurement, id_))


def _add(work: Work, kpi: Kpi, measured: NewMeasurement) -> UUID:
    values = {name: value for name, value in vars(measured).items() if name != "id"}
    given = _checked(kpi, values | {"kpi_id": kpi.id})
    return work.add(Measurement(**given.model_dump(), id=measured.id, project_id=work.project)).id


def _checked(kpi: Kpi, values: Mapping[str, Any]) -> MeasurementInput:
    """The input with the value that its counts give, where there are counts: two figures could disagree."""
    kind = kind_of(kpi.kind)
    n, favourable, unfavourable = (values.get(name) for name in ("n", "favourable", "unfavourable"))
    fallback = 0.0 if n and favourable is not None else None
    value = fallback if values.get("value") is None else values["value"]
    given = checked(MeasurementInput, {**values, "value": value})
    counted = hand_evidence(kind, given.value, n, given.sd, favourable, unfavourable).value
    if not kind.is_possible(counted):
        raise ImpossibleValue
    if kpi.customer_base is not None and (n or 0) > kpi.customer_base:
        raise MoreAnswersThanCustomers(answers=n or 0, customers=kpi.customer_base)
    return given.model_copy(update={"value": counted})


def _by_hand(kpi: KpiEntry, entries: Iterable[MeasurementEntry]) -> Iterator[KpiValue]:
    kind = kind_of(kpi.kind)
    for one in entries:
        evidence = hand_evidence(kind, one.value, one.n, one.sd, one.favourable, one.unfavourable)
        yield _value(kpi, one.starts_on, one.ends_on, evidence, measurement_id=str(one.id), source=one.method)


def _value(kpi: KpiEntry, first: date, last: date, evidence: Evidence, **more: str) -> KpiValue:
    of_base = replace(evidence, customers=kpi.customer_base)
    return KpiValue(first, last, of_base, kind_of(kpi.kind).estimate(of_base), **more)


class _Waves:
    """What the waves of all surveys say, asked for one KPI after the other."""

    def __init__(self, answers: Answers) -> None:
        self._waves = {(wave.survey, wave.label): wave for wave in answers.waves}
        self._ratings: dict[str, list[Rating]] = defaultdict(list)
        for rating in rate(answers, is_pooled=False):
            self._ratings[rating.question.id].append(rating)

    def values_for(self, kpi: KpiEntry) -> tuple[list[KpiValue], list[str]]:
        """The values of the KPI's question, and the waves that have no date."""
        values: list[KpiValue] = []
        undated: list[str] = []
        for rating in self._ratings[str(kpi.question_id)]:
            evidence, label = survey_evidence(kind_of(kpi.kind), rating), rating.wave or ""
            if evidence is None:
                continue
            days = days_of(self._waves[rating.question.survey, label])
            if days is None:
                undated.append(label)
            else:
                values.append(_value(kpi, *days, evidence, wave=label, source=rating.question.survey))
        return values, undated


# Read whenever something was changed: put together once.
@cache
def _rows() -> Any:  # noqa: ANN401 - a select of many columns
    columns = (
        *(Measurement.id, Measurement.version, Measurement.kpi_id, Measurement.starts_on),
        *(Measurement.ends_on, Measurement.value, Measurement.n, Measurement.sd, Measurement.favourable),
        *(Measurement.unfavourable, Measurement.method),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Measurement.project_id == bindparam("project"), col(Measurement.binned_at).is_(None))
        .order_by(Measurement.ends_on, Measurement.starts_on)
    )
