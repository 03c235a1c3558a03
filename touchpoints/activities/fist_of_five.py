"""Fist of five: from no fingers, which is a no, to five, which is all of my support."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Rate, RateScale
from touchpoints.messages import N_

_FINGERS = {
    0: N_("no"),
    1: N_("great doubts"),
    2: N_("some doubts"),
    3: N_("I can live with it"),
    4: N_("good"),
    5: N_("all my support"),
}

ACTIVITY = ActivityKind(
    id="fist_of_five",
    name=N_("Fist of five"),
    instructions=N_("How far do you stand behind what we have just decided? Show as many fingers."),
    minutes=5,
    parts=(
        Rate(
            (RateScale("support", N_("How far do you stand behind it?"), 0, 5, _FINGERS),),
            is_about_the_whole=True,
        ),
    ),
    questions=("3.6",),
)
