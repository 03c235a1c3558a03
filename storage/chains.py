"""What happens at the touchpoints of a project, read at once: departments and process steps."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import Handover, ProcessStep

Department = tuple[str, str]


def list_chains(store: Store, actor: Actor, project_id: UUID) -> dict[UUID, list[Department]]:
    """The departments of each touchpoint in order, each with what breaks behind it."""
    query = (
        select(Handover.touchpoint_id, Handover.department, Handover.break_note)
        .where(Handover.project_id == project_id, col(Handover.binned_at).is_(None))
        .order_by(Handover.rank)
    )
    chains: dict[UUID, list[Department]] = defaultdict(list)
    with store.reading(actor, project_id) as session:
        for touchpoint, department, note in session.exec(query):
            chains[touchpoint].append((department, note))
    return dict(chains)


def touchpoints_with_steps(store: Store, actor: Actor, project_id: UUID) -> set[UUID]:
    """The touchpoints whose process somebody has written down."""
    query = select(ProcessStep.touchpoint_id).where(
        ProcessStep.project_id == project_id, col(ProcessStep.binned_at).is_(None)
    )
    with store.reading(actor, project_id) as session:
        return set(session.exec(query.distinct()))
