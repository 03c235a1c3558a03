"""What an activity asks about: chosen by hand before the day, or fixed by its selection when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete
from sqlmodel import col, select

from storage.access import Actor
from storage.agenda import AlreadyAnswered, has_answers
from storage.intents import NoSuchRow, Work, intent
from storage.presence import is_there
from storage.ranks import first_ranks
from storage.revisions import WORKSHOP
from storage.rounds import current_round
from storage.store import Store
from storage.tables import table_of
from touchpoints.activities import activity_kind
from touchpoints.model import (
    Action,
    Activity,
    ActivitySubject,
    Card,
    Depth,
    Factor,
    Finding,
    Option,
    Phase,
    Selection,
    SubjectKind,
    Touchpoint,
)

_NAME_LENGTH = 300
_DEPTHS: Mapping[Selection, tuple[Depth, ...]] = {
    Selection.ALL: tuple(Depth),
    Selection.SHORTLIST: (Depth.SHORTLIST, Depth.KEY),
    Selection.KEY: (Depth.KEY,),
}
# Id, name, and the phase where there is one.
Listed = tuple[UUID, str, str]


@dataclass(frozen=True)
class SubjectEntry:
    """One thing that an activity asks about, as it was called when the activity was opened."""

    id: UUID
    kind: SubjectKind
    name: str
    phase: str
    table_number: int | None


def list_subjects(
    store: Store, actor: Actor, project_id: UUID, activity_id: UUID
) -> tuple[SubjectEntry, ...]:
    """What an activity asks about, in its order; nothing before it was opened, unless chosen by hand."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(subjects_of(), {"project": project_id, "activity": activity_id})
        return tuple(SubjectEntry(*row) for row in rows)


def preview_subjects(
    store: Store, actor: Actor, project_id: UUID, activity_id: UUID
) -> tuple[SubjectEntry, ...]:
    """What an activity asks about, or would if it were opened now; raises NoSuchRow."""
    if fixed := list_subjects(store, actor, project_id, activity_id):
        return fixed
    with store.reading(actor, project_id) as session:
        # Nothing is written with it: the lists are the same that an opening fixes.
        work = Work(session, actor, "preview subjects", store.now(), project_id)
        activity = work.find(Activity, activity_id)
        kind = subject_kind_of(activity)
        listed = _listed(work, activity, activity.selection)
    return tuple(SubjectEntry(id_, kind, name, phase, None) for id_, name, phase in listed if kind)


@intent("choose subjects", WORKSHOP)
def choose_subjects(work: Work, activity_id: UUID, ids: Sequence[UUID]) -> None:
    """Choose by hand what an activity asks about, in this order; raises AlreadyAnswered, NoSuchRow."""
    activity = work.find(Activity, activity_id)
    if has_answers(work, activity_id):
        raise AlreadyAnswered
    listed = {one[0]: one for one in _listed(work, activity, Selection.ALL)}
    if not set(ids) <= set(listed):
        raise NoSuchRow
    table = table_of(ActivitySubject)
    work.session.connection().execute(delete(table).where(table.c.activity_id == activity_id))
    store_subjects(work, activity, [listed[id_] for id_ in ids])
    work.change(activity, selection=Selection.BY_HAND)


@intent("deal subjects", WORKSHOP)
def deal_subjects(work: Work, activity_id: UUID, tables: int) -> None:
    """Deal what an activity asks about to so many tables, neighbours on the journey together; 0: to none.

    What the selection means is fixed with it, as it is by the first opening.
    """
    activity = work.find(Activity, activity_id)
    fix_subjects(work, activity)
    rows = _rows_of(work, activity_id)
    for place, row in enumerate(rows):
        work.change(row, table_number=place * tables // len(rows) + 1 if tables else None)


@intent("seat subjects", WORKSHOP)
def seat_subjects(work: Work, activity_id: UUID, tables: Mapping[UUID, int | None]) -> None:
    """Give some of what an activity asks about to tables, by the ids of the subjects; raises NoSuchRow."""
    rows = {row.subject_id: row for row in _rows_of(work, activity_id)}
    for subject_id, number in tables.items():
        if subject_id not in rows:
            raise NoSuchRow
        work.change(rows[subject_id], table_number=number)


def _rows_of(work: Work, activity_id: UUID) -> Sequence[ActivitySubject]:
    query = select(ActivitySubject).where(ActivitySubject.activity_id == activity_id)
    return work.session.exec(query.order_by(ActivitySubject.rank)).all()


def fix_subjects(work: Work, activity: Activity) -> None:
    """At the first opening: what the selection means today is what everybody answers about from now on."""
    query = select(ActivitySubject.id).where(ActivitySubject.activity_id == activity.id)
    if work.session.exec(query).first() is None:
        store_subjects(work, activity, _listed(work, activity, activity.selection))


def subject_kind_of(activity: Activity) -> SubjectKind | None:
    """What an activity asks about: as its facilitator has set, else the first that its kind can."""
    kinds = activity_kind(activity.kind).subjects
    chosen = activity.settings.get("subjects")
    return SubjectKind(chosen) if chosen else next(iter(kinds), None)


def store_subjects(work: Work, activity: Activity, listed: Sequence[Listed]) -> None:
    """Let an activity ask about these, in this order."""
    kind = subject_kind_of(activity)
    if kind is None:
        return
    work.fill(
        ActivitySubject(
            project_id=work.project,
            activity_id=activity.id,
            kind=kind,
            subject_id=id_,
            name=name[:_NAME_LENGTH],
            phase=phase,
            rank=rank,
        )
        for (id_, name, phase), rank in zip(listed, first_ranks(len(listed)), strict=True)
    )


def _listed(work: Work, activity: Activity, selection: Selection) -> Sequence[Listed]:
    kind = subject_kind_of(activity)
    if kind is None or (selection in (Selection.NONE, Selection.BY_HAND) and kind is SubjectKind.TOUCHPOINT):
        return ()
    return list(_LISTS[kind](work, activity, selection))


def _touchpoints(work: Work, _activity: Activity, selection: Selection) -> Iterable[Listed]:
    query = (
        select(Touchpoint.id, Touchpoint.name, Phase.name)
        .join(Phase, col(Phase.id) == Touchpoint.phase_id)
        .where(Touchpoint.project_id == work.project, is_there())
        .where(col(Touchpoint.depth).in_(_DEPTHS[selection]))
        .order_by(Phase.rank, Touchpoint.rank)
    )
    return work.session.exec(query).all()


def _of_touchpoints(entity: Any, text: Any) -> Callable[[Work, Activity, Selection], Iterable[Listed]]:  # noqa: ANN401 - any entity of a touchpoint
    """Findings and factors, in the order of the journey."""

    def find(work: Work, _activity: Activity, _selection: Selection) -> Iterable[Listed]:
        query = (
            select(entity.id, text, Touchpoint.name)
            .join(Touchpoint, col(Touchpoint.id) == entity.touchpoint_id)
            .join(Phase, col(Phase.id) == Touchpoint.phase_id)
            .where(entity.project_id == work.project, col(entity.binned_at).is_(None), is_there())
            .order_by(Phase.rank, Touchpoint.rank, entity.rank)
        )
        return work.session.exec(query).all()

    return find


def _of_round(entity: Any) -> Callable[[Work, Activity, Selection], Iterable[Listed]]:  # noqa: ANN401 - options or actions
    """Options and actions of the current round."""

    def find(work: Work, _activity: Activity, _selection: Selection) -> Iterable[Listed]:
        round_ = current_round(work.session, work.project)
        query = (
            select(entity.id, entity.name, Touchpoint.name)
            .outerjoin(Touchpoint, col(Touchpoint.id) == entity.touchpoint_id)
            .where(entity.round_id == round_.id, col(entity.binned_at).is_(None))
            .order_by(entity.rank)
        )
        return [(id_, name, touchpoint or "") for id_, name, touchpoint in work.session.exec(query)]

    return find


def _cards(work: Work, activity: Activity, _selection: Selection) -> Iterable[Listed]:
    query = (
        select(Card.id, Card.text)
        .where(Card.workshop_id == activity.workshop_id, col(Card.binned_at).is_(None))
        .where(col(Card.merged_into_id).is_(None))
        .order_by(Card.rank)
    )
    return [(id_, text, "") for id_, text in work.session.exec(query)]


def _hints(_work: Work, _activity: Activity, _selection: Selection) -> Iterable[Listed]:
    """None: what the coach says is no row, so whoever opens the activity brings it along."""
    return ()


_LISTS: Mapping[SubjectKind, Callable[[Work, Activity, Selection], Iterable[Listed]]] = {
    SubjectKind.TOUCHPOINT: _touchpoints,
    SubjectKind.OPTION: _of_round(Option),
    SubjectKind.ACTION: _of_round(Action),
    SubjectKind.FINDING: _of_touchpoints(Finding, Finding.text),
    SubjectKind.FACTOR: _of_touchpoints(Factor, Factor.text),
    SubjectKind.CARD: _cards,
    SubjectKind.HINT: _hints,
}


# Read at every run of phones, console and wall.
@cache
def subjects_of() -> Any:  # noqa: ANN401 - a select of five columns
    """The subjects of an activity (:activity) of a project (:project), in their order."""
    columns = (
        *(ActivitySubject.subject_id, ActivitySubject.kind, ActivitySubject.name),
        *(ActivitySubject.phase, ActivitySubject.table_number),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(ActivitySubject.project_id == bindparam("project"))
        .where(ActivitySubject.activity_id == bindparam("activity"))
        .order_by(ActivitySubject.rank)
    )
