"""What a picture says of a room is what its answers say, and agrees with pandas."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints.room._room import (
    BUDGET,
    ONE_SCALE,
    OTHER_SUBJECT,
    SUBJECT,
    TWO_SCALES,
    Game,
    Person,
)
from touchpoints.activities import Promise
from touchpoints.room.findings import by_points, disputed
from touchpoints.room.picture import Figure, Pair, Picture, Promised, RatedSubject, RatePicture
from touchpoints.room.reveal import Answers, Shown, Voter, named_picture, reveal


def rated(game: Game) -> RatedSubject:
    return game.reveal().picture.rate.subjects[SUBJECT]


def figure(**changes: object) -> Figure:
    values: dict[str, object] = {
        "n": 5,
        "counts": {-2: 2, 2: 3},
        "median": 2.0,
        "low_quartile": -2.0,
        "high_quartile": 2.0,
        "mean": 0.4,
        "is_disputed": True,
    }
    return Figure(**(values | changes))  # type: ignore[arg-type] # as the fields say


@given(st.lists(st.integers(-2, 2), min_size=5, max_size=30))
def test_the_figures_are_those_of_pandas(said: list[int]) -> None:
    ours = rated(Game(ONE_SCALE, [Person("", (value,)) for value in said])).scales["experience"]
    theirs = pd.Series(said)
    assert (ours.n, ours.mean) == (len(said), pytest.approx(theirs.mean()))
    quartiles = (ours.low_quartile, ours.median, ours.high_quartile)
    assert quartiles == pytest.approx(tuple(theirs.quantile([0.25, 0.5, 0.75])))
    assert ours.counts == {value: said.count(value) for value in range(-2, 3)}


@pytest.mark.parametrize(
    ("said", "is_disputed"),
    [
        ([2, 2, 3, 3, 3, 3, 4, 4, 4, 4], True),  # a fifth on each side of the middle, which is three
        ([2, 3, 3, 3, 3, 3, 4, 4, 4, 4], False),
        ([3, 3, 3, 5, 5, 5], True),  # quartiles two points apart
    ],
)
def test_a_scale_from_one_to_five_has_its_sides_beside_three(said: list[int], *, is_disputed: bool) -> None:
    scales = rated(Game(TWO_SCALES, [Person("", (value, 3)) for value in said])).scales
    assert scales["impact"].is_disputed is is_disputed
    assert not scales["effort"].is_disputed


def test_two_scales_make_a_cloud_of_pairs_with_how_many_gave_each() -> None:
    said = [(1, 5), (1, 5), (3, 2), (4, 2), (5, 1)]
    game = Game(TWO_SCALES, [Person("", pair) for pair in said])
    found = rated(game)
    assert found.cloud == tuple(Pair(pair, n) for pair, n in sorted(Counter(said).items()))
    assert found.n == 5
    assert tuple(scale.median for scale in found.scales.values()) == (3, 2)


def test_whoever_left_one_of_two_questions_out_stands_in_no_figure() -> None:
    contents = [{"impact": 1, "effort": 2}] * 5 + [{"impact": 5}] * 4
    voters = [Voter(str(name), {"rate": {SUBJECT: content}}) for name, content in enumerate(contents)]
    found = named_picture(Answers((TWO_SCALES,), [SUBJECT], voters)).rate.subjects[SUBJECT]
    assert {name: scale.n for name, scale in found.scales.items()} == {"impact": 5, "effort": 5}


def test_points_are_told_per_person_and_as_shares() -> None:
    game = Game(BUDGET, [Person("", values) for values in [(10, 0), (10, 0), (4, 6), (4, 6), (0, 3)]])
    spent = game.reveal().picture.points
    assert spent is not None
    assert (spent.n, spent.subjects[SUBJECT].mean) == (5, 5.6)
    assert spent.subjects[OTHER_SUBJECT].share == pytest.approx(15 / 43)
    assert by_points(spent) == (SUBJECT, OTHER_SUBJECT)


def test_who_spent_nothing_is_not_counted() -> None:
    game = Game(BUDGET, [Person("", (1, 0))] * 5 + [Person("", (0, 0))] * 3)
    spent = game.reveal().picture.points
    assert spent is not None
    assert spent.n == 5


def test_promises_stand_under_names_and_only_where_names_are_shown() -> None:
    content = {"promise": {"signs": "2026-05-04"}}
    answers = Answers(
        (Promise(),), ["signs"], [Voter("x", content, name="Bo"), Voter("y", content, name="Al")]
    )
    day = date(2026, 5, 4)
    assert named_picture(answers).promises == (Promised("signs", day, "Al"), Promised("signs", day, "Bo"))
    assert reveal(answers, Shown(), 5, 1).picture.promises == ()


def test_the_disagreements_are_listed_with_the_widest_first() -> None:
    narrow = figure(counts={-1: 2, 1: 3}, mean=0.2)
    agreed = figure(is_disputed=False)
    subjects = {
        name: RatedSubject(5, 1, {"experience": one})
        for name, one in {"narrow": narrow, "agreed": agreed, "wide": figure()}.items()
    }
    assert [one.subject for one in disputed(Picture(5, RatePicture(subjects)))] == ["wide", "narrow"]
