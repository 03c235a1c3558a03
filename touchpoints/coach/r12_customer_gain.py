"""R12: the customer gains something, also for the data that are asked of him."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach._unknown import cases_where, unknown
from touchpoints.coach_facts import CoachFacts
from touchpoints.conditions import Conditions
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Answer

_GAIN = Topic(
    "r12-gain",
    why=N_("What brings the customer nothing changes nothing for him."),
    advice=N_("Say in one sentence what the customer gains, in his words; if nothing, why do it?"),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
)
_DATA = Topic(
    "r12-data",
    why=N_("Customers give data gladly where they get something for them, and false ones elsewhere."),
    advice=N_("Write down what the customer gets for his data, or stop asking for them."),
    step=Step.CURRENT_STATE,
    consequence=Consequence.LOOK,
    page="touchpoint_board",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    # What the customer gains is told afterwards, by the owner: it is asked where everything is asked.
    key = {one.id for one in facts.key}
    asked = [action for action in facts.open_actions if action.touchpoint_id in key and action.has_owner]
    yield from _GAIN.about(
        cases_of(action for action in asked if not action.has_customer_gain),
        lambda count, names: plural(
            "{count} of {of} open actions at key touchpoints does not say what the customer gains: {names}",
            "{count} of {of} open actions at key touchpoints do not say what the customer gains: {names}",
            count,
            of=len(asked),
            names=names,
        ),
    )
    yield from _DATA.about(
        cases_where(facts, _gives_nothing),
        lambda count, names: plural(
            "{count} key touchpoint collects customer data and gives nothing back: {names}",
            "{count} key touchpoints collect customer data and give nothing back: {names}",
            count,
            names=names,
        ),
    )
    yield from unknown(facts, "r12", {"gives_back": N_("whether the customer gets something for his data")})


def _gives_nothing(conditions: Conditions) -> bool:
    """Only where somebody said so: what nobody was asked is no answer."""
    return conditions.captures and conditions.gives_back is Answer.NO


RULE = Rule("r12", N_("What does the customer gain, also for the data he gives?"), _find)
