"""Every chart of the current state, drawn from the small airport, from many touchpoints or from none."""

from __future__ import annotations

from collections.abc import Callable

from tests.touchpoints._standings import airport, many, standing
from tests.touchpoints.charts._journeys import FAIR, withheld
from touchpoints.charts import (
    LIGHT,
    Chart,
    Look,
    handovers,
    importance_performance,
    inside_outside,
    need_for_action,
    portfolio,
    process,
)
from touchpoints.handovers import HandoverChain
from touchpoints.importance_performance import MatrixView
from touchpoints.importance_performance import importance_performance as matrix_of
from touchpoints.messages import Wording
from touchpoints.need_for_action import need_for_action as needs_of
from touchpoints.process import Process, Step
from touchpoints.standing import Standing
from touchpoints.statistics import room_figure
from touchpoints.views_compared import compare_views

DEPARTMENTS = ("Terminal", "Marketing", "Security", "IT")
Draw = Callable[[list[Standing], Wording, Look], Chart]


def chain(one: Standing, order: int = 2, note: str = "late") -> HandoverChain:
    """One to four departments, the second hand-over of every other chain broken."""
    departments = DEPARTMENTS[: order % 4 + 1]
    return HandoverChain(
        one.touchpoint_id,
        one.name,
        departments,
        {1: note} if order % 2 == 0 else {},
        room_figure({-1: 2, 1: 2}),
    )


def steps(places: list[Standing]) -> Process:
    """One step per touchpoint, named like it, some without a time."""
    layers = ("customer", "visible", "behind")
    found = [
        Step(one.name, layers[order % 3], order % 7 or None, order % 5 or None, one.name)
        for order, one in enumerate(places)
    ]
    return Process("id-process", "Check-in", tuple(found))


DRAWN: dict[str, Draw] = {
    "need_for_action": lambda places, wording, look: need_for_action.draw(
        needs_of(places, 5000), wording, look
    ),
    "matrix of the team": lambda places, wording, look: importance_performance.draw(
        matrix_of(places, MatrixView.TEAM), wording, look
    ),
    "matrix of customers": lambda places, wording, look: importance_performance.draw(
        matrix_of(places, MatrixView.CUSTOMER), wording, look
    ),
    "inside_outside": lambda places, wording, look: inside_outside.draw(compare_views(places), wording, look),
    "handovers": lambda places, wording, look: handovers.draw(
        [chain(one, order) for order, one in enumerate(places)], wording, look
    ),
    "process": lambda places, wording, look: process.draw(steps(places), wording, look),
    "portfolio": portfolio.draw,
}
CUSTOMERS = ["need_for_action", "matrix of customers", "inside_outside", "portfolio"]


def draw(name: str, places: list[Standing], wording: Wording, look: Look = LIGHT) -> Chart:
    """A chart by its name."""
    return DRAWN[name](places, wording, look)


def of_size(count: int) -> list[Standing]:
    """So many touchpoints."""
    return airport() if count == 4 else many(count)


def with_a_secret() -> list[Standing]:
    """The airport with a lounge whose customers' figures must not be told."""
    return [*airport(), standing("Lounge", points=9, team={1: 2}, mentions=20, customer=withheld("Lounge"))]


def typed(name: str) -> list[Standing]:
    """Two touchpoints with a name that somebody typed."""
    return [
        standing(f"{name} {n}", points=5 + n, team={-1: 2}, stars=FAIR, mentions=9, before=True)
        for n in (1, 2)
    ]
