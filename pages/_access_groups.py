"""Groups of the company's sign-in: everybody in one of them comes in with its role, without an invitation."""

from __future__ import annotations

import streamlit as st

from pages._access_words import ROLES
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.group_roles import GroupRoleEntry, give_role, list_group_roles, take_role
from storage.projects import ProjectSummary
from touchpoints.messages import message
from touchpoints.model import ProjectRole

_PLACE = "group-roles"
_GROUP, _ROLE = "group-name", "group-role"


def show_groups(page: PageContext, project: ProjectSummary) -> None:
    """The groups with their roles, and a form for another one; nothing without an identity provider."""
    if not page.store.settings.has_provider:
        return
    say = page.wording.say
    st.subheader(say("Groups of the company's sign-in"), anchor=False)
    groups = list_group_roles(page.store, page.actor, project.id)
    if not groups:
        st.caption(
            say(
                "Whoever is in a group comes in with its role, without an invitation. "
                "Whoever was invited by mail address comes in with his own."
            )
        )
    for one in groups:
        _show_group(page, project, one)
    with st.form(_PLACE, clear_on_submit=True):
        st.text_input(say("Group, as the company's sign-in names it"), max_chars=200, key=_GROUP)
        st.selectbox(say("Role"), list(ROLES), 1, format_func=lambda role: say(ROLES[role]), key=_ROLE)
        sent = (page, project, page.actor.once())
        st.form_submit_button(say("Give the group this role"), on_click=_give, args=sent)
    show_outcome(page, _PLACE)


def _show_group(page: PageContext, project: ProjectSummary, one: GroupRoleEntry) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{escaped(one.group)}** · {escaped(say(ROLES[one.role]))}", width="content")
        args = (page, project, one)
        st.button(say("Take the role away"), f"take-{one.id}", type="tertiary", on_click=_take, args=args)


def _give(page: PageContext, project: ProjectSummary, actor: Actor) -> None:
    group, role = st.session_state[_GROUP].strip(), ProjectRole(st.session_state[_ROLE])
    attempt(_PLACE, lambda: give_role(page.store, actor, project.id, group, role))


def _take(page: PageContext, project: ProjectSummary, one: GroupRoleEntry) -> None:
    where = (page.store, page.actor, project.id)
    if attempt(_PLACE, lambda: take_role(*where, one.id)):
        said = message("{group} has no role here any more.", group=one.group)
        offer_undo(said, lambda: give_role(*where, one.group, one.role))
