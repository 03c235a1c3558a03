"""Which touchpoints the journey has: said once, for every reader of the current state."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, and_

from storage.tables import table_of
from touchpoints.model import Touchpoint


def is_there(touchpoints: FromClause | None = None) -> ColumnElement[bool]:
    """Whether customers meet it now: neither in the bin, nor planned, nor dropped in an earlier round."""
    columns = (table_of(Touchpoint) if touchpoints is None else touchpoints).c
    return and_(columns.binned_at.is_(None), columns.is_planned.is_(False), columns.last_round.is_(None))


def is_coming() -> ColumnElement[bool]:
    """Whether it is decided on and not there yet: it stands in the target journey alone."""
    columns = table_of(Touchpoint).c
    return and_(columns.binned_at.is_(None), columns.is_planned.is_(True))
