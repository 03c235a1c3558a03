"""People are added by name, each once, and answer for touchpoints of their own project."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.checking import UnusableInput
from storage.intents import NoSuchRow
from storage.journey import change_touchpoint, list_touchpoints
from storage.persons import add_person, list_persons
from storage.store import Store
from tests.storage.conftest import Opened


def test_people_stand_by_name_and_a_known_name_is_taken(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    where = (store, facilitator, project)
    ids = [add_person(*where, name) for name in ("beate", " Anna ", "BEATE")]
    assert ids[0] == ids[2]
    assert [person.name for person in list_persons(*where)] == ["Anna", "beate"]
    assert list_persons(store, facilitator, other_project) == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_that_cannot_be_is_refused(store: Store, facilitator: Actor, project: UUID, name: str) -> None:
    with pytest.raises(UnusableInput):
        add_person(store, facilitator, project, name)


def test_a_person_answers_for_a_touchpoint_of_the_same_project_alone(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    where = (store, facilitator, project)
    add_touchpoints(*where, [NewTouchpoint("Till")])
    till = list_touchpoints(*where)[0]
    change_touchpoint(*where, till.id, till.version, {"owner_id": add_person(*where, "Anna")})
    owned = list_touchpoints(*where)[0]
    assert owned.owner == "Anna"
    stranger = add_person(store, facilitator, other_project, "Zoe")
    with pytest.raises(NoSuchRow):
        change_touchpoint(*where, till.id, owned.version, {"owner_id": stranger})
    change_touchpoint(*where, till.id, owned.version, {"owner_id": None})
    assert list_touchpoints(*where)[0].owner is None


def test_the_sample_has_people_with_positions(sample: Opened) -> None:
    people = list_persons(sample.store, sample.actor, sample.project)
    assert len(people) > 2
    assert all(person.position for person in people)
