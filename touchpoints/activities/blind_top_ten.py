"""The blind top ten: what the room believes to matter most to customers, before it sees what they say."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Dots
from touchpoints.messages import N_
from touchpoints.model import Selection, SubjectKind

ACTIVITY = ActivityKind(
    id="blind_top_ten",
    name=N_("Blind top ten"),
    instructions=N_(
        "Choose the ten touchpoints that matter most to our customers, as you believe. Nobody sees "
        "yet what the others choose, nor what customers say themselves."
    ),
    minutes=15,
    parts=(Dots(10, question=N_("What matters most to our customers?")),),
    questions=("1.11",),
    subjects=(SubjectKind.TOUCHPOINT,),
    selection=Selection.ALL,
    is_record=True,
    settings={"most": 10},
)
