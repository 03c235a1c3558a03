"""What a team answered to the coach's hints: waved off with a reason, discussed, or turned into an action."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import and_, bindparam
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.actions import add_action
from storage.checking import checked
from storage.intents import Work, intent, within
from storage.revisions import COACH
from storage.store import Store
from touchpoints.model import Account, Action, HintAnswerInput, HintState
from touchpoints.model.coach import HintAnswer


class Known(Protocol):
    """A hint, said now or to a room: all that an answer must know of it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def facts(self) -> tuple[str, ...]:
        """Its cases, one by one."""


@dataclass(frozen=True)
class HintAnswerEntry:
    """An answer to a hint; `cases` are the facts that it was given to, `said` what the hint said that day.

    `action_id` is the action it became, None where that was thrown away since.
    """

    id: UUID
    hint: str
    state: HintState
    reason: str
    action_id: UUID | None
    said: str
    cases: tuple[str, ...]
    at: datetime
    taken_back_at: datetime | None
    who: str | None

    def settles(self, hint: Known) -> bool:
        """Whether it still answers the hint: a case that was not there that day brings the hint back."""
        is_kept = self.taken_back_at is None and (self.state is not HintState.ACTION or self.action_id)
        return bool(is_kept) and self.hint == hint.id and set(hint.facts) <= set(self.cases)


@dataclass(frozen=True)
class ToldHint:
    """What is kept of a hint beside the answer; `said` is its sentence in the language of whoever answers."""

    id: str
    said: str
    cases: Collection[str]


def list_hint_answers(store: Store, actor: Actor, project_id: UUID) -> tuple[HintAnswerEntry, ...]:
    """All answers of a project, the newest first; the history of each hint is among them."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_answers(), {"project": project_id})
        return tuple(HintAnswerEntry(**row._asdict() | {"cases": tuple(row.cases)}) for row in rows)


def answer_to(hint: Known, answers: Iterable[HintAnswerEntry]) -> HintAnswerEntry | None:
    """The newest answer that still settles a hint; None where it is open."""
    return next((answer for answer in answers if answer.settles(hint)), None)


@intent("wave off hint", COACH, Right.FOLLOW_UP)
def wave_off(work: Work, hint: ToldHint, reason: str) -> UUID:
    """Set a hint aside until its facts change; raises UnusableInput without a reason."""
    return _answer(work, hint, {"state": HintState.WAVED_OFF, "reason": reason})


@intent("discuss hint", COACH, Right.FOLLOW_UP)
def mark_discussed(work: Work, hint: ToldHint, note: str = "") -> UUID:
    """Note that a hint was talked over."""
    return _answer(work, hint, {"state": HintState.DISCUSSED, "reason": note})


@intent("turn hint into action", COACH, Right.FOLLOW_UP)
def turn_into_action(work: Work, hint: ToldHint, values: Mapping[str, Any]) -> UUID:
    """Plan an action that answers a hint; `values` as storage.actions.add_action takes them. Gives its id."""
    action_id: UUID = within(work, add_action, values)
    _answer(work, hint, {"state": HintState.ACTION, "action_id": action_id})
    return action_id


@intent("take back answer to hint", COACH, Right.FOLLOW_UP)
def take_back_answer(work: Work, answer_id: UUID) -> None:
    """Let the hint stand open again; that it was answered stays in its history."""
    row = work.find(HintAnswer, answer_id)
    if row.taken_back_at is None:
        work.change(row, taken_back_at=work.at)


@intent("restore answer to hint", COACH, Right.FOLLOW_UP)
def restore_answer(work: Work, answer_id: UUID) -> None:
    """Undo that an answer was taken back."""
    work.change(work.find(HintAnswer, answer_id), taken_back_at=None)


def _answer(work: Work, hint: ToldHint, values: Mapping[str, Any]) -> UUID:
    given = checked(HintAnswerInput, {"hint": hint.id, **values})
    row = HintAnswer(
        **given.model_dump(),
        project_id=work.project,
        said=hint.said[:_LONGEST_SAID],
        cases=sorted(hint.cases),
        at=work.at,
        account_id=work.actor.account_id,
    )
    return work.add(row).id


_LONGEST_SAID = 1000
# Those that the account's table holds; all the rest stands in the answer's own row.
_COLUMNS = tuple(name for name in HintAnswerEntry.__dataclass_fields__ if name != "who")


@cache
def _answers() -> Any:  # noqa: ANN401 - a select of ten columns
    joined: dict[str, Any] = {"action_id": col(Action.id).label("action_id")}
    columns = (joined.get(name, col(getattr(HintAnswer, name))) for name in _COLUMNS)
    is_there = and_(col(Action.id) == HintAnswer.action_id, col(Action.binned_at).is_(None))
    return (
        select(*columns, col(Account.name).label("who"))  # type: ignore[call-overload] # typed for up to four
        .outerjoin(Account, col(Account.id) == HintAnswer.account_id)
        .outerjoin(Action, is_there)
        .where(HintAnswer.project_id == bindparam("project"))
        .order_by(col(HintAnswer.at).desc(), col(HintAnswer.id))
    )
