"""R17: volume needs comfortable tools."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import unknown
from touchpoints.coach_facts import CoachFacts, TouchpointFact
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer

# Once a month and more, where nobody knows how many customers a segment has.
_OFTEN = 12
# Or ten thousand times a year, by all customers whose number is known: at five minutes each that is half the
# year's work of one person, and more where two are in the room, so that a step that a tool takes over pays.
_VOLUME = 10_000
_TOOL = Topic(
    "r17-tool",
    why=N_("What happens often and is done by hand costs time every day, and makes mistakes."),
    advice=N_("Look for one step there that a tool could take over."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    frequent = [one for one in facts.key if _is_frequent(one)]
    yield from _TOOL.about(
        cases_of(one for one in frequent if one.conditions.system_support is Answer.NO),
        lambda count, names: plural(
            "{count} of {of} key touchpoints that customers meet often has no system behind it: {names}",
            "{count} of {of} key touchpoints that customers meet often have no system behind them: {names}",
            count,
            of=len(frequent),
            names=names,
        ),
    )
    yield from unknown(facts, "r17", {"system_support": N_("whether a system supports the work")})


def _is_frequent(touchpoint: TouchpointFact) -> bool:
    """By what happens there in all; where nobody knows how many customers there are, by one of them."""
    return touchpoint.meetings >= _VOLUME or touchpoint.visits >= _OFTEN


RULE = Rule("r17", N_("Volume needs comfortable tools."), _find)
