"""The findings of a project as a wall of cards: all of them, sorted, thrown away and taken back by many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.intents import Work, intent
from storage.presence import is_there
from storage.store import Store
from touchpoints.model import Action, ActionStatus, Finding, FindingKind, Source, Touchpoint


@dataclass(frozen=True)
class WallFinding:
    """A finding with the touchpoint it is about; None where it is about the whole journey."""

    id: UUID
    version: int
    kind: FindingKind | None
    text: str
    source: Source
    from_contact_staff: bool
    minutes_per_month: Decimal | None
    cost_per_month: Decimal | None
    touchpoint_id: UUID | None
    touchpoint: str | None


@dataclass(frozen=True)
class FindingAction:
    """An action that answers a finding, and how far it is."""

    id: UUID
    name: str
    status: ActionStatus

    @property
    def is_under_way(self) -> bool:
        """Whether it answers the finding; one that was dropped leaves it open."""
        return self.status is not ActionStatus.DROPPED


def list_findings(store: Store, actor: Actor, project_id: UUID) -> tuple[WallFinding, ...]:
    """All findings that are not in the bin, those of one touchpoint together."""
    with store.reading(actor, project_id) as session:
        return tuple(WallFinding(*row) for row in session.execute(_wall(), {"project": project_id}))


# Read at every run of the wall, and putting it together takes longer than running it.
@cache
def _wall() -> Any:  # noqa: ANN401 - a select of ten columns
    columns = (Finding.id, Finding.version, Finding.kind, Finding.text, Finding.source)
    lost = (Finding.from_contact_staff, Finding.minutes_per_month, Finding.cost_per_month)
    return (
        select(*columns, *lost, Finding.touchpoint_id, Touchpoint.name)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, col(Touchpoint.id) == Finding.touchpoint_id)
        .where(
            Finding.project_id == bindparam("project"),
            col(Finding.binned_at).is_(None),
            col(Finding.touchpoint_id).is_(None) | is_there(),
        )
        .order_by(col(Touchpoint.name).nulls_first(), Finding.text)
    )


def actions_of_findings(
    store: Store, actor: Actor, project_id: UUID
) -> Mapping[UUID, tuple[FindingAction, ...]]:
    """What findings became, by their ids: the actions of all rounds in the order of the plan."""
    found: dict[UUID, list[FindingAction]] = defaultdict(list)
    with store.reading(actor, project_id) as session:
        for finding, *action in session.execute(_answers(), {"project": project_id}):
            found[finding].append(FindingAction(*action))
    return {finding: tuple(actions) for finding, actions in found.items()}


@cache
def _answers() -> Any:  # noqa: ANN401 - a select of four columns
    return (
        select(Action.finding_id, Action.id, Action.name, Action.status)
        .where(
            Action.project_id == bindparam("project"),
            col(Action.finding_id).is_not(None),
            col(Action.binned_at).is_(None),
        )
        .order_by(Action.rank)
    )


@intent("sort findings", right=Right.FOLLOW_UP)
def sort_findings(work: Work, kinds: Mapping[UUID, FindingKind | None]) -> None:
    """Say of findings which kind they are; None: not sorted yet."""
    for id_, kind in kinds.items():
        work.change(work.find(Finding, id_), kind=kind)


@intent("throw findings away", right=Right.FOLLOW_UP)
def bin_findings(work: Work, ids: Sequence[UUID]) -> None:
    """Throw several findings into the bin."""
    for id_ in ids:
        work.bin(work.find(Finding, id_))


@intent("restore findings", right=Right.FOLLOW_UP)
def restore_findings(work: Work, ids: Sequence[UUID]) -> None:
    """Take several findings out of the bin."""
    for id_ in ids:
        work.restore(work.find(Finding, id_))
