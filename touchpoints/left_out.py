"""Why an option is not in the best choice: the constraint by its name, and the amount that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from touchpoints.choice_rules import SOFTWARE_PER_TRAINING, Rules
from touchpoints.constraint import Constraint, Rule
from touchpoints.messages import N_
from touchpoints.option import Case
from touchpoints.option_gain import Candidate


class Reason(StrEnum):
    """What keeps an option out of the best choice, beside the rules."""

    NOT_TOLD = N_("not calculated yet")
    NO_GAIN = N_("no gain")
    NOT_FOUND = N_("not found in the time there was")


# Whether an option could be in at all comes before what it would cost.
_ORDER = (Rule.TAKEN, Rule.NEEDS, Rule.DELIGHT, Rule.BUDGET, Rule.PERSON_DAYS, Rule.TRAINING)


@dataclass(frozen=True)
class LeftOut:
    """An option that is out.

    `amount` is the money or the days missing beside the chosen set, `other` the option that it needs or that
    took its place, `untold` what has to be told first. `further` are the other limits that it exceeds, too.
    """

    candidate: Candidate
    reason: Rule | Reason
    amount: Decimal | None = None
    other: UUID | None = None
    untold: tuple[str, ...] = ()
    further: tuple[tuple[Rule, Decimal], ...] = ()


def why_left_out(candidate: Candidate, rules: Rules, chosen: frozenset[int], case: Case) -> LeftOut:
    """The first rule that the option breaks beside the chosen ones; where that is a limit, all limits.

    Where a worse option has its place, it is compared with the set in which the two have changed places.
    """
    if candidate.missing:
        return LeftOut(candidate, Reason.NOT_TOLD, untold=candidate.missing)
    if candidate.gains[case] <= 0:
        return LeftOut(candidate, Reason.NO_GAIN)
    index = rules.index[candidate.option.id]
    rival = _rival(index, rules, chosen)
    with_it = chosen | {index}
    if rival is not None and _gives_way(rival, candidate, rules, case):
        with_it -= {rival}
    broken = sorted(rules.broken(index, with_it), key=lambda one: _ORDER.index(one.rule))
    first = broken[0] if broken else None
    taken_by = None if rival is None else rules.candidates[rival].option.id
    if first is None:
        return LeftOut(candidate, Rule.TAKEN if taken_by else Reason.NOT_FOUND, other=taken_by)
    other = _needed(candidate, rules, with_it) if first.rule is Rule.NEEDS else taken_by
    return LeftOut(candidate, first.rule, _missing(first, with_it), other, further=_further(broken, with_it))


def _rival(index: int, rules: Rules, chosen: frozenset[int]) -> int | None:
    place = rules.candidates[index].option.place
    return next((i for i in sorted(chosen) if rules.candidates[i].option.place == place), None)


def _gives_way(rival: int, candidate: Candidate, rules: Rules, case: Case) -> bool:
    """Whether the chosen one is in only because the better one does not fit."""
    return rival not in rules.must_haves and rules.candidates[rival].gains[case] < candidate.gains[case]


def _needed(candidate: Candidate, rules: Rules, with_it: frozenset[int]) -> UUID | None:
    """The first option it needs that is not in beside it; it may be the one whose place it takes."""
    there = {rules.candidates[i].option.id for i in with_it}
    return next((needed for needed in candidate.option.needs if needed not in there), None)


def _further(broken: Sequence[Constraint], with_it: frozenset[int]) -> tuple[tuple[Rule, Decimal], ...]:
    """The limits after the first one; behind a rule that is no limit the amounts would not let it in."""
    if _missing(broken[0], with_it) is None:
        return ()
    amounts = ((one.rule, _missing(one, with_it)) for one in broken[1:])
    return tuple((rule, amount) for rule, amount in amounts if amount is not None)


def _missing(broken: Constraint, with_it: frozenset[int]) -> Decimal | None:
    """Money or person-days; of training a tenth of the software beside which there is none."""
    excess = broken.excess(with_it)
    if broken.rule is Rule.TRAINING:
        return Decimal(-(-excess // SOFTWARE_PER_TRAINING)).scaleb(-2)
    decimals = {Rule.BUDGET: 2, Rule.PERSON_DAYS: 1}.get(broken.rule)
    return None if decimals is None else Decimal(excess).scaleb(-decimals)
