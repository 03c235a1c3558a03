"""Who has the facilitator's link comes in and stays signed in; the database knows no token."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from storage import people
from storage.access import COMMAND_LINE, GUEST, Actor, ActorKind, NotAllowed
from storage.store import Store
from tests.storage._rows import everything, only_row, rows_of
from touchpoints.model import AccessLink, Account, SignIn

PassTime = Callable[[timedelta], object]
ALMOST, A_LITTLE = timedelta(minutes=-1), timedelta(minutes=2)


def signed_in(store: Store) -> str:
    cookie = people.enter(store, people.issue_start_link(store))
    assert cookie is not None
    return cookie


def test_the_start_link_lets_the_facilitator_in(store: Store) -> None:
    actor = people.actor_of(store, signed_in(store))
    assert (actor.kind, actor.name, actor.is_guest) == (ActorKind.ACCOUNT, "Facilitator", False)


def test_each_start_prints_a_new_link_for_the_same_person(store: Store) -> None:
    first, second = people.issue_start_link(store), people.issue_start_link(store)
    assert first != second
    actors = [people.actor_of(store, people.enter(store, token)) for token in (first, second)]
    assert actors[0] == actors[1]
    assert only_row(store, Account).is_administrator


def test_a_link_works_more_than_once_since_mail_scanners_open_it_too(store: Store) -> None:
    token = people.issue_start_link(store)
    first, second = people.enter(store, token), people.enter(store, token)
    assert first != second
    assert not people.actor_of(store, second).is_guest


def test_no_token_is_in_the_database(store: Store) -> None:
    token = people.issue_start_link(store)
    cookie = people.enter(store, token)
    assert cookie is not None
    values = list(everything(store))
    assert only_row(store, SignIn).token_hash in values
    assert not [value for value in values if token in value or cookie in value]


def test_tokens_have_256_bits(store: Store) -> None:
    assert len(people.issue_start_link(store)) == len(signed_in(store)) == 43


@pytest.mark.parametrize("cookie", [None, "", "guessed", "\0", "x" * 100_000])
def test_whom_nobody_knows_is_a_guest(store: Store, cookie: str | None) -> None:
    signed_in(store)
    assert people.actor_of(store, cookie) == GUEST


@pytest.mark.parametrize("token", ["", "guessed", "\0", "x" * 100_000])
def test_nobody_comes_in_by_a_wrong_link(store: Store, token: str) -> None:
    people.issue_start_link(store)
    assert people.enter(store, token) is None
    assert rows_of(store, SignIn) == []


def test_a_link_is_no_cookie_and_a_cookie_no_link(store: Store) -> None:
    token = people.issue_start_link(store)
    cookie = people.enter(store, token)
    assert cookie is not None
    assert people.actor_of(store, token) == GUEST
    assert people.enter(store, cookie) is None


def test_a_link_lets_in_for_a_week(store: Store, pass_time: PassTime) -> None:
    token = people.issue_start_link(store)
    pass_time(timedelta(days=7) + ALMOST)
    assert people.enter(store, token) is not None
    pass_time(A_LITTLE)
    assert people.enter(store, token) is None


def test_a_browser_stays_signed_in_for_a_quarter(store: Store, pass_time: PassTime) -> None:
    cookie = signed_in(store)
    pass_time(timedelta(days=90) + ALMOST)
    assert not people.actor_of(store, cookie).is_guest
    pass_time(A_LITTLE)
    assert people.actor_of(store, cookie) == GUEST


def test_a_revoked_link_lets_nobody_in(store: Store) -> None:
    token = people.issue_start_link(store)
    with store.writing() as session:
        session.merge(only_row(store, AccessLink)).revoked_at = store.now()
    assert people.enter(store, token) is None


def test_who_leaves_is_a_guest_at_once_and_other_browsers_stay_in(store: Store) -> None:
    here, there = signed_in(store), signed_in(store)
    people.leave(store, here)
    assert people.actor_of(store, here) == GUEST
    assert not people.actor_of(store, there).is_guest


def test_leaving_with_an_unknown_cookie_does_nothing(store: Store) -> None:
    cookie = signed_in(store)
    people.leave(store, "guessed")
    assert not people.actor_of(store, cookie).is_guest


def test_the_chosen_language_is_kept_for_all_browsers(store: Store, facilitator: Actor) -> None:
    assert facilitator.language is None
    people.set_language(store, facilitator, "de")
    assert people.actor_of(store, signed_in(store)).language == "de"


def test_only_who_has_an_account_has_a_language(store: Store) -> None:
    with pytest.raises(NotAllowed):
        people.set_language(store, GUEST, "de")
    people.set_language(store, COMMAND_LINE, "de")
    assert rows_of(store, Account) == []
