"""R16: all that is known of the customer must reach the message."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic
from touchpoints.coach._unknown import cases_where, unknown
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer

_DATA = Topic(
    "r16-data",
    why=N_("Whoever is asked twice for what he has said already feels like a stranger."),
    advice=N_("Find the one system that knows most of the customer, and let these touchpoints read from it."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
    needs_sponsor=True,
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    yield from _DATA.about(
        cases_where(facts, lambda one: one.shares_data is Answer.NO),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints the systems do not share customer data: {names}",
            "At {count} of {of} key touchpoints the systems do not share customer data: {names}",
            count,
            of=len(facts.key),
            names=names,
        ),
    )
    yield from unknown(facts, "r16", {"shares_data": N_("whether customer data are shared")})


RULE = Rule("r16", N_("All that is known of the customer must reach the message."), _find)
