"""Segments of customers stand in the order in which they came, each name once."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.checking import UnusableInput
from storage.segments import add_segment, list_segments
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
