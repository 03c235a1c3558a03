"""The wall of findings is read as a whole, and many findings are sorted or thrown away at once."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.actions import add_action, bin_actions
from storage.board import NewTouchpoint, add_touchpoints, bin_touchpoints
from storage.entries import add_entry
from storage.findings import (
    actions_of_findings,
    bin_findings,
    list_findings,
    restore_findings,
    sort_findings,
)
from storage.intents import NoSuchRow
from storage.store import Store
from touchpoints.model import Finding, FindingKind

Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def ids(where: Where) -> list[UUID]:
    """Two comments that nobody has sorted: one about the counter, one about the whole journey."""
    counter = NewTouchpoint("Counter")
    add_touchpoints(*where, [counter])
    texts = ({"text": "Cold", "touchpoint_id": counter.id}, {"text": "Far", "minutes_per_month": 30})
    return [id_ for values in texts if (id_ := add_entry(*where, Finding, values))]


def test_the_whole_journey_comes_first_then_touchpoint_by_touchpoint(where: Where, ids: list[UUID]) -> None:
    far, cold = list_findings(*where)
    assert [far.id, cold.id] == ids[::-1]
    assert (far.touchpoint, far.minutes_per_month, cold.touchpoint) == (None, 30, "Counter")


def test_what_is_about_a_touchpoint_goes_into_the_bin_with_it(where: Where, ids: list[UUID]) -> None:
    touchpoint = list_findings(*where)[1].touchpoint_id
    assert touchpoint
    bin_touchpoints(*where, [touchpoint])
    assert [finding.id for finding in list_findings(*where)] == ids[1:]


def test_many_are_sorted_and_thrown_away_at_once(where: Where, ids: list[UUID]) -> None:
    sort_findings(*where, dict.fromkeys(ids, FindingKind.IMPROVE))
    assert [finding.kind for finding in list_findings(*where)] == ["improve", "improve"]
    sort_findings(*where, dict.fromkeys(ids, None))
    assert [finding.kind for finding in list_findings(*where)] == [None, None]
    bin_findings(*where, ids)
    assert list_findings(*where) == ()
    restore_findings(*where, ids)
    assert len(list_findings(*where)) == 2


def test_nothing_of_another_project_is_touched(where: Where, ids: list[UUID], other_project: UUID) -> None:
    store, actor, _ = where
    for do in (bin_findings, restore_findings):
        with pytest.raises(NoSuchRow):
            do(store, actor, other_project, ids)
    with pytest.raises(NoSuchRow):
        sort_findings(store, actor, other_project, {ids[0]: FindingKind.KEEP})


def test_findings_know_the_actions_that_they_became(where: Where, ids: list[UUID]) -> None:
    first = add_action(*where, {"name": "Heat it", "finding_id": ids[0]})
    second = add_action(*where, {"name": "Insulate it", "finding_id": ids[0]})
    add_action(*where, {"name": "Something else"})
    [(finding, actions)] = actions_of_findings(*where).items()
    assert (finding, [one.id for one in actions]) == (ids[0], [first, second])
    bin_actions(*where, [first, second])
    assert actions_of_findings(*where) == {}
