"""A picture speaks of places in the model by the ids of its scales and parts, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchpoints.model import SubjectKind
from touchpoints.room.doubles import likely_doubles
from touchpoints.room.picture import (
    Figure,
    Picture,
    Promised,
    RatedSubject,
    RatePicture,
    SpendingPicture,
    Spent,
)
from touchpoints.room.proposals import Slot, said_by, shares

_TOUCHPOINT, _OPTION = SubjectKind.TOUCHPOINT, SubjectKind.OPTION


def rated(scale: str, median: float, counts: Mapping[int, int] | None = None) -> Picture:
    figure = Figure(5, counts or {0: 5}, median, median, median, median, is_disputed=False)
    return Picture(5, RatePicture({"a": RatedSubject(5, 1, {scale: figure})}))


def spent(**given: int) -> SpendingPicture:
    return SpendingPicture(5, 1, {subject: Spent(n, n / 5, 0) for subject, n in given.items()})


def test_an_experience_is_said_in_counts_without_points_that_nobody_gave() -> None:
    picture = rated("experience", 0, {2: 1, 0: 0, -1: 4})
    assert said_by(picture, _TOUCHPOINT) == {Slot.EXPERIENCE: {"a": {"-1": 4, "2": 1}}}


def test_a_scale_about_another_kind_of_subject_stays_a_record() -> None:
    assert said_by(rated("experience", 0), _OPTION) == {}
    assert said_by(rated("support", 3), None) == {}


def test_of_one_segment_only_a_target_can_be_said() -> None:
    assert said_by(rated("target", 1.5), _TOUCHPOINT, is_one_segment=True) == {Slot.TARGET: {"a": 1.5}}
    assert said_by(rated("experience", 0), _TOUCHPOINT, is_one_segment=True) == {}


@pytest.mark.parametrize(("median", "size"), [(1, "S"), (2, "S"), (2.5, "M"), (3.5, "M"), (4, "L"), (5, "L")])
def test_an_effort_is_a_size(median: float, size: str) -> None:
    assert said_by(rated("effort", median), _OPTION) == {Slot.SIZE: {"a": size}}


def test_points_are_dealt_by_largest_remainder() -> None:
    assert shares({"a": 1, "b": 1, "c": 1}) == {"a": 34, "b": 33, "c": 33}
    assert shares({"a": 5, "b": 3, "c": 0}) == {"a": 63, "b": 37, "c": 0}


@given(
    st.dictionaries(st.text(max_size=3), st.integers(0, 10_000), min_size=1).filter(lambda d: any(d.values()))
)
def test_shares_spend_the_budget_and_stray_by_less_than_a_point(points: dict[str, int]) -> None:
    dealt, total = shares(points), sum(points.values())
    assert sum(dealt.values()) == 100
    assert all(abs(dealt[one] - 100 * points[one] / total) < 1 for one in points)


def test_who_ties_with_the_last_of_the_best_is_among_them() -> None:
    picture = Picture(5, dots=spent(a=1, b=4, c=2, d=2, e=0))
    assert list(said_by(picture, _TOUCHPOINT, best=2)[Slot.DEPTH]) == ["b", "c", "d"]
    assert said_by(picture, _OPTION) == {Slot.VOTES: {"a": 1, "b": 4, "c": 2, "d": 2, "e": 0}}
    assert said_by(Picture(5, dots=spent(a=0)), _TOUCHPOINT) == {}


def test_the_earliest_promise_answers_for_an_action_and_all_stand_behind_it() -> None:
    days = (("Ada", date(2030, 5, 2)), ("Ben", date(2030, 5, 1)), ("", date(2030, 1, 1)))
    said = said_by(Picture(1, promises=tuple(Promised("x", day, name) for name, day in days)), None)
    assert said == {
        Slot.OWNER: {"x": "Ben"},
        Slot.DUE: {"x": "2030-05-01"},
        Slot.COMMITTED: {"x": ["Ben", "Ada"]},
    }


def test_doubles_are_of_one_kind_and_share_what_spellings_share() -> None:
    cards = [
        (1, "idea", "Wlan"),
        (2, "keep", "WLAN"),
        (3, "idea", "Bars"),
        (4, "idea", "W-LAN"),
        (5, "idea", "bar"),
    ]
    assert likely_doubles(cards) == ((1, 4), (3, 5))
