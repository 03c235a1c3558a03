"""What an option asks for: money of the first year and person-days, where need be assumed from its size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from touchpoints.messages import N_
from touchpoints.model import Size
from touchpoints.option import OptionEntry

COST, PERSON_DAYS = N_("cost"), N_("person-days")


@dataclass(frozen=True)
class Effort:
    """Money in the project's currency, and person-days.

    `assumed` names what only the size says, `missing` what not even a size says and counts as nothing.
    """

    cost: Decimal
    person_days: Decimal
    assumed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def cents(self) -> int:
        """The money in whole cents, in which constraints are exact."""
        return cents(self.cost)

    @property
    def tenths(self) -> int:
        """The person-days in whole tenths."""
        return tenths(self.person_days)


# What a size stands for while nobody has said more; the same in every project, and marked on the screen.
ASSUMED: Mapping[Size, Effort] = {
    Size.S: Effort(Decimal(2_000), Decimal(5)),
    Size.M: Effort(Decimal(10_000), Decimal(20)),
    Size.L: Effort(Decimal(50_000), Decimal(80)),
}
NOTHING = Effort(Decimal(0), Decimal(0))


def cents(amount: Decimal) -> int:
    """An amount of money in whole cents."""
    return int(amount * 100)


def tenths(days: Decimal) -> int:
    """Person-days in whole tenths of a day."""
    return int(days * 10)


def effort_of(option: OptionEntry) -> Effort:
    """Cost once plus the first year's running cost, and person-days."""
    told = {COST: first_year(option), PERSON_DAYS: option.person_days}
    untold = tuple(name for name, value in told.items() if value is None)
    stand_in = ASSUMED[option.size] if option.size else NOTHING
    cost, days = told.values()
    return Effort(
        cost=stand_in.cost if cost is None else cost,
        person_days=stand_in.person_days if days is None else days,
        assumed=untold if option.size else (),
        missing=() if option.size else untold,
    )


def first_year(option: OptionEntry) -> Decimal | None:
    """Cost once plus one year's running cost; None where neither was told."""
    told = [cost for cost in (option.cost_once, option.cost_per_year) if cost is not None]
    return sum(told, Decimal(0)) if told else None
