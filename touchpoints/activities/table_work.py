"""Work at tables: one phone writes for its table about the touchpoints that were dealt to it."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.activities._parts import Write
from touchpoints.messages import N_
from touchpoints.model import CardKind, Selection, SubjectKind

ACTIVITY = ActivityKind(
    id="table_work",
    name=N_("Work at tables"),
    instructions=N_(
        "Each table has its touchpoints. Go through them one by one: what happens there, where does "
        "it break, what disappoints, and what could we do? One of you writes for the table."
    ),
    minutes=45,
    parts=(
        Write(
            N_("What does your table say about it?"),
            (
                CardKind.STEP,
                CardKind.BREAK,
                CardKind.DISAPPOINTING,
                CardKind.OKAY,
                CardKind.DELIGHTFUL,
                CardKind.OPTION,
                CardKind.ACTION,
            ),
            asks_touchpoint=True,
        ),
    ),
    questions=("1.2", "1.3", "1.6", "2.5", "2.7", "3.1"),
    subjects=(SubjectKind.TOUCHPOINT,),
    selection=Selection.KEY,
    by_table=True,
)
