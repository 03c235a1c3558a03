"""One notice for the installation: everybody reads it, an administrator sets it."""

from __future__ import annotations

import pytest

from storage.access import GUEST, Actor, ActorKind, NotAllowed, NotYourRole
from storage.checking import UnusableInput
from storage.intents import VersionConflict
from storage.privacy_notice import Notice, read_notice, save_notice
from storage.store import Store


def test_before_anybody_has_set_it_it_is_empty(store: Store) -> None:
    assert read_notice(store) == Notice()


def test_it_is_set_and_changed_field_by_field(store: Store, facilitator: Actor) -> None:
    save_notice(store, facilitator, 0, {"controller": "Bakery Ltd", "contact": "privacy@bakery.example"})
    first = read_notice(store)
    assert (first.controller, first.contact, first.purpose) == ("Bakery Ltd", "privacy@bakery.example", "")
    save_notice(store, facilitator, first.version, {"duration": "Two years"})
    assert (read_notice(store).controller, read_notice(store).duration) == ("Bakery Ltd", "Two years")


def test_who_saves_over_a_newer_one_is_told(store: Store, facilitator: Actor) -> None:
    save_notice(store, facilitator, 0, {"controller": "Bakery Ltd"})
    with pytest.raises(VersionConflict):
        save_notice(store, facilitator, 0, {"controller": "Bank"})
    with pytest.raises(UnusableInput):
        save_notice(store, facilitator, 1, {"controller": "x" * 501})
    assert read_notice(store).controller == "Bakery Ltd"


@pytest.mark.parametrize(
    ("actor", "refusal"), [(GUEST, NotAllowed), (Actor(ActorKind.ACCOUNT, name="Lead"), NotYourRole)]
)
def test_nobody_else_sets_it(store: Store, actor: Actor, refusal: type[NotAllowed]) -> None:
    with pytest.raises(refusal):
        save_notice(store, actor, 0, {"controller": "Mine"})
