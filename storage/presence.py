"""Which touchpoints the journey has, and which round is on: said once, for every reader."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, and_, exists, select

from storage.tables import table_of
from touchpoints.model import Round, Touchpoint


def is_there(touchpoints: FromClause | None = None) -> ColumnElement[bool]:
    """Whether customers meet it now: neither in the bin, nor planned, nor dropped in an earlier round."""
    columns = (table_of(Touchpoint) if touchpoints is None else touchpoints).c
    return and_(columns.binned_at.is_(None), columns.is_planned.is_(False), columns.last_round.is_(None))


def is_coming() -> ColumnElement[bool]:
    """Whether it is decided on and not there yet: it stands in the target journey alone."""
    columns = table_of(Touchpoint).c
    return and_(columns.binned_at.is_(None), columns.is_planned.is_(True))


def is_of_now(round_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Whether it is the latest round of its project."""
    now = table_of(Round)
    later = now.alias("later")
    is_over = exists().where(later.c.project_id == now.c.project_id, later.c.number > now.c.number)
    return round_id.in_(select(now.c.id).where(~is_over))
