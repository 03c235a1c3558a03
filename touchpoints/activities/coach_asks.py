"""The coach asks: what is to become of the three gravest hints that nobody has answered yet."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._decisions import DECISION
from touchpoints.activities._parts import Rate, Write
from touchpoints.messages import N_
from touchpoints.model import CardKind, SubjectKind

ACTIVITY = ActivityKind(
    id="coach_asks",
    name=N_("The coach asks"),
    instructions=N_(
        "The coach has read what we have so far. Here is where it sees our goals most at risk. What do we do "
        "about each of them? And if you like: write what you would do."
    ),
    minutes=15,
    parts=(
        Rate((DECISION,)),
        Write(N_("What would you do about it?"), (CardKind.ACTION,), most=3),
    ),
    subjects=(SubjectKind.HINT,),
)
