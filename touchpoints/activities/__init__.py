"""Activities of a live workshop, one file each: a new file with an `ACTIVITY` is a new kind."""

from __future__ import annotations

import re
import sys
from functools import cache
from types import ModuleType

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._decisions import DECISION, Decision
from touchpoints.activities._parts import Dots, Part, Points, Promise, Rate, RateScale, Write
from touchpoints.discovery import by_id, discover
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

__all__ = [
    "DECISION",
    "ActivityKind",
    "BrokenActivity",
    "Decision",
    "Dots",
    "Part",
    "Points",
    "Promise",
    "Rate",
    "RateScale",
    "UnknownActivity",
    "Write",
    "activity_kind",
    "all_activities",
]

_ID = re.compile(r"[a-z][a-z0-9_]*")


class BrokenActivity(TouchpointsError):
    """A file in this folder is no activity."""

    sentence = N_("The activity {file} cannot be used: {reason}.")


class UnknownActivity(TouchpointsError):
    """An agenda names a kind that this installation does not have."""

    sentence = N_("There is no activity {id} here. Choose one of these: {known}.")


@cache
def all_activities() -> dict[str, ActivityKind]:
    """The kinds by their id, in the order of their files.

    Raises:
        BrokenActivity, touchpoints.discovery.DuplicateId: a file is wrong.
    """
    found = discover(sys.modules[__name__])
    return {id_: one.ACTIVITY for id_, one in by_id((_checked(one).id, one) for one in found).items()}


def activity_kind(id_: str) -> ActivityKind:
    """The kind of this id; raises UnknownActivity."""
    kind = all_activities().get(id_)
    if kind is None:
        raise UnknownActivity(id=id_, known=", ".join(all_activities()))
    return kind


def _checked(module: ModuleType) -> ActivityKind:
    kind = getattr(module, "ACTIVITY", None)
    if not isinstance(kind, ActivityKind):
        raise BrokenActivity(file=module.__name__, reason="it has no ACTIVITY")
    if not _ID.fullmatch(kind.id):
        raise BrokenActivity(file=module.__name__, reason=f"the id {kind.id} does not fit into an address")
    return kind
