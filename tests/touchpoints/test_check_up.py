"""A check-up counts questions step by step, and answers in the round that they fell into."""

from __future__ import annotations

from datetime import UTC, datetime

from touchpoints.check_up import CheckUp, answered_by_step, answers_by_round
from touchpoints.guide import Step
from touchpoints.guide.measures import Progress
from touchpoints.model import HintState
from touchpoints.project_facts import ProjectFacts, Thing, ThingFacts

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
QUESTIONS = {Step.CURRENT_STATE: Progress(3, 12), Step.MONITORING: Progress(1, 8)}


def test_the_questions_of_all_steps_are_counted_together() -> None:
    assert CheckUp(NOON, QUESTIONS).answered == Progress(4, 20)


def test_questions_are_counted_by_step() -> None:
    done = ThingFacts(
        Thing.ACTION, frozenset({"done", "owner", "due", "start", "budget", "result", "people"})
    )
    found = answered_by_step(ProjectFacts(things=(done,)))
    assert {step: one.of for step, one in found.items()} == {1: 12, 2: 7, 3: 7, 4: 8}
    assert found[Step.CURRENT_STATE].done == 0
    assert found[Step.TODO_PLAN].done > 0


def test_an_answer_counts_in_the_round_that_was_on() -> None:
    first, second = datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
    moments = [first, first.replace(hour=1), second, NOON, NOON]
    found = answers_by_round([first, second], [(at, HintState.DISCUSSED) for at in moments])
    assert [one[HintState.DISCUSSED] for one in found] == [1, 2, 2]
    assert [one[HintState.ACTION] for one in found] == [0, 0, 0]


def test_without_an_earlier_round_all_answers_are_of_this_one() -> None:
    [found] = answers_by_round([], [(NOON, HintState.WAVED_OFF), (NOON, HintState.ACTION)])
    assert found == {HintState.WAVED_OFF: 1, HintState.ACTION: 1}
