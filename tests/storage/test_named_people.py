"""People are listed with what names them; two entries of one person become one, and two again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_parts import set_persons
from storage.actions import add_action, bin_actions, list_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import change_touchpoint, list_touchpoints
from storage.named_people import NamedPerson, list_named_people, mentions_of, merge_people, undo_merging
from storage.persons import add_person, bin_person, change_person, list_persons, restore_person
from storage.reviews import add_review, list_reviews, set_participants
from storage.store import Store
from tests.storage._rows import history_of
from touchpoints.model import Action, Part, Touchpoint

Where = tuple[Store, Actor, UUID]


@dataclass(frozen=True)
class Twice:
    """Anna stands in the list twice and is named by both entries."""

    where: Where
    anna: UUID
    again: UUID

    def named(self) -> dict[UUID, NamedPerson]:
        return {one.id: one for one in list_named_people(*self.where)}

    def merge(self) -> None:
        merge_people(*self.where, self.again, self.anna)


@pytest.fixture
def twice(store: Store, facilitator: Actor, project: UUID) -> Twice:
    where = (store, facilitator, project)
    anna, again = add_person(*where, "Anna"), add_person(*where, "Anna A.")
    add_touchpoints(*where, [NewTouchpoint("Till")])
    till = list_touchpoints(*where)[0]
    change_touchpoint(*where, till.id, till.version, {"owner_id": again})
    action = add_action(*where, {"name": "New oven", "owner_id": again})
    set_persons(*where, action, Part.TOOK_PART, [anna, again])
    set_persons(*where, action, Part.COMMITTED, [again])
    review = add_review(*where, {"name": "First"})
    set_participants(*where, review, [again])
    return Twice(where, anna, again)


def test_a_person_is_listed_with_what_names_him(twice: Twice) -> None:
    person = twice.named()[twice.again]
    assert (person.name, person.version) == ("Anna A.", 1)
    assert (person.named[Touchpoint], person.named[Action]) == (1, 1)


def test_what_lies_in_the_bin_names_nobody(twice: Twice) -> None:
    bin_actions(*twice.where, [action.id for action in list_actions(*twice.where)])
    assert Action not in twice.named()[twice.again].named


def test_two_entries_of_one_person_become_one(twice: Twice) -> None:
    twice.merge()
    assert [one.name for one in list_persons(*twice.where)] == ["Anna"]
    [action] = list_actions(*twice.where)
    assert (action.owner, list_touchpoints(*twice.where)[0].owner) == ("Anna", "Anna")
    took_part = [(one.id, one.name) for one in action.took_part]
    assert took_part == [(twice.anna, "Anna")]
    assert [one.id for one in action.committed] == [twice.anna]
    assert [one.id for one in list_reviews(*twice.where)[0].people] == [twice.anna]


def test_a_merged_person_comes_back_with_all_that_named_him(twice: Twice) -> None:
    before, actions = twice.named(), list_actions(*twice.where)
    mentions = mentions_of(*twice.where, twice.again)
    twice.merge()
    undo_merging(*twice.where, twice.again, twice.anna, mentions)
    named = twice.named()
    assert {id_: one.named for id_, one in named.items()} == {id_: one.named for id_, one in before.items()}
    [action], [stood] = list_actions(*twice.where), actions
    assert (action.owner, action.took_part, action.committed) == (
        stood.owner,
        stood.took_part,
        stood.committed,
    )


def test_what_was_changed_after_a_merge_stays_as_it_was_changed(twice: Twice) -> None:
    mentions = mentions_of(*twice.where, twice.again)
    twice.merge()
    till = list_touchpoints(*twice.where)[0]
    change_touchpoint(*twice.where, till.id, till.version, {"owner_id": None})
    undo_merging(*twice.where, twice.again, twice.anna, mentions)
    assert list_touchpoints(*twice.where)[0].owner is None


def test_nobody_is_merged_with_a_person_of_another_project(twice: Twice, other_project: UUID) -> None:
    store, actor, _ = twice.where
    stranger = add_person(store, actor, other_project, "Zoe")
    with pytest.raises(NoSuchRow):
        merge_people(*twice.where, twice.again, stranger)


def test_a_person_who_is_merged_with_himself_stays(twice: Twice) -> None:
    merge_people(*twice.where, twice.anna, twice.anna)
    assert len(list_persons(*twice.where)) == 2


def test_a_merge_is_told_in_the_history(twice: Twice) -> None:
    twice.merge()
    told = [entity for entity, *_ in history_of(twice.where[0], "merge people")]
    assert sorted(told) == ["Action", "Person", "Touchpoint"]


def test_a_person_gets_another_name_and_two_editors_lose_none(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    id_ = add_person(*where, "Ana")
    change_person(*where, id_, 1, {"name": " Anna ", "position": "Till"})
    assert [(one.name, one.position) for one in list_persons(*where)] == [("Anna", "Till")]
    with pytest.raises(VersionConflict):
        change_person(*where, id_, 1, {"name": "Anne"})


def test_a_person_goes_into_the_bin_and_comes_back(store: Store, facilitator: Actor, project: UUID) -> None:
    where = (store, facilitator, project)
    id_ = add_person(*where, "Anna")
    bin_person(*where, id_)
    assert list_named_people(*where) == ()
    restore_person(*where, id_)
    assert [one.id for one in list_named_people(*where)] == [id_]


def test_people_of_another_project_are_neither_seen_nor_merged(twice: Twice, other_project: UUID) -> None:
    store, actor, _ = twice.where
    mentions = mentions_of(*twice.where, twice.again)
    assert mentions
    assert mentions_of(store, actor, other_project, twice.again) == ()
    twice.merge()
    mine = [add_person(store, actor, other_project, name) for name in ("Ada", "Ben")]
    with pytest.raises(NoSuchRow):
        undo_merging(store, actor, other_project, mine[0], mine[1], mentions)
    assert list_actions(*twice.where)[0].owner == "Anna"
