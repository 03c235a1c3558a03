"""R19: nobody is only a C customer; rather part honestly than serve badly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic, names_of
from touchpoints.coach_facts import CoachFacts, SegmentFact, TouchpointFact
from touchpoints.guide import Step
from touchpoints.messages import N_, message, plural
from touchpoints.statistics import Level

_SEGMENTS = Topic(
    "r19-segments",
    why=N_("Whoever is served badly tells others, whatever his revenue; an honest parting does less harm."),
    advice=N_("Decide for the segment: serve it better, or part with it honestly."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="segments",
    needs_sponsor=True,
)
_EVERYBODY = Topic(
    "r19-everybody",
    why=N_("What disappoints everybody rarely pleases those who are worth least to you."),
    advice=N_("Say which group of the surveys the segment is, or decide: serve it better, or part with it."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="segments",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    low = [one for one in facts.segments if one.may_be_neglected]
    asked = [one for one in low if one.surveyed_as is not None]
    yield from _SEGMENTS.about(
        _cases(asked, lambda one: _met(facts, one, lambda place: _disappoints_it(one, place))),
        lambda count, names: plural(
            "{count} segment of low value is disappointed, and nothing is decided: {names}",
            "{count} segments of low value are disappointed, and nothing is decided: {names}",
            count,
            names=names,
        ),
    )
    # Where nobody knows which group of the surveys a segment is, everybody's rating, or the team's, says
    # something of it, and the hint says whose it is.
    yield from _EVERYBODY.about(
        _cases(
            [one for one in low if one.surveyed_as is None],
            lambda one: _met(facts, one, lambda place: place.disappoints),
        ),
        lambda count, names: plural(
            "{count} segment of low value meets what disappoints customers in general or in the team's view, "
            "and nothing is decided: {names}",
            "{count} segments of low value meet what disappoints customers in general or in the team's view, "
            "and nothing is decided: {names}",
            count,
            names=names,
        ),
    )


def _disappoints_it(segment: SegmentFact, touchpoint: TouchpointFact) -> bool:
    return segment.levels.get(touchpoint.id) is Level.DISAPPOINTING


def _met(
    facts: CoachFacts, segment: SegmentFact, is_so: Callable[[TouchpointFact], bool]
) -> tuple[Case, ...]:
    """The touchpoints that the segment meets and at which something is so."""
    return tuple(
        Case(one.id, one.name) for one in facts.touchpoints if segment.id in one.segment_ids and is_so(one)
    )


def _cases(
    segments: Iterable[SegmentFact], where: Callable[[SegmentFact], tuple[Case, ...]]
) -> Iterator[Case]:
    return (_case(one, found) for one in segments if (found := where(one)))


def _case(segment: SegmentFact, where: tuple[Case, ...]) -> Case:
    name = message("{segment} ({detail})", segment=segment.name, detail=names_of(where))
    return Case(segment.id, name, ",".join(sorted(case.id for case in where)))


RULE = Rule("r19", N_("Nobody is only a C customer; rather part honestly than serve badly."), _find)
