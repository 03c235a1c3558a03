"""R8: nobody can see that this is one of the best customers, and nobody was trained to enter his data."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import cases_where, unknown
from touchpoints.coach_facts import CoachFacts
from touchpoints.conditions import Conditions
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer

_VALUE = Topic(
    "r08-value",
    why=N_("A caller is handled by the standard when nobody can see that he is one of the best customers."),
    advice=N_("Show whoever meets him, at a glance, who he is and what he is worth."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
)
_CAPTURE = Topic(
    "r08-capture",
    why=N_("People are blamed for wrong entries that nobody trained them to avoid."),
    advice=N_("Train whoever enters customer data, and check a sample of it."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.WEAKENS,
    page="touchpoint_board",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    valued = frozenset(segment.id for segment in facts.segments if segment.is_of_high_value)
    met = [one for one in facts.key if one.conditions.has_staff and one.segment_ids & valued]
    yield from _VALUE.about(
        cases_of(one for one in met if one.conditions.sees_customer_value is Answer.NO),
        lambda count, names: plural(
            "At {count} of {of} key touchpoints of the best customers nobody sees their value: {names}",
            "At {count} of {of} key touchpoints of the best customers nobody sees their value: {names}",
            count,
            of=len(met),
            names=names,
        ),
    )
    yield from _CAPTURE.about(
        cases_where(facts, _is_careless),
        lambda count, names: plural(
            "At {count} key touchpoint customer data are captured without training or check: {names}",
            "At {count} key touchpoints customer data are captured without training or check: {names}",
            count,
            names=names,
        ),
    )
    yield from unknown(facts, "r08", _ASKED)


_ASKED = {
    "sees_customer_value": N_("whether our people see the customer's value"),
    "captures_data": N_("whether customer data are captured"),
    "trains_capture": N_("whether whoever enters the data is trained for it"),
    "checks_capture": N_("whether the entries are checked"),
}


def _is_careless(conditions: Conditions) -> bool:
    is_bare = Answer.NO in (conditions.trains_capture, conditions.checks_capture)
    return conditions.captures and is_bare


RULE = Rule(
    "r08", N_("The best customers must be seen to be the best, and data be entered with care."), _find
)
