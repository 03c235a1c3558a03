"""R10: one classification of customers, made once, is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts, SegmentFact
from touchpoints.guide import Step
from touchpoints.messages import N_, message, plural
from touchpoints.segment_views import disagreeing

_TOO_OLD = timedelta(days=365)
_ENOUGH_WAYS = 2
_WHY = N_("Whoever looks at revenue alone, and once, misses the customers of tomorrow.")
_NOBODY = Topic(
    "r10-nobody",
    why=N_("“The customer” does not exist: a regular guest needs something other than a newcomer."),
    advice=N_("Name two to five groups of customers who are served alike."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="segments",
)
_WAYS = Topic(
    "r10-ways",
    why=_WHY,
    advice=N_("Put a second view beside the first: ABC by revenue, portfolio or lifetime value."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="segments",
)
_OLD = Topic(
    "r10-old",
    why=N_("Customers change faster than lists of customers do."),
    advice=N_("Go through these segments once more, with figures of the last twelve months."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="segments",
)
_ASSUMED = Topic(
    "r10-assumed",
    why=N_("A potential value is an estimate, and is soon taken for a fact where nobody marks it."),
    advice=N_("Mark the value as an assumption, or compute it from a list of customers."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="segments",
)
_DISAGREE = Topic(
    "r10-disagree",
    why=N_("Where two views disagree, one of them is about to cost you a good customer, or much money."),
    advice=N_("Talk it over: which view counts for this segment, and what does that change?"),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="segments",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    segments = facts.segments
    if not segments:
        yield from _NOBODY.about(
            [Case("nobody", "")],
            lambda _count, _names: message("There is no customer segment yet: who is all this for?"),
        )
        return
    # While touchpoints are only being collected, nobody needs to know what a segment is worth.
    if facts.key and sum(_ways(segments)) < _ENOUGH_WAYS:
        yield from _too_few_ways(segments)
    yield from _OLD.about(
        cases_of(one for one in segments if one.classified_on and facts.today - one.classified_on > _TOO_OLD),
        lambda count, names: plural(
            "{count} of {of} segments was last classified more than a year ago: {names}",
            "{count} of {of} segments were last classified more than a year ago: {names}",
            count,
            of=len(segments),
            names=names,
        ),
    )
    yield from _in_doubt(segments)


def _ways(segments: tuple[SegmentFact, ...]) -> tuple[bool, bool, bool]:
    """Which of the three ways is used, for half of the segments at least."""
    half = len(segments) / 2
    return (
        sum(one.abc is not None for one in segments) >= half,
        sum(one.has_portfolio for one in segments) >= half,
        sum(one.lifetime_value is not None for one in segments) >= half,
    )


def _too_few_ways(segments: tuple[SegmentFact, ...]) -> Iterator[Hint]:
    ways = sum(_ways(segments))
    yield from _WAYS.about(
        cases_of(segments),
        lambda _count, _names: message(
            "The {segments} customer segments are classified in {ways} of 3 ways.",
            segments=len(segments),
            ways=ways,
        ),
    )


def _in_doubt(segments: tuple[SegmentFact, ...]) -> Iterator[Hint]:
    yield from _ASSUMED.about(
        cases_of(one for one in segments if _is_bold(one)),
        lambda count, names: plural(
            "The lifetime value of {count} of {of} segments is not marked as an assumption: {names}",
            "The lifetime value of {count} of {of} segments is not marked as an assumption: {names}",
            count,
            of=len(segments),
            names=names,
        ),
    )
    yield from _DISAGREE.about(
        cases_of(disagreeing(segments)),
        lambda count, names: plural(
            "About {count} of {of} segments the views disagree, one says high and another one low: {names}",
            "About {count} of {of} segments the views disagree, one says high and another one low: {names}",
            count,
            of=len(segments),
            names=names,
        ),
    )


def _is_bold(segment: SegmentFact) -> bool:
    """Whether a potential value stands there as if it were known; one from a list was computed."""
    return segment.lifetime_value is not None and not (segment.lifetime_value_is_assumed or segment.has_list)


RULE = Rule("r10", N_("One classification of customers, made once, is not enough."), _find)
