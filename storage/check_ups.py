"""The rounds of a project, each with how it stood when it ended, as far as that was kept then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.check_up import CheckUp
from touchpoints.model import Round

_WRITTEN = TypeAdapter(CheckUp)


@dataclass(frozen=True)
class RoundChecked:
    """A round; `check_up` is None where none was kept, and while it is on."""

    number: int
    name: str
    ended_on: date | None
    check_up: CheckUp | None

    @property
    def end(self) -> datetime:
        """The moment that it ended, else the end of that day."""
        if self.check_up is not None:
            return self.check_up.at
        # A round that others follow has ended, even where a project file does not say when.
        return datetime.combine(self.ended_on or date.min, time.max, UTC)


def list_checked_rounds(store: Store, actor: Actor, project_id: UUID) -> tuple[RoundChecked, ...]:
    """All rounds, the first one first; the last one is on."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_rounds(), {"project": project_id})
        return tuple(RoundChecked(number, name, ended, as_read(kept)) for number, name, ended, kept in rows)


def as_kept(check_up: CheckUp) -> dict[str, Any]:
    """A check-up as plain JSON, as it is kept with the round that it closes."""
    written: dict[str, Any] = _WRITTEN.dump_python(check_up, mode="json")
    return written


def as_read(kept: Any) -> CheckUp | None:  # noqa: ANN401 - whatever a project file brought along
    """A check-up that was kept; None where there is none that can be read."""
    try:
        return _WRITTEN.validate_python(kept)
    except ValidationError:
        return None


@cache
def _rounds() -> Any:  # noqa: ANN401 - a select of four columns
    columns = (col(Round.number), col(Round.name), col(Round.ended_on), col(Round.check_up))
    return select(*columns).where(Round.project_id == bindparam("project")).order_by(col(Round.number))
