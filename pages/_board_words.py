"""The words of a board, whose values its script fills in when something is moved."""

from __future__ import annotations

from touchpoints.messages import Wording

_TITLE, _COLUMN, _PLACE, _COUNT = "{title}", "{column}", "{place}", "{count}"


def board_words(wording: Wording, *, is_read_only: bool = False) -> dict[str, str]:
    """All that the script says, by its own names; a {value} in braces is filled in by the browser."""
    words = {**_standing(wording), **_in_menus(wording), **_read_aloud(wording)}
    if is_read_only:
        words["keys"] = wording.say("Arrow keys go from card to card. Enter opens.")
    return words


def _standing(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "board": say("Board"),
        "columns": say("Columns"),
        "column": say("{column}, cards: {count}", column=_COLUMN, count=_COUNT),
        "keys": say(
            "Arrow keys go from card to card. Enter opens, Space selects, M opens the menu, "
            "Alt and an arrow key move the card."
        ),
        "empty": say("No cards here."),
        "select": say("Select {title}", title=_TITLE),
        "selected": say("{count} selected", count=_COUNT),
        "clear": say("Clear selection"),
    }


def _in_menus(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "menu": say("Menu of {title}", title=_TITLE),
        "menuOfSelected": say("Menu of the selected cards"),
        "open": say("Open"),
        "move": say("Move to …"),
        "here": say("here now"),
        "toTop": say("Move to the top"),
        "toEnd": say("Move to the end"),
        "first": say("First"),
        "last": say("Last"),
        "only": say("Into the empty column"),
        "before": say("Before {title}", title=_TITLE),
        "back": say("Back"),
    }


def _read_aloud(wording: Wording) -> dict[str, str]:
    say = wording.say
    title, column, place, count = _TITLE, _COLUMN, _PLACE, _COUNT
    return {
        "isSelected": say("{title} selected, {count} in all", title=title, count=count),
        "isUnselected": say("{title} not selected any more, {count} in all", title=title, count=count),
        "moved": say(
            "{title} moved to {column}, place {place} of {count}",
            title=title,
            column=column,
            place=place,
            count=count,
        ),
        "movedSeveral": say(
            "{count} cards moved to {column}, from place {place}", count=count, column=column, place=place
        ),
        "dragging": say("Moving {title}", title=title),
        "gone": say("{title} has been removed meanwhile.", title=title),
        "stays": say("{title} stays: there is no further place.", title=title),
        "setBack": say("The move was not confirmed; the board shows what is stored."),
    }
