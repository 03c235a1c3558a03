"""What customers answer to a public form: found by its code, counted at once, and no customer is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select

from storage.access import GUEST, Actor
from storage.feedback_questions import count_point, give_question
from storage.intents import Work, carry_out_once
from storage.public_places import Place, places_of
from storage.revisions import FEEDBACK, raise_revision
from storage.rounds import current_round
from storage.store import Store
from storage.tables import table_of
from touchpoints.days import day_in
from touchpoints.errors import TouchpointsError
from touchpoints.feedback import ASKED, MOST_NAMED
from touchpoints.messages import N_
from touchpoints.model import (
    FeedbackForm,
    FeedbackKind,
    FeedbackSentence,
    Importance,
    Project,
    Round,
    Touchpoint,
)
from touchpoints.model.base import clean_text

LONGEST_SENTENCE = 500


class FormIsClosed(TouchpointsError):
    """There is no form with this code, or it takes no answers."""

    sentence = N_("This form is closed. Thank you for wanting to answer.")


class NothingAnswered(TouchpointsError):
    """The form was sent without an answer."""

    sentence = N_("Choose an answer first, then send it.")


class TooManyNamed(TouchpointsError):
    """More touchpoints were chosen than asked for."""

    sentence = N_("You have chosen {chosen}. Choose up to {most}.")


class SentenceTooLong(TouchpointsError):
    """More was written than fits."""

    sentence = N_("Your sentence has {length} characters. Shorten it to {most}.")


@dataclass(frozen=True)
class PublicForm:
    """What a customer sees of a form; `project` is the company's name, `places` only where he chooses."""

    project: str
    kind: FeedbackKind
    question: str
    touchpoint: str | None
    asks_sentence: bool
    places: tuple[Place, ...]


@dataclass(frozen=True)
class CustomerAnswer:
    """One answer: a point of the scale, or the touchpoints that were named; and one sentence."""

    point: int | None = None
    named: Collection[UUID] = ()
    sentence: str = ""


def find_form(store: Store, code: str) -> PublicForm:
    """The open form of a code; anybody may ask. Raises FormIsClosed."""
    with store.unchecked() as session:
        found = _open_form(session, code, store.now())
        places = places_of(session, found.project_id) if found.kind is FeedbackKind.TOP_TEN else ()
    about = (found.project, found.kind, found.question, found.touchpoint, found.asks_sentence)
    return PublicForm(*about, places)


def take_answer(store: Store, code: str, answer: CustomerAnswer) -> None:
    """Count an answer; when this returns, it is stored.

    Raises:
        FormIsClosed, NothingAnswered, TooManyNamed, SentenceTooLong.
    """
    sentence = clean_text(answer.sentence)
    if len(sentence) > LONGEST_SENTENCE:
        raise SentenceTooLong(length=len(sentence), most=LONGEST_SENTENCE)

    def do(work: Work) -> None:
        form = _open_form(work.session, code, work.at)
        work.project_id = form.project_id
        today = day_in(work.at, form.time_zone)
        # First, since it keeps others from this form until all of the answer is counted.
        _count_form(work, form.id)
        _count(work, form, answer, today)
        if sentence and form.asks_sentence:
            kept = FeedbackSentence(project_id=work.project, form_id=form.id, text=sentence, came_on=today)
            work.fill([kept])
        raise_revision(work.session, work.project, FEEDBACK)

    carry_out_once(store, GUEST, "answer feedback form", do, let_in=_anybody)


def _anybody(_actor: Actor) -> None:
    """Customers are nobody that we know."""


def _count_form(work: Work, form_id: UUID) -> None:
    if not work.session.connection().execute(_one_answer_more(), {"form": form_id}).rowcount:
        raise FormIsClosed


@cache
def _one_answer_more() -> Any:  # noqa: ANN401 - an update
    table = table_of(FeedbackForm)
    is_open = (table.c.id == bindparam("form"), table.c.is_open, table.c.binned_at.is_(None))
    return update(table).where(*is_open).values(answers=table.c.answers + 1)


def _count(work: Work, form: Any, answer: CustomerAnswer, today: date) -> None:  # noqa: ANN401 - a row
    if form.kind is FeedbackKind.TOP_TEN:
        _count_named(work, answer.named)
        return
    scale = ASKED[form.kind].scale
    if answer.point is None or not scale.low <= answer.point <= scale.high:
        raise NothingAnswered
    count_point(work, form.question_id or _question_again(work, form.id), answer.point, today)


def _question_again(work: Work, form_id: UUID) -> UUID:
    """A form outlives its question, which goes with its survey or its touchpoint."""
    form = work.find(FeedbackForm, form_id)
    give_question(work, form)
    if form.question_id is None:
        raise FormIsClosed
    return form.question_id


def _count_named(work: Work, named: Collection[UUID]) -> None:
    """One more customer was asked, and named these; in the round that is on, beside what is typed there."""
    there = {place.id for place in places_of(work.session, work.project)}
    chosen = sorted(there & set(named))
    if not chosen:
        raise NothingAnswered
    if len(chosen) > MOST_NAMED:
        raise TooManyNamed(chosen=len(chosen), most=MOST_NAMED)
    rounds, round_id = table_of(Round), current_round(work.session, work.project).id
    asked = func.coalesce(rounds.c.customers_asked, 0) + 1
    # First again: two forms of one project count one after the other.
    work.session.connection().execute(
        update(rounds).where(rounds.c.id == round_id).values(customers_asked=asked)
    )
    for touchpoint_id in chosen:
        _count_mention(work, round_id, touchpoint_id)


def _count_mention(work: Work, round_id: UUID, touchpoint_id: UUID) -> None:
    table = table_of(Importance)
    is_this = (table.c.round_id == round_id, table.c.touchpoint_id == touchpoint_id)
    mentions = func.coalesce(table.c.customer_mentions, 0) + 1
    connection = work.session.connection()
    if not connection.execute(update(table).where(*is_this).values(customer_mentions=mentions)).rowcount:
        first = Importance(
            project_id=work.project, round_id=round_id, touchpoint_id=touchpoint_id, customer_mentions=1
        )
        work.fill([first])


def _open_form(session: Session, code: str, at: datetime) -> Any:  # noqa: ANN401 - a row of ten columns
    found = session.connection().execute(_of_code(), {"code": code}).first()
    if found is None or (found.ends_on and found.ends_on < day_in(at, found.time_zone)):
        raise FormIsClosed
    return found


# Asked by every customer twice.
@cache
def _of_code() -> Any:  # noqa: ANN401 - a select of ten columns
    columns: tuple[Any, ...] = (
        *(FeedbackForm.id, FeedbackForm.project_id, FeedbackForm.kind, FeedbackForm.question),
        *(FeedbackForm.asks_sentence, FeedbackForm.ends_on, FeedbackForm.question_id),
        *(Project.time_zone, col(Project.name).label("project"), col(Touchpoint.name).label("touchpoint")),
    )
    is_there = (col(Touchpoint.id) == FeedbackForm.touchpoint_id) & col(Touchpoint.binned_at).is_(None)
    return (
        select(*columns)
        .join(Project, col(Project.id) == FeedbackForm.project_id)
        .outerjoin(Touchpoint, is_there)
        .where(FeedbackForm.code == bindparam("code"), col(FeedbackForm.is_open))
        .where(col(FeedbackForm.binned_at).is_(None), col(Project.binned_at).is_(None))
    )
