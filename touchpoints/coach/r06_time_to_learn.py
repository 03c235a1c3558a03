"""R6: no time is set aside for people to learn the new way and bring ideas."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

_TIME = Topic(
    "r06-time",
    why=N_("Whoever has to learn beside the daily work goes back to the old way at the first rush."),
    advice=N_("Set days aside for the people concerned, to learn the new way and to bring ideas."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
    needs_sponsor=True,
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    changing = [action for action in facts.open_actions if action.changes_work]
    yield from _TIME.about(
        cases_of(action for action in changing if not action.learning_days),
        lambda count, names: plural(
            "{count} of {of} open actions that change how people work leaves them no time to learn: {names}",
            "{count} of {of} open actions that change how people work leave them no time to learn: {names}",
            count,
            of=len(changing),
            names=names,
        ),
    )


RULE = Rule("r06", N_("People need time to learn the new way and to bring ideas."), _find)
