"""What is proposed to begin with: something of every phase, in the order of the journey."""

from __future__ import annotations

import pytest

from touchpoints.shortlist import propose


@pytest.mark.parametrize(
    ("phases", "count", "proposed"),
    [
        ([], 10, ""),
        (["", "ab"], 10, "ab"),
        (["abcd", "e", "fghi"], 5, "acefh"),
        (["abc", "def"], 1, "a"),
        (["abcdef"], 3, "ace"),
        (["a", "bcdefg"], 4, "abdf"),
        (["ab", "cd", "ef", "gh"], 3, "ace"),
    ],
)
def test_each_phase_has_its_turn_and_gives_from_its_beginning_to_its_end(
    phases: list[str], count: int, proposed: str
) -> None:
    assert "".join(propose(phases, count)) == proposed


def test_ten_are_proposed_where_there_are_as_many() -> None:
    assert len(propose(["abcdefghij", "klm", "nopqrstu"])) == 10
