"""A ballot is filled bit by bit, and takes nothing that was not asked."""

from __future__ import annotations

from typing import Any

import pytest

from touchpoints.activities import Dots, Part, Points, Promise, Rate, Write, activity_kind, all_activities
from touchpoints.ballots import (
    Content,
    TooManyPoints,
    UnusableAnswer,
    asks_about_subjects,
    is_complete,
    parts_asked,
    take_up,
)
from touchpoints.model import CardKind

SUBJECTS = ("desk", "web", "mail")


def parts_of(kind: str, **settings: Any) -> tuple[Part, ...]:
    chosen = activity_kind(kind)
    return parts_asked(chosen, {**chosen.settings, **settings})


def after(kind: str, *answers: Content, **settings: Any) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for given in answers:
        content = take_up(content, given, parts_of(kind, **settings), SUBJECTS)
    return content


def test_a_rating_is_taken_up_touchpoint_by_touchpoint_and_changed_and_taken_back() -> None:
    one, two = {"rate": {"desk": {"experience": 1}}}, {"rate": {"web": {"experience": -2}}}
    again, back = {"rate": {"desk": {"experience": 2}}}, {"rate": {"web": {"experience": None}}}
    assert after("experience", one, two) == {"rate": {"desk": {"experience": 1}, "web": {"experience": -2}}}
    assert after("experience", one, two, again, back) == {"rate": {"desk": {"experience": 2}}}


def test_two_scales_stand_side_by_side() -> None:
    impact, effort = {"rate": {"desk": {"impact": 5}}}, {"rate": {"desk": {"effort": 1}}}
    assert after("impact_effort", impact, effort) == {"rate": {"desk": {"impact": 5, "effort": 1}}}


def test_an_answer_about_the_whole_has_no_subject() -> None:
    assert after("fist_of_five", {"rate": {"": {"support": 4}}}) == {"rate": {"": {"support": 4}}}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("experience", {"rate": {"desk": {"experience": 3}}}),
        ("experience", {"rate": {"desk": {"experience": "2"}}}),
        ("experience", {"rate": {"desk": {"experience": True}}}),
        ("experience", {"rate": {"desk": {"beauty": 1}}}),
        ("experience", {"rate": {"elsewhere": {"experience": 1}}}),
        ("experience", {"rate": {"": {"experience": 1}}}),
        ("experience", {"rate": {"desk": 1}}),
        ("experience", {"rate": 1}),
        ("experience", {"points": {"desk": 1}}),
        ("fist_of_five", {"rate": {"desk": {"support": 4}}}),
        ("importance", {"points": {"desk": -1}}),
        ("importance", {"points": {"desk": 1.5}}),
        ("importance", {"points": {"elsewhere": 1}}),
        ("blind_top_ten", {"dots": {"desk": 2}}),
        ("commit", {"promise": {"desk": "soon"}}),
        ("commit", {"promise": {"elsewhere": "2026-12-01"}}),
        ("collect", {"write": {"desk": "text"}}),
    ],
)
def test_it_takes_nothing_that_was_not_asked(kind: str, wrong: Content) -> None:
    with pytest.raises(UnusableAnswer):
        after(kind, wrong)


def test_nobody_spends_more_points_or_dots_than_there_are() -> None:
    assert after("importance", {"points": {"desk": 60}}, {"points": {"web": 40}})["points"] == {
        "desk": 60,
        "web": 40,
    }
    with pytest.raises(TooManyPoints) as refused:
        after("importance", {"points": {"desk": 60}}, {"points": {"web": 41}})
    assert refused.value.values == {"given": 101, "budget": 100, "over": 1}
    with pytest.raises(TooManyPoints):
        after("dot_vote", {"dots": {"desk": 3, "web": 3}})


def test_points_that_are_moved_are_counted_once() -> None:
    moved = {"points": {"desk": 0, "web": 100}}
    assert after("importance", {"points": {"desk": 100}}, moved)["points"] == {"web": 100}


def test_a_promise_is_made_with_a_day_and_taken_back() -> None:
    made, back = {"promise": {"desk": "2026-12-01"}}, {"promise": {"desk": None}}
    assert after("commit", made)["promise"] == {"desk": "2026-12-01"}
    assert after("commit", made, back)["promise"] == {}


def test_what_the_facilitator_sets_is_what_is_asked() -> None:
    (points,) = parts_of("importance", budget=20)
    assert isinstance(points, Points)
    assert points.budget == 20
    (dots,) = parts_of("dot_vote", most=3, most_each=1)
    assert isinstance(dots, Dots)
    assert (dots.most, dots.most_each) == (3, 1)
    (write,) = parts_of("collect", cards=["waste", "idea"])
    assert isinstance(write, Write)
    assert write.kinds == (CardKind.WASTE, CardKind.IDEA)


@pytest.mark.parametrize(
    ("kind", "nearly", "wholly"),
    [
        (
            "experience",
            {"rate": {"desk": {"experience": 0}, "web": {"experience": 0}}},
            {"rate": {one: {"experience": 0} for one in SUBJECTS}},
        ),
        ("importance", {"points": {"desk": 99}}, {"points": {"desk": 100}}),
        # Fewer subjects than dots: all that can be set are set.
        ("blind_top_ten", {"dots": {"desk": 1, "web": 1}}, {"dots": dict.fromkeys(SUBJECTS, 1)}),
        ("fist_of_five", {}, {"rate": {"": {"support": 0}}}),
    ],
)
def test_a_ballot_is_complete_with_its_last_answer(kind: str, nearly: Content, wholly: Content) -> None:
    parts = parts_of(kind)
    assert not is_complete(nearly, parts, SUBJECTS)
    assert is_complete(wholly, parts, SUBJECTS)


def test_cards_and_promises_are_complete_only_when_somebody_says_so() -> None:
    assert not is_complete({}, parts_of("collect"), SUBJECTS)
    assert not is_complete({"promise": {"desk": "2026-12-01"}}, parts_of("commit"), SUBJECTS)


def test_only_what_is_about_something_listed_needs_some() -> None:
    asking = {
        kind.id for kind in all_activities().values() if any(asks_about_subjects(part) for part in kind.parts)
    }
    assert asking == {
        *("blind_top_ten", "dot_vote", "experience", "impact_effort", "importance", "target_level"),
        "coach_asks",
    }
    assert not asks_about_subjects(Promise())
    assert asks_about_subjects(Rate(()))


@pytest.mark.parametrize(
    ("cards", "question", "placed"),
    [
        (["touchpoint"], "Where do customers meet us?", []),
        (["idea"], "Which ideas do you have?", ["idea"]),
        (["okay", "delightful"], "What do customers experience with us?", ["okay", "delightful"]),
        (["touchpoint", "keep"], "What have you noticed?", ["keep"]),
    ],
)
def test_collecting_asks_for_the_kinds_of_cards_that_were_chosen(
    cards: list[str], question: str, placed: list[str]
) -> None:
    (write,) = parts_of("collect", cards=cards)
    assert isinstance(write, Write)
    assert (write.question, list(write.placed_kinds)) == (question, placed)


@pytest.mark.parametrize("kind", ["blind_top_ten", "importance", "dot_vote"])
def test_what_is_spent_says_for_what(kind: str) -> None:
    (spent,) = parts_of(kind)
    assert isinstance(spent, Points | Dots)
    assert spent.question.endswith("?")
