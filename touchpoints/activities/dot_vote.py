"""The dot vote on anything that is listed: what the room wants to go on with."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Dots
from touchpoints.messages import N_
from touchpoints.model import Selection, SubjectKind

ACTIVITY = ActivityKind(
    id="dot_vote",
    name=N_("Dot vote"),
    instructions=N_("Set your dots on what we shall go on with. You may set several on the same one."),
    minutes=10,
    parts=(Dots(5, most_each=3, question=N_("What shall we go on with?")),),
    questions=("1.11", "2.4"),
    subjects=(
        SubjectKind.TOUCHPOINT,
        SubjectKind.OPTION,
        SubjectKind.ACTION,
        SubjectKind.FINDING,
        SubjectKind.FACTOR,
        SubjectKind.CARD,
    ),
    selection=Selection.ALL,
    settings={"most": 5, "most_each": 3, "subjects": SubjectKind.TOUCHPOINT.value},
)
