"""My to-dos: across projects, of the people that somebody is there, and of nobody else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor, NoSuchProject, NotYourRole
from storage.action_status import set_status
from storage.actions import add_action, bin_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.intents import NoSuchRow
from storage.invitations import connect_person, remove_member
from storage.my_todos import connect_myself, list_todos, mail_addresses, my_persons, state_of_projects
from storage.people import actor_of, enter, issue_start_link
from storage.persons import add_person
from storage.projects import archive_project
from storage.store import Store
from tests.storage._invited import invited
from tests.storage._rows import only_row
from touchpoints.model import ActionStatus, Membership, ProjectRole

DAY = date(2026, 3, 2)


@pytest.fixture
def ada(store: Store, facilitator: Actor, project: UUID) -> UUID:
    return add_person(store, facilitator, project, "Ada")


@pytest.fixture
def lead(store: Store, facilitator: Actor, project: UUID, ada: UUID) -> Actor:
    return invited(store, facilitator, project, "Ada Lovelace", ada, mail="ada@bakery.example")


def names(store: Store, actor: Actor) -> set[str]:
    return {todo.name for todo in list_todos(store, actor, my_persons(store, actor))}


def test_they_are_those_of_all_projects_in_which_he_is_somebody(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, ada: UUID
) -> None:
    other_ada = add_person(store, facilitator, other_project, "Ada")
    for where, owner, name in ((project, ada, "Oven"), (other_project, other_ada, "Safe")):
        connect_myself(store, facilitator, where, owner)
        add_action(store, facilitator, where, {"name": name, "owner_id": owner})
    add_action(store, facilitator, project, {"name": "Nobody's"})
    assert names(store, facilitator) == {"Oven", "Safe"}


def test_each_names_its_project_its_touchpoint_and_what_blocks_it(
    store: Store, facilitator: Actor, project: UUID, ada: UUID, lead: Actor
) -> None:
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, facilitator, project, [desk])
    values = {"name": "Oven", "owner_id": ada, "touchpoint_id": desk.id, "due_on": DAY}
    oven = add_action(store, facilitator, project, values)
    set_status(store, lead, project, [oven], ActionStatus.BLOCKED, DAY, "no permit")
    [todo] = list_todos(store, lead, my_persons(store, lead))
    assert (todo.project, todo.name, todo.touchpoint, todo.due_on) == ("Bakery", "Oven", "Desk", DAY)
    assert (todo.status, todo.blocked_by) == (ActionStatus.BLOCKED, "no permit")


def test_what_was_dropped_or_thrown_away_is_none(
    store: Store, facilitator: Actor, project: UUID, ada: UUID, lead: Actor
) -> None:
    dropped, binned, done = (
        add_action(store, facilitator, project, {"name": name, "owner_id": ada})
        for name in ("Dropped", "Binned", "Done")
    )
    set_status(store, lead, project, [dropped], ActionStatus.DROPPED, DAY)
    set_status(store, lead, project, [done], ActionStatus.DONE, DAY)
    bin_actions(store, lead, project, [binned])
    assert names(store, lead) == {"Done"}


def test_a_project_that_was_put_aside_asks_nobody_for_anything(
    store: Store, facilitator: Actor, project: UUID, lead: Actor
) -> None:
    archive_project(store, facilitator, project)
    assert my_persons(store, lead) == {}


def test_whoever_lost_his_role_has_no_to_dos_there(
    store: Store, facilitator: Actor, project: UUID, ada: UUID, lead: Actor
) -> None:
    remove_member(store, facilitator, project, lead.account_id)
    assert my_persons(store, lead) == {}
    with pytest.raises(NoSuchProject):
        list_todos(store, Actor(lead.kind, lead.account_id), {project: ada})


def test_a_browser_shows_those_of_the_projects_that_its_links_open(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, lead: Actor
) -> None:
    other_ada = add_person(store, facilitator, other_project, "Ada")
    mail = "ada@bakery.example"
    there = invited(store, facilitator, other_project, "Ada", other_ada, mail=mail)
    assert there.account_id == lead.account_id
    assert set(my_persons(store, there)) == {other_project}
    assert set(my_persons(store, lead)) == {project}


def test_nobody_reads_those_of_another_project(
    store: Store, facilitator: Actor, other_project: UUID, lead: Actor
) -> None:
    eve = add_person(store, facilitator, other_project, "Eve")
    add_action(store, facilitator, other_project, {"name": "Safe", "owner_id": eve})
    with pytest.raises(NoSuchProject):
        list_todos(store, lead, {other_project: eve})
    with pytest.raises(NoSuchProject):
        state_of_projects(store, lead, [other_project])


def test_a_person_of_one_project_opens_nothing_of_another(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, lead: Actor
) -> None:
    eve = add_person(store, facilitator, other_project, "Eve")
    add_action(store, facilitator, other_project, {"name": "Safe", "owner_id": eve})
    assert list_todos(store, lead, {project: eve}) == ()


def test_an_administrator_says_who_he_is_and_has_a_role_then(
    store: Store, facilitator: Actor, project: UUID, ada: UUID
) -> None:
    assert my_persons(store, facilitator) == {}
    connect_myself(store, facilitator, project, ada)
    assert my_persons(store, facilitator) == {project: ada}
    assert only_row(store, Membership, project_id=project).role is ProjectRole.FACILITATOR
    ben = add_person(store, facilitator, project, "Ben")
    connect_myself(store, facilitator, project, ben)
    assert my_persons(store, facilitator) == {project: ben}


def test_only_who_leads_a_project_says_who_he_is(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, lead: Actor
) -> None:
    ben = add_person(store, facilitator, project, "Ben")
    with pytest.raises(NotYourRole):
        connect_myself(store, lead, project, ben)
    stranger = add_person(store, facilitator, other_project, "Eve")
    with pytest.raises(NoSuchRow):
        connect_myself(store, facilitator, project, stranger)


def test_the_state_moves_with_a_to_do_and_with_nothing_else(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, ada: UUID
) -> None:
    before = state_of_projects(store, facilitator, [project])
    add_action(store, facilitator, other_project, {"name": "Safe"})
    assert state_of_projects(store, facilitator, [project]) == before
    add_action(store, facilitator, project, {"name": "Oven", "owner_id": ada})
    assert state_of_projects(store, facilitator, [project]) != before


def test_mail_addresses_are_there_for_who_follows_up(
    store: Store, facilitator: Actor, project: UUID, ada: UUID, lead: Actor
) -> None:
    executive = invited(store, facilitator, project, "Eve", role=ProjectRole.EXECUTIVE)
    assert mail_addresses(store, lead, project) == {ada: "ada@bakery.example"}
    with pytest.raises(NotYourRole):
        mail_addresses(store, executive, project)
    connect_person(store, facilitator, project, lead.account_id, None)
    assert mail_addresses(store, lead, project) == {}


def test_another_browser_of_the_same_account_has_the_same_to_dos(
    store: Store, facilitator: Actor, project: UUID, ada: UUID
) -> None:
    connect_myself(store, facilitator, project, ada)
    other = actor_of(store, enter(store, issue_start_link(store)))
    assert my_persons(store, other) == {project: ada}
