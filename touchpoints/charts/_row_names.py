"""The names of touchpoints at the left of their rows: in two lines where one would cut them."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.charts._frame import letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._text import plain, shortened, wrapped

_SHARE, _SHARE_OF_NARROW = 0.38, 0.5
_NARROW = 30  # font sizes


def names_share(look: Look) -> float:
    """The share of the width that is left to the names."""
    return _SHARE_OF_NARROW if look.width < _NARROW * look.size else _SHARE


def row_names(names: Sequence[str], look: Look, lines: int = 2) -> list[str]:
    """The names as labels of an axis; what is too long for the lines of a row loses its middle first."""
    letters = letters_in(names_share(look) * look.width, look) - 2
    return [_label(name, letters, lines) for name in names]


def _label(name: str, letters: int, lines: int) -> str:
    if len(name) <= letters:
        return plain(name)
    return wrapped(shortened(name, lines * letters), letters, lines)
