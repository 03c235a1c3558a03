"""The small airport as team and customers see it, so that rankings can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, stop
from touchpoints.journey import JourneyPoint
from touchpoints.standing import Standing

# So bad that the interval of the mean leaves zero out.
AWFUL = {1: 60, 2: 30, 3: 10}


def standing(
    name: str,
    *,
    points: int | None = None,
    team: Mapping[int, int] | None = None,
    stars: dict[int, int] | None = None,
    mentions: int | None = None,
    customer: JourneyPoint | None = None,
    target: float | None = None,
    before: bool = False,
    control: str | None = None,
    contact_type: str | None = None,
) -> Standing:
    """A touchpoint with what is said of it; what is left out is not known."""
    point = customer or stop(
        name, "Before contact" if before else "Receive and use", stars=stars, before=before
    )
    return Standing(
        touchpoint_id=point.touchpoint_id,
        name=name,
        phase=point.phase,
        phase_is_before_contact=before,
        depth="shortlist",
        contact_type=contact_type,
        control=control,
        team_points=points,
        team={"experience": team} if team else {},
        customer=point,
        customer_mentions=mentions,
        target=target,
    )


def airport() -> list[Standing]:
    """Shares of 50, 30 and 20 % of the team's points; customers name Wi-Fi most, which is bad."""
    return [
        standing("Web search", before=True, control="earned", contact_type="medial"),
        standing(
            "Wi-Fi", points=30, team={1: 5}, stars=BAD, mentions=60, control="owned", contact_type="medial"
        ),
        standing("Shops", points=50, team={-1: 3, 0: 2}, stars=FAIR, mentions=30, control="paid"),
        standing("Staff", points=20, team={1: 1, 2: 4}, stars=GOOD, mentions=10, contact_type="in_person"),
    ]


def many(count: int) -> list[Standing]:
    """As many touchpoints as asked for, with every kind of gap in what is known."""
    stars = (BAD, FAIR, GOOD, None)
    return [
        standing(
            f"Touchpoint {n}",
            points=(n * 7) % 11 or None,
            team={n % 5 - 2: 3, (n + 1) % 5 - 2: 2} if n % 6 else None,
            stars=stars[n % 4],
            mentions=(n * 13) % 17 or None,
            before=n < count / 5,
            control=("owned", "paid", "earned", None)[n % 4],
            contact_type=("in_person", "medial", "third_party", None)[n % 3],
        )
        for n in range(count)
    ]
