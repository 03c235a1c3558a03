"""Whom an identity provider names: by his mail address and his groups, until it ends."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import col

from storage.access import COMMAND_LINE, GUEST, Right
from storage.accounts import list_accounts, sign_out_everywhere
from storage.group_roles import GroupHasRole, give_role, list_group_roles, take_role
from storage.intents import NoSuchRow
from storage.invitations import invite, remove_member
from storage.people import actor_of, leave
from storage.provider_sign_in import MailIsMissing, NoRoleYet, ProvenUser, enter_as, proven_user
from storage.store import Store
from tests.storage._rows import rows_of
from touchpoints.model import Account, ProjectRole, SignIn

EVA = ProvenUser("eva@company.example", "Eva", ("board",))


def invite_eva(store: Store, project: UUID, role: str = "team_lead") -> None:
    values = {"name": "Eva", "mail": "Eva@Company.example", "role": role, "days": 9}
    invite(store, COMMAND_LINE, project, values)


@pytest.mark.parametrize(
    ("claims", "user"),
    [
        ({"email": "Eva@B.example", "name": " Eva "}, ProvenUser("eva@b.example", "Eva", ())),
        ({"email": "eva@b.example", "groups": ["a", 7]}, ProvenUser("eva@b.example", "eva", ("a",))),
        ({"email": "eva@b.example", "groups": "a"}, ProvenUser("eva@b.example", "eva", ())),
    ],
)
def test_claims_say_a_mail_address_a_name_and_groups(claims: dict[str, object], user: ProvenUser) -> None:
    assert proven_user(claims, "groups") == user


@pytest.mark.parametrize(
    "claims", [{}, {"email": 7}, {"email": "eva"}, {"email": "eva@b.example", "email_verified": False}]
)
def test_an_address_that_is_missing_or_not_verified_counts_as_none(claims: dict[str, object]) -> None:
    with pytest.raises(MailIsMissing):
        proven_user(claims, "groups")


def test_whoever_was_invited_by_mail_has_all_his_roles(
    store: Store, project: UUID, other_project: UUID
) -> None:
    invite_eva(store, project)
    invite_eva(store, other_project, "executive")
    actor = actor_of(store, enter_as(store, EVA))
    assert dict(actor.roles) == {project: ProjectRole.TEAM_LEAD, other_project: ProjectRole.EXECUTIVE}
    assert not actor.is_administrator


def test_a_group_gives_its_role_and_the_widest_one_counts(
    store: Store, project: UUID, other_project: UUID
) -> None:
    give_role(store, COMMAND_LINE, project, "board", ProjectRole.EXECUTIVE)
    give_role(store, COMMAND_LINE, other_project, "board", ProjectRole.FACILITATOR)
    give_role(store, COMMAND_LINE, other_project, "others", ProjectRole.EXECUTIVE)
    invite_eva(store, project)
    actor = actor_of(store, enter_as(store, EVA))
    assert actor.role_in(project) is ProjectRole.TEAM_LEAD
    assert actor.may(Right.CHANGE, other_project)


def test_whoever_has_no_role_is_refused_and_leaves_no_account_behind(store: Store, project: UUID) -> None:
    before = len(rows_of(store, Account))
    with pytest.raises(NoRoleYet, match=r"eva@company\.example"):
        enter_as(store, EVA)
    assert len(rows_of(store, Account)) == before
    give_role(store, COMMAND_LINE, project, "board", ProjectRole.EXECUTIVE)
    assert actor_of(store, enter_as(store, EVA)).role_in(project) is ProjectRole.EXECUTIVE


def test_a_role_that_is_taken_away_is_gone_at_the_next_run(store: Store, project: UUID) -> None:
    group = give_role(store, COMMAND_LINE, project, "board", ProjectRole.EXECUTIVE)
    invite_eva(store, project)
    cookie = enter_as(store, EVA)
    account = actor_of(store, cookie).account_id
    assert account is not None
    remove_member(store, COMMAND_LINE, project, account)
    assert actor_of(store, cookie).role_in(project) is ProjectRole.EXECUTIVE
    take_role(store, COMMAND_LINE, project, group)
    assert actor_of(store, cookie) == GUEST


def test_signing_out_and_ending_all_end_it(store: Store, project: UUID) -> None:
    invite_eva(store, project)
    first, second = enter_as(store, EVA), enter_as(store, EVA)
    leave(store, first)
    assert actor_of(store, first) == GUEST
    [eva] = [one for one in list_accounts(store, COMMAND_LINE) if one.name == "Eva"]
    sign_out_everywhere(store, COMMAND_LINE, eva.id)
    assert actor_of(store, second) == GUEST


def test_after_a_working_day_it_has_ended(store: Store, project: UUID) -> None:
    invite_eva(store, project)
    cookie = enter_as(store, EVA)
    [row] = [one for one in rows_of(store, SignIn) if one.provider_groups is not None]
    assert row.expires_at - row.created_at == timedelta(hours=12)
    with store.writing() as session:
        ended = update(SignIn).where(col(SignIn.id) == row.id).values(expires_at=store.now())
        session.connection().execute(ended)
    assert actor_of(store, cookie) == GUEST


def test_a_group_has_one_role_in_a_project(store: Store, project: UUID, other_project: UUID) -> None:
    made = give_role(store, COMMAND_LINE, project, "board", ProjectRole.EXECUTIVE)
    with pytest.raises(GroupHasRole):
        give_role(store, COMMAND_LINE, project, " board ", ProjectRole.FACILITATOR)
    assert [(one.id, one.group) for one in list_group_roles(store, COMMAND_LINE, project)] == [
        (made, "board")
    ]
    with pytest.raises(NoSuchRow):
        take_role(store, COMMAND_LINE, other_project, made)
