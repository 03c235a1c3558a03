"""A planned delight waits while something disappoints, and is told why."""

from __future__ import annotations

import pytest

from touchpoints.disappointment_first import reason_to_wait
from touchpoints.messages import in_english


def test_where_nothing_disappoints_a_delight_may_come() -> None:
    assert reason_to_wait(is_disappointing=False, disappointing_factors=0) is None


@pytest.mark.parametrize(
    ("is_disappointing", "factors", "said"),
    [
        (True, 0, "First the disappointments: customers rate this touchpoint as disappointing."),
        (False, 1, "First the disappointments: 1 factor that disappoints is still there."),
        (False, 3, "First the disappointments: 3 factors that disappoint are still there."),
        (
            True,
            2,
            (
                "First the disappointments: customers rate this touchpoint as disappointing, "
                "and 2 factors that disappoint are still there."
            ),
        ),
    ],
)
def test_the_reason_names_customers_and_factors(is_disappointing: bool, factors: int, said: str) -> None:
    reason = reason_to_wait(is_disappointing=is_disappointing, disappointing_factors=factors)
    assert reason is not None
    assert in_english(reason) == said
