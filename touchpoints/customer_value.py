"""What customers are worth: ABC by revenue, the field of the portfolio, and lifetime value."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import TypeVar

from touchpoints.messages import N_
from touchpoints.model import AbcClass
from touchpoints.segment_views import Worth

Key = TypeVar("Key", bound=Hashable)
_CENT = Decimal("0.01")
_NOTHING = Decimal(0)
# Up to these shares of all revenue reach A and B (Pareto's 80 : 20, with the usual second limit).
_A_TO, _B_TO = Decimal("0.80"), Decimal("0.95")
# On the scale from 1 to 5, whose middle is 3.
_HIGH_FROM, _LOW_TO = 4, 2
# The nine fields of General Electric and McKinsey, of customers: by attractiveness, then by our position.
_FIELDS = {
    (Worth.HIGH, Worth.HIGH): N_("star"),
    (Worth.HIGH, Worth.MIDDLE): N_("growing"),
    (Worth.HIGH, Worth.LOW): N_("question mark"),
    (Worth.MIDDLE, Worth.HIGH): N_("mainstay"),
    (Worth.MIDDLE, Worth.MIDDLE): N_("solid"),
    (Worth.MIDDLE, Worth.LOW): N_("still open"),
    (Worth.LOW, Worth.HIGH): N_("earner"),
    (Worth.LOW, Worth.MIDDLE): N_("going along"),
    (Worth.LOW, Worth.LOW): N_("on the margin"),
}


def abc_classes(revenues: Mapping[Key, Decimal]) -> dict[Key, AbcClass]:
    """The classes by revenue, of customers or of segments; none where there is no revenue at all.

    Sorted by revenue, a class holds whoever begins below its limit: the first of all is always A, and with
    whom 80 % is crossed is still A, so too with 95 % and B. Equal revenues share the better class. Whoever
    brings nothing is C.
    """
    whole = sum((max(revenue, _NOTHING) for revenue in revenues.values()), _NOTHING)
    if not whole:
        return {}
    found: dict[Key, AbcClass] = {}
    before = _NOTHING
    by_revenue = sorted(revenues, key=lambda key: -revenues[key])
    for revenue, tied in groupby(by_revenue, key=revenues.__getitem__):
        keys = list(tied)
        found |= dict.fromkeys(keys, _class_at(before / whole) if revenue > 0 else AbcClass.C)
        before += max(revenue, _NOTHING) * len(keys)
    return found


def _class_at(share: Decimal) -> AbcClass:
    return AbcClass.A if share < _A_TO else AbcClass.B if share < _B_TO else AbcClass.C


def field_of(attractiveness: int, position: int) -> str:
    """The name of the field in the portfolio, both sides from 1 to 5: 1 and 2 are low, 4 and 5 high."""
    return _FIELDS[_third_of(attractiveness), _third_of(position)]


def _third_of(point: int) -> Worth:
    return Worth.HIGH if point >= _HIGH_FROM else Worth.LOW if point <= _LOW_TO else Worth.MIDDLE


def lifetime_value(revenue: Decimal, cost: Decimal, years: Decimal, discount_rate: Decimal) -> Decimal:
    """What a customer is worth as long as he stays: the sum over t of (revenue - cost) / (1 + r)^t.

    Revenue and cost are those of a year of one customer; t runs from 1 to `years`, since the money of a year
    is there at its end, and of a year begun its part alone, at the end of that part; `discount_rate` is 0.08
    for 8 %. The net present value of a customer (F. R. Dwyer, "Customer lifetime valuation", 1989).
    """
    factor, full = 1 + discount_rate, int(years)
    value = sum((1 / factor**year for year in range(1, full + 1)), _NOTHING)
    value += (years - full) / factor**years
    return ((revenue - cost) * value).quantize(_CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Assumptions:
    """What a lifetime value rests on; revenue and cost are those of a year of all customers of a segment."""

    customers: int | None
    revenue: Decimal | None
    cost: Decimal | None
    years: Decimal | None
    discount_rate: Decimal | None

    @property
    def value(self) -> Decimal | None:
        """The lifetime value of one customer; None while a figure is missing."""
        if not self.customers or self.revenue is None or self.cost is None:
            return None
        if self.years is None or self.discount_rate is None:
            return None
        revenue, cost = self.revenue / self.customers, self.cost / self.customers
        return lifetime_value(revenue, cost, self.years, self.discount_rate)
