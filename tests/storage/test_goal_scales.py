"""A goal whose scale is known, and the KPI proposed from it, take no figure that the scale does not hold."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.goals import GoalEntry, add_goal, change_goal, list_goals
from storage.kpis import add_kpi, change_kpi, list_kpis
from storage.store import Store
from touchpoints.kpi_scale import OffTheGoalsScale, OffTheScaleOfItsGoal
from touchpoints.messages import in_english

Where = tuple[Store, Actor, UUID]
LEVELS = {
    "name": "Kind",
    "kpi_kind": "mean_rating",
    "metric": "Erleben, wie Kunden es bewerten, von −2 bis +2",
    "from_value": 0.0,
    "to_value": 1.0,
}


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


def only_goal(where: Where) -> GoalEntry:
    [goal] = list_goals(*where)
    return goal


def test_a_level_beyond_its_scale_is_refused_in_a_sentence(where: Where) -> None:
    goal = add_goal(*where, LEVELS)
    with pytest.raises(OffTheGoalsScale, match="from -2 to 2, so 14 cannot be reached") as refused:
        change_goal(*where, goal, 1, {"from_value": -2.0, "to_value": 14.0})
    assert in_english(refused.value.message).startswith("This goal is told on the scale")
    assert (only_goal(where).from_value, only_goal(where).to_value) == (0.0, 1.0)


@pytest.mark.parametrize("metric", ["", "Mean rating, from 1 to 10"])
def test_a_negative_figure_lies_on_no_scale_with_fourteen(where: Where, metric: str) -> None:
    told = LEVELS | {"metric": metric, "from_value": -2.0, "to_value": 14.0}
    with pytest.raises(OffTheGoalsScale):
        add_goal(*where, told)


@pytest.mark.parametrize(
    "told",
    [
        {"metric": "Mean rating, from 1 to 5", "to_value": 4.5, "from_value": 3.0},
        {"metric": "Stars", "to_value": 4.5},
        {"kpi_kind": "time", "metric": "Minutes, from -2 to 2", "to_value": 14.0},
        {"kpi_kind": "", "metric": "Degrees", "from_value": -2.0, "to_value": 14.0},
    ],
)
def test_other_scales_and_other_kinds_are_taken(where: Where, told: dict[str, object]) -> None:
    add_goal(*where, LEVELS | told)
    assert only_goal(where).to_value == told["to_value"]


def test_a_kpi_of_levels_refuses_points_of_another_scale(where: Where) -> None:
    goal = add_goal(*where, LEVELS)
    told = {"name": "Kind", "kind": "mean_rating", "goal_id": goal}
    with pytest.raises(OffTheScaleOfItsGoal, match=r"so 5\.5 can be neither target nor baseline"):
        add_kpi(*where, told | {"target": 5.5})
    kpi = add_kpi(*where, told | {"target": 1.0})
    with pytest.raises(OffTheScaleOfItsGoal):
        change_kpi(*where, kpi, 1, {"target": 5.5})
    assert [one.target for one in list_kpis(*where)] == [1.0]
