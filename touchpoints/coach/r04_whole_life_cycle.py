"""R4: the whole life cycle counts."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts, PhaseFact
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

# From so many on, a phase that was left out is a gap and not just what comes next.
_ENOUGH = 3
_WHY = N_("Customers are won and lost in every phase, and most of them where nobody looks.")
_BEGIN = Topic(
    "r04-begin",
    why=N_("Whoever begins with the customer's first thought finds what nobody inside has seen."),
    advice=N_("Collect touchpoints with the team: first those that lie long before he calls or comes by."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.BLOCKS,
    page="touchpoint_board",
    shows_cases=False,
)
_TOUCHPOINTS = Topic(
    "r04-touchpoints",
    why=_WHY,
    advice=N_("Ask the team what a customer does in this phase, and add what it names."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
    of_phases=True,
)
_TARGETS = Topic(
    "r04-targets",
    why=_WHY,
    advice=N_("Set a target for one touchpoint of the phase, or decide openly to leave it as it is."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="target_journey",
    of_phases=True,
)
_ACTIONS = Topic(
    "r04-actions",
    why=_WHY,
    advice=N_("Plan one action in the phase that has a target and nothing to reach it."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    # The plan has nothing to show of them, but the phase has its touchpoints.
    page="touchpoint_board",
    of_phases=True,
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    if not facts.touchpoints:
        yield from _BEGIN.about(
            cases_of(facts.phases),
            lambda count, _names: plural(
                "No touchpoint is written down yet: the one phase is empty.",
                "No touchpoint is written down yet: all {count} phases are empty.",
                count,
            ),
        )
        return
    there = facts.phases_of(facts.by_id)
    yield from _TOUCHPOINTS.about(
        cases_of(phase for phase in facts.phases if phase.id not in there),
        lambda count, names: plural(
            "{count} of {of} phases has no touchpoint: {names}",
            "{count} of {of} phases have no touchpoint: {names}",
            count,
            of=len(facts.phases),
            names=names,
        ),
    )
    yield from _without_target(facts, there)
    yield from _without_action(facts)


def _with_target(facts: CoachFacts) -> frozenset[str]:
    return facts.phases_of(one.id for one in facts.touchpoints if one.target is not None)


def _without_target(facts: CoachFacts, there: frozenset[str]) -> Iterator[Hint]:
    if sum(one.target is not None for one in facts.touchpoints) < _ENOUGH:
        return
    bare = there - _with_target(facts)
    yield from _TARGETS.about(
        cases_of(phase for phase in facts.phases if phase.id in bare),
        lambda count, names: plural(
            "{count} of {of} phases has no target: {names}",
            "{count} of {of} phases have no target: {names}",
            count,
            of=len(facts.phases),
            names=names,
        ),
    )


def _without_action(facts: CoachFacts) -> Iterator[Hint]:
    """Phases in which something shall get better; that one is left as it is needs no action."""
    if len(facts.actions) < _ENOUGH:
        return
    wanted = facts.phases_of(one.id for one in facts.touchpoints if one.shall_get_better)
    idle = wanted - facts.phases_of(facts.acted_on)
    phases: list[PhaseFact] = [phase for phase in facts.phases if phase.id in wanted]
    yield from _ACTIONS.about(
        cases_of(phase for phase in phases if phase.id in idle),
        lambda count, names: plural(
            "{count} of {of} phases with an open target has no action: {names}",
            "{count} of {of} phases with an open target have no action: {names}",
            count,
            of=len(phases),
            names=names,
        ),
    )


RULE = Rule("r04", N_("The whole life cycle counts."), _find)
