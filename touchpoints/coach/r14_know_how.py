"""R14: know-how belongs where the customer is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import cases_where, details_where, unknown
from touchpoints.coach_facts import CoachFacts, TouchpointFact
from touchpoints.conditions import Conditions
from touchpoints.guide import Step
from touchpoints.messages import N_, Message, message, plural
from touchpoints.model import Answer, Degree, RunBy

_PEOPLE = Topic(
    "r14-people",
    why=N_("The customer meets those who were trained least, are esteemed least and leave soonest."),
    advice=N_("Bring know-how and standing to where the customer is; it is about conditions, not persons."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
    needs_sponsor=True,
)
_OUTSIDERS = Topic(
    "r14-outsiders",
    why=N_("To the customer, outsiders are you; without an owner inside nobody answers for them."),
    advice=N_("Name somebody inside who answers for what the customer experiences there."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.BLOCKS,
    page="touchpoint_board",
)
_COLD_CALLS = Topic(
    "r14-cold_calls",
    why=N_("The first word that a customer hears of you should not be a stranger's."),
    advice=N_("Let people call who know the offer and the customer, or call nobody who did not ask for it."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)
_UNASKED = Topic(
    "r14-unasked",
    why=N_("Targets are kept or missed by the conditions under which people work there."),
    advice=N_("Ask for people, data and tools in the drawer of the touchpoint; “not known” is an answer."),
    step=Step.TARGET_STRATEGY,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    staffed = [one for one in facts.key if one.conditions.has_staff]
    yield from _PEOPLE.about(
        details_where(staffed, _weakness),
        lambda count, names: plural(
            "{count} of {of} key touchpoints is weak where the customer is met: {names}",
            "{count} of {of} key touchpoints are weak where the customer is met: {names}",
            count,
            of=len(staffed),
            names=names,
        ),
    )
    yield from _run_by_outsiders(facts)
    yield from unknown(facts, "r14", _ASKED)
    begun = [one for one in facts.key if one.target is not None]
    yield from _UNASKED.about(
        cases_of(one for one in begun if one.conditions.is_empty),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints with a target nobody asked for the conditions yet: {names}",
            "At {count} of {of} key touchpoints with a target nobody asked for the conditions yet: {names}",
            count,
            of=len(begun),
            names=names,
        ),
    )


_ASKED = {
    "run_by": N_("who meets the customer"),
    "know_how": N_("how much know-how there is"),
    "standing": N_("which standing the people there have"),
    "is_role_of_five": N_("whether five people or more work in one role"),
    "turnover": N_("how high the turnover is"),
    "cold_calls_outside": N_("whether cold calls are given out of house"),
}
_WEAKNESSES: tuple[tuple[str, Callable[[Conditions], bool]], ...] = (
    (N_("little know-how"), lambda one: one.know_how is Degree.LOW),
    (N_("high turnover"), lambda one: one.turnover is Degree.HIGH),
    (N_("low standing"), lambda one: one.standing is Degree.LOW),
)


def _weakness(touchpoint: TouchpointFact) -> Message | None:
    """The first of them that there is."""
    found = (message(word) for word, is_so in _WEAKNESSES if is_so(touchpoint.conditions))
    return next(found, None)


def _run_by_outsiders(facts: CoachFacts) -> Iterator[Hint]:
    outside = [one for one in facts.key if one.conditions.run_by is RunBy.OUTSIDERS]
    yield from _OUTSIDERS.about(
        cases_of(one for one in outside if not one.has_owner),
        lambda count, names: plural(
            "{count} of {of} key touchpoints run by outsiders has no owner inside: {names}",
            "{count} of {of} key touchpoints run by outsiders have no owner inside: {names}",
            count,
            of=len(outside),
            names=names,
        ),
    )
    yield from _COLD_CALLS.about(
        cases_where(facts, lambda one: one.cold_calls_outside in (Answer.YES, Answer.IN_PART)),
        lambda count, names: plural(
            "At {count} key touchpoint cold calls are given out of house: {names}",
            "At {count} key touchpoints cold calls are given out of house: {names}",
            count,
            names=names,
        ),
    )


RULE = Rule("r14", N_("Know-how belongs where the customer is."), _find)
