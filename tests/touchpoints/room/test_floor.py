"""No combination of pictures is about fewer people than the floor, and no harmless one is refused."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints.room._attacker import fewest_people
from touchpoints.room.floor import patterns_of, singles_out

answers = st.sampled_from([None, "a", "b"])
# Blocks of people with the same answers: a room of single minds would be refused every time.
rooms = st.integers(1, 5).flatmap(
    lambda pictures: st.lists(
        st.tuples(st.integers(1, 6), st.lists(answers, min_size=pictures, max_size=pictures)),
        min_size=1,
        max_size=5,
    )
)


def people(*blocks: tuple[int, Sequence[str | None]]) -> list[list[str | None]]:
    return [list(history) for n, history in blocks for _ in range(n)]


@pytest.mark.parametrize(
    ("blocks", "is_refused"),
    [
        ([(4, "a")], True),
        ([(5, "a")], False),
        ([(5, "aa"), (4, "-a")], True),
        ([(5, "aa"), (5, "-a")], False),
        ([(6, "aa"), (1, "-a"), (4, "ab")], False),
        ([(8, "aa"), (4, "ab")], True),
        ([(5, "aa"), (4, "a-")], True),
        ([(3, "aa"), (5, "ab")], False),
        # Five changed each time, but four of them back again: the first and the last differ by two.
        ([(6, "aaa"), (4, "aba"), (1, "abb"), (1, "aab")], True),
        # Any two of the four pictures differ by five at least; first - second - third + fourth is about one.
        ([(6, "aaaa"), (5, "aabb"), (5, "abab"), (1, "abbb")], True),
        ([(6, "aaaa"), (5, "aabb"), (5, "abab"), (5, "abbb")], False),
    ],
)
def test_pictures_are_refused_that_would_single_out(
    blocks: list[tuple[int, str]], *, is_refused: bool
) -> None:
    histories = people(*((n, [None if said == "-" else said for said in history]) for n, history in blocks))
    assert singles_out(patterns_of(histories), 5) is is_refused


@given(rooms, st.integers(2, 5))
def test_exactly_those_are_refused_that_an_attacker_could_use(
    blocks: list[tuple[int, list[str | None]]], floor: int
) -> None:
    histories = people(*blocks)
    pictures = range(len(histories[0]))
    rows = [
        {who: said[picture] for who, said in enumerate(histories) if said[picture] is not None}
        for picture in pictures
    ]
    assert singles_out(patterns_of(histories), floor) == (fewest_people(rows, floor) < floor)
