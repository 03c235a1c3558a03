"""The cards of an airport's journey, and a wall that keeps them as a database would."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pages._board import Badge, BoardAction, BoardIntent, Card, Chosen, Column, Moved, Opened

ACTIONS = (BoardAction("key", "Mark as key touchpoint"), BoardAction("bin", "Throw away"))
BULK_ACTIONS = (BoardAction("shortlist", "Put on the shortlist"), BoardAction("bin", "Throw away"))

LEVELS = {
    "disappointing": Badge("▼", "disappointing", "disappointing"),
    "okay": Badge("●", "okay", "okay"),
    "delightful": Badge("▲", "delightful", "delightful"),
    "unclear": Badge("◇", "unclear", "unclear"),
}
KEY = Badge("★", "key touchpoint", "key")

# Column, title, level, key?, lines.
CARDS = (
    ("inform", "Word of mouth", "unclear", False, ("earned · n = 12",)),
    ("inform", "Web search", "okay", False, ("18% disappointed · n = 2,301", "earned · by web")),
    ("decide", "Flight booking", "delightful", True, ("6% disappointed · n = 3,080", "owned · by web")),
    ("decide", "Parking reservation", "okay", False, ("14% disappointed · n = 912",)),
    ("use", "Check-in", "okay", False, ("11% disappointed · n = 3,127", "owned · in person")),
    ("use", "Security", "disappointing", True, ("31% disappointed · n = 3,201", "owned · in person")),
    ("use", "Wi-Fi", "disappointing", False, ("40% disappointed · n = 2,714", "owned · by web")),
    ("use", "Shops", "delightful", False, ("5% disappointed · n = 1,998", "owned · in person")),
    ("use", "<b>Gate</b> & boarding", "okay", False, ("12% disappointed · n = 3,044", "owned · in person")),
    ("settle", "Lost property", "unclear", False, ("not measured",)),
)


def columns() -> list[Column]:
    """The phases, the first of them before the contact."""
    return [
        Column("inform", "Get informed", "before the contact", is_set_off=True),
        Column("decide", "Decide and buy"),
        Column("use", "Receive & use"),
        Column("settle", "Settle"),
        Column("recall", "Remember"),
    ]


def some_cards() -> list[Card]:
    """Ten cards; a title holds what a browser must not read as HTML."""
    return [
        Card(
            id=title.lower().replace(" ", "-").replace("<b>gate</b>-&-", "gate-"),
            column=column,
            version=1,
            title=title,
            lines=lines,
            badges=(KEY, LEVELS[level]) if is_key else (LEVELS[level],),
            is_dimmed=title == "Lost property",
            without=("key",) if is_key else (),
        )
        for column, title, level, is_key, lines in CARDS
    ]


def many_cards(count: int) -> list[Card]:
    """As many cards as wanted, spread over all columns."""
    ids = [column.id for column in columns()]
    levels = list(LEVELS.values())
    return [
        Card(
            id=f"card-{number}",
            column=ids[number % len(ids)],
            version=1,
            title=f"Touchpoint number {number}",
            lines=(f"{number % 50}% disappointed · n = {number * 7}", "owned · in person"),
            badges=(levels[number % len(levels)],),
        )
        for number in range(count)
    ]


@dataclass
class Wall:
    """The truth about the cards: a move raises the version, and with an older one it is refused."""

    cards: list[Card]
    notes: list[str] = field(default_factory=list)

    def move(self, intent: Moved) -> None:
        """Put the cards, as they follow each other, before another or to the end."""
        stored = {card.id: card for card in self.cards}
        if any(stored[sent.id].version != sent.version for sent in intent.cards):
            self.notes.append("conflict")
            return
        going = [
            replace(stored[id_], column=intent.column, version=version + 1) for id_, version in intent.cards
        ]
        left = [card for card in self.cards if card.id not in {one.id for one in going}]
        at = next((place for place, card in enumerate(left) if card.id == intent.before), len(left))
        self.cards = [*left[:at], *going, *left[at:]]

    def remove(self, ids: set[str]) -> None:
        """Take cards away."""
        self.cards = [card for card in self.cards if card.id not in ids]

    def rename(self, id_: str, title: str) -> None:
        """Give a card another title, and with it another version."""
        self.cards = [
            replace(card, title=title, version=card.version + 1) if card.id == id_ else card
            for card in self.cards
        ]

    def note(self, intent: BoardIntent) -> str:
        """An intent in a line, as the tests compare it."""
        match intent:
            case Moved(cards=cards, column=column, before=before):
                return f"moved {_written(cards)} to {column} before {before}"
            case Opened(card=card):
                return f"opened {card}"
            case Chosen(action=action, cards=cards):
                return f"chose {action} for {_written(cards)}"


def _written(cards: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{id_} v{version}" for id_, version in cards)
