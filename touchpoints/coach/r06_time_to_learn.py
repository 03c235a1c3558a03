"""R6: no time is set aside for people to learn the new way and bring ideas."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer

_TIME = Topic(
    "r06-time",
    why=N_("Whoever has to learn beside the daily work goes back to the old way at the first rush."),
    advice=N_("Set days aside for the people concerned, to learn the new way and to bring ideas."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
    needs_sponsor=True,
)
_UNKNOWN = Topic(
    "r06-unknown",
    why=N_("Who does not know what will change for people cannot give them time for it."),
    advice=N_("Ask those who do the work today what the action will change for them."),
    step=Step.TODO_PLAN,
    consequence=Consequence.LOOK,
    page="todo_plan",
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
    yield from _UNKNOWN.about(
        cases_of(action for action in facts.open_actions if action.said_to_change_work is Answer.NOT_KNOWN),
        lambda count, names: plural(
            "Of {count} open action nobody knows whether people will work in a new way: {names}",
            "Of {count} open actions nobody knows whether people will work in a new way: {names}",
            count,
            names=names,
        ),
    )


RULE = Rule("r06", N_("People need time to learn the new way and to bring ideas."), _find)
