"""Who looks: the actor behind this browser's cookies, looked up at every run."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import streamlit as st

from pages import _cookies
from pages._page import Role
from storage.access import Actor, ActorKind
from storage.people import actor_of
from storage.seats import participant_of
from storage.store import Store
from touchpoints.model import ProjectRole

COOKIE = _cookies.SIGN_IN.name
SEAT = _cookies.SEAT.name


def visitor(store: Store) -> Actor:
    """The actor; an open tab keeps the cookies it came with, so the database decides, not the cookie.

    Whoever is signed in and has joined a workshop, too, stays who he is, and takes part from his seat.
    """
    sent = st.context.cookies
    seated = participant_of(store, sent.get(SEAT))
    signed_in = actor_of(store, sent.get(COOKIE))
    return seated if signed_in.is_guest else replace(signed_in, seat=seated.seat)


def role_of(actor: Actor, project_id: UUID | None) -> Role:
    """The role that decides which pages there are: in the open project, else the widest one somewhere."""
    if actor.kind in _OUTSIDE:
        return _OUTSIDE[actor.kind]
    if actor.may_everything:
        return Role.ADMINISTRATOR
    here = actor.role_in(project_id)
    roles = {role for _, role in actor.roles}
    return _INSIDE[here or next(role for role in _INSIDE if role in roles)]


_OUTSIDE = {ActorKind.GUEST: Role.GUEST, ActorKind.PARTICIPANT: Role.PARTICIPANT}
# The widest first.
_INSIDE = {
    ProjectRole.FACILITATOR: Role.FACILITATOR,
    ProjectRole.TEAM_LEAD: Role.TEAM_LEAD,
    ProjectRole.EXECUTIVE: Role.EXECUTIVE,
}
