"""The findings of a project as a wall of cards: all of them, wherever they were noticed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import Finding, FindingKind, Source, Touchpoint


@dataclass(frozen=True)
class WallFinding:
    """A finding with the touchpoint it is about; None where it is about the whole journey."""

    id: UUID
    version: int
    kind: FindingKind | None
    text: str
    source: Source
    from_contact_staff: bool
    touchpoint_id: UUID | None
    touchpoint: str | None


def list_findings(store: Store, actor: Actor, project_id: UUID) -> tuple[WallFinding, ...]:
    """All findings that are not in the bin, those of one touchpoint together."""
    columns = (Finding.id, Finding.version, Finding.kind, Finding.text, Finding.source)
    more = (Finding.from_contact_staff, Finding.touchpoint_id, Touchpoint.name)
    query = (
        select(*columns, *more)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, col(Touchpoint.id) == Finding.touchpoint_id)
        .where(
            Finding.project_id == project_id,
            col(Finding.binned_at).is_(None),
            col(Touchpoint.binned_at).is_(None),
        )
        .order_by(col(Touchpoint.name).nulls_first(), Finding.text)
    )
    with store.reading(actor, project_id) as session:
        return tuple(WallFinding(*row) for row in session.execute(query))
