"""The rule of order: extras have no effect while harsh disappointments remain."""

from __future__ import annotations

from touchpoints.messages import Message, message, plural


def reason_to_wait(*, is_disappointing: bool, disappointing_factors: int) -> Message | None:
    """Why a delight planned at a touchpoint has to wait, None where nothing there disappoints.

    `is_disappointing` is customers' level; `disappointing_factors` counts those written down.
    """
    if not is_disappointing and not disappointing_factors:
        return None
    if not disappointing_factors:
        return message("First the disappointments: customers rate this touchpoint as disappointing.")
    factors = plural(
        "{count} factor that disappoints is still there",
        "{count} factors that disappoint are still there",
        disappointing_factors,
    )
    if not is_disappointing:
        return message("First the disappointments: {factors}.", factors=factors)
    return message(
        "First the disappointments: customers rate this touchpoint as disappointing, and {factors}.",
        factors=factors,
    )
