"""What is computed once is kept until it is forgotten, however its arguments were handed on."""

from __future__ import annotations

from itertools import count

from pages._kept import kept

_numbers = count()


@kept(5)
def _number(of: str, _beside: object = None) -> tuple[str, int]:
    return of, next(_numbers)


def test_arguments_tell_results_apart_with_and_without_their_names() -> None:
    first = _number("one")
    assert _number("one") == _number(of="one") == _number("one", "something else") == first
    assert _number("other") != first


def test_what_is_forgotten_is_computed_anew_and_nothing_else() -> None:
    first, other = _number("first"), _number("second")
    _number.clear("first")
    assert _number("first") != first
    assert _number("second") == other
