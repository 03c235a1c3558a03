"""Segments of customers stand in the order in which they came, each name once."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.checking import UnusableInput
from storage.intents import VersionConflict
from storage.segments import (
    NameIsTaken,
    NameIsUsedAgain,
    add_segment,
    bin_segment,
    change_segment,
    list_segments,
    restore_segment,
)
from storage.store import Store
from tests.storage.conftest import Opened


def test_segments_are_added_at_the_end_and_a_known_name_is_taken(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    where = (store, facilitator, project)
    ids = [add_segment(*where, name) for name in ("Regulars", " Tourists ", "regulars")]
    assert ids[0] == ids[2]
    assert [segment.name for segment in list_segments(*where)] == ["Regulars", "Tourists"]
    assert list_segments(store, facilitator, other_project) == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_that_cannot_be_is_refused(store: Store, facilitator: Actor, project: UUID, name: str) -> None:
    with pytest.raises(UnusableInput):
        add_segment(store, facilitator, project, name)


def test_the_sample_has_segments(sample: Opened) -> None:
    assert len(list_segments(sample.store, sample.actor, sample.project)) > 2


def test_a_segment_gets_another_name_that_no_other_one_has(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    regulars, tourists = (add_segment(*where, name) for name in ("Regulars", "Tourists"))
    change_segment(*where, tourists, 1, {"name": " Day trippers "})
    assert [one.name for one in list_segments(*where)] == ["Regulars", "Day trippers"]
    with pytest.raises(NameIsTaken):
        change_segment(*where, tourists, 2, {"name": "regulars"})
    with pytest.raises(VersionConflict):
        change_segment(*where, tourists, 1, {"name": "Guests"})
    change_segment(*where, regulars, 1, {"name": "REGULARS"})


def test_a_segment_goes_into_the_bin_and_comes_back(store: Store, facilitator: Actor, project: UUID) -> None:
    where = (store, facilitator, project)
    regulars = add_segment(*where, "Regulars")
    bin_segment(*where, regulars)
    assert list_segments(*where) == ()
    restore_segment(*where, regulars)
    assert [one.id for one in list_segments(*where)] == [regulars]


def test_a_segment_whose_name_is_used_again_stays_in_the_bin(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    regulars = add_segment(*where, "Regulars")
    bin_segment(*where, regulars)
    again = add_segment(*where, "regulars")
    with pytest.raises(NameIsUsedAgain):
        restore_segment(*where, regulars)
    assert [one.id for one in list_segments(*where)] == [again]
