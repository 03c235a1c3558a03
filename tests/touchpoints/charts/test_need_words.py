"""What a need is made of follows from the figures shown, and so does its rank."""

from __future__ import annotations

import re

import pytest

from tests.touchpoints._standings import airport, many, standing
from touchpoints.charts import LIGHT, need_for_action
from touchpoints.charts._need_words import NeedWords
from touchpoints.charts._standing_words import StandingWords
from touchpoints.messages import Wording
from touchpoints.need_for_action import need_for_action as needs_of

PRODUCT = re.compile(r"([\d.,]+) \(([\d.]+)\s?% × ([\d.]+)\)")


@pytest.mark.parametrize("count", [0, 20, 60])
def test_products_follow_from_their_factors_and_ranks_from_the_products(count: int, wording: Wording) -> None:
    needs = needs_of(many(count), 5000) if count else needs_of(airport(), 80)
    for ranking in (needs.team, needs.customer):
        written = NeedWords(ranking, StandingWords(wording))
        shown = []
        for need in ranking.open_needs:
            found = PRODUCT.fullmatch(written.product(need))
            assert found, written.product(need)
            size, share, gap = (float(one.replace(",", "")) for one in found.groups())
            decimals = len(found[1].partition(".")[2])
            assert size == pytest.approx(share * gap, abs=0.75 * 10**-decimals)
            shown.append(size)
        assert shown == sorted(shown, reverse=True)


def test_needs_of_two_ranks_that_round_to_one_number_are_told_apart(wording: Wording) -> None:
    stars = {1: 15, 3: 20, 5: 65}
    places = [
        standing(name, stars=stars, mentions=number) for name, number in (("A", 20), ("B", 19), ("C", 61))
    ]
    ranking = needs_of(places, 2000).customer
    written = NeedWords(ranking, StandingWords(wording))
    shown = [written.need(need) for need in ranking.open_needs]
    assert len(set(shown)) == len(shown)


def test_the_subtitle_says_how_many_of_the_ranked_have_no_bar(wording: Wording) -> None:
    places = [standing("A", points=5, team={-1: 3}), standing("B", points=5, team={2: 3})]
    chart = need_for_action.draw(needs_of(places), wording, LIGHT)
    assert "2 touchpoints ranked (1 of them not below the target, so without a bar" in chart.subtitle
