"""Invited people have the role that they were given, where it was given, as long as their link works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from storage.access import GUEST, Actor, NoSuchProject, NotYourRole, Right
from storage.checking import UnusableInput
from storage.intents import NoSuchRow
from storage.invitations import (
    HasRoleAlready,
    NotYourself,
    change_role,
    connect_person,
    invite,
    issue_link,
    list_members,
    new_token,
    remove_member,
    restore_link,
    restore_member,
    revoke_link,
)
from storage.journey import list_touchpoints
from storage.people import actor_of, enter
from storage.persons import add_person
from storage.projects import list_projects
from storage.store import Store
from tests.storage._invitations import LEAD, READER, comes_in, cookie_of, invited, only_member
from tests.storage._rows import everything, history_of, only_row, rows_of
from touchpoints.model import AccessLink, Membership, ProjectRole

PassTime = Callable[[timedelta], object]
A_DAY = timedelta(days=1)


@pytest.mark.parametrize("role", ProjectRole)
def test_an_invitation_gives_a_role_in_one_project_and_nothing_elsewhere(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID, role: ProjectRole
) -> None:
    actor = comes_in(store, invited(store, facilitator, project, role=role))
    assert (actor.name, actor.is_administrator, actor.roles) == ("Ada", False, ((project, role),))
    assert [one.id for one in list_projects(store, actor)] == [project]
    assert list_touchpoints(store, actor, project) == ()
    with pytest.raises(NoSuchProject):
        list_touchpoints(store, actor, other_project)


def test_an_invited_facilitator_invites_and_no_other_role_does(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    led = comes_in(store, invited(store, facilitator, project, role=ProjectRole.FACILITATOR))
    assert comes_in(store, invited(store, led, project, name="Bo")).may(Right.FOLLOW_UP, project)
    for role in (LEAD, READER):
        other = comes_in(store, invited(store, facilitator, project, role=role))
        with pytest.raises(NotYourRole):
            invited(store, other, project, name="Cy")
        with pytest.raises(NotYourRole):
            list_members(store, other, project)


def test_the_database_knows_neither_link_nor_cookie(store: Store, facilitator: Actor, project: UUID) -> None:
    token = invited(store, facilitator, project)
    cookie = cookie_of(store, token)
    values = list(everything(store))
    assert not [value for value in values if token in value or cookie in value]
    assert len(token) == 43


def test_an_invitation_sent_twice_is_one_with_one_link_that_works(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    token, twice = new_token(), facilitator.once()
    given = {"name": "Ada", "role": LEAD, "days": 30}
    assert [invite(store, twice, project, given, token) for _ in range(2)] == [token, token]
    assert len(only_member(store, facilitator, project).links) == 1
    assert not comes_in(store, token).is_guest


def test_a_link_works_for_as_long_as_was_said_and_then_nobody_is_in_by_it(
    store: Store, facilitator: Actor, project: UUID, pass_time: PassTime
) -> None:
    token = invited(store, facilitator, project, days=3)
    cookie = cookie_of(store, token)
    pass_time(3 * A_DAY - timedelta(minutes=1))
    assert not actor_of(store, cookie).is_guest
    pass_time(timedelta(minutes=2))
    assert actor_of(store, cookie) == GUEST
    assert enter(store, token) is None
    assert only_member(store, facilitator, project).links == ()


@pytest.mark.parametrize("days", [0, -1, 367, 10**12])
def test_a_link_that_works_for_ever_is_not_made(
    store: Store, facilitator: Actor, project: UUID, days: int
) -> None:
    with pytest.raises(UnusableInput):
        invited(store, facilitator, project, days=days)
    invited(store, facilitator, project)
    member = only_member(store, facilitator, project)
    with pytest.raises(UnusableInput):
        issue_link(store, facilitator, project, member.account_id, days)


def test_a_revoked_link_has_an_open_page_out_at_its_next_run_and_can_be_given_back(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    token = invited(store, facilitator, project)
    cookie = cookie_of(store, token)
    [link] = only_member(store, facilitator, project).links
    revoke_link(store, facilitator, project, link.id)
    assert actor_of(store, cookie) == GUEST
    assert enter(store, token) is None
    restore_link(store, facilitator, project, link.id)
    assert actor_of(store, cookie).roles == ((project, LEAD),)


def test_the_other_links_of_somebody_go_on_working(store: Store, facilitator: Actor, project: UUID) -> None:
    first = invited(store, facilitator, project)
    member = only_member(store, facilitator, project)
    second = issue_link(store, facilitator, project, member.account_id, 7)
    ids = {link.id for link in only_member(store, facilitator, project).links}
    revoke_link(store, facilitator, project, (ids - {member.links[0].id}).pop())
    assert enter(store, second) is None
    assert not comes_in(store, first).is_guest


def test_a_link_of_another_project_is_not_touched(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    token = invited(store, facilitator, project)
    member = only_member(store, facilitator, project)
    led = comes_in(store, invited(store, facilitator, other_project, role=ProjectRole.FACILITATOR))
    for act in (revoke_link, restore_link):
        with pytest.raises(NoSuchRow):
            act(store, led, other_project, member.links[0].id)
    for touch in (
        lambda: issue_link(store, led, other_project, member.account_id, 7),
        lambda: change_role(store, led, other_project, member.account_id, READER),
        lambda: remove_member(store, led, other_project, member.account_id),
        lambda: connect_person(store, led, other_project, member.account_id, None),
        lambda: restore_member(store, led, other_project, member),
    ):
        with pytest.raises(NoSuchRow):
            touch()
    assert comes_in(store, token).roles == ((project, LEAD),)


def test_the_link_of_a_start_is_out_of_reach_for_a_facilitator(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    led = comes_in(store, invited(store, facilitator, project, role=ProjectRole.FACILITATOR))
    with pytest.raises(NoSuchRow):
        revoke_link(store, led, project, only_row(store, AccessLink, project_id=None).id)


def test_another_role_holds_from_the_next_run_on(store: Store, facilitator: Actor, project: UUID) -> None:
    cookie = cookie_of(store, invited(store, facilitator, project))
    member = only_member(store, facilitator, project)
    change_role(store, facilitator, project, member.account_id, READER)
    assert actor_of(store, cookie).roles == ((project, READER),)
    assert history_of(store, "change role") == [
        ("Membership", "changed", {"role": "team_lead"}, {"role": "executive"})
    ]


def test_who_loses_his_role_is_out_and_comes_in_again_when_it_is_given_back(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    person = add_person(store, facilitator, project, "Ada")
    cookie = cookie_of(store, invited(store, facilitator, project, person_id=person))
    member = only_member(store, facilitator, project)
    remove_member(store, facilitator, project, member.account_id)
    assert actor_of(store, cookie) == GUEST
    assert list_members(store, facilitator, project) == ()
    restore_member(store, facilitator, project, member)
    restored = only_member(store, facilitator, project)
    assert (restored.role, restored.person_id) == (LEAD, person)
    assert [link.id for link in restored.links] == [link.id for link in member.links]
    assert actor_of(store, cookie).roles == ((project, LEAD),)


def test_a_link_that_was_ended_before_stays_so_when_a_role_is_given_back(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    token = invited(store, facilitator, project)
    [link] = only_member(store, facilitator, project).links
    revoke_link(store, facilitator, project, link.id)
    member = only_member(store, facilitator, project)
    remove_member(store, facilitator, project, member.account_id)
    restore_member(store, facilitator, project, member)
    assert enter(store, token) is None


def test_nobody_changes_his_own_role_or_takes_it_away(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    led = comes_in(store, invited(store, facilitator, project, role=ProjectRole.FACILITATOR))
    assert led.account_id is not None
    with pytest.raises(NotYourself):
        change_role(store, led, project, led.account_id, READER)
    with pytest.raises(NotYourself):
        remove_member(store, led, project, led.account_id)


def test_the_day_of_the_last_use_is_told_to_administrators_alone(
    store: Store, facilitator: Actor, project: UUID, pass_time: PassTime
) -> None:
    led = comes_in(store, invited(store, facilitator, project, role=ProjectRole.FACILITATOR))
    cookie = cookie_of(store, invited(store, facilitator, project, name="Bo"))
    for days in (0, 1):
        used = store.now().date()
        actor_of(store, cookie)
        assert last_used(store, facilitator, project, "Bo") == used, days
        assert last_used(store, led, project, "Bo") is None, days
        pass_time(A_DAY)


def last_used(store: Store, actor: Actor, project: UUID, name: str) -> object:
    [link] = next(one.links for one in list_members(store, actor, project) if one.name == name)
    return link.last_used_on


def test_a_mail_address_is_one_account_in_all_projects(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    ada = {"mail": "Ada@Company.example"}
    first = comes_in(store, invited(store, facilitator, project, **ada))
    second = comes_in(store, invited(store, facilitator, other_project, mail="ada@company.EXAMPLE"))
    assert first.account_id == second.account_id
    # One account is no way round what each link opens.
    assert (first.roles, second.roles) == (((project, LEAD),), ((other_project, LEAD),))
    with pytest.raises(HasRoleAlready):
        invited(store, facilitator, project, name="Somebody", **ada)


@pytest.mark.parametrize("mail", ["ada", "@company.example", "ada@", "ada @company.example", "a@b\nc"])
def test_what_is_no_mail_address_is_refused(
    store: Store, facilitator: Actor, project: UUID, mail: str
) -> None:
    with pytest.raises(UnusableInput):
        invited(store, facilitator, project, mail=mail)
    assert rows_of(store, Membership) == []


def test_somebody_can_be_a_person_of_this_project_and_of_no_other(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    here, there = (add_person(store, facilitator, one, "Ada") for one in (project, other_project))
    invited(store, facilitator, project)
    member = only_member(store, facilitator, project)
    connect_person(store, facilitator, project, member.account_id, here)
    assert only_member(store, facilitator, project).person_id == here
    with pytest.raises(NoSuchRow):
        connect_person(store, facilitator, project, member.account_id, there)
    with pytest.raises(NoSuchRow):
        invited(store, facilitator, project, person_id=there)
    connect_person(store, facilitator, project, member.account_id, None)
    assert only_member(store, facilitator, project).person_id is None


def test_a_link_for_somebody_without_a_role_is_not_made(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    with pytest.raises(NoSuchRow):
        issue_link(store, facilitator, project, uuid4(), 7)
    assert rows_of(store, AccessLink, project_id=project) == []
