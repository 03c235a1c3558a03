"""The floor: no combination of published pictures may be about fewer people than it.

A picture is a sum over people: each adds his answer to the counts of his group. Whoever has several
pictures can add and subtract them, each with any factor. Somebody stays out of such a combination when, for
every answer that he ever gave, the factors of the pictures with that answer sum to nothing; what is left is
about all others. So only the pattern of somebody's answers counts, who shares it, and linear algebra over
patterns: comparing each picture with the last one, or even any two, would miss combinations of four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

# What somebody answered in each of the pictures of his group, in their order; None: he is not in it.
History = Sequence[object]
Pattern = tuple[int | None, ...]
_Vector = tuple[Fraction, ...]
# Rows in echelon form, each with the place of its first one.
_Span = tuple[tuple[int, _Vector], ...]


def patterns_of(histories: Iterable[History]) -> Counter[Pattern]:
    """How many people share each pattern: which of their answers are the same, whatever these are."""
    return Counter(pattern_of(history) for history in histories)


def pattern_of(history: History) -> Pattern:
    """A history with each answer replaced by where it was given first."""
    return tuple(None if said is None else history.index(said) for said in history)


def singles_out(people: Mapping[Pattern, int], floor: int) -> bool:
    """Whether some combination of the pictures is about somebody, but about fewer than `floor`."""
    # Who is among so many can only stay out together with them, or the combination is about enough.
    span = _wider((), (row for pattern, n in people.items() if n >= floor for row in _rows(pattern)))
    few = [(pattern, n) for pattern, n in people.items() if n < floor]
    return _leaves_few(span, few, floor - 1, ())


def _leaves_few(
    span: _Span, few: Sequence[tuple[Pattern, int]], left: int, aside: tuple[Pattern, ...]
) -> bool:
    """Whether all in `span` stay out while somebody does not: `aside`, and up to `left` more of the `few`."""
    if not few:
        return any(not _is_within(pattern, span) for pattern in aside)
    (pattern, n), rest = few[0], few[1:]
    if _is_within(pattern, span):
        return _leaves_few(span, rest, left, aside)
    if n <= left and _leaves_few(span, rest, left - n, (*aside, pattern)):
        return True
    return _leaves_few(_wider(span, _rows(pattern)), rest, left, aside)


def _rows(pattern: Pattern) -> list[_Vector]:
    """Per answer, in which pictures it stands; a combination at right angles to all leaves him out."""
    answers = {place for place in pattern if place is not None}
    return [tuple(Fraction(place == answer) for place in pattern) for answer in sorted(answers)]


def _is_within(pattern: Pattern, span: _Span) -> bool:
    return not any(any(_rest(row, span)) for row in _rows(pattern))


def _wider(span: _Span, rows: Iterable[_Vector]) -> _Span:
    for row in rows:
        rest = _rest(row, span)
        first = next((place for place, value in enumerate(rest) if value), None)
        if first is not None:
            span = (*span, (first, tuple(value / rest[first] for value in rest)))
    return span


def _rest(row: _Vector, span: _Span) -> _Vector:
    """What of a row the span does not hold."""
    for first, held in span:
        if row[first]:
            factor = row[first]
            row = tuple(value - factor * other for value, other in zip(row, held, strict=True))
    return row
