"""Goals belong to a round, are saved by version, and come back from the bin."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, bin_touchpoints
from storage.checking import UnusableInput
from storage.goals import add_goal, bin_goal, change_goal, list_goals, restore_goal
from storage.intents import NoSuchRow, VersionConflict
from storage.persons import add_person
from storage.segments import add_segment
from storage.store import Store
from touchpoints.model import Round

Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def desk(where: Where) -> UUID:
    desk = NewTouchpoint("Desk")
    add_touchpoints(*where, [desk])
    return desk.id


def test_three_words_make_a_goal_and_the_names_come_with_it(where: Where, desk: UUID) -> None:
    first = add_goal(*where, {"name": "Shorter wait", "touchpoint_id": desk, "due_on": date(2026, 12, 31)})
    second = add_goal(*where, {"name": "More calls"})
    found = list_goals(*where)
    assert [goal.id for goal in found] == [first, second]
    assert (found[0].touchpoint, found[0].due_on, found[1].touchpoint) == ("Desk", date(2026, 12, 31), None)


def test_the_rest_is_told_afterwards(where: Where) -> None:
    goal = add_goal(*where, {"name": "Shorter wait"})
    told = {
        "segment_id": add_segment(*where, "Families"),
        "sponsor_id": add_person(*where, "Ada"),
        "kpi_kind": "csat",
        "metric": "minutes in the queue",
        "from_value": 12.5,
        "to_value": 5.0,
        "money": Decimal("1200.50"),
        "person_days": Decimal("3.5"),
        "approach": "A second desk at noon",
    }
    change_goal(*where, goal, list_goals(*where)[0].version, told)
    [found] = list_goals(*where)
    assert (found.segment, found.sponsor) == ("Families", "Ada")
    assert {name: getattr(found, name) for name in told} == told


def test_an_edit_of_an_older_version_loses_nothing(where: Where) -> None:
    goal = add_goal(*where, {"name": "Shorter wait"})
    version = list_goals(*where)[0].version
    change_goal(*where, goal, version, {"name": "No wait"})
    with pytest.raises(VersionConflict) as refused:
        change_goal(*where, goal, version, {"name": "Long wait"})
    assert (refused.value.stored, refused.value.wanted) == ({"name": "No wait"}, {"name": "Long wait"})


def test_a_goal_comes_back_from_the_bin_to_its_place(where: Where) -> None:
    first, _ = (add_goal(*where, {"name": name}) for name in ("First", "Second"))
    bin_goal(*where, first)
    assert [goal.name for goal in list_goals(*where)] == ["Second"]
    restore_goal(*where, first)
    assert [goal.name for goal in list_goals(*where)] == ["First", "Second"]


def test_goals_of_a_touchpoint_in_the_bin_and_of_earlier_rounds_are_left_out(
    where: Where, desk: UUID
) -> None:
    add_goal(*where, {"name": "Shorter wait", "touchpoint_id": desk})
    add_goal(*where, {"name": "Everywhere"})
    bin_touchpoints(*where, [desk])
    assert [goal.name for goal in list_goals(*where)] == ["Everywhere"]
    with where[0].writing() as session:
        session.add(Round(project_id=where[2], number=2))
    assert list_goals(*where) == ()


@pytest.mark.parametrize("values", [{"name": ""}, {}, {"name": "a", "money": -1}, {"name": "a" * 201}])
def test_what_cannot_be_is_refused(where: Where, values: dict[str, object]) -> None:
    with pytest.raises(UnusableInput):
        add_goal(*where, values)
    assert list_goals(*where) == ()


def test_nothing_of_another_project_is_touched(where: Where, desk: UUID, other_project: UUID) -> None:
    elsewhere, goal = (*where[:2], other_project), add_goal(*where, {"name": "Shorter wait"})
    for do in (
        lambda: add_goal(*elsewhere, {"name": "Theirs", "touchpoint_id": desk}),
        lambda: change_goal(*elsewhere, goal, 1, {"name": "Theirs"}),
        lambda: bin_goal(*elsewhere, goal),
        lambda: restore_goal(*elsewhere, goal),
    ):
        with pytest.raises(NoSuchRow):
            do()
