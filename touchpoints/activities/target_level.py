"""The target level of each touchpoint: how good it shall be, not how good it is."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._levels import LEVELS
from touchpoints.activities._parts import Rate, RateScale
from touchpoints.messages import N_
from touchpoints.model import Selection, SubjectKind

ACTIVITY = ActivityKind(
    id="target_level",
    name=N_("Target level"),
    instructions=N_(
        "How shall customers experience these touchpoints a year from now? Not everything has to "
        "delight: okay is enough where it decides nothing."
    ),
    minutes=20,
    parts=(
        Rate((RateScale("target", N_("How shall customers experience this touchpoint?"), -2, 2, LEVELS),)),
    ),
    questions=("2.1",),
    subjects=(SubjectKind.TOUCHPOINT,),
    selection=Selection.KEY,
    settings={"together": False},
)
