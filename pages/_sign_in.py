"""Who looks: the actor behind this browser's cookie, looked up at every run."""

from __future__ import annotations

import streamlit as st

from pages._page import Role
from storage.access import Actor
from storage.people import actor_of
from storage.store import Store

COOKIE = "touchpoints_sign_in"


def visitor(store: Store) -> Actor:
    """The actor; an open tab keeps the cookie it came with, so the database decides, not the cookie."""
    return actor_of(store, st.context.cookies.get(COOKIE))


def role_of(actor: Actor) -> Role:
    """The role that decides which pages there are."""
    return Role.GUEST if actor.is_guest else Role.FACILITATOR
