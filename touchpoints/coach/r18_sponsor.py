"""R18: importance is agreed and no consequence drawn."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

_WHY = N_("What nobody in management backs is the first to be cut.")
_ADVICE = N_("Ask the executives who speaks for it, and write the name down.")
_TOUCHPOINTS = Topic(
    "r18-touchpoints",
    why=_WHY,
    advice=_ADVICE,
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
    needs_sponsor=True,
)
_GOALS = Topic(
    "r18-goals",
    why=_WHY,
    advice=_ADVICE,
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.BLOCKS,
    page="goals",
    needs_sponsor=True,
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    # Importance is agreed as soon as it was given and a target was set for it.
    agreed = [one for one in facts.key if one.has_importance and one.target is not None]
    yield from _TOUCHPOINTS.about(
        cases_of(one for one in agreed if not one.has_sponsor),
        lambda count, names: plural(
            "{count} of {of} key touchpoints with a target has no sponsor in management: {names}",
            "{count} of {of} key touchpoints with a target have no sponsor in management: {names}",
            count,
            of=len(agreed),
            names=names,
        ),
    )
    yield from _GOALS.about(
        cases_of(goal for goal in facts.goals if not goal.has_sponsor),
        lambda count, names: plural(
            "{count} of {of} goals has no sponsor in management: {names}",
            "{count} of {of} goals have no sponsor in management: {names}",
            count,
            of=len(facts.goals),
            names=names,
        ),
    )


RULE = Rule("r18", N_("Importance is agreed, and a consequence must follow."), _find)
