"""Signing the browser of a test in with a role."""

from __future__ import annotations

from uuid import UUID

from pages._page import Role
from pages._sign_in import COOKIE, SEAT
from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.people import enter, issue_start_link
from storage.seats import join_workshop
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from touchpoints.model import ProjectRole


def sign_in(store: Store, project: UUID, role: Role) -> dict[str, str]:
    """The cookies of somebody new with a role in a project; a guest has none."""
    if role is Role.GUEST:
        return {}
    if role is Role.PARTICIPANT:
        return {SEAT: take_seat(store, project)}
    if role is Role.ADMINISTRATOR:
        token: str = issue_start_link(store)
    else:
        values = {"name": role.value, "role": ProjectRole(role.value), "days": 9}
        token = invite(store, COMMAND_LINE, project, values)
    return {COOKIE: enter(store, token) or ""}


def take_seat(store: Store, project: UUID) -> str:
    """The token of a phone in an open workshop."""
    where = (store, COMMAND_LINE, project)
    workshop = add_workshop(*where, {"name": "Morning"})
    open_workshop(*where, workshop)
    return join_workshop(store, read_workshop(*where, workshop).code)
