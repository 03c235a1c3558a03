"""Importance as a budget of points, so that not everything is important."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Points
from touchpoints.messages import N_
from touchpoints.model import Selection, SubjectKind

ACTIVITY = ActivityKind(
    id="importance",
    name=N_("Importance"),
    instructions=N_(
        "You have 100 points. Give most of them to the touchpoints that decide whether a customer "
        "stays. Whatever gets none may be done without."
    ),
    minutes=15,
    parts=(Points(100, N_("What decides whether a customer stays?")),),
    questions=("1.11", "2.4"),
    subjects=(SubjectKind.TOUCHPOINT,),
    selection=Selection.SHORTLIST,
    settings={"budget": 100},
)
