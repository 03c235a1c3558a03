"""R21: a corset of standards stifles the will to help; people need room to decide."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import unknown
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Room

_ROOM = Topic(
    "r21-room",
    why=N_("A corset of standards stifles the will to help, and the customer hears “I may not”."),
    advice=N_("Agree what people there may decide themselves: up to which amount, which exception."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
    needs_sponsor=True,
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    staffed = [one for one in facts.key if one.conditions.has_staff]
    yield from _ROOM.about(
        cases_of(one for one in staffed if one.conditions.room_to_decide is Room.NOTHING),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints people may decide nothing themselves: {names}",
            "At {count} of {of} key touchpoints people may decide nothing themselves: {names}",
            count,
            of=len(staffed),
            names=names,
        ),
    )
    yield from unknown(facts, "r21", {"room_to_decide": N_("what people may decide themselves")})


RULE = Rule("r21", N_("People need room to decide."), _find)
