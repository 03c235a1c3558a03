"""A check-up: how far the questions of the method are, and what became of the coach's hints."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from touchpoints.coach import Consequence
from touchpoints.guide import QUESTIONS, Step, answered
from touchpoints.guide.measures import Progress
from touchpoints.model import HintState
from touchpoints.project_facts import ProjectFacts


@dataclass(frozen=True)
class HintCount:
    """How many hints stand open, by what follows from them, and how many are no longer there to be seen."""

    open: Mapping[Consequence, int]
    resolved: int


@dataclass(frozen=True)
class CheckUp:
    """How a project stood at one moment; `hints` is None where nobody had asked the coach."""

    at: datetime
    questions: Mapping[Step, Progress]
    hints: HintCount | None = None

    @property
    def answered(self) -> Progress:
        """The questions of all steps together."""
        steps = self.questions.values()
        return Progress(sum(one.done for one in steps), sum(one.of for one in steps))


def answered_by_step(facts: ProjectFacts) -> dict[Step, Progress]:
    """How many questions of each step are answered, of those that the method asks."""
    return {step: Progress(len(answered(facts, step)), len(asked)) for step, asked in QUESTIONS.items()}


def answers_by_round(
    ends: Sequence[datetime], answers: Iterable[tuple[datetime, HintState]]
) -> tuple[Counter[HintState], ...]:
    """How many answers of each kind were given in each round; `ends` are those of all rounds but the last."""
    counted = tuple(Counter[HintState]() for _ in range(len(ends) + 1))
    for at, state in answers:
        counted[bisect_left(ends, at)][state] += 1
    return counted
