"""Kinds of KPIs, one file each: a new file with a `KIND` is a new kind, with its words and its statistics."""

from __future__ import annotations

import re
import sys
from functools import cache
from types import ModuleType

from touchpoints.discovery import by_id, discover
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds._kind import Evidence, KpiKind, Need, Writing
from touchpoints.messages import N_

__all__ = ["BrokenKind", "Evidence", "KpiKind", "Need", "UnknownKind", "Writing", "all_kinds", "kind_of"]

_ID = re.compile(r"[a-z][a-z0-9_]*")
# As METHOD.md names them; a kind that it does not name stands behind them.
_ORDER = (
    *("recommendation_rate", "nps", "csat", "ces", "mean_rating", "retention", "churn"),
    *("share", "count", "money", "time"),
)


class BrokenKind(TouchpointsError):
    """A file in this folder is no kind of KPI."""

    sentence = N_("The KPI kind {file} cannot be used: {reason}.")


class UnknownKind(TouchpointsError):
    """A KPI is of a kind that this installation does not have."""

    sentence = N_("There is no KPI kind {id} here. Choose one of these: {known}.")


@cache
def all_kinds() -> dict[str, KpiKind]:
    """The kinds by their id, the method's first KPI first.

    Raises:
        BrokenKind, touchpoints.discovery.DuplicateId: a file is wrong.
    """
    found = discover(sys.modules[__name__])
    kinds = {id_: module.KIND for id_, module in by_id((_checked(one).id, one) for one in found).items()}
    places = {id_: place for place, id_ in enumerate(_ORDER)}
    return dict(sorted(kinds.items(), key=lambda one: (places.get(one[0], len(places)), one[0])))


def kind_of(id_: str) -> KpiKind:
    """The kind of this id; raises UnknownKind."""
    kind = all_kinds().get(id_)
    if kind is None:
        raise UnknownKind(id=id_, known=", ".join(all_kinds()))
    return kind


def _checked(module: ModuleType) -> KpiKind:
    kind = getattr(module, "KIND", None)
    if not isinstance(kind, KpiKind):
        raise BrokenKind(file=module.__name__, reason="it has no KIND")
    if not _ID.fullmatch(kind.id):
        raise BrokenKind(file=module.__name__, reason=f"the id {kind.id} does not fit into an address")
    return kind
