"""The guide asks twelve questions, counts each at its depth, and says what is still open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from touchpoints.guide import Step, question_of
from touchpoints.guide import answered as answered_in
from touchpoints.guide.current_state import QUESTIONS
from touchpoints.messages import in_english
from touchpoints.project_facts import ALL, KEY, SHORTLIST, ProjectFacts, TouchpointFacts

BARE = TouchpointFacts("oven", depth=KEY)
ANSWERED_BY = [
    ("1.1", {"has_encounter": True}),
    ("1.2", {"has_steps": True}),
    ("1.3", {"has_handovers": True, "is_coordination_rated": True}),
    ("1.4", {"is_brand_rated": True}),
    ("1.5", {"is_promise_rated": True}),
    ("1.6", {"is_measured": True, "has_factors": True}),
    ("1.6", {"is_experience_rated": True, "has_factors": True}),
]


def of(*touchpoints: TouchpointFacts, findings: str = "") -> ProjectFacts:
    return ProjectFacts(touchpoints, frozenset(findings.split()))


def answered(facts: ProjectFacts) -> tuple[str, ...]:
    return answered_in(facts, Step.CURRENT_STATE)


def missing(facts: ProjectFacts, id_: str) -> tuple[str, ...]:
    question = question_of(id_)
    assert question is not None
    return question.measure.missing(facts)


def said(id_: str, facts: ProjectFacts) -> str:
    question = next(question for question in QUESTIONS if question.id == id_)
    return in_english(question.say_progress(question.progress(facts)))


def test_step_one_has_twelve_questions_in_the_order_of_the_method() -> None:
    assert [question.id for question in QUESTIONS] == [f"1.{number}" for number in range(1, 13)]
    assert all(question.text.endswith("?") and question.spoken for question in QUESTIONS)


def test_nothing_is_answered_where_nothing_is() -> None:
    assert answered(ProjectFacts()) == ()
    assert not any(question.progress(ProjectFacts()).is_begun for question in QUESTIONS)


@pytest.mark.parametrize(("id_", "known"), ANSWERED_BY)
def test_a_question_about_each_touchpoint_is_answered_by_all_that_it_asks_for(
    id_: str, known: dict[str, bool]
) -> None:
    assert answered(of(replace(BARE, **known))) == (id_,)  # type: ignore[arg-type] # all are booleans
    for left_out in known:
        assert answered(of(replace(BARE, **{**known, left_out: False}))) == ()  # type: ignore[arg-type] # booleans


@pytest.mark.parametrize(
    ("id_", "kinds"), [("1.7", "keep"), ("1.8", "drop"), ("1.9", "improve waste"), ("1.10", "barrier")]
)
def test_a_question_about_findings_is_answered_by_one_of_its_kind(id_: str, kinds: str) -> None:
    for kind in kinds.split():
        assert answered(of(findings=kind)) == (id_,)
    assert said(id_, of(findings="idea")) == "nothing is written down yet"


def test_need_for_action_is_ranked_from_three_touchpoints_on() -> None:
    known = TouchpointFacts(is_measured=True, has_importance=True)
    assert said("1.11", of(known, known)) == "2 of at least 3 touchpoints with importance and experience"
    assert answered(of(known, known, known)) == ("1.11",)


def test_the_journey_begins_with_at_least_three_touchpoints_before_the_contact() -> None:
    before = TouchpointFacts(is_before_contact=True)
    assert said("1.12", of(replace(before, number=2))) == ("2 of at least 3 touchpoints before the contact")
    assert answered(of(replace(before, number=3))) == ("1.12",)


def test_gaps_are_counted_only_at_the_depth_that_counts() -> None:
    facts = of(BARE, TouchpointFacts("counter", depth=SHORTLIST), TouchpointFacts("door", depth=ALL))
    assert said("1.1", facts) == "open at 2 of 2 on the shortlist"
    assert said("1.2", facts) == "open at 1 of 1 key touchpoints"
    assert missing(facts, "1.1") == ("oven", "counter")
    assert missing(facts, "1.2") == ("oven",)
    assert missing(facts, "1.7") == missing(facts, "1.12") == ()


def test_what_makes_it_so_is_asked_of_key_touchpoints_only() -> None:
    rated = TouchpointFacts("counter", depth=SHORTLIST, is_experience_rated=True)
    assert answered(of(rated)) == ("1.6",)
    assert missing(of(rated, replace(rated, id="oven", depth=KEY)), "1.6") == ("oven",)


def test_without_a_choice_the_guide_says_what_to_choose() -> None:
    assert said("1.1", of(TouchpointFacts())) == "the shortlist is still empty"
    assert said("1.2", of(TouchpointFacts(depth=SHORTLIST))) == "no key touchpoint is chosen yet"
