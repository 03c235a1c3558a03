"""The public forms of a project: what each asks customers, which KPI it feeds, and whether it is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.feedback_questions import check_is_unfed, give_question
from storage.intents import Work, intent, within
from storage.kpis import add_kpi, bin_kpi, restore_kpi
from storage.public_codes import new_public_code
from storage.revisions import FEEDBACK
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import all_kinds, kind_of
from touchpoints.messages import N_
from touchpoints.model import (
    FeedbackForm,
    FeedbackFormInput,
    FeedbackKind,
    FeedbackSentence,
    Kpi,
    SentenceState,
    Touchpoint,
)

# What was answered already was answered to this question about this touchpoint.
_CHANGEABLE = frozenset({"name", "question", "asks_sentence", "ends_on"})


class QuestionIsFixed(TouchpointsError):
    """Kind, touchpoint or KPI of a form shall be changed."""

    sentence = N_("What a form asks about stays as it is, because of its answers. Make another form.")


class UnfitKpi(TouchpointsError):
    """A KPI of this kind cannot be computed from such answers."""

    sentence = N_("The KPI {name} cannot be fed by this kind of question. Choose another KPI or kind.")


@dataclass(frozen=True)
class FormEntry:
    """A form as it stands in the list; `waiting` is how many sentences nobody has looked at yet."""

    id: UUID
    version: int
    name: str
    kind: FeedbackKind
    touchpoint: str | None
    kpi_id: UUID | None
    kpi: str | None
    question: str
    asks_sentence: bool
    ends_on: date | None
    code: str
    is_open: bool
    answers: int
    waiting: int


def list_forms(store: Store, actor: Actor, project_id: UUID) -> tuple[FormEntry, ...]:
    """The forms that are not in the bin, open ones first, by name."""
    with store.reading(actor, project_id, Right.FOLLOW_UP) as session:
        forms = [FormEntry(*row) for row in session.execute(_list(), {"project": project_id})]
    return tuple(sorted(forms, key=lambda one: (not one.is_open, one.name.casefold(), one.id)))


@intent("add feedback form", FEEDBACK, Right.FOLLOW_UP)
def add_form(work: Work, values: Mapping[str, Any], source: str = "", *, makes_kpi: bool = False) -> UUID:
    """Add an open form, whose answers feed its KPI; with `makes_kpi` a new one of the form's name.

    `source` is what stands where its survey is named. Raises UnusableInput, UnfitKpi, KpiIsFed.
    """
    given = checked(FeedbackFormInput, values)
    if given.kpi_id is not None:
        _check_fits(work, work.find(Kpi, given.kpi_id), given.kind)
    elif makes_kpi and given.kind is not FeedbackKind.TOP_TEN:
        given.kpi_id = within(work, add_kpi, _kpi_of(given))
    form = FeedbackForm(**given.model_dump(), project_id=work.project, code=new_public_code())
    work.add(form)
    give_question(work, form, source)
    return form.id


@intent("change feedback form", FEEDBACK, Right.FOLLOW_UP)
def change_form(work: Work, form_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields; raises QuestionIsFixed, UnusableInput, VersionConflict."""
    if set(changes) - _CHANGEABLE:
        raise QuestionIsFixed
    stored = work.find(FeedbackForm, form_id).model_dump(include=set(FeedbackFormInput.model_fields))
    given = checked(FeedbackFormInput, stored | dict(changes))
    work.save(FeedbackForm, form_id, shown_version, given.model_dump(include=set(changes)))


@intent("open feedback form", FEEDBACK, Right.FOLLOW_UP)
def open_form(work: Work, form_id: UUID) -> None:
    """Take answers again."""
    work.change(work.find(FeedbackForm, form_id), is_open=True)


@intent("close feedback form", FEEDBACK, Right.FOLLOW_UP)
def close_form(work: Work, form_id: UUID) -> None:
    """Take no more answers; those that came stay."""
    work.change(work.find(FeedbackForm, form_id), is_open=False)


@intent("throw feedback form away", FEEDBACK, Right.FOLLOW_UP)
def bin_form(work: Work, form_id: UUID, *, with_kpi: UUID | None = None) -> None:
    """Throw a form into the bin; what was answered stays measured. `with_kpi` goes with it."""
    work.bin(work.find(FeedbackForm, form_id))
    if with_kpi is not None:
        within(work, bin_kpi, with_kpi)


@intent("restore feedback form", FEEDBACK, Right.FOLLOW_UP)
def restore_form(work: Work, form_id: UUID, *, with_kpi: UUID | None = None) -> None:
    """Take a form out of the bin."""
    work.restore(work.find(FeedbackForm, form_id))
    if with_kpi is not None:
        within(work, restore_kpi, with_kpi)


def _check_fits(work: Work, kpi: Kpi, kind: FeedbackKind) -> None:
    known = all_kinds().get(kpi.kind)
    if known is None or kind.value not in known.questions:
        raise UnfitKpi(name=kpi.name)
    check_is_unfed(work, kpi)


def _kpi_of(given: FeedbackFormInput) -> dict[str, Any]:
    kind = kind_of(given.kind.value)
    return {
        "name": given.name,
        "kind": kind.id,
        "direction": kind.direction,
        "touchpoint_id": given.touchpoint_id,
        "interval_months": kind.interval_months,
    }


@cache
def _list() -> Any:  # noqa: ANN401 - a select of fourteen columns
    waiting = (
        select(func.count(col(FeedbackSentence.id)))
        .where(FeedbackSentence.form_id == FeedbackForm.id)
        .where(col(FeedbackSentence.state) == SentenceState.WAITING)
        .scalar_subquery()
    )
    columns = (
        *(FeedbackForm.id, FeedbackForm.version, FeedbackForm.name, FeedbackForm.kind, Touchpoint.name),
        *(Kpi.id, Kpi.name, FeedbackForm.question, FeedbackForm.asks_sentence, FeedbackForm.ends_on),
        *(FeedbackForm.code, FeedbackForm.is_open, FeedbackForm.answers, waiting),
    )
    is_there = (col(Touchpoint.id) == FeedbackForm.touchpoint_id) & col(Touchpoint.binned_at).is_(None)
    is_kept = (col(Kpi.id) == FeedbackForm.kpi_id) & col(Kpi.binned_at).is_(None)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, is_there)
        .outerjoin(Kpi, is_kept)
        .where(FeedbackForm.project_id == bindparam("project"), col(FeedbackForm.binned_at).is_(None))
    )
