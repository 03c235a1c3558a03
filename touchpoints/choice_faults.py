"""What is wrong where the must-haves cannot all be in: which rule they break, and by how much."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from touchpoints.choice_programme import TIME_LIMIT, Programme, Solver
from touchpoints.choice_rules import Rules
from touchpoints.constraint import Constraint, Rule
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, Number, message

_STRUCTURE = (Rule.TAKEN, Rule.NEEDS, Rule.DELIGHT)
_DECIMALS = {Rule.BUDGET: 2, Rule.PERSON_DAYS: 1}
_TOO_MUCH = {
    Rule.BUDGET: N_("they cost at least {least}, {missing} more than the budget."),
    Rule.PERSON_DAYS: N_("they take at least {least} person-days, {missing} more than there are."),
}


class MustHavesDoNotFit(TouchpointsError):
    """No set with all must-haves keeps the rules."""

    sentence = N_("The must-haves do not fit: {reason} Raise the limit, or take the mark from one of them.")


def fault_of_must_haves(rules: Rules, solver: Solver, time_limit: float = TIME_LIMIT) -> MustHavesDoNotFit:
    """The error with its reason; call it only where nothing keeps all rules.

    It may take four programmes, each of which has `time_limit` seconds.
    """
    return MustHavesDoNotFit(
        reason=_reason(rules, lambda asked: solver(replace(asked, time_limit=time_limit)))
    )


def _reason(rules: Rules, solver: Solver) -> Message:
    structure = [one for one in rules.constraints if one.rule in _STRUCTURE]
    nothing = [0.0] * len(rules.candidates)
    if solver(Programme(nothing, structure, rules.must_haves)) is None:
        return _excluded(rules)
    trained = [one for one in rules.constraints if one.rule not in _DECIMALS]
    if solver(Programme(nothing, trained, rules.must_haves)) is None:
        return message("their software needs more training, a tenth of what it costs.")
    for limit in (one for one in rules.constraints if one.rule in _DECIMALS):
        if (said := _too_much(limit, trained, rules, solver)) is not None:
            return said
    return message("what keeps to the budget takes too many person-days, and the other way round.")


def _too_much(limit: Constraint, trained: list[Constraint], rules: Rules, solver: Solver) -> Message | None:
    """The least money or days that a set with all must-haves takes, where that is too much."""
    amounts = [-float(limit.weights[i]) for i in range(len(rules.candidates))]
    least = solver(Programme(amounts, trained, rules.must_haves))
    if least is None or (excess := limit.excess(least.chosen)) <= 0:
        return None
    digits = _DECIMALS[limit.rule]
    return Message(
        _TOO_MUCH[limit.rule],
        {"least": _number(limit.at_most + excess, digits), "missing": _number(excess, digits)},
    )


def _excluded(rules: Rules) -> Message:
    """Which two exclude each other, or which one can never be in."""
    for constraint in rules.constraints:
        both = sorted(constraint.weights.keys() & rules.must_haves)
        if constraint.rule is Rule.TAKEN and len(both) > 1:
            first, second = (rules.candidates[i].option.name for i in both[:2])
            return message(
                "{first} and {second} are for the same touchpoint and goal.", first=first, second=second
            )
    alone = (one for one in rules.constraints if one.rule in _STRUCTURE and one.at_most == 0)
    for constraint in alone:
        [wanting, *_] = constraint.weights
        if wanting in rules.must_haves and constraint.weights.keys() == {wanting}:
            return message("{option} needs what cannot be in.", option=rules.candidates[wanting].option.name)
    return message("what they need excludes each other.")


def _number(amount: int, digits: int) -> Number:
    value = Decimal(amount).scaleb(-digits)
    return Number(float(value), 0 if value == int(value) else digits)
