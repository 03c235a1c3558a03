"""How far step 1 is: each of its twelve questions is begun by what answers it, and by nothing else."""

from __future__ import annotations

import pytest

from touchpoints.current_state import COUNTED, QUESTIONS, CurrentStateFacts, begun_questions

BEGUN_BY = [
    ("encounter", {"1.1"}),
    ("process_step", {"1.2"}),
    ("measured", {"1.6", "1.11"}),
    ("factor", {"1.6"}),
    ("keep", {"1.7"}),
    ("drop", {"1.8"}),
    ("improve", {"1.9"}),
    ("waste", {"1.9"}),
    ("barrier", {"1.10"}),
    ("before_contact", {"1.12"}),
    ("touchpoint", set()),
    ("key", set()),
    ("idea", set()),
]


def begun(**counts: int) -> set[str]:
    return {question.id for question in begun_questions(CurrentStateFacts(counts))}


def test_step_one_has_twelve_questions_in_the_order_of_the_method() -> None:
    assert [question.id for question in QUESTIONS] == [f"1.{number}" for number in range(1, 13)]
    assert all(question.text.endswith("?") for question in QUESTIONS)


@pytest.mark.parametrize(("kind", "questions"), BEGUN_BY)
def test_a_question_is_begun_by_what_answers_it(kind: str, questions: set[str]) -> None:
    assert begun(**{kind: 1}) == questions
    assert begun(**{kind: 0}) == set()


def test_a_handover_needs_two_departments() -> None:
    assert begun(department=1) == set()
    assert begun(department=2) == {"1.3"}


def test_nothing_is_begun_where_nothing_is() -> None:
    assert begun_questions(CurrentStateFacts()) == ()


def test_begun_questions_come_in_the_order_of_the_method() -> None:
    facts = CurrentStateFacts({"before_contact": 1, "encounter": 1, "keep": 1})
    assert [question.id for question in begun_questions(facts)] == ["1.1", "1.7", "1.12"]


def test_what_is_counted_is_all_that_begins_a_question() -> None:
    assert {kind for kind, _ in BEGUN_BY} | {"department"} == set(COUNTED)
