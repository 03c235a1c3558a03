"""R11: discounts, points, vouchers and switching barriers bind nobody."""

from __future__ import annotations

from collections.abc import Iterator

from touchpoints.coach._hint import Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, plural
from touchpoints.model import Lever

_PRICE = Topic(
    "r11-price",
    why=N_("Who comes for the price goes for the price."),
    advice=N_("Ask for each of them what would keep the customer if all prices were the same."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
)
_BARRIER = Topic(
    "r11-barrier",
    why=N_("Whoever is held back stays as a prisoner, and tells others so."),
    advice=N_("Make leaving easy and staying worthwhile; ask those who leave for their reason."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
)
_UNKNOWN = Topic(
    "r11-unknown",
    why=N_("Who cannot say why customers should stay finds out by those who leave."),
    advice=N_("Ask a few customers what would make them stay, and write it at the action."),
    step=Step.TODO_PLAN,
    consequence=Consequence.LOOK,
    page="todo_plan",
)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    told = [action for action in facts.open_actions if action.lever not in (None, Lever.NOT_KNOWN)]
    priced = [action for action in told if action.lever is Lever.PRICE]
    if len(priced) * 2 > len(told):
        yield from _PRICE.about(
            cases_of(priced),
            lambda count, names: plural(
                "{count} of {of} actions that shall keep customers works by price: {names}",
                "{count} of {of} actions that shall keep customers work by price: {names}",
                count,
                of=len(told),
                names=names,
            ),
        )
    yield from _BARRIER.about(
        cases_of(action for action in told if action.lever is Lever.BARRIER),
        lambda count, names: plural(
            "{count} action makes leaving hard: {names}",
            "{count} actions make leaving hard: {names}",
            count,
            names=names,
        ),
    )
    yield from _UNKNOWN.about(
        cases_of(action for action in facts.open_actions if action.lever is Lever.NOT_KNOWN),
        lambda count, names: plural(
            "Of {count} action nobody knows by what it shall keep customers: {names}",
            "Of {count} actions nobody knows by what they shall keep customers: {names}",
            count,
            names=names,
        ),
    )


RULE = Rule("r11", N_("Discounts, points, vouchers and barriers bind nobody."), _find)
