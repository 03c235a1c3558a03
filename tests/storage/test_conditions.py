"""The conditions at a touchpoint are asked one by one; nothing is kept that could name somebody."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.conditions import ConditionsEntry, change_conditions, read_conditions
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import list_touchpoints
from storage.store import Store
from touchpoints.model import Answer, Degree, RunBy

Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    add_touchpoints(store, facilitator, project, [NewTouchpoint("Counter")])
    return store, facilitator, project


def counter(where: Where) -> UUID:
    return list_touchpoints(*where)[0].id


def test_nothing_is_known_before_somebody_was_asked(where: Where) -> None:
    entry = read_conditions(*where, counter(where))
    assert entry == ConditionsEntry()
    assert entry.said.is_empty


def test_each_answer_is_kept_beside_the_others(where: Where) -> None:
    change_conditions(*where, counter(where), 0, {"run_by": RunBy.OURSELVES})
    first = read_conditions(*where, counter(where))
    change_conditions(*where, counter(where), first.version, {"know_how": Degree.NOT_KNOWN})
    said = read_conditions(*where, counter(where)).said
    assert (said.run_by, said.know_how) == (RunBy.OURSELVES, Degree.NOT_KNOWN)


def test_an_answer_can_be_taken_back(where: Where) -> None:
    change_conditions(*where, counter(where), 0, {"run_by": RunBy.BOTH})
    version = read_conditions(*where, counter(where)).version
    change_conditions(*where, counter(where), version, {"run_by": None})
    assert read_conditions(*where, counter(where)).said.run_by is None


def test_the_turnover_of_a_small_role_is_not_kept(where: Where) -> None:
    change_conditions(*where, counter(where), 0, {"is_role_of_five": Answer.YES, "turnover": Degree.HIGH})
    entry = read_conditions(*where, counter(where))
    assert entry.said.turnover is Degree.HIGH
    change_conditions(*where, counter(where), entry.version, {"is_role_of_five": Answer.NO})
    assert read_conditions(*where, counter(where)).said.turnover is None


@pytest.mark.parametrize("shown", [0, 7])
def test_an_answer_to_another_version_meets_both(where: Where, shown: int) -> None:
    change_conditions(*where, counter(where), 0, {"run_by": RunBy.OUTSIDERS})
    with pytest.raises(VersionConflict) as met:
        change_conditions(*where, counter(where), shown, {"run_by": RunBy.BOTH})
    assert (met.value.stored["run_by"], met.value.wanted["run_by"]) == ("outsiders", RunBy.BOTH)


def test_a_touchpoint_of_another_project_is_left_alone(where: Where, other_project: UUID) -> None:
    store, actor, _ = where
    with pytest.raises(NoSuchRow):
        change_conditions(store, actor, other_project, counter(where), 0, {"run_by": RunBy.BOTH})
