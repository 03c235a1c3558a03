"""Collecting: touchpoints, factors, findings or ideas, as cards that appear on the wall."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Write
from touchpoints.messages import N_
from touchpoints.model import CardKind

_FACTORS = N_("What do customers experience with us?")

ACTIVITY = ActivityKind(
    id="collect",
    name=N_("Collect"),
    instructions=N_(
        "Write one thing on each card, in your own words, as many cards as you like. Each text "
        "appears on the wall word for word, without your name."
    ),
    minutes=20,
    parts=(
        Write(
            N_("What have you noticed?"),
            (
                CardKind.TOUCHPOINT,
                CardKind.KEEP,
                CardKind.DROP,
                CardKind.IMPROVE,
                CardKind.WASTE,
                CardKind.BARRIER,
                CardKind.IDEA,
                CardKind.DISAPPOINTING,
                CardKind.OKAY,
                CardKind.DELIGHTFUL,
            ),
            asks_touchpoint=True,
            question_of={
                CardKind.TOUCHPOINT: N_("Where do customers meet us?"),
                CardKind.IDEA: N_("Which ideas do you have?"),
                CardKind.DISAPPOINTING: _FACTORS,
                CardKind.OKAY: _FACTORS,
                CardKind.DELIGHTFUL: _FACTORS,
            },
        ),
    ),
    questions=("1.7", "1.8", "1.9", "1.10", "1.12"),
    # Which kinds of cards a round of collecting asks for; the facilitator chooses few of them.
    settings={"cards": (CardKind.KEEP.value, CardKind.DROP.value, CardKind.IMPROVE.value)},
)
