"""The experience at each touchpoint, as the room believes that customers have it."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._levels import LEVELS
from touchpoints.activities._parts import Rate, RateScale
from touchpoints.messages import N_
from touchpoints.model import Selection, SubjectKind

ACTIVITY = ActivityKind(
    id="experience",
    name=N_("Experience"),
    instructions=N_(
        "Put yourself in the customer's place. How do customers experience each of these touchpoints "
        "today? Rate what is, not what is meant."
    ),
    minutes=25,
    parts=(
        Rate((RateScale("experience", N_("How do customers experience this touchpoint?"), -2, 2, LEVELS),)),
    ),
    questions=("1.6",),
    subjects=(SubjectKind.TOUCHPOINT,),
    selection=Selection.SHORTLIST,
    settings={"together": False},
)
