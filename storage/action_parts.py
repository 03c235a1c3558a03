"""What hangs on an action: its budget, what it depends on, what it removes, who is behind it, remarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.revisions import PLAN
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Account,
    Action,
    ActionFactor,
    ActionNeed,
    ActionPerson,
    BudgetInput,
    BudgetKind,
    BudgetLine,
    ChangeKind,
    Comment,
    CommentInput,
    Factor,
    Part,
    Person,
)
from touchpoints.plan import waits_for


class WaitsInCircle(TouchpointsError):
    """Two actions would wait for each other, and neither could ever begin."""

    sentence = N_(
        "The action “{action}” cannot depend on “{needed}”, which itself waits for it. "
        "Take one of the two dependencies away."
    )


class FactorElsewhere(TouchpointsError):
    """An action was to remove what disappoints at another touchpoint than its own."""

    sentence = N_("An action removes what disappoints at its own touchpoint. Choose among those, or move it.")


@dataclass(frozen=True)
class CommentEntry:
    """A remark on an action; `who` is None where no account wrote it.

    One that gives the reason for a new date holds it, and the one before, None where there was no date.
    """

    id: UUID
    text: str
    at: datetime
    who: str | None
    due_before: date | None = None
    due_after: date | None = None

    @property
    def is_of_new_date(self) -> bool:
        """Whether it gives the reason for a new date."""
        return self.due_before != self.due_after


@intent("set budget", PLAN, Right.FOLLOW_UP)
def set_budget(
    work: Work, action_id: UUID, kind: BudgetKind, planned: Decimal = Decimal(0), spent: Decimal = Decimal(0)
) -> None:
    """Set what one kind of cost of an action is planned at and has cost so far; raises UnusableInput."""
    write_budget(work, work.find(Action, action_id), kind, planned, spent)


@intent("raise budget", PLAN, Right.FOLLOW_UP)
def raise_budget(work: Work, action_id: UUID, kind: BudgetKind, by: Decimal) -> None:
    """Plan so much more for one kind of cost of an action, less where it is below zero, never below nothing.

    What others have planned there meanwhile stays.
    """
    action = work.find(Action, action_id)
    same_kind = select(BudgetLine).where(BudgetLine.action_id == action_id, BudgetLine.kind == kind)
    line = work.session.exec(same_kind).first()
    planned, spent = (line.planned, line.spent) if line else (Decimal(0), Decimal(0))
    write_budget(work, action, kind, max(planned + by, Decimal(0)), spent)


def write_budget(work: Work, action: Action, kind: BudgetKind, planned: Decimal, spent: Decimal) -> None:
    """Set one kind of cost within an intent; nothing planned and nothing spent leaves no line."""
    values = {"action_id": action.id, "kind": kind, "planned": planned, "spent": spent}
    given = checked(BudgetInput, values)
    same_kind = select(BudgetLine).where(BudgetLine.action_id == action.id, BudgetLine.kind == kind)
    line = work.session.exec(same_kind).first()
    before = _costs(kind, line.planned, line.spent) if line else {}
    if line is not None:
        work.session.delete(line)
        work.session.flush()
    if given.planned or given.spent:
        work.fill([BudgetLine(**given.model_dump(), project_id=work.project)])
    work.note(ChangeKind.CHANGED, action, before, _costs(kind, given.planned, given.spent))


def _costs(kind: BudgetKind, planned: Decimal, spent: Decimal) -> dict[str, str]:
    return {"budget_kind": kind.value, "planned": str(planned), "spent": str(spent)}


@intent("set dependencies", PLAN, Right.FOLLOW_UP)
def set_needs(work: Work, action_id: UUID, needs: Collection[UUID]) -> None:
    """Say which actions must be done before this one can begin; raises WaitsInCircle."""
    action, known = work.find(Action, action_id), _needs(work)
    before, wanted = known.pop(action_id, set()), set(needs)
    for needed in wanted - before:
        other = work.find(Action, needed)
        if needed == action_id or waits_for(known, needed, action_id):
            raise WaitsInCircle(action=action.name, needed=other.name)
    table = table_of(ActionNeed)
    _erase(work, table, (table.c.action_id == action_id) & table.c.needs_id.in_(before - wanted))
    work.fill(
        ActionNeed(project_id=work.project, action_id=action_id, needs_id=needed)
        for needed in sorted(wanted - before)
    )
    _note_ids(work, action, "needs_id", before, wanted)


def _needs(work: Work) -> dict[UUID, set[UUID]]:
    """All dependencies of the project, those of actions in the bin too: they may be restored."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    query = select(ActionNeed.action_id, ActionNeed.needs_id).where(ActionNeed.project_id == work.project)
    for action_id, needs_id in work.session.exec(query):
        found[action_id].add(needs_id)
    return found


@intent("set factors that are removed", PLAN, Right.FOLLOW_UP)
def set_factors(work: Work, action_id: UUID, factors: Collection[UUID]) -> None:
    """Say which disappointing factors of its touchpoint an action removes; raises FactorElsewhere."""
    write_factors(work, work.find(Action, action_id), factors)


def write_factors(work: Work, action: Action, factors: Collection[UUID]) -> None:
    """Say it within an intent: just these."""
    stored, wanted = select(ActionFactor.factor_id).where(ActionFactor.action_id == action.id), set(factors)
    before, table = set(work.session.exec(stored)), table_of(ActionFactor)
    if any(work.find(Factor, id_).touchpoint_id != action.touchpoint_id for id_ in wanted - before):
        raise FactorElsewhere
    _erase(work, table, (table.c.action_id == action.id) & table.c.factor_id.in_(before - wanted))
    work.fill(
        ActionFactor(project_id=work.project, action_id=action.id, factor_id=id_)
        for id_ in sorted(wanted - before)
    )
    _note_ids(work, action, "factor_id", before, wanted)


@intent("set persons", PLAN, Right.FOLLOW_UP)
def set_persons(work: Work, action_id: UUID, part: Part, persons: Collection[UUID]) -> None:
    """Say who took part in planning an action, or who committed himself to it."""
    action, wanted = work.find(Action, action_id), set(persons)
    for person_id in wanted:
        work.find(Person, person_id)
    query = select(ActionPerson.person_id).where(
        ActionPerson.action_id == action_id, ActionPerson.part == part
    )
    before, table = set(work.session.exec(query)), table_of(ActionPerson)
    is_gone = table.c.person_id.in_(before - wanted)
    _erase(work, table, (table.c.action_id == action_id) & (table.c.part == part) & is_gone)
    work.fill(
        ActionPerson(project_id=work.project, action_id=action_id, person_id=person_id, part=part)
        for person_id in sorted(wanted - before)
    )
    _note_ids(work, action, f"{part.value}_id", before, wanted)


def _erase(work: Work, table: Any, which: Any) -> None:  # noqa: ANN401 - a table and a condition on it
    work.session.connection().execute(delete(table).where(which))


def _note_ids(work: Work, action: Action, field: str, before: set[UUID], after: set[UUID]) -> None:
    """One line of history for each that came or went; a field that ends so is shown by its name."""
    for id_ in sorted(before - after):
        work.note(ChangeKind.CHANGED, action, {field: str(id_)}, {field: None})
    for id_ in sorted(after - before):
        work.note(ChangeKind.CHANGED, action, {field: None}, {field: str(id_)})


@intent("add comment", PLAN, Right.FOLLOW_UP)
def add_comment(work: Work, action_id: UUID, text: str) -> UUID:
    """Add a remark, with the moment and the account that makes it; raises UnusableInput."""
    given = checked(CommentInput, {"action_id": action_id, "text": text})
    return work.add(
        Comment(**given.model_dump(), project_id=work.project, at=work.at, account_id=work.actor.account_id)
    ).id


@intent("throw comment away", PLAN, Right.FOLLOW_UP)
def bin_comment(work: Work, comment_id: UUID) -> None:
    """Throw a remark into the bin."""
    work.bin(work.find(Comment, comment_id))


@intent("restore comment", PLAN, Right.FOLLOW_UP)
def restore_comment(work: Work, comment_id: UUID) -> None:
    """Take a remark out of the bin."""
    work.restore(work.find(Comment, comment_id))


def list_comments(store: Store, actor: Actor, project_id: UUID, action_id: UUID) -> tuple[CommentEntry, ...]:
    """The remarks on an action, the latest first."""
    asked: Mapping[str, UUID] = {"project": project_id, "action": action_id}
    with store.reading(actor, project_id) as session:
        return tuple(CommentEntry(*row) for row in session.execute(_comments(), asked))


@cache
def _comments() -> Any:  # noqa: ANN401 - a select of six columns
    columns: tuple[Any, ...] = (Comment.due_before, Comment.due_after)
    return (
        select(Comment.id, Comment.text, Comment.at, Account.name, *columns)
        .outerjoin(Account, col(Account.id) == Comment.account_id)
        .where(
            Comment.project_id == bindparam("project"),
            Comment.action_id == bindparam("action"),
            col(Comment.binned_at).is_(None),
        )
        .order_by(col(Comment.at).desc())
    )
