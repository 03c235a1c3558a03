"""The opener: where customers meet us first, as the room believes."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Write
from touchpoints.messages import N_
from touchpoints.model import CardKind

ACTIVITY = ActivityKind(
    id="first_contact",
    name=N_("The first contact"),
    instructions=N_(
        "Which is the first touchpoint a customer has with your company? Write what comes to mind "
        "first, in a few words. Do not talk it over with your neighbour."
    ),
    minutes=10,
    parts=(
        Write(
            N_("Which is the first touchpoint a customer has with your company?"),
            (CardKind.FIRST_CONTACT,),
            most=1,
        ),
    ),
    questions=("1.12",),
)
