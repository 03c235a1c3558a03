"""What customer segments are worth and what becomes of them: read side by side, and filled from a list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.answers import SurveyGroup
from storage.checking import checked
from storage.intents import Work, intent, within
from storage.segments import add_segment
from storage.store import Store
from touchpoints.customer_list import SegmentSums
from touchpoints.customer_value import Assumptions
from touchpoints.model import AbcClass, Segment, Segmentation, SegmentInput, Treatment
from touchpoints.model import SegmentationValue as Group


@dataclass(frozen=True)
class SegmentValue:
    """A segment with its classifications; the money is that of a year of all its customers.

    `surveyed_as` is the group of the surveys that it is, None where nobody said.
    """

    id: UUID
    name: str
    version: int
    abc: AbcClass | None
    abc_is_assumed: bool
    attractiveness: int | None
    position: int | None
    portfolio_is_assumed: bool
    lifetime_value: Decimal | None
    lifetime_value_is_assumed: bool
    classified_on: date | None
    customers: int | None
    revenue: Decimal | None
    contribution: Decimal | None
    listed_on: date | None
    years: Decimal | None
    discount_rate: float | None
    treatment: Treatment | None
    treatment_reason: str
    surveyed_as_id: UUID | None
    surveyed_as: SurveyGroup | None = None

    @property
    def assumptions(self) -> Assumptions:
        """What its lifetime value rests on."""
        has_cost = self.revenue is not None and self.contribution is not None
        cost = (self.revenue or Decimal(0)) - (self.contribution or Decimal(0)) if has_cost else None
        rate = None if self.discount_rate is None else Decimal(str(self.discount_rate))
        return Assumptions(self.customers, self.revenue, cost, self.years, rate)


_COLUMNS = tuple(name for name in SegmentValue.__dataclass_fields__ if name != "surveyed_as")
_VALUES = tuple(name for name in _COLUMNS if name not in ("id", "name", "version"))


def list_segment_values(store: Store, actor: Actor, project_id: UUID) -> tuple[SegmentValue, ...]:
    """The segments of a project in order."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_segments(), {"project": project_id})
        return tuple(_value(row) for row in rows)


@intent("take over customer list")
def take_customer_list(
    work: Work, sums: Sequence[SegmentSums], today: date, discount_rate: Decimal | None = None
) -> None:
    """Keep the sums of a list with each segment, by its name; one that is not there yet is added.

    Without a discount rate each segment keeps its own. What a customer will bring stays an assumption, from
    whatever list it was computed.
    """
    for one in sums:
        row = work.find(Segment, within(work, add_segment, one.name))
        rate = row.discount_rate if discount_rate is None else float(discount_rate)
        told: dict[str, Any] = {
            "customers": one.customers,
            "revenue": one.revenue,
            "contribution": one.contribution,
            "years": row.years if one.years is None else one.years,
            "discount_rate": rate,
            "listed_on": today,
            "classified_on": today,
        }
        if one.abc is not None:
            told |= {"abc": one.abc, "abc_is_assumed": False}
        work.change(row, **_checked(row, told | _lifetime_value(told)))


@intent("put segment values back")
def put_segment_values_back(work: Work, before: Sequence[SegmentValue], added: Collection[UUID] = ()) -> None:
    """Undo a change of what segments are worth; those that it added go into the bin."""
    for one in before:
        values = asdict(one)
        work.change(work.find(Segment, one.id), **{name: values[name] for name in _VALUES})
    for id_ in added:
        work.bin(work.find(Segment, id_))


def _value(row: Sequence[Any]) -> SegmentValue:
    *values, by, label = row
    stored = SegmentValue(*values)
    if stored.surveyed_as_id is None:
        return stored
    return replace(stored, surveyed_as=SurveyGroup(stored.surveyed_as_id, by, label))


def _lifetime_value(told: Mapping[str, Any]) -> dict[str, Any]:
    """The lifetime value where all that it rests on is known; else what stood there stays."""
    rate, contribution = told["discount_rate"], told["contribution"]
    cost = None if contribution is None else told["revenue"] - contribution
    exact = None if rate is None else Decimal(str(rate))
    value = Assumptions(told["customers"], told["revenue"], cost, told["years"], exact).value
    return {} if value is None else {"lifetime_value": value, "lifetime_value_is_assumed": True}


def _checked(row: Segment, changes: Mapping[str, Any]) -> dict[str, Any]:
    stored = row.model_dump(include=set(SegmentInput.model_fields))
    return checked(SegmentInput, stored | dict(changes)).model_dump(include=set(changes))


@cache
def _segments() -> Any:  # noqa: ANN401 - a select of many columns
    stored = (col(getattr(Segment, name)) for name in _COLUMNS)
    columns: tuple[Any, ...] = (*stored, col(Segmentation.name), col(Group.label))
    return (
        select(*columns)
        .select_from(Segment)
        .outerjoin(Group, col(Group.id) == Segment.surveyed_as_id)
        .outerjoin(Segmentation, col(Segmentation.id) == Group.segmentation_id)
        .where(Segment.project_id == bindparam("project"), col(Segment.binned_at).is_(None))
        .order_by(col(Segment.rank))
    )
