"""A room of seven people at three touchpoints, for the tests of its charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from touchpoints.activities import Dots, Part, Points, Rate, activity_kind
from touchpoints.room.drawing import Named
from touchpoints.room.picture import Picture
from touchpoints.room.reveal import Answers, Shown, Voter, reveal

DESK, INVOICE, LOUNGE = (
    Named("1", "Desk", "Use"),
    Named("2", "<b>Invoice</b>", "Pay"),
    Named("3", "Lounge", "Pay"),
)
SUBJECTS = (DESK, INVOICE, LOUNGE)
EXPERIENCE = activity_kind("experience").parts[0]
IMPACT_EFFORT = activity_kind("impact_effort").parts[0]
FIST = activity_kind("fist_of_five").parts[0]
assert isinstance(EXPERIENCE, Rate)
assert isinstance(IMPACT_EFFORT, Rate)
assert isinstance(FIST, Rate)


def picture(part: Part, contents: Sequence[Mapping[str, object]], departments: str = "") -> Picture:
    """What is shown of these ballots; `departments` is a letter for each person."""
    voters = [
        Voter(f"{number}", {part.id: content}, departments[number] if departments else "")
        for number, content in enumerate(contents)
    ]
    asked = Answers((part,), [one.id for one in SUBJECTS], voters)
    return reveal(asked, Shown(), 5, 1).picture


def rated(desk: Sequence[int], invoice: Sequence[int], departments: str = "") -> Picture:
    """The experience at desk and invoice, one value for each person; nobody says anything of the lounge."""
    values = {DESK.id: desk, INVOICE.id: invoice}
    people = max(len(desk), len(invoice))
    contents = [
        {id_: {"experience": given[one]} for id_, given in values.items() if one < len(given)}
        for one in range(people)
    ]
    return picture(EXPERIENCE, contents, departments)


def spent(part: Points | Dots, given: Sequence[Sequence[int]]) -> Picture:
    """Points or dots, for each person one number for each subject."""
    return picture(part, [dict(zip((one.id for one in SUBJECTS), row, strict=True)) for row in given])
