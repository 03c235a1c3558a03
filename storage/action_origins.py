"""Where an action comes from: its goal, and the option, finding, decision or hint that it carries out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.intents import NoSuchRow
from storage.presence import is_of_now
from storage.store import Store
from storage.tables import table_of
from touchpoints.model import Action, Finding, Goal, Option, ReviewDecision
from touchpoints.model.coach import HintAnswer


@dataclass(frozen=True)
class ActionOrigins:
    """What stands behind an action, None where nothing does or where it lies in the bin.

    Goals and options of earlier rounds have their names alone: the pages show those of the current one.
    """

    goal_id: UUID | None
    goal: str | None
    goal_is_of_now: bool
    option_id: UUID | None
    option: str | None
    option_is_of_now: bool
    finding_id: UUID | None
    finding: str | None
    review_id: UUID | None
    decision: str | None
    hint: str | None

    @property
    def is_any(self) -> bool:
        """Whether anything stands behind it."""
        return any((self.goal, self.option, self.finding, self.decision, self.hint))


def read_origins(store: Store, actor: Actor, project_id: UUID, action_id: UUID) -> ActionOrigins:
    """What stands behind one action, in one query; raises NoSuchRow."""
    with store.reading(actor, project_id) as session:
        row = session.execute(_origins(), {"project": project_id, "action": action_id}).first()
    if row is None:
        raise NoSuchRow
    return ActionOrigins(*row)


@cache
def _origins() -> Any:  # noqa: ANN401 - a select of eleven columns
    # A hint may be answered anew; the latest answer that still stands is meant.
    hint = (
        select(HintAnswer.said)
        .where(HintAnswer.action_id == Action.id, col(HintAnswer.taken_back_at).is_(None))
        .order_by(col(HintAnswer.at).desc())
        .limit(1)
        .scalar_subquery()
    )
    columns = (
        *(Goal.id, Goal.name, is_of_now(table_of(Goal).c.round_id)),
        *(Option.id, Option.name, is_of_now(table_of(Option).c.round_id)),
        *(Finding.id, Finding.text, ReviewDecision.review_id, ReviewDecision.text, hint),
    )
    query = select(*columns).select_from(Action)  # type: ignore[call-overload] # typed for up to four columns
    for table, named in (
        (Goal, Action.goal_id),
        (Option, Action.option_id),
        (Finding, Action.finding_id),
        (ReviewDecision, Action.review_decision_id),
    ):
        query = query.outerjoin(table, (col(table.id) == named) & col(table.binned_at).is_(None))
    return query.where(
        Action.project_id == bindparam("project"),
        Action.id == bindparam("action"),
        col(Action.binned_at).is_(None),
    )
