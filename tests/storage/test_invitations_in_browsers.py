"""Somebody with several links, in one browser or in several, is who he is and may what they open."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage import people
from storage.access import GUEST, Actor, NoSuchProject
from storage.invitations import (
    issue_link,
    revoke_link,
)
from storage.journey import list_touchpoints
from storage.people import SignedInAsAnother, actor_of, enter, issue_start_link
from storage.store import Store
from tests.storage._invitations import LEAD, READER, comes_in, cookie_of, invited, only_member
from tests.storage._rows import only_row
from touchpoints.model import AccessLink, Account, ProjectRole


def test_two_invitations_in_one_browser_open_both_projects_for_one_person(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    first = invited(store, facilitator, project)
    second = invited(store, facilitator, other_project, name="A. Lovelace", role=READER)
    cookie = cookie_of(store, first)
    assert cookie_of(store, second, cookie) == cookie
    actor = actor_of(store, cookie)
    assert dict(actor.roles) == {project: LEAD, other_project: READER}
    both = (only_member(store, facilitator, one) for one in (project, other_project))
    assert {member.account_id for member in both} == {actor.account_id}


def test_other_browsers_and_links_of_whoever_became_one_person_go_on_working(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    on_the_phone = cookie_of(store, invited(store, facilitator, other_project))
    member = only_member(store, facilitator, other_project)
    another = issue_link(store, facilitator, other_project, member.account_id, 7)
    cookie_of(store, another, cookie_of(store, invited(store, facilitator, project)))
    assert actor_of(store, on_the_phone).roles == ((other_project, LEAD),)


def test_one_of_two_links_in_a_browser_ends_without_the_other(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    cookie = cookie_of(store, invited(store, facilitator, project))
    cookie_of(store, invited(store, facilitator, other_project), cookie)
    [link] = only_member(store, facilitator, project).links
    revoke_link(store, facilitator, project, link.id)
    assert actor_of(store, cookie).roles == ((other_project, LEAD),)


def test_two_links_to_one_project_for_two_people_are_not_mixed_up(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    cookie = cookie_of(store, invited(store, facilitator, project))
    bo = invited(store, facilitator, project, name="Bo", role=READER)
    with pytest.raises(SignedInAsAnother):
        enter(store, bo, cookie)
    assert actor_of(store, cookie).name == "Ada"


def test_an_administrator_who_opens_the_link_of_another_stays_who_he_is(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    token = invited(store, facilitator, project)
    cookie = cookie_of(store, issue_start_link(store))
    with pytest.raises(SignedInAsAnother) as told:
        enter(store, token, cookie)
    assert told.value.message.values == {"name": "Facilitator", "other": "Ada"}
    assert actor_of(store, cookie).is_administrator
    assert comes_in(store, token).name == "Ada"


def test_a_facilitator_who_invites_an_administrator_does_not_become_one_by_that_link(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    with store.writing() as session:
        session.merge(only_row(store, Account)).mail = "chief@company.example"
    led = comes_in(store, invited(store, facilitator, project, role=ProjectRole.FACILITATOR))
    stolen = comes_in(store, invited(store, led, project, mail="chief@company.example"))
    assert stolen.account_id == facilitator.account_id
    assert (stolen.is_administrator, stolen.roles) == (False, ((project, LEAD),))
    with pytest.raises(NoSuchProject):
        list_touchpoints(store, stolen, other_project)


def test_a_revoked_link_of_a_start_ends_what_was_opened_by_it(store: Store) -> None:
    cookie = cookie_of(store, issue_start_link(store))
    assert actor_of(store, cookie).is_administrator
    with store.writing() as session:
        session.merge(only_row(store, AccessLink)).revoked_at = store.now()
    assert actor_of(store, cookie) == GUEST


def test_who_signs_out_is_out_of_every_project_in_that_browser(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    cookie = cookie_of(store, invited(store, facilitator, project))
    cookie_of(store, invited(store, facilitator, other_project), cookie)
    people.leave(store, cookie)
    assert actor_of(store, cookie) == GUEST
