"""The closing: whether it was worth the time, and one sentence."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Rate, RateScale, Write
from touchpoints.messages import N_
from touchpoints.model import CardKind

_WORTH = {1: N_("not at all"), 3: N_("partly"), 5: N_("entirely")}

ACTIVITY = ActivityKind(
    id="closing",
    name=N_("Closing"),
    instructions=N_("Was it worth your time? And one sentence to go home with, if you like."),
    minutes=10,
    parts=(
        Rate(
            (RateScale("worth", N_("Was it worth your time?"), 1, 5, _WORTH),),
            is_about_the_whole=True,
        ),
        Write(N_("One sentence to go home with"), (CardKind.SENTENCE,), most=1),
    ),
)
