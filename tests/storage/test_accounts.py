"""Administrators see who can come in, and end all of somebody's ways in at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from storage.access import COMMAND_LINE, Actor, ActorKind, NotYourRole
from storage.accounts import (
    AccountEntry,
    OwnAccount,
    let_in_again,
    list_accounts,
    remove_account,
    sign_out_everywhere,
)
from storage.action_parts import add_comment, list_comments
from storage.actions import add_action
from storage.calendar_feeds import issue_feed, read_feed
from storage.history import list_changes
from storage.intents import NoSuchRow
from storage.invitations import invite, list_members, revoke_link
from storage.people import actor_of, enter, issue_start_link
from storage.revisions import revisions_of
from storage.store import Store
from tests.storage._rows import everything, rows_of
from touchpoints.model import AccessLink, Account, ProjectRole

PassTime = Callable[[timedelta], datetime]


@pytest.fixture
def cookie(store: Store, facilitator: Actor, project: UUID) -> str:
    """Of Jo's browser, who was invited."""
    about = {"name": "Jo", "mail": "jo@company.example", "role": "team_lead", "days": 30}
    return enter(store, invite(store, facilitator, project, about)) or ""


def jo(store: Store, administrator: Actor) -> AccountEntry:
    return next(one for one in list_accounts(store, administrator) if one.name == "Jo")


def test_each_account_has_its_roles_and_the_day_of_its_last_use(
    store: Store, facilitator: Actor, cookie: str
) -> None:
    assert jo(store, facilitator).last_used_on is None
    actor_of(store, cookie)
    found = jo(store, facilitator)
    assert (found.roles, found.links, found.browsers) == ((("Bakery", ProjectRole.TEAM_LEAD),), 1, 1)
    assert found.last_used_on == store.now().date()
    assert list_accounts(store, facilitator)[0].is_administrator


def test_whoever_is_signed_out_is_out_at_his_next_click_and_can_be_let_in_again(
    store: Store, facilitator: Actor, cookie: str
) -> None:
    feed = issue_feed(store, actor_of(store, cookie))
    ended = sign_out_everywhere(store, facilitator, jo(store, facilitator).id)
    assert actor_of(store, cookie).is_guest
    assert read_feed(store, feed) is None
    assert not jo(store, facilitator).has_way_in
    let_in_again(store, facilitator, jo(store, facilitator).id, ended)
    assert actor_of(store, cookie).name == "Jo"
    assert read_feed(store, feed) is not None


def test_what_was_ended_before_stays_so(
    store: Store, facilitator: Actor, project: UUID, cookie: str, pass_time: PassTime
) -> None:
    [link] = rows_of(store, AccessLink, account_id=jo(store, facilitator).id)
    revoke_link(store, facilitator, project, link.id)
    pass_time(timedelta(minutes=1))
    ended = sign_out_everywhere(store, facilitator, jo(store, facilitator).id)
    let_in_again(store, facilitator, jo(store, facilitator).id, ended)
    assert actor_of(store, cookie).is_guest


@pytest.mark.usefixtures("cookie")
def test_a_link_that_has_ended_is_none(store: Store, facilitator: Actor, pass_time: PassTime) -> None:
    pass_time(timedelta(days=31))
    assert jo(store, facilitator).links == 0


def test_others_are_not_touched(store: Store, facilitator: Actor, cookie: str) -> None:
    [mine] = [one for one in list_accounts(store, facilitator) if one.is_administrator]
    sign_out_everywhere(store, facilitator, mine.id)
    assert actor_of(store, cookie).name == "Jo"
    with pytest.raises(NoSuchRow):
        sign_out_everywhere(store, facilitator, uuid4())


def test_a_removed_account_is_gone_and_what_it_did_stays_without_a_name(
    store: Store, facilitator: Actor, project: UUID, cookie: str
) -> None:
    action = add_action(store, facilitator, project, {"name": "Answer within a day"})
    who = actor_of(store, cookie)
    add_comment(store, who, project, action, "Soon")
    feed = issue_feed(store, who)
    state = revisions_of(store, facilitator, project)
    remove_account(store, facilitator, jo(store, facilitator).id)
    assert "Jo" not in [one.name for one in list_accounts(store, facilitator)]
    assert actor_of(store, cookie).is_guest
    assert read_feed(store, feed) is None
    assert list_members(store, facilitator, project) == ()
    assert [(one.text, one.who) for one in list_comments(store, facilitator, project, action)] == [
        ("Soon", None)
    ]
    latest, remark, *_ = list_changes(store, facilitator, project)
    assert (latest.kind, latest.entity, latest.before) == ("erased", "Membership", {"role": "team_lead"})
    assert (remark.entity, remark.who) == ("Comment", None)
    gone = (str(who.account_id), who.account_id.hex if who.account_id else "", "jo@company.example")
    assert not [value for value in everything(store) if any(text in value for text in gone)]
    # What pages have kept of the project is read anew.
    assert all(
        number > state.get(scope, 0)
        for scope, number in revisions_of(store, facilitator, project).items()
        if scope in ("content", "plan", "coach", "voices")
    )


def test_nobody_removes_his_own_account_or_one_that_is_not_there(store: Store, facilitator: Actor) -> None:
    assert facilitator.account_id is not None
    with pytest.raises(OwnAccount):
        remove_account(store, facilitator, facilitator.account_id)
    with pytest.raises(NoSuchRow):
        remove_account(store, facilitator, uuid4())
    assert rows_of(store, Account, id=facilitator.account_id)


def test_facilitators_see_their_people_and_not_all_accounts(store: Store, project: UUID) -> None:
    leads = Actor(ActorKind.ACCOUNT, roles=((project, ProjectRole.FACILITATOR),))
    for function in (
        lambda: list_accounts(store, leads),
        lambda: sign_out_everywhere(store, leads, uuid4()),
        lambda: remove_account(store, leads, uuid4()),
    ):
        with pytest.raises(NotYourRole):
            function()


def test_the_printed_link_tells_the_day_on_which_it_was_opened(store: Store) -> None:
    token = issue_start_link(store)
    [first] = [one for one in list_accounts(store, COMMAND_LINE) if one.is_administrator]
    assert first.last_used_on is None
    enter(store, token)
    [first] = [one for one in list_accounts(store, COMMAND_LINE) if one.is_administrator]
    assert first.last_used_on == store.now().date()
