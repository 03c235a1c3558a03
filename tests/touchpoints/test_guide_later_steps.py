"""The guides through target strategy, plan and monitoring count each question where it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from touchpoints.guide import QUESTIONS, Step, answered, question_of
from touchpoints.messages import in_english
from touchpoints.project_facts import KEY, SHORTLIST, ProjectFacts, Thing, ThingFacts, TouchpointFacts

OVEN, COUNTER = TouchpointFacts("oven", depth=KEY), TouchpointFacts("counter", depth=SHORTLIST)
OF_TOUCHPOINTS = [
    ("2.1", "has_target"),
    ("2.2", "has_goal"),
    ("2.3", "has_approach"),
    ("2.4", "has_weighed_option"),
    ("2.5", "has_choice"),
    ("2.6", "has_decision"),
    ("2.7", "has_improvement"),
]
OF_THINGS = [
    ("3.1", Thing.ACTION, "owner"),
    ("3.2", Thing.ACTION, "start"),
    ("3.3", Thing.ACTION, "due"),
    ("3.4", Thing.ACTION, "budget"),
    ("3.5", Thing.ACTION, "result"),
    ("3.6", Thing.ACTION, "people"),
    ("3.7", Thing.ACTION, "done"),
    ("4.1", Thing.GOAL, "kpi"),
    ("4.2", Thing.KPI, "definition"),
    ("4.3", Thing.KPI, "method"),
    ("4.4", Thing.KPI, "interval"),
    ("4.5", Thing.KPI, "audience"),
    ("4.6", Thing.REVIEW, "minutes"),
    ("4.7", Thing.REVIEW, "people"),
    ("4.8", Thing.DECISION, "action"),
]


def bearing(thing: Thing, *marks: str, number: int = 1) -> ThingFacts:
    return ThingFacts(thing, frozenset(marks), number)


def said(id_: str, facts: ProjectFacts) -> str:
    question = question_of(id_)
    assert question is not None
    return in_english(question.say_progress(question.progress(facts)))


def test_every_step_asks_the_questions_of_the_method_in_their_order() -> None:
    asked = {step: [question.id for question in questions] for step, questions in QUESTIONS.items()}
    lengths = {Step.CURRENT_STATE: 12, Step.TARGET_STRATEGY: 7, Step.TODO_PLAN: 7, Step.MONITORING: 8}
    assert asked == {step: [f"{step}.{n + 1}" for n in range(length)] for step, length in lengths.items()}
    assert all(one.text.endswith("?") and one.spoken for found in QUESTIONS.values() for one in found)


@pytest.mark.parametrize("step", list(Step))
def test_nothing_is_answered_where_nothing_is(step: Step) -> None:
    assert answered(ProjectFacts(), step) == ()


@pytest.mark.parametrize(("id_", "fact"), OF_TOUCHPOINTS)
def test_a_question_of_step_two_is_answered_by_what_it_asks_for(id_: str, fact: str) -> None:
    known = replace(OVEN, **{fact: True})  # type: ignore[arg-type] # all are booleans
    assert answered(ProjectFacts((known,)), Step.TARGET_STRATEGY) == (id_,)


def test_targets_and_decisions_are_counted_on_the_shortlist_and_all_else_at_key_touchpoints() -> None:
    facts = ProjectFacts((OVEN, COUNTER))
    open_ = {id_: said(id_, facts) for id_, _ in OF_TOUCHPOINTS}
    on_shortlist = {id_ for id_, text in open_.items() if text == "open at 2 of 2 on the shortlist"}
    at_key = {id_ for id_, text in open_.items() if text == "open at 1 of 1 key touchpoints"}
    assert (on_shortlist, at_key) == ({"2.1", "2.6"}, {"2.2", "2.3", "2.4", "2.5", "2.7"})


@pytest.mark.parametrize(("id_", "thing", "mark"), OF_THINGS)
def test_a_question_about_things_is_answered_by_those_that_bear_its_mark(
    id_: str, thing: Thing, mark: str
) -> None:
    step = Step(int(id_[0]))
    assert answered(ProjectFacts(things=(bearing(thing, mark),)), step) == (id_,)
    assert answered(ProjectFacts(things=(bearing(thing),)), step) == ()


def test_what_is_open_of_things_is_counted() -> None:
    facts = ProjectFacts(things=(bearing(Thing.ACTION, "owner", number=7), bearing(Thing.ACTION, number=4)))
    assert said("3.1", facts) == "open at 4 of 11 actions"
    assert said("3.1", ProjectFacts()) == "no action is planned yet"
    assert said("4.6", ProjectFacts()) == "nothing is written down yet"


@pytest.mark.parametrize(("id_", "thing", "mark"), OF_THINGS)
def test_a_question_about_things_names_those_that_lack_its_mark(id_: str, thing: Thing, mark: str) -> None:
    bearer, lacking = ThingFacts(thing, frozenset({mark}), id="a"), ThingFacts(thing, id="b")
    question = question_of(id_)
    assert question is not None
    assert question.measure.missing(ProjectFacts(things=(lacking,))) == ("b",)
    # One review with minutes answers for all; of all else each has to bear the mark.
    both = question.measure.missing(ProjectFacts(things=(bearer, lacking)))
    assert both == (() if thing is Thing.REVIEW else ("b",))


def test_a_question_that_the_method_does_not_ask_is_none() -> None:
    assert question_of("5.1") is None
