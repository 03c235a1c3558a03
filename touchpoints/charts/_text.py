"""What users typed, made safe and short enough for a label inside a figure."""

from __future__ import annotations

import re
import textwrap
from html import escape, unescape

# Average width of a letter as a share of the font size; close enough, since no font can be measured here.
LETTER = 0.5


def plain(text: str) -> str:
    """The text as it was typed: Plotly reads labels as HTML and would make links and bold of them."""
    return escape(" ".join(text.split()), quote=False)


def shortened(text: str, letters: int) -> str:
    """The text with its middle left out: names in one list often differ only at their end."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    tail = (letters - 1) // 3
    return text[: letters - 1 - tail].rstrip() + "…" + text[len(text) - tail :].lstrip()


def wrapped(text: str, letters: int, lines: int) -> str:
    """The text escaped and broken over at most so many lines, words and all shortened to fit."""
    letters = max(letters, 3)
    joined = re.sub(r"(\S+) (?=[/&] )", lambda word: _joined(word[1], letters), " ".join(text.split()))
    parts = textwrap.wrap(joined, letters, break_long_words=False)
    if len(parts) > lines:
        parts = [*parts[: lines - 1], " ".join(parts[lines - 1 :])]
    return "<br>".join(plain(cut(part, letters)) for part in parts)


def _joined(word: str, letters: int) -> str:
    """A word with the sign behind it, which stays on its line where there is room for both."""
    return f"{word}\u00a0" if len(word) + 2 <= letters else f"{word} "


def cut(text: str, letters: int) -> str:
    """The beginning of the text."""
    return text if len(text) <= letters else text[: letters - 1].rstrip("\u00a0 /&") + "…"


def line_count(label: str) -> int:
    """How many lines a label has."""
    return label.count("<br>") + 1


def text_width(text: str, size: int) -> int:
    """About how many pixels the longest line of a label takes."""
    return round(max(len(unescape(line)) for line in text.split("<br>")) * size * LETTER)
