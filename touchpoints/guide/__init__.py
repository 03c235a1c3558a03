"""The guide through the four steps: the questions of the method, each at the depth that counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from touchpoints.guide import current_state, monitoring, target_strategy, todo_plan
from touchpoints.guide.question import GuideQuestion
from touchpoints.project_facts import ProjectFacts


class Step(IntEnum):
    """The four steps of the method."""

    CURRENT_STATE = 1
    TARGET_STRATEGY = 2
    TODO_PLAN = 3
    MONITORING = 4


QUESTIONS: Mapping[Step, Sequence[GuideQuestion]] = {
    Step.CURRENT_STATE: current_state.QUESTIONS,
    Step.TARGET_STRATEGY: target_strategy.QUESTIONS,
    Step.TODO_PLAN: todo_plan.QUESTIONS,
    Step.MONITORING: monitoring.QUESTIONS,
}


def answered(facts: ProjectFacts, step: Step) -> tuple[str, ...]:
    """The ids of the step's questions that are answered at their depth."""
    return tuple(question.id for question in QUESTIONS[step] if question.progress(facts).is_answered)


def question_of(id_: str) -> GuideQuestion | None:
    """A question by its id; None for one that the method does not ask."""
    every = (question for questions in QUESTIONS.values() for question in questions)
    return next((question for question in every if question.id == id_), None)


__all__ = ["QUESTIONS", "GuideQuestion", "Step", "answered", "question_of"]
