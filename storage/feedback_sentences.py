"""The sentences that customers wrote into a form: each waits until somebody has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.intents import Work, intent
from storage.revisions import CONTENT, FEEDBACK
from storage.store import Store
from touchpoints.model import (
    FeedbackForm,
    FeedbackSentence,
    Finding,
    FindingInput,
    SentenceState,
    Source,
)

_REFUSED_ARE_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class WaitingSentence:
    """A sentence with the form that it came by."""

    id: UUID
    form_id: UUID
    form: str
    text: str
    came_on: date


def list_waiting(store: Store, actor: Actor, project_id: UUID) -> tuple[WaitingSentence, ...]:
    """The sentences that nobody has decided on, in the order of their days."""
    with store.reading(actor, project_id, Right.FOLLOW_UP) as session:
        rows = session.execute(_waiting(), {"project": project_id})
        return tuple(WaitingSentence(*row) for row in rows)


@intent("release sentence", FEEDBACK, Right.FOLLOW_UP)
def release_sentence(work: Work, sentence_id: UUID) -> UUID:
    """Make it a finding in the customer's words, which the team sorts; nothing ties it to a figure."""
    row = work.find(FeedbackSentence, sentence_id)
    work.raised.add(CONTENT)
    finding = work.session.get(Finding, row.finding_id) if row.finding_id else None
    if finding is None:
        form = work.find(FeedbackForm, row.form_id)
        given = FindingInput(touchpoint_id=form.touchpoint_id, text=row.text, source=Source.CUSTOMER)
        finding = work.add(Finding(**given.model_dump(), project_id=work.project))
    elif finding.binned_at is not None:
        work.restore(finding)
    work.change(row, state=SentenceState.RELEASED, finding_id=finding.id)
    return finding.id


@intent("refuse sentence", FEEDBACK, Right.FOLLOW_UP)
def refuse_sentence(work: Work, sentence_id: UUID) -> None:
    """Keep it from being shown, as where it names somebody; after 30 days it is erased."""
    work.change(work.find(FeedbackSentence, sentence_id), state=SentenceState.REFUSED)


@intent("let sentence wait", FEEDBACK, Right.FOLLOW_UP)
def let_sentence_wait(work: Work, sentence_id: UUID) -> None:
    """Undo that it was released or refused; its finding goes into the bin."""
    row = work.find(FeedbackSentence, sentence_id)
    finding = work.session.get(Finding, row.finding_id) if row.finding_id else None
    if finding is not None and finding.binned_at is None:
        work.raised.add(CONTENT)
        work.bin(finding)
    work.change(row, state=SentenceState.WAITING)


def erase_refused(store: Store) -> None:
    """Erase for good what was refused and came in long ago."""
    before = store.now().date() - _REFUSED_ARE_KEPT
    is_refused = col(FeedbackSentence.state) == SentenceState.REFUSED
    with store.writing() as session:
        session.execute(delete(FeedbackSentence).where(is_refused, col(FeedbackSentence.came_on) < before))


@cache
def _waiting() -> Any:  # noqa: ANN401 - a select of five columns
    columns = (
        *(FeedbackSentence.id, FeedbackForm.id, FeedbackForm.name, FeedbackSentence.text),
        FeedbackSentence.came_on,
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(FeedbackForm, col(FeedbackForm.id) == FeedbackSentence.form_id)
        .where(FeedbackSentence.project_id == bindparam("project"), col(FeedbackForm.binned_at).is_(None))
        .where(col(FeedbackSentence.state) == SentenceState.WAITING)
        .order_by(FeedbackSentence.came_on, FeedbackSentence.id)
    )
