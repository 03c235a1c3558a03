"""Committing: people take actions of the plan, or propose one, with a date; names are shown."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Promise, Write
from touchpoints.messages import N_
from touchpoints.model import CardKind, SubjectKind

ACTIVITY = ActivityKind(
    id="commit",
    name=N_("Who takes what on"),
    instructions=N_(
        "Take on what you want to see done, with a date that you can keep. Your name is shown beside "
        "it. Whatever is missing you may propose."
    ),
    minutes=15,
    parts=(
        Promise(),
        Write(N_("What else do you want to do?"), (CardKind.ACTION,)),
    ),
    questions=("3.1", "3.3", "3.6"),
    subjects=(SubjectKind.ACTION,),
    is_named=True,
)
