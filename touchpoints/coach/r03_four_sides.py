"""R3: work only on what the customer sees, not inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic, names_of
from touchpoints.coach_facts import SIDES, CoachFacts, TouchpointFact
from touchpoints.guide import Step
from touchpoints.messages import N_, Value, message, plural

_SIDES = Topic(
    "r03-sides",
    why=N_("What is polished outside and stays as it was inside does not last."),
    advice=N_("Go through data, process, tool and people once, and mark what you have looked at."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.WEAKENS,
    page="options",
)
_UNKNOWN = Topic(
    "r03-unknown",
    why=N_("What nobody knows, nobody can steer."),
    advice=N_("Ask whoever works on that side, and write down what you hear as a finding or an option."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="options",
)
_WORDS: Mapping[str, str] = {
    "data": N_("data"),
    "process": N_("process"),
    "tool": N_("tool"),
    "people": N_("people"),
}


def _find(facts: CoachFacts) -> Iterator[Hint]:
    worked_on = [one for one in facts.key if one.target is not None and facts.options_of(one)]
    yield from _SIDES.about(
        (_case(one, missing) for one in worked_on if (missing := _missing(facts, one))),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints with a target, a side was not looked at: {names}",
            "At {count} of {of} key touchpoints with a target, a side was not looked at: {names}",
            count,
            of=len(worked_on),
            names=names,
        ),
    )
    with_target = [one for one in facts.key if one.target is not None]
    yield from _UNKNOWN.about(
        (_case(one, sides) for one in with_target if (sides := _not_known(facts, one))),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints with a target, nobody knows how a side is: {names}",
            "At {count} of {of} key touchpoints with a target, nobody knows how a side is: {names}",
            count,
            of=len(with_target),
            names=names,
        ),
    )


def _missing(facts: CoachFacts, touchpoint: TouchpointFact) -> list[str]:
    told = facts.sides_of(touchpoint) | touchpoint.sides_not_known
    return [side for side in SIDES if side not in told]


def _not_known(facts: CoachFacts, touchpoint: TouchpointFact) -> list[str]:
    """What was asked and nobody knows, unless an option is about it by now."""
    return [side for side in SIDES if side in touchpoint.sides_not_known - facts.sides_of(touchpoint)]


def _named(sides: list[str]) -> Value:
    return names_of(tuple(Case(side, message(_WORDS[side])) for side in sides))


def _case(touchpoint: TouchpointFact, missing: list[str]) -> Case:
    sides = message("all four") if missing == list(SIDES) else _named(missing)
    name = message("{touchpoint} ({detail})", touchpoint=touchpoint.name, detail=sides)
    return Case(touchpoint.id, name, ",".join(missing))


RULE = Rule("r03", N_("Work only on what the customer sees, not inside, does not last."), _find)
