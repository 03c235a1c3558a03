"""Scenes of the rules about people, dialogue, tools, and segments of low value."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.touchpoints.coach._scenes import Scene, place, project
from touchpoints.coach_facts import SegmentFact
from touchpoints.model import (
    AbcClass,
    Answer,
    ContactType,
    Degree,
    Depth,
    Response,
    Room,
    RunBy,
    Treatment,
)
from touchpoints.statistics import Level

LEAST = SegmentFact("least", "Passers-by", abc=AbcClass.C)
MEDIAL = ContactType.MEDIAL


def segment(name: str = "regulars", **known: Any) -> SegmentFact:
    """A segment that nothing is wrong with unless said so."""
    return SegmentFact(name, name.title(), **known)


def asked(level: Level | None) -> SegmentFact:
    """The segment of least value as its own group in the surveys rates the desk."""
    return replace(LEAST, surveyed_as=("Purpose", "Passing by"), levels={"desk": level} if level else {})


def meets(one: SegmentFact, **known: Any) -> dict[str, Any]:
    """What a touchpoint says of the segment that meets it."""
    return {"segment_ids": frozenset({one.id}), **known}


PEOPLE_SCENES = {
    "r14-people": Scene(
        project(place(know_how=Degree.LOW)),
        {
            "know-how is as usual": project(place(know_how=Degree.USUAL, turnover=Degree.LOW)),
            "nobody works there": project(place(run_by=RunBy.NOBODY, know_how=Degree.LOW)),
        },
    ),
    "r14-outsiders": Scene(
        project(place(run_by=RunBy.OUTSIDERS)),
        {
            "somebody inside answers for it": project(place(run_by=RunBy.OUTSIDERS, has_owner=True)),
            "our own people run it": project(place(run_by=RunBy.OURSELVES)),
        },
    ),
    "r14-cold_calls": Scene(
        project(place(cold_calls_outside=Answer.YES)),
        {
            "they are made in the house": project(place(cold_calls_outside=Answer.NO)),
            "nobody was asked": project(place()),
        },
    ),
    "r14-unknown": Scene(
        project(place(know_how=Degree.NOT_KNOWN)),
        {
            "it is known": project(place(know_how=Degree.HIGH)),
            "it is no key touchpoint": project(place(depth=Depth.SHORTLIST, know_how=Degree.NOT_KNOWN)),
            "nobody works there": project(place(run_by=RunBy.NOBODY, know_how=Degree.NOT_KNOWN)),
        },
    ),
    "r14-unasked": Scene(
        project(place(target=1.0)),
        {
            "somebody was asked": project(place(target=1.0, run_by=RunBy.OURSELVES)),
            "step 2 has not begun": project(place()),
        },
    ),
    "r15-one_way": Scene(
        project(place(contact_type=MEDIAL, is_two_way=Answer.NO)),
        {
            "customers can ask": project(
                place(contact_type=MEDIAL, is_two_way=Answer.YES, response=Response.DAY)
            ),
            "people meet there": project(place(contact_type=ContactType.IN_PERSON, is_two_way=Answer.NO)),
        },
    ),
    "r15-no_answer": Scene(
        project(place(contact_type=MEDIAL, is_two_way=Answer.YES, response=Response.NOBODY)),
        {
            "somebody answers": project(place(contact_type=MEDIAL, response=Response.LONGER)),
            "nobody was asked": project(place(contact_type=MEDIAL)),
        },
    ),
    "r15-no_time": Scene(
        project(place(contact_type=MEDIAL, is_two_way=Answer.YES)),
        {
            "a time is promised": project(
                place(contact_type=MEDIAL, is_two_way=Answer.YES, response=Response.DAY)
            ),
            "there is no way to ask": project(place(contact_type=MEDIAL, is_two_way=Answer.NO)),
        },
    ),
    "r15-unknown": Scene(
        project(place(contact_type=MEDIAL, is_two_way=Answer.NOT_KNOWN)),
        {
            "people meet there": project(
                place(contact_type=ContactType.IN_PERSON, is_two_way=Answer.NOT_KNOWN)
            ),
            "that the time is not known was said already": project(
                place(contact_type=MEDIAL, is_two_way=Answer.YES, response=Response.NOT_KNOWN)
            ),
        },
    ),
    "r16-data": Scene(
        project(place(shares_data=Answer.NO)),
        {
            "they share some": project(place(shares_data=Answer.IN_PART)),
            "nobody was asked": project(place()),
        },
    ),
    "r16-unknown": Scene(
        project(place(shares_data=Answer.NOT_KNOWN)),
        {"nobody was asked": project(place()), "they share them": project(place(shares_data=Answer.YES))},
    ),
    "r17-tool": Scene(
        project(place(meetings=2_000_000, system_support=Answer.NO)),
        {
            "few customers come, each of them every month": project(
                place(meetings=12 * 40, system_support=Answer.NO)
            ),
            "customers come twice a year": project(place(visits=2, system_support=Answer.NO)),
            "a system helps": project(place(visits=24, system_support=Answer.YES)),
        },
    ),
    "r17-unknown": Scene(
        project(place(system_support=Answer.NOT_KNOWN)),
        {"nobody was asked": project(place()), "it is known": project(place(system_support=Answer.NO))},
    ),
    "r19-segments": Scene(
        project(asked(Level.DISAPPOINTING), place(**meets(LEAST, level=Level.OKAY, n=80))),
        {
            "it was decided": project(
                replace(asked(Level.DISAPPOINTING), treatment=Treatment.PART),
                place(**meets(LEAST, level=Level.DISAPPOINTING, n=80)),
            ),
            "it is served well, for all that others are disappointed": project(
                asked(Level.OKAY), place(**meets(LEAST, level=Level.DISAPPOINTING, n=80))
            ),
            "its group said nothing of the place": project(
                asked(None), place(**meets(LEAST, level=Level.DISAPPOINTING, n=80))
            ),
            "nobody knows its group": project(LEAST, place(**meets(LEAST, level=Level.OKAY, n=80))),
        },
    ),
    "r19-everybody": Scene(
        project(LEAST, place(**meets(LEAST, level=Level.DISAPPOINTING, n=80))),
        {
            "its own group was asked, and is content": project(
                asked(Level.OKAY), place(**meets(LEAST, level=Level.DISAPPOINTING, n=80))
            ),
            "it was decided": project(
                segment("least", abc=AbcClass.C, treatment=Treatment.PART),
                place(**meets(LEAST, level=Level.DISAPPOINTING, n=80)),
            ),
            "customers are content": project(LEAST, place(**meets(LEAST, level=Level.OKAY, n=80))),
            "it does not come there": project(LEAST, place(level=Level.DISAPPOINTING, n=80)),
        },
    ),
    "r21-room": Scene(
        project(place(room_to_decide=Room.NOTHING)),
        {
            "they may decide a little": project(place(room_to_decide=Room.LITTLE)),
            "nobody works there": project(place(run_by=RunBy.NOBODY, room_to_decide=Room.NOTHING)),
        },
    ),
    "r21-unknown": Scene(
        project(place(room_to_decide=Room.NOT_KNOWN)),
        {"nobody was asked": project(place()), "it is known": project(place(room_to_decide=Room.ENOUGH))},
    ),
}
