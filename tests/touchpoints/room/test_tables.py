"""What each table has said, in the order in which tables present it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from touchpoints.room.staging import screen_shown
from touchpoints.room.tables import cards_by_table


@dataclass(frozen=True)
class Card:
    """A card that was written at a table."""

    text: str
    touchpoint_id: UUID | None = None
    table_number: int | None = None


@dataclass(frozen=True)
class Subject:
    """A touchpoint, and where it lies."""

    id: UUID
    name: str
    table_number: int | None


DESK, WEB, INVOICE = (
    Subject(uuid4(), name, table) for name, table in (("Desk", 2), ("Web", 1), ("Invoice", 2))
)


def told(cards: list[Card], *subjects: Subject) -> list[tuple[int | None, str, list[str]]]:
    groups = cards_by_table(cards, subjects)
    return [(one.number, one.name, [card.text for card in one.cards]) for one in groups]


def test_tables_come_in_their_order_and_their_touchpoints_in_that_of_the_journey() -> None:
    cards = [Card("a", INVOICE.id, 2), Card("b", DESK.id, 2), Card("c", None, 2), Card("d", INVOICE.id, 2)]
    assert told(cards, DESK, WEB, INVOICE) == [
        (1, "Web", []),
        (2, "Desk", ["b"]),
        (2, "Invoice", ["a", "d"]),
        (2, "", ["c"]),
    ]


def test_what_another_table_adds_stands_where_the_touchpoint_lies() -> None:
    assert told([Card("added", WEB.id, 2)], WEB) == [(1, "Web", ["added"])]


def test_who_sits_at_no_table_comes_last() -> None:
    free = Subject(uuid4(), "Chat", None)
    cards = [Card("none"), Card("three", free.id, 3), Card("one", None, 1)]
    assert told(cards, free) == [(1, "", ["one"]), (3, "", ["three"]), (None, "", ["none"])]


def test_behind_the_last_screen_comes_the_first_and_before_the_first_the_last() -> None:
    assert [screen_shown({"screen": number}, 3) for number in (0, 2, 3, -1)] == [0, 2, 0, 2]
    assert screen_shown({}, 0) == 0
