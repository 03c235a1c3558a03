"""Cards from the room: written on phones word for word, then sorted, merged and grouped on the wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from fractional_indexing import generate_n_keys_between
from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.access import Actor, NotAllowed
from storage.checking import checked
from storage.intents import NoSuchRow, Work, carry_out_once, intent
from storage.ranks import rank_between
from storage.revisions import activity_scope, raise_revision
from storage.store import Store
from storage.taking_part import check_is_seated, check_seat, participation, pseudonym
from touchpoints.activities import Write, activity_kind
from touchpoints.ballots import UnusableAnswer, parts_asked
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, ActivitySubject, Card, CardInput, CardKind, Participant, Touchpoint

# Rises with every card that is parked or sorted; phones do not listen to it.
PARKING = "parking"


class EnoughCards(TouchpointsError):
    """Somebody has written as many cards as the activity takes."""

    sentence = N_("You have written all the cards that there are here. Change one, or throw one away.")


@participation("write card")
def write_card(
    work: Work, activity: Activity, participant: Participant, values: Mapping[str, Any], person: int = 1
) -> UUID:
    """Put a card on the wall: kind, text, and the touchpoint where one is asked.

    An action has a day as well, and where names are shown, who does it.

    Raises:
        UnusableAnswer: such a card is not asked for. EnoughCards, storage.checking.UnusableInput.
    """
    given = _asked_card(work, activity, values)
    name = _own_name(work, activity.id, person)
    part = _write_part(activity)
    mine = select(func.count()).where(
        Card.activity_id == activity.id, Card.pseudonym == name, col(Card.binned_at).is_(None)
    )
    if part.most is not None and work.session.exec(mine).one() >= part.most:
        raise EnoughCards
    return _put(work, given, name, participant.table_number if activity.by_table else None)


@participation("change card")
def change_own_card(
    work: Work,
    activity: Activity,
    _participant: Participant,
    card_id: UUID,
    text: str | None,
    person: int = 1,
    promised: Mapping[str, Any] | None = None,
) -> None:
    """Write an own card anew, or throw it away with None; raises UnusableInput, NotAllowed for another's.

    `promised`: who does it and until when, of an action; None leaves both as they are.
    """
    row = work.session.get(Card, card_id)
    if row is None or row.activity_id != activity.id or row.pseudonym != _own_name(work, activity.id, person):
        raise NotAllowed
    if text is None:
        row.binned_at = work.at
    else:
        values = row.model_dump(include=set(CardInput.model_fields))
        given = checked(CardInput, values | {"text": text, **(promised or {})})
        if promised:
            _check_may_promise(activity, given)
        row.text, row.name, row.due_on = given.text, given.name, given.due_on
    work.session.flush()


def park_card(store: Store, actor: Actor, text: str) -> UUID:
    """Put a text into the parking lot, whatever is on; raises UnusableInput, NotAllowed."""

    def do(work: Work) -> UUID:
        seat, _ = check_seat(work.session, actor)
        values = {"workshop_id": seat.workshop_id, "kind": CardKind.PARKED, "text": text}
        card_id = _put(work, checked(CardInput, values), pseudonym(seat, seat.workshop_id), None)
        raise_revision(work.session, seat.project_id, PARKING)
        return card_id

    project_id = actor.seat.project_id if actor.seat else None
    return carry_out_once(store, actor, "park card", do, project_id, check_is_seated)


@intent("add card", PARKING)
def add_card(work: Work, values: Mapping[str, Any]) -> UUID:
    """Put a card on the wall for the room; values as CardInput. Raises UnusableInput."""
    given = checked(CardInput, values)
    _raise_of(work, given.activity_id)
    return _put(work, given, "", None)


@intent("change card", PARKING)
def change_card(work: Work, card_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields of a card, of CardInput or its group; raises UnusableInput, VersionConflict."""
    row = work.find(Card, card_id)
    _raise_of(work, row.activity_id)
    values = row.model_dump(include=set(CardInput.model_fields))
    of_input = {name: value for name, value in changes.items() if name in values}
    given = checked(CardInput, values | of_input).model_dump(include=set(of_input))
    group = {"group": str(changes["group"]).strip()[:120]} if "group" in changes else {}
    work.save(Card, card_id, shown_version, given | group)


@intent("move cards", PARKING)
def move_cards(
    work: Work, ids: Sequence[UUID], changes: Mapping[str, Any], before: UUID | None = None
) -> None:
    """Put cards, in the order given, before another one, or at the end, into a phase, group or kind."""
    rows = [work.find(Card, id_) for id_ in ids]
    others = _others(work, rows)
    place = next((i for i, other in enumerate(others) if other.id == before), len(others))
    left = others[place - 1].rank if place else None
    right = others[place].rank if place < len(others) else None
    for row, rank in zip(rows, generate_n_keys_between(left, right, n=len(rows)), strict=True):
        _raise_of(work, row.activity_id)
        work.change(row, rank=rank, **changes)


def _others(work: Work, rows: Sequence[Card]) -> list[Card]:
    """All other cards of the workshop in their order, those in the bin too: no two may share a rank."""
    ids = [row.id for row in rows]
    query = select(Card).where(col(Card.workshop_id).in_({row.workshop_id for row in rows}))
    return list(work.session.exec(query.where(col(Card.id).not_in(ids)).order_by(Card.rank)))


@intent("sort cards", PARKING)
def sort_cards(work: Work, changes: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Say of each card its kind, phase, touchpoint or group."""
    for id_, of_card in changes.items():
        row = work.find(Card, id_)
        _raise_of(work, row.activity_id)
        work.change(row, **of_card)


@intent("merge cards", PARKING)
def merge_cards(work: Work, into_id: UUID, ids: Sequence[UUID]) -> None:
    """Make doubles one card; the others keep their text behind it and come back by `part_cards`."""
    into = work.find(Card, into_id)
    _raise_of(work, into.activity_id)
    for id_ in ids:
        row = work.find(Card, id_)
        if row.workshop_id != into.workshop_id or id_ == into_id:
            raise NoSuchRow
        behind = select(Card).where(Card.merged_into_id == id_)
        for one in [row, *work.session.exec(behind).all()]:
            work.change(one, merged_into_id=into_id)


@intent("part cards", PARKING)
def part_cards(work: Work, ids: Sequence[UUID]) -> None:
    """Take cards out of the one that they were merged into."""
    for id_ in ids:
        row = work.find(Card, id_)
        _raise_of(work, row.activity_id)
        work.change(row, merged_into_id=None)


@intent("throw cards away", PARKING)
def bin_cards(work: Work, ids: Sequence[UUID]) -> None:
    """Throw cards into the bin."""
    for id_ in ids:
        row = work.find(Card, id_)
        _raise_of(work, row.activity_id)
        work.bin(row)


@intent("restore cards", PARKING)
def restore_cards(work: Work, ids: Sequence[UUID]) -> None:
    """Take cards out of the bin."""
    for id_ in ids:
        row = work.find(Card, id_)
        _raise_of(work, row.activity_id)
        work.restore(row)


def _asked_card(work: Work, activity: Activity, values: Mapping[str, Any]) -> CardInput:
    part = _write_part(activity)
    given = checked(
        CardInput, dict(values) | {"workshop_id": activity.workshop_id, "activity_id": activity.id}
    )
    if given.kind not in part.kinds or (given.touchpoint_id and not part.asks_touchpoint):
        raise UnusableAnswer
    if given.touchpoint_id is not None and not _may_be_about(work, activity, given.touchpoint_id):
        raise UnusableAnswer
    _check_may_promise(activity, given)
    return given


def _check_may_promise(activity: Activity, given: CardInput) -> None:
    """Only an action has a day, and a name only where everybody was told that names are shown."""
    is_action = given.kind is CardKind.ACTION
    if (given.due_on and not is_action) or (given.name and not (is_action and activity.is_named)):
        raise UnusableAnswer


def _may_be_about(work: Work, activity: Activity, touchpoint_id: UUID) -> bool:
    """One of the activity's touchpoints, or any of the project's where it has none of its own."""
    of_activity = select(ActivitySubject.subject_id).where(ActivitySubject.activity_id == activity.id)
    ids = set(work.session.exec(of_activity))
    if ids:
        return touchpoint_id in ids
    found = work.session.get(Touchpoint, touchpoint_id)
    return found is not None and found.project_id == work.project


def _write_part(activity: Activity) -> Write:
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    found = next((part for part in parts if isinstance(part, Write)), None)
    if found is None:
        raise UnusableAnswer
    return found


def _own_name(work: Work, activity_id: UUID, person: int) -> str:
    assert work.actor.seat is not None  # noqa: S101 - checked by the decorator, told to the type checker
    return pseudonym(work.actor.seat, activity_id, person)


def _put(work: Work, given: CardInput, name: str, table_number: int | None) -> UUID:
    row = Card(
        **given.model_dump(),
        project_id=work.project,
        rank=rank_between(_last_rank(work.session, given.workshop_id), None),
        pseudonym=name,
        table_number=table_number,
    )
    work.fill([row])
    return row.id


def _last_rank(session: Session, workshop_id: UUID) -> str | None:
    return session.exec(select(func.max(col(Card.rank))).where(Card.workshop_id == workshop_id)).one()


def _raise_of(work: Work, activity_id: UUID | None) -> None:
    work.raised.add(activity_scope(activity_id) if activity_id else PARKING)
