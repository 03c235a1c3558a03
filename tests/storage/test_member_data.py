"""Whoever has a role and is none of the project's people is given out, made anonymous, or removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.action_parts import add_comment, list_comments
from storage.actions import add_action
from storage.history import list_changes
from storage.intents import NoSuchRow
from storage.invitations import NotYourself, invite, list_members
from storage.member_data import anonymise_member, erase_member, export_member, list_members_without_person
from storage.people import actor_of, enter
from storage.persons import add_person
from storage.store import Store
from tests.storage._invited import invited
from tests.storage._rows import everything, rows_of
from touchpoints.model import Account, ProjectRole, Voice

BOTH = pytest.mark.parametrize("remove", [anonymise_member, erase_member])
Remove = Callable[..., None]


@pytest.fixture
def vera(store: Store, facilitator: Actor, project: UUID) -> Actor:
    """A team lead whom no person of the project stands for, with a remark of hers."""
    her = invited(store, facilitator, project, "Vera Sommer", mail="v@example.org")
    action = add_action(store, facilitator, project, {"name": "Answer within a day"})
    add_comment(store, her, project, action, "Soon")
    with store.writing() as session:
        about = {"kind": "idea", "text": "A sign at the door", "name": "vera sommer"}
        session.add(Voice(project_id=project, came_on=store.now().date(), **about))
    return her


def id_of(actor: Actor) -> UUID:
    assert actor.account_id is not None
    return actor.account_id


def test_those_without_a_person_are_listed_and_no_others(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, vera: Actor
) -> None:
    person = add_person(store, facilitator, project, "Egon")
    invited(store, facilitator, project, "Egon", person_id=person)
    invited(store, facilitator, other_project, "Elsewhere")
    [found] = list_members_without_person(store, facilitator, project)
    assert (found.account_id, found.name, found.role) == (vera.account_id, "Vera Sommer", "team_lead")


def test_all_about_her_is_given_out_as_json(
    store: Store, facilitator: Actor, project: UUID, vera: Actor
) -> None:
    found = json.loads(json.dumps(export_member(store, facilitator, project, id_of(vera))))
    assert [one["mail"] for one in found["accounts"]] == ["v@example.org"]
    kinds = {one["table"] for one in found["written_or_changed"]}
    assert {"membership", "access_link", "sign_in", "comment", "history_entry"} <= kinds
    assert [one["kind"] for one in found["history_of_the_entry"]] == ["added"]
    assert "hash" not in str(found)


@pytest.mark.parametrize(("remove", "who"), [(anonymise_member, "former account 2"), (erase_member, None)])
def test_her_name_goes_and_what_she_said_stays(
    store: Store, facilitator: Actor, project: UUID, vera: Actor, remove: Remove, who: str | None
) -> None:
    remove(store, facilitator, project, id_of(vera))
    assert list_members(store, facilitator, project) == ()
    assert not [value for value in everything(store) if "sommer" in value.casefold() or "v@exam" in value]
    [action] = {one.entity_id for one in list_changes(store, facilitator, project) if one.entity == "Action"}
    assert [one.who for one in list_comments(store, facilitator, project, action)] == [who]
    assert bool(rows_of(store, Account, id=vera.account_id)) == (who is not None)


@BOTH
def test_a_link_of_hers_opens_nothing_any_more(
    store: Store, facilitator: Actor, project: UUID, remove: Remove
) -> None:
    values = {"name": "Vera", "role": "executive", "days": 30}
    cookie = enter(store, invite(store, facilitator, project, values))
    remove(store, facilitator, project, id_of(actor_of(store, cookie)))
    assert actor_of(store, cookie).is_guest


@BOTH
def test_with_a_role_elsewhere_she_keeps_her_name_there_and_is_not_known_here(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, vera: Actor, remove: Remove
) -> None:
    invited(store, facilitator, other_project, "x", mail="v@example.org")
    remove(store, facilitator, project, id_of(vera))
    assert [one.name for one in list_members(store, facilitator, other_project)] == ["Vera Sommer"]
    assert {one.who for one in list_changes(store, facilitator, project)} == {"Facilitator", None}


@BOTH
def test_nobody_removes_himself_or_somebody_of_another_project(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, vera: Actor, remove: Remove
) -> None:
    leads = invited(store, facilitator, project, "Lea", role=ProjectRole.FACILITATOR)
    with pytest.raises(NotYourself):
        remove(store, leads, project, id_of(leads))
    for function in (export_member, remove):
        with pytest.raises(NoSuchRow):
            function(store, facilitator, other_project, id_of(vera))
        with pytest.raises(NoSuchRow):
            function(store, facilitator, project, uuid4())
