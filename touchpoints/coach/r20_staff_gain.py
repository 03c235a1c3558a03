"""R20: people follow when they see what it gives them."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

_GAIN = Topic(
    "r20-gain",
    why=N_("People follow when they see what it gives them, and otherwise wait until it is over."),
    advice=N_("Ask the people concerned what would get easier for them, and write that down."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    changing = [action for action in facts.open_actions if action.changes_work]
    yield from _GAIN.about(
        cases_of(action for action in changing if not action.has_staff_gain),
        lambda count, names: plural(
            "{count} of {of} open actions that change how people work does not say what they gain: {names}",
            "{count} of {of} open actions that change how people work do not say what they gain: {names}",
            count,
            of=len(changing),
            names=names,
        ),
    )


RULE = Rule("r20", N_("People follow when they see what it gives them."), _find)
