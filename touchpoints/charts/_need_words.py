"""The figures of a ranking of needs, with enough decimals that ranks and products follow from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import isclose

from touchpoints.charts._standing_words import StandingWords
from touchpoints.journey import share_digits
from touchpoints.need_for_action import Need, Ranking

# Of importance in per cent and of the gap, the fewest first.
_FACTOR_DIGITS = ((0, 1), (1, 1), (0, 2), (2, 1), (1, 2), (2, 2))


@dataclass(frozen=True)
class NeedWords:
    """Writes the needs of one ranking."""

    ranking: Ranking
    words: StandingWords

    def need(self, need: Need) -> str:
        """A need: a room's with a decimal, customers' where that is carried or tells two ranks apart."""
        return self.words.number(need.size.value, self._digits(need))

    def importance(self, need: Need) -> str:
        """The first factor."""
        return self.words.share(need.share.value, self._factor_digits(need)[0])

    def gap(self, need: Need) -> str:
        """The second factor."""
        return self.words.number(need.gap, self._factor_digits(need)[1])

    def product(self, need: Need) -> str:
        """The need and the factors that it is made of."""
        return self.words.say(
            "{need} ({share} × {gap})",
            need=self.need(need),
            share=self.importance(need),
            gap=self.gap(need),
        )

    @cached_property
    def _shared(self) -> frozenset[float]:
        """The whole numbers that needs of several ranks would be rounded to."""
        wholes = {(need.rank, round(need.size.value)) for need in self.ranking.needs}
        return frozenset(whole for whole, times in Counter(whole for _, whole in wholes).items() if times > 1)

    def _digits(self, need: Need) -> int:
        size, is_room = need.size, need.share.low is None
        is_narrow = size.low is not None and size.high is not None and size.high - size.low < 2
        return 1 if is_room or is_narrow or round(size.value) in self._shared else 0

    def _factor_digits(self, need: Need) -> tuple[int, int]:
        """The fewest decimals, not below those that are carried, whose product is the need that is shown.

        Where two do not suffice, those that come closest: more would feign an exactness that nobody has.
        """
        digits, share = self._digits(need), 100 * need.share.value
        least, shown = self._importance_digits(need), round(need.size.value, digits)
        tried = [(max(least, of_share), of_gap) for of_share, of_gap in _FACTOR_DIGITS]
        products = {(a, b): round(share, a) * round(need.gap, b) for a, b in tried}
        fitting = (one for one in tried if isclose(round(products[one], digits), shown))
        closest = min(tried, key=lambda one: abs(products[one] - need.size.value))
        return next(fitting, closest)

    def _importance_digits(self, need: Need) -> int:
        return 1 if need.share.low is None else share_digits(need.share)
