"""Scenes of the rules about people, data, tools, figures and segments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.touchpoints.coach._scenes import Scene, place, project
from touchpoints.coach_facts import FindingFact, KpiFact, SegmentFact, SurveyFact
from touchpoints.model import (
    AbcClass,
    Answer,
    ContactType,
    Depth,
    FindingKind,
    RunBy,
)
from touchpoints.statistics import Level

IDEA = FindingKind.IDEA
BEST = SegmentFact("best", "Regulars", abc=AbcClass.A)
LEAST = SegmentFact("least", "Passers-by", abc=AbcClass.C)
MEDIAL = ContactType.MEDIAL


def segment(name: str = "regulars", **known: Any) -> SegmentFact:
    """A segment that nothing is wrong with unless said so."""
    return SegmentFact(name, name.title(), **known)


def meets(one: SegmentFact, **known: Any) -> dict[str, Any]:
    """What a touchpoint says of the segment that meets it."""
    return {"segment_ids": frozenset({one.id}), **known}


STATE_SCENES = {
    "r07-unheard": Scene(
        project(place(), FindingFact("f", "Long queues", FindingKind.IMPROVE, "desk")),
        {
            "somebody there was asked": project(
                place(), FindingFact("f", "Long queues", touchpoint_id="desk", from_contact_staff=True)
            ),
            "nothing was written down yet": project(place()),
            "nobody works there": project(
                place(run_by=RunBy.NOBODY), FindingFact("f", "Long queues", touchpoint_id="desk")
            ),
        },
    ),
    "r07-unanswered": Scene(
        project(FindingFact("f", "A bench", IDEA)),
        {
            "it was answered": project(FindingFact("f", "A bench", IDEA, is_answered=True)),
            "it is no idea": project(FindingFact("f", "A bench is missing", FindingKind.IMPROVE)),
            "it was handed in and waits on a page of its own": project(
                FindingFact("v", "A bench", IDEA, is_voice=True)
            ),
        },
    ),
    "r07-voices": Scene(
        project(FindingFact("v", "The ramp is slippery", is_voice=True)),
        {
            "it was answered": project(
                FindingFact("v", "The ramp is slippery", is_voice=True, is_answered=True)
            ),
            "the team wrote down an idea itself": project(FindingFact("f", "A bench", IDEA)),
            "nothing was handed in": project(place()),
        },
    ),
    "r08-value": Scene(
        project(BEST, place(**meets(BEST, sees_customer_value=Answer.NO))),
        {
            "they see it": project(BEST, place(**meets(BEST, sees_customer_value=Answer.YES))),
            "the best customers do not come there": project(BEST, place(sees_customer_value=Answer.NO)),
            "nobody was asked": project(BEST, place(**meets(BEST))),
        },
    ),
    "r08-capture": Scene(
        project(place(captures_data=Answer.YES, trains_capture=Answer.NO, checks_capture=Answer.YES)),
        {
            "people are trained and entries checked": project(
                place(captures_data=Answer.YES, trains_capture=Answer.YES, checks_capture=Answer.IN_PART)
            ),
            "no data are captured": project(place(captures_data=Answer.NO, trains_capture=Answer.NO)),
        },
    ),
    "r08-unknown": Scene(
        project(place(sees_customer_value=Answer.NOT_KNOWN)),
        {
            "nobody was asked": project(place()),
            "they do not see it": project(place(sees_customer_value=Answer.NO)),
        },
    ),
    "r09-kpis": Scene(
        project(KpiFact("nps", "NPS", lacks_n=True)),
        {
            "all of it is told": project(KpiFact("nps", "NPS")),
            "there is no KPI": project(place()),
        },
    ),
    "r09-surveys": Scene(
        project(SurveyFact("s", "Spring", has_source=False)),
        {
            "source and day are told": project(SurveyFact("s", "Spring")),
            "nobody was asked yet": project(place()),
        },
    ),
    "r09-few": Scene(
        project(place(level=Level.UNCLEAR, experience=0.2, n=12)),
        {
            "of thousands the level is a close call": project(
                place(level=Level.UNCLEAR, experience=0.2, n=2800)
            ),
            "a few are clear enough": project(place(level=Level.DISAPPOINTING, experience=-1.5, n=25)),
            "it was only captured": project(place(depth=Depth.ALL, level=Level.UNCLEAR, n=12)),
        },
    ),
    "r09-bought": Scene(
        project(SurveyFact("s", "Panel", is_bought=True)),
        {
            "we asked ourselves": project(SurveyFact("s", "Spring")),
            "there is no survey": project(place()),
        },
    ),
    "r10-nobody": Scene(
        project(place()),
        {
            "one segment is there": project(place(), segment()),
            "several are there": project(BEST, LEAST),
        },
    ),
    "r10-ways": Scene(
        project(place(), segment(abc=AbcClass.A)),
        {
            "there are two views": project(place(), segment(abc=AbcClass.A, attractiveness=4, position=4)),
            "touchpoints are only being collected": project(place(depth=Depth.ALL), segment()),
        },
    ),
    "r10-old": Scene(
        project(segment(classified_on=date(2025, 2, 1))),
        {
            "it was done within a year": project(segment(classified_on=date(2025, 4, 1))),
            "it was never classified": project(segment()),
        },
    ),
    "r10-assumed": Scene(
        project(segment(lifetime_value=Decimal(900))),
        {
            "it is marked": project(segment(lifetime_value=Decimal(900), lifetime_value_is_assumed=True)),
            "it comes from a list of customers": project(segment(lifetime_value=Decimal(900), has_list=True)),
        },
    ),
    "r10-disagree": Scene(
        project(segment(abc=AbcClass.C, attractiveness=5, position=4)),
        {
            "they say nearly the same": project(segment(abc=AbcClass.B, attractiveness=5, position=4)),
            "there is one view alone": project(segment(abc=AbcClass.C)),
        },
    ),
    "r12-data": Scene(
        project(place(captures_data=Answer.YES, gives_back=Answer.NO)),
        {
            "the customer gets something": project(
                place(captures_data=Answer.YES, gives_back=Answer.YES, given_for_data="A reminder in time")
            ),
            "nobody was asked what he gets": project(place(captures_data=Answer.YES)),
            "nobody knows it": project(place(captures_data=Answer.YES, gives_back=Answer.NOT_KNOWN)),
            "no data are asked of him any more": project(
                place(captures_data=Answer.NO, gives_back=Answer.NO)
            ),
        },
    ),
    "r12-unknown": Scene(
        project(place(captures_data=Answer.YES, gives_back=Answer.NOT_KNOWN)),
        {
            "it is known": project(place(captures_data=Answer.YES, gives_back=Answer.NO)),
            "no data are asked of him any more": project(
                place(captures_data=Answer.NO, gives_back=Answer.NOT_KNOWN)
            ),
        },
    ),
}
