"""Options for tests of the best choice: made with few words, or by the dozen from a seed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from touchpoints.option import OptionEntry
from touchpoints.option_gain import Ground

_BLANK = OptionEntry(
    id=UUID(int=0),
    version=1,
    touchpoint_id=UUID(int=0),
    goal_id=None,
    name="",
    size=None,
    cost_once=None,
    cost_per_year=None,
    software_cost=None,
    training_cost=None,
    person_days=None,
    effect_worst=None,
    effect_realistic=None,
    effect_best=None,
    risk="",
    touches_data=False,
    touches_process=False,
    touches_tool=False,
    touches_people=False,
    is_must_have=False,
    is_delight=False,
    team_votes=None,
    is_chosen=False,
    choice_reason="",
    touchpoint="",
    goal=None,
)


def touchpoint(number: int) -> UUID:
    return UUID(int=1000 + number)


def option(
    number: int, at: int = 0, *, cost: float = 1000, days: float = 5, effect: float | None = 1, **more: Any
) -> OptionEntry:
    """An option of a touchpoint with the figures that the best choice needs; `more` are other fields."""
    return replace(
        _BLANK,
        id=UUID(int=number),
        name=f"Option {number}",
        touchpoint_id=touchpoint(at),
        touchpoint=f"Touchpoint {at}",
        cost_once=Decimal(str(cost)),
        person_days=Decimal(str(days)),
        effect_realistic=None if effect is None else Decimal(str(effect)),
        **more,
    )


def blank(number: int = 1, at: int = 0, **more: Any) -> OptionEntry:
    """An option of which only the name is told."""
    place = {"touchpoint_id": touchpoint(at), "touchpoint": f"Touchpoint {at}"}
    return replace(_BLANK, id=UUID(int=number), name=f"Option {number}", **(place | more))


def ground(*shares: float, **more: Any) -> Ground:
    """The importance of the touchpoints 0, 1, 2, ..."""
    return Ground(shares={touchpoint(number): share for number, share in enumerate(shares)}, **more)


def drawn(seed: int, count: int, touchpoints: int) -> tuple[tuple[OptionEntry, ...], Ground]:
    """Options as teams write them down, with every kind of rule among them; the same ones for each seed."""
    random = Random(seed)
    points = [random.randint(1, 20) for _ in range(touchpoints)]
    shares = [point / sum(points) for point in points]
    places = range(touchpoints)
    options = tuple(_drawn_option(random, number, touchpoints) for number in range(1, count + 1))
    disappointing = frozenset(touchpoint(at) for at in places if random.random() < 0.3)
    return options, ground(*shares, disappointing=disappointing)


def _drawn_option(random: Random, number: int, touchpoints: int) -> OptionEntry:
    effects = sorted(Decimal(random.randint(-5, 20)) / 10 for _ in range(3))
    has_software = random.random() < 0.3
    cost = random.randrange(500, 60_000, 250)
    return replace(
        option(number, random.randrange(touchpoints), cost=cost, days=random.randint(2, 240) / 2),
        goal_id=UUID(int=random.randint(1, 2)) if random.random() < 0.5 else None,
        cost_per_year=Decimal(random.randrange(0, 5_000, 50)),
        software_cost=Decimal(cost // 2) if has_software else None,
        training_cost=Decimal(random.randrange(0, 4_000, 100)) if random.random() < 0.5 else None,
        effect_worst=effects[0],
        effect_realistic=effects[1],
        effect_best=effects[2],
        is_delight=random.random() < 0.15,
        needs=(UUID(int=random.randint(1, number)),) if number > 1 and random.random() < 0.1 else (),
    )
