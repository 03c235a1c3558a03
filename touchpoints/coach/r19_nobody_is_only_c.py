"""R19: nobody is only a C customer; rather part honestly than serve badly."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic, names_of
from touchpoints.coach_facts import CoachFacts, SegmentFact
from touchpoints.guide import Step
from touchpoints.messages import N_, message, plural

_SEGMENTS = Topic(
    "r19-segments",
    why=N_("Whoever is served badly tells others, whatever his revenue; an honest parting does less harm."),
    advice=N_("Decide for the segment: serve it better, or part with it honestly."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="segments",
    needs_sponsor=True,
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    low = [one for one in facts.segments if one.is_of_low_value and one.treatment is None]
    cases = ((segment, _disappointing(facts, segment)) for segment in low)
    yield from _SEGMENTS.about(
        (_case(segment, found) for segment, found in cases if found),
        lambda count, names: plural(
            "{count} segment of low value is disappointed, and nothing is decided: {names}",
            "{count} segments of low value are disappointed, and nothing is decided: {names}",
            count,
            names=names,
        ),
    )


def _disappointing(facts: CoachFacts, segment: SegmentFact) -> tuple[Case, ...]:
    """The touchpoints that the segment meets and that disappoint."""
    return tuple(
        Case(one.id, one.name)
        for one in facts.touchpoints
        if segment.id in one.segment_ids and one.disappoints
    )


def _case(segment: SegmentFact, where: tuple[Case, ...]) -> Case:
    name = message("{segment} ({detail})", segment=segment.name, detail=names_of(where))
    return Case(segment.id, name, ",".join(sorted(case.id for case in where)))


RULE = Rule("r19", N_("Nobody is only a C customer; rather part honestly than serve badly."), _find)
