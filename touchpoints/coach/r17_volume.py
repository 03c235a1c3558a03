"""R17: volume needs comfortable tools."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import unknown
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer

# Once a month and more, as one customer of the segment that comes most often.
_OFTEN = 12
_TOOL = Topic(
    "r17-tool",
    why=N_("What happens often and is done by hand costs time every day, and makes mistakes."),
    advice=N_("Look for one step there that a tool could take over."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    frequent = [one for one in facts.key if one.visits >= _OFTEN]
    yield from _TOOL.about(
        cases_of(one for one in frequent if one.conditions.system_support is Answer.NO),
        lambda count, names: plural(
            "{count} of {of} key touchpoints that customers meet every month has no system behind it: "
            "{names}",
            "{count} of {of} key touchpoints that customers meet every month have no system behind "
            "them: {names}",
            count,
            of=len(frequent),
            names=names,
        ),
    )
    yield from unknown(facts, "r17", {"system_support": N_("whether a system supports the work")})


RULE = Rule("r17", N_("Volume needs comfortable tools."), _find)
