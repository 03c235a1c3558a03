"""Taking over cards: each becomes an entry of the project and knows which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from storage.card_makers import Made, Taking, make_entry
from storage.intents import Work, intent
from storage.take_over_record import (
    change_of,
    check_may_be_taken,
    ground_of,
    keep,
    origin_of,
    raise_of,
)
from storage.take_over_undo import CARD, MADE, NOTE, PERSON, persons_there
from touchpoints.model import Card, CardKind


@intent("take over cards")
def take_over_cards(work: Work, ids: Sequence[UUID], as_kind: CardKind | None = None) -> UUID | None:
    """Make entries of cards of one workshop, by their kind or as another one; None where all were taken.

    Raises:
        PhaseMissing, TouchpointMissing, NothingBecomesOfIt: a card cannot become anything yet.
        RehearsalStaysOut, RoundIsOver, UnusableInput.
    """
    cards = [card for card in (work.find(Card, id_) for id_ in ids) if card.taken_as_id is None]
    if not cards:
        return None
    workshop = check_may_be_taken(work, cards[0].workshop_id)
    taking, ground = Taking(work), ground_of(work.session, workshop, None)
    known = persons_there(ground)
    changes: list[dict[str, Any]] = []
    work.origin = origin_of(workshop)
    for card in cards:
        made = make_entry(taking, card, as_kind or card.kind)
        work.change(card, taken_as_id=made.id)
        raise_of(work, card.activity_id)
        changes += _changes_of(card, made)
    came = {id_: name for id_, name in persons_there(ground).items() if id_ not in known}
    # Undone last: whoever came goes only when nothing refers to him any more.
    changes = [*(change_of(PERSON, id_, None, name) for id_, name in came.items()), *changes]
    return keep(work, workshop, cards[0].activity_id, changes)


def _changes_of(card: Card, made: Made) -> Iterable[dict[str, Any]]:
    """What a card became, in the order in which it was made."""
    if made.is_new:
        yield change_of(MADE, made.id, None, made.entity.__name__)
    if made.note:
        yield change_of(NOTE, made.id, "", made.note)
    yield change_of(CARD, card.id, None, str(made.id))
