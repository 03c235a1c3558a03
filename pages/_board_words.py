"""The words of a board, whose values its script fills in when something is moved."""

from __future__ import annotations

from touchpoints.messages import Wording


def board_words(wording: Wording) -> dict[str, str]:
    """All that the script says, by its own names; a {value} in braces is filled in by the browser."""
    say = wording.say
    title, column, place, count = "{title}", "{column}", "{place}", "{count}"
    return {
        "board": say("Board"),
        "columns": say("Columns"),
        "column": say("{column}, cards: {count}", column=column, count=count),
        "keys": say(
            "Arrow keys go from card to card. Enter opens, Space selects, M opens the menu, "
            "Alt and an arrow key move the card."
        ),
        "empty": say("No cards here."),
        "select": say("Select {title}", title=title),
        "menu": say("Menu of {title}", title=title),
        "menuOfSelected": say("Menu of the selected cards"),
        "open": say("Open"),
        "move": say("Move to …"),
        "here": say("here now"),
        "toTop": say("Move to the top"),
        "toEnd": say("Move to the end"),
        "first": say("First"),
        "last": say("Last"),
        "only": say("Into the empty column"),
        "before": say("Before {title}", title=title),
        "back": say("Back"),
        "selected": say("{count} selected", count=count),
        "clear": say("Clear selection"),
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
