"""Control and contact type are set for several touchpoints at once, and put back at once."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from storage.board import (
    NewTouchpoint,
    add_touchpoints,
    contacts_of,
    put_contacts_back,
    set_contact,
)
from storage.history import list_changes
from storage.intents import NoSuchRow
from storage.journey import change_touchpoint, list_touchpoints
from tests.storage._place import Place
from touchpoints.model import ContactType, Control


@pytest.fixture
def three(place: Place) -> list[UUID]:
    """The desk, which is owned and in person, and two others of which nothing is said."""
    values = {"control": Control.OWNED, "contact_type": ContactType.IN_PERSON}
    change_touchpoint(*place.where, place.desk, 1, values)
    new = [NewTouchpoint("Blog"), NewTouchpoint("Advertisement")]
    add_touchpoints(*place.where, new)
    return [place.desk, *(one.id for one in new)]


def said(place: Place) -> list[tuple[str | None, str | None]]:
    return [(entry.control, entry.contact_type) for entry in list_touchpoints(*place.where)]


def test_both_are_set_for_all_and_put_back_to_what_each_was(place: Place, three: list[UUID]) -> None:
    before = contacts_of(*place.where, three)
    set_contact(*place.where, three, Control.PAID, ContactType.MEDIAL)
    assert said(place) == [("paid", "medial")] * 3
    put_contacts_back(*place.where, before)
    assert said(place) == [("owned", "in_person"), (None, None), (None, None)]


def test_what_is_left_as_it_is_stays(place: Place, three: list[UUID]) -> None:
    set_contact(*place.where, three[:2], None, ContactType.THIRD_PARTY)
    assert said(place) == [("owned", "third_party"), (None, "third_party"), (None, None)]
    set_contact(*place.where, three[1:], Control.EARNED, None)
    assert said(place) == [("owned", "third_party"), ("earned", "third_party"), ("earned", None)]


def test_the_history_tells_what_was_changed_and_nothing_else(place: Place, three: list[UUID]) -> None:
    before = len(list_changes(*place.where))
    set_contact(*place.where, three, Control.OWNED, None)
    changes = list_changes(*place.where)[:-before]
    assert {change.entity_id: dict(change.after) for change in changes} == {
        id_: {"control": "owned"} for id_ in three[1:]
    }


def test_a_list_with_a_stranger_is_not_half_set(place: Place, three: list[UUID]) -> None:
    before = said(place)
    with pytest.raises(NoSuchRow):
        set_contact(*place.where, [*three, uuid4()], Control.PAID, None)
    assert said(place) == before


def test_the_same_act_sent_twice_is_carried_out_once(place: Place, three: list[UUID]) -> None:
    actor = place.actor.once()
    set_contact(place.store, actor, place.project, three, Control.PAID, None)
    set_contact(*place.where, three, Control.EARNED, None)
    set_contact(place.store, actor, place.project, three, Control.PAID, None)
    assert {control for control, _ in said(place)} == {"earned"}
