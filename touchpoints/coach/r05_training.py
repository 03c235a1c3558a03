"""R5: training is where people save; who wants to win trains again and again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import ROUND_UP, Decimal

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic, cases_of
from touchpoints.coach_facts import ActionFact, CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import N_, Number, Percent, message
from touchpoints.model import BudgetKind

LEAST_SHARE = Decimal("0.1")
# The hints that one press answers.
SHARE, PROCESS = "r05-share", "r05-process"
_CENT = Decimal("0.01")
_AGAIN_AFTER = timedelta(days=180)
_WHY = N_("New software that nobody masters makes the customer wait longer than the old one did.")
_BUDGET = {"view": "budget"}
_SHARE = Topic(
    SHARE,
    why=_WHY,
    advice=N_("Set aside at least a tenth of the software investment for training in it."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
    query=_BUDGET,
    needs_sponsor=True,
    shows_cases=False,
)
_PROCESS = Topic(
    PROCESS,
    why=N_("Whoever has learned the buttons has not yet learned the better way to work."),
    advice=N_("Plan training in the improved process as an item of its own beside the software's."),
    step=Step.TODO_PLAN,
    consequence=Consequence.WEAKENS,
    page="todo_plan",
    query=_BUDGET,
    needs_sponsor=True,
)
_AGAIN = Topic(
    "r05-again",
    why=N_("What is trained once is forgotten, and whoever came later never heard of it."),
    advice=N_("Plan the next training, and say who repeats it and how often."),
    step=Step.TODO_PLAN,
    consequence=Consequence.LOOK,
    page="todo_plan",
)


def shortfall_of(facts: CoachFacts) -> Decimal:
    """The money that training for the software lacks in the plan, in the project's currency."""
    return max(
        least_training(facts.planned(BudgetKind.SOFTWARE)) - facts.planned(BudgetKind.TRAINING), Decimal(0)
    )


def least_training(software: Decimal) -> Decimal:
    """A tenth of what is put into software, in whole cents that suffice."""
    return (software * LEAST_SHARE).quantize(_CENT, ROUND_UP)


def software_action_of(facts: CoachFacts) -> ActionFact | None:
    """The action with most money for software, one that is still open where there is one."""
    with_software = [action for action in facts.actions if action.money(BudgetKind.SOFTWARE)]
    open_ones = [action for action in with_software if not action.is_done]
    return max(open_ones or with_software, key=lambda one: one.money(BudgetKind.SOFTWARE), default=None)


def _find(facts: CoachFacts) -> Iterator[Hint]:
    software, training = facts.planned(BudgetKind.SOFTWARE), facts.planned(BudgetKind.TRAINING)
    with_software = [action for action in facts.actions if action.money(BudgetKind.SOFTWARE)]
    if missing := shortfall_of(facts):
        yield from _SHARE.about(
            # The sums are the fact: another plan of the same actions is another case.
            [Case("budget", "", f"{software}/{training}")],
            lambda _count, _names: message(
                "Training for the software is {share} of the software investment of {software} {currency}; "
                "to reach {least}, {missing} {currency} are missing.",
                share=Percent(float(training / software)),
                software=_amount(software),
                least=Percent(float(LEAST_SHARE)),
                missing=_amount(missing),
                currency=facts.currency,
            ),
        )
    if software and not facts.planned(BudgetKind.PROCESS_TRAINING):
        yield from _PROCESS.about(
            cases_of(with_software),
            lambda _count, names: message(
                "{software} {currency} go into software, and nothing into training in the improved "
                "process: {names}",
                software=_amount(software),
                currency=facts.currency,
                names=names,
            ),
        )
    yield from _only_once(facts)


def _only_once(facts: CoachFacts) -> Iterator[Hint]:
    """All training is over, the last of it half a year ago or more, and none is planned."""
    trained = [action for action in facts.actions if action.trains]
    days = [action.done_on for action in trained if action.is_done and action.done_on]
    is_over = bool(days) and all(action.is_done for action in trained)
    if is_over and facts.today - max(days) >= _AGAIN_AFTER:
        last = max(days)
        yield from _AGAIN.about(
            cases_of(trained),
            lambda _count, names: message(
                "The last training ended on {day}, and none is planned: {names}", day=last, names=names
            ),
        )


def _amount(money: Decimal) -> Number:
    return Number(float(money), 0 if money == int(money) else 2)


RULE = Rule("r05", N_("Training is where people save. Who wants to win trains again and again."), _find)
