"""Goals proposed from targets: from the current level to the one that was set, with one press."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from pages._page import PageContext
from pages._touchpoint_drawer import attempt
from pages._undo import offer_undo
from storage.goals import add_goal, bin_goal
from storage.projects import ProjectSummary
from storage.segments import SegmentEntry
from touchpoints.messages import N_, plural
from touchpoints.standing import View
from touchpoints.target_journey import TargetPoint

PLACE = "goal-proposals"
_LONGEST_NAME = 200
_METRICS = {
    View.CUSTOMER: N_("Experience as customers rate it, from −2 to +2"),
    View.TEAM: N_("Experience as the team sees it, from −2 to +2"),
    None: N_("Experience from −2 to +2"),
}


def propose_goals(
    page: PageContext,
    project: ProjectSummary,
    points: Sequence[TargetPoint],
    view: View | None,
    segment: SegmentEntry | None = None,
    *,
    drawer: str = "",
) -> None:
    """Store a goal for each target, and offer to take them back, in a `drawer` or on the page."""
    where, added = (page.store, page.actor, project.id), list[UUID]()

    def add() -> None:
        added.extend(add_goal(*where, _values(page, point, view, segment)) for point in points)

    def take_back() -> None:
        for goal_id in added:
            bin_goal(*where, goal_id)

    if attempt(drawer or PLACE, add):
        said = plural("{count} goal was proposed.", "{count} goals were proposed.", len(added))
        offer_undo(said, take_back, drawer)


def _values(
    page: PageContext, point: TargetPoint, view: View | None, segment: SegmentEntry | None
) -> dict[str, Any]:
    number = page.wording.number
    say, to = page.wording.say, number(point.aim or 0.0, 1, signed=True)
    if point.current is None:
        name = say("{touchpoint}: reach {level}", touchpoint=point.name, level=to)
    else:
        now = number(point.current.value, 1, signed=True)
        name = say("{touchpoint}: from {current} to {target}", touchpoint=point.name, current=now, target=to)
    return {
        "name": name[:_LONGEST_NAME],
        "touchpoint_id": UUID(point.touchpoint_id),
        "segment_id": segment.id if segment else None,
        "kpi_kind": "mean_rating",
        "metric": say(_METRICS[view]),
        "from_value": round(point.current.value, 1) if point.current else None,
        "to_value": point.aim,
    }
