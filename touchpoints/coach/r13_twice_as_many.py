"""R13: always have at least twice as many options as you see now."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts, OptionFact, TouchpointFact
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

_ENOUGH = 2
_FEW = Topic(
    "r13-few",
    why=N_("Whoever has one option has no choice, and the first idea is seldom the best one."),
    advice=N_("Ask the team for as many options again as there are now, cheap ones and bold ones."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.WEAKENS,
    page="options",
)
_ALIKE = Topic(
    "r13-alike",
    why=N_("Options of one size that touch the same sides are one option in several words."),
    advice=N_("Look for one that needs half the effort, and for one that begins on another side."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="options",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    # Options are asked for once a target is set: before that nobody knows what for.
    wanted = [one for one in facts.key if one.shall_get_better]
    yield from _FEW.about(
        cases_of(one for one in wanted if len(facts.options_of(one)) < _ENOUGH),
        lambda count, names: plural(
            "{count} of {of} key touchpoints with an open target has fewer than two options: {names}",
            "{count} of {of} key touchpoints with an open target have fewer than two options: {names}",
            count,
            of=len(wanted),
            names=names,
        ),
    )
    yield from _ALIKE.about(
        cases_of(one for one in wanted if _are_alike(facts, one)),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints with an open target all options are alike: {names}",
            "At {count} of {of} key touchpoints with an open target all options are alike: {names}",
            count,
            of=len(wanted),
            names=names,
        ),
    )


def _are_alike(facts: CoachFacts, touchpoint: TouchpointFact) -> bool:
    """Whether all are of one size and touch the same sides; what was not said of them is no likeness."""
    options = facts.options_of(touchpoint)
    return len(options) >= _ENOUGH and all(_is_told(one) for one in options) and len(_kinds(options)) == 1


def _is_told(option: OptionFact) -> bool:
    return option.size is not None and bool(option.sides)


def _kinds(options: tuple[OptionFact, ...]) -> set[tuple[object, ...]]:
    return {(option.size, option.sides) for option in options}


RULE = Rule("r13", N_("Always have at least twice as many options as you see now."), _find)
