"""What each table has said about each of its touchpoints, in the order in which tables present it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID


class _Card(Protocol):
    @property
    def touchpoint_id(self) -> UUID | None: ...

    @property
    def table_number(self) -> int | None: ...


class _Subject(Protocol):
    @property
    def id(self) -> UUID: ...

    @property
    def name(self) -> str: ...

    @property
    def table_number(self) -> int | None: ...


AnyCard = TypeVar("AnyCard", bound=_Card)


@dataclass(frozen=True)
class TableCards(Generic[AnyCard]):
    """What is said about one touchpoint of a table, or "" about no one of its own; None: at no table."""

    number: int | None
    name: str
    cards: tuple[AnyCard, ...]


def cards_by_table(cards: Iterable[AnyCard], subjects: Sequence[_Subject]) -> list[TableCards[AnyCard]]:
    """Each table with each touchpoint that was dealt to it, and what else its people said.

    What another table adds to a touchpoint stands where the touchpoint lies, and keeps its own number.
    """
    dealt = {one.id: one for one in subjects if one.table_number}
    groups: dict[tuple[int | None, UUID | None], list[AnyCard]] = {
        (one.table_number, one.id): [] for one in dealt.values()
    }
    for card in cards:
        about = dealt.get(card.touchpoint_id) if card.touchpoint_id else None
        key = (about.table_number, about.id) if about else (card.table_number, None)
        groups.setdefault(key, []).append(card)
    places = {id_: place for place, id_ in enumerate(dealt)}

    def order(key: tuple[int | None, UUID | None]) -> tuple[bool, int, bool, int]:
        number, id_ = key
        return number is None, number or 0, id_ is None, places.get(id_, 0) if id_ else 0

    return [
        TableCards(key[0], dealt[key[1]].name if key[1] else "", tuple(groups[key]))
        for key in sorted(groups, key=order)
    ]
