"""What disappoints at the touchpoints of a project, which actions remove it, and what of it is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import Action, ActionFactor, ActionStatus, Factor, Level


@dataclass(frozen=True)
class Remedy:
    """An action that shall remove what disappoints, and how far it is."""

    id: UUID
    name: str
    status: ActionStatus


@dataclass(frozen=True)
class Disappointment:
    """A factor that disappoints, with the actions against it; one action that is done removes it."""

    id: UUID
    touchpoint_id: UUID
    text: str
    remedies: tuple[Remedy, ...]

    @property
    def is_open(self) -> bool:
        """Whether it still disappoints: none of its actions is done."""
        return all(remedy.status is not ActionStatus.DONE for remedy in self.remedies)


def count_disappointments(store: Store, actor: Actor, project_id: UUID) -> Mapping[UUID, int]:
    """How many factors still disappoint, by touchpoint; touchpoints without any are absent."""
    found = list_disappointments(store, actor, project_id)
    return Counter(one.touchpoint_id for one in found if one.is_open)


def list_disappointments(
    store: Store, actor: Actor, project_id: UUID, touchpoint_id: UUID | None = None
) -> tuple[Disappointment, ...]:
    """What disappoints and was not planned to, at one touchpoint or at all, in the order of its list."""
    asked = {"project": project_id, **({"touchpoint": touchpoint_id} if touchpoint_id else {})}
    remedies: dict[tuple[UUID, UUID, str], list[Remedy]] = {}
    with store.reading(actor, project_id) as session:
        for *factor, action_id, name, status in session.execute(
            _factors(is_of_one=bool(touchpoint_id)), asked
        ):
            found = remedies.setdefault((factor[0], factor[1], factor[2]), [])
            if action_id is not None:
                found.append(Remedy(action_id, name, status))
    return tuple(Disappointment(*factor, tuple(found)) for factor, found in remedies.items())


# Read whenever something was changed, and putting it together takes longer than running it.
@cache
def _factors(*, is_of_one: bool) -> Any:  # noqa: ANN401 - a select of six columns
    # An action that went to another touchpoint removes nothing at the one it left.
    is_remedy = and_(
        col(Action.id) == ActionFactor.action_id,
        col(Action.touchpoint_id) == Factor.touchpoint_id,
        col(Action.binned_at).is_(None),
    )
    columns = (Factor.id, Factor.touchpoint_id, Factor.text, Action.id, Action.name, Action.status)
    query = (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(ActionFactor, col(ActionFactor.factor_id) == Factor.id)
        .outerjoin(Action, is_remedy)
        .where(
            Factor.project_id == bindparam("project"),
            Factor.level == Level.DISAPPOINTING,
            col(Factor.is_planned).is_(False),
            col(Factor.binned_at).is_(None),
        )
        .order_by(col(Factor.touchpoint_id), col(Factor.rank), col(Factor.id), col(Action.rank))
    )
    return query.where(Factor.touchpoint_id == bindparam("touchpoint")) if is_of_one else query
