"""A board of cards in columns, moved by drag, keyboard or menu; journey, card wall and to-dos share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pages._acts import keep_acts, last_taken, take_act
from pages._board_words import board_words
from pages._component import component
from touchpoints.charts import DARK, LIGHT, Look
from touchpoints.messages import Wording
from touchpoints.statistics import Level

Meaning = Literal["disappointing", "okay", "delightful", "unclear", "key", "plain"]


@dataclass(frozen=True)
class Column:
    """A column with its head; one that is set off looks apart, as the phases before the contact do."""

    id: str
    title: str
    note: str = ""
    is_set_off: bool = False


@dataclass(frozen=True)
class Badge:
    """A fact with a sign, such as "▼ disappointing"; a key badge shows its sign alone, beside the title."""

    sign: str
    word: str
    meaning: Meaning = "plain"


@dataclass(frozen=True)
class Card:
    """A card; `version` is the one that is shown, so that a later one is not overwritten unseen.

    `without` are the actions that would change nothing of it.
    """

    id: str
    column: str
    version: int
    title: str
    lines: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    is_dimmed: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class BoardAction:
    """An entry of the menu of a card, or a button beside the cards that are selected."""

    id: str
    label: str


class CardVersion(NamedTuple):
    """A card as it was shown when something was done with it."""

    id: str
    version: int


@dataclass(frozen=True)
class Moved:
    """Cards go, in this order, before another card of the column, or to its end; `id` is a new UUID."""

    id: str
    cards: tuple[CardVersion, ...]
    column: str
    before: str | None


@dataclass(frozen=True)
class Opened:
    """A card was clicked, or Enter pressed on it."""

    id: str
    card: str


@dataclass(frozen=True)
class Chosen:
    """An action was chosen for one card or for all that were selected."""

    id: str
    action: str
    cards: tuple[CardVersion, ...]


BoardIntent = Moved | Opened | Chosen

_COMPONENTS = Path(__file__).with_name("_components")
# Pages behind our security headers load no script from elsewhere, and a component is one script.
_PARTS = ("places", "cards", "selection", "acts", "menu", "drag", "keys", "board")


def _script() -> str:
    """The drag library with its global name kept inside, and our own files behind it."""
    library = (_COMPONENTS / "vendor" / "sortable.min.js").read_text(encoding="utf-8")
    own = ((_COMPONENTS / "board" / f"{part}.js").read_text(encoding="utf-8") for part in _PARTS)
    return "\n".join([f"const vendor = {{}};\n(function () {{\n{library}\n}}).call(vendor);", *own])


_board = component(
    "board",
    '<div class="board"></div>',
    style=(_COMPONENTS / "board" / "board.css").read_text(encoding="utf-8"),
    script=_script(),
)


def show_board(
    columns: Sequence[Column],
    cards: Sequence[Card],
    actions: Sequence[BoardAction],
    key: str,
    wording: Wording,
    bulk_actions: Sequence[BoardAction] = (),
    *,
    is_read_only: bool = False,
) -> None:
    """Show the cards, each column in the order given; one that is read only lets them be opened alone.

    The board shows a move at once and waits for cards in which it is carried out: ask `taken_intent(key)`
    until nothing is left, and only then read the cards.
    """
    data = _data(columns, cards, actions, bulk_actions, wording, is_read_only=is_read_only)
    _board(
        key=key,
        on_acts_change=partial(keep_acts, key),
        # In a list, since Streamlit looks whether each value of a dictionary is a table.
        data=[{**data, "taken": last_taken(key)}],
    )


def taken_intent(key: str) -> BoardIntent | None:
    """What was done on the board since it was last asked; each act comes once."""
    while (act := take_act(key)) is not None:
        if (intent := _intent(act)) is not None:
            return intent
    return None


def _intent(act: dict[str, Any]) -> BoardIntent | None:
    """What a browser sent, or None where it is not what our own script sends."""
    match act:
        case {"kind": "opened", "id": str(id_), "card": str(card)}:
            return Opened(id_, card)
        case {"kind": "chosen", "id": str(id_), "action": str(action), "cards": list(sent)}:
            cards = _versions(sent)
            return Chosen(id_, action, cards) if cards else None
        case {"kind": "moved", "id": str(id_), "column": str(column), "cards": list(sent)}:
            before = act.get("before")
            cards = _versions(sent)
            return Moved(id_, cards, column, before) if cards and isinstance(before, str | None) else None
    return None


def _versions(sent: list[Any]) -> tuple[CardVersion, ...]:
    """The cards of an act; none at all where one of them is malformed."""
    found = []
    for card in sent:
        match card:
            case [str(id_), int(version)]:
                found.append(CardVersion(id_, version))
            case _:
                return ()
    return tuple(found)


def _data(
    columns: Sequence[Column],
    cards: Sequence[Card],
    actions: Sequence[BoardAction],
    bulk_actions: Sequence[BoardAction],
    wording: Wording,
    *,
    is_read_only: bool = False,
) -> dict[str, Any]:
    return {
        "columns": [_column(column) for column in columns],
        "cards": [_card(card) for card in cards],
        "actions": [_action(action) for action in actions],
        "bulkActions": [_action(action) for action in bulk_actions],
        "isReadOnly": is_read_only,
        "words": board_words(wording, is_read_only=is_read_only),
        "colours": {"light": _colours(LIGHT), "dark": _colours(DARK)},
    }


def _column(column: Column) -> dict[str, Any]:
    return {"id": column.id, "title": column.title, "note": column.note, "isSetOff": column.is_set_off}


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "column": card.column,
        "version": card.version,
        "title": card.title,
        "lines": card.lines,
        "badges": [[badge.sign, badge.word, badge.meaning] for badge in card.badges],
        "isDimmed": card.is_dimmed,
        "without": card.without,
    }


def _action(action: BoardAction) -> list[str]:
    return [action.id, action.label]


def _colours(look: Look) -> dict[str, str]:
    """The colours of the levels, the same as in the charts."""
    return {level.value: look.sign(level).colour for level in Level}
