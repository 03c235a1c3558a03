"""R1: goals are proclaimed and nothing follows."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

_TARGETS = Topic(
    "r01-targets",
    why=N_("A target that nobody works on is a wish, and the team soon stops believing in the others, too."),
    advice=N_("Plan a first action for each of them, or say openly that this target waits."),
    step=Step.TODO_PLAN,
    consequence=Consequence.BLOCKS,
    page="touchpoint_board",
)
_GOALS = Topic(
    "r01-goals",
    why=N_("A goal without an action is reached by nobody."),
    advice=N_("Name the first action that brings the goal closer, or take the goal back."),
    step=Step.TODO_PLAN,
    consequence=Consequence.BLOCKS,
    page="goals",
)
_ACTIONS = Topic(
    "r01-actions",
    why=N_("What belongs to nobody, or has no day, is not done."),
    advice=N_("Find one person and one day for each of them; a department is nobody."),
    step=Step.TODO_PLAN,
    consequence=Consequence.BLOCKS,
    page="todo_plan",
)
_BUDGETS = Topic(
    "r01-budgets",
    why=N_("Work that has neither money nor days is done at night, or not at all."),
    advice=N_("Ask the owner what it takes: an estimate in person-days is enough to begin with."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    yield from _without_action(facts)
    lacking = [one for one in facts.open_actions if not (one.has_owner and one.has_due_day)]
    yield from _ACTIONS.about(
        cases_of(lacking),
        lambda count, names: plural(
            "{count} of {of} open actions has no owner or no due date: {names}",
            "{count} of {of} open actions have no owner or no due date: {names}",
            count,
            of=len(facts.open_actions),
            names=names,
        ),
    )
    key = [one for one in facts.open_actions if one.touchpoint_id in {place.id for place in facts.key}]
    yield from _BUDGETS.about(
        cases_of(one for one in key if not one.has_resources),
        lambda count, names: plural(
            "{count} of {of} open actions at key touchpoints has neither money nor person-days: {names}",
            "{count} of {of} open actions at key touchpoints have neither money nor person-days: {names}",
            count,
            of=len(key),
            names=names,
        ),
    )


def _without_action(facts: CoachFacts) -> Iterator[Hint]:
    open_targets = [one for one in facts.touchpoints if one.shall_get_better]
    yield from _TARGETS.about(
        cases_of(one for one in open_targets if one.id not in facts.acted_on),
        lambda count, names: plural(
            "{count} of {of} targets that are not reached yet has no action: {names}",
            "{count} of {of} targets that are not reached yet have no action: {names}",
            count,
            of=len(open_targets),
            names=names,
        ),
    )
    served = {action.goal_id for action in facts.actions}
    idle = (one for one in facts.goals if one.id not in served and one.touchpoint_id not in facts.acted_on)
    yield from _GOALS.about(
        cases_of(idle),
        lambda count, names: plural(
            "{count} of {of} goals has no action: {names}",
            "{count} of {of} goals have no action: {names}",
            count,
            of=len(facts.goals),
            names=names,
        ),
    )


RULE = Rule("r01", N_("Goals are proclaimed and nothing follows."), _find)
