"""One of those with a role, in a drawer: role, which person it is, links, and the end of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import streamlit as st

from pages._access_invite import choose_span
from pages._access_link import NewLink, forget_link, keep_link, kept_link, show_link
from pages._access_words import ROLES
from pages._page import PageContext
from pages._person_choice import NOBODY, person_names
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.intents import NoSuchRow
from storage.invitations import (
    LinkEntry,
    Member,
    change_role,
    connect_person,
    issue_link,
    list_members,
    new_token,
    remove_member,
    restore_link,
    restore_member,
    revoke_link,
)
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.days import day_in
from touchpoints.messages import message


@dataclass(frozen=True)
class _Drawer:
    """A member as he stands in this run."""

    page: PageContext
    project: ProjectSummary
    member: Member

    @property
    def place(self) -> str:
        """Where its faults and its undo are shown."""
        return f"{self.member.account_id}-access"

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        """What every intent begins with."""
        return self.page.store, self.page.actor, self.project.id

    @property
    def is_me(self) -> bool:
        """Whether somebody looks at himself, whose role another one changes."""
        return self.member.account_id == self.page.actor.account_id

    def key(self, field: str) -> str:
        """The key of a widget."""
        return f"{field}-{self.place}"


def open_member(page: PageContext, project: ProjectSummary, member: Member) -> None:
    """Open the drawer."""
    forget_link()
    show = st.dialog(escaped(member.name), width="medium", position="right", on_dismiss="rerun")(_show)
    show(page, project, member.account_id)


def _show(page: PageContext, project: ProjectSummary, account_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    members = list_members(page.store, page.actor, project.id)
    member = next((one for one in members if one.account_id == account_id), None)
    if member is None:
        raise NoSuchRow
    drawer = _Drawer(page, project, member)
    _ask_role(drawer)
    _ask_person(drawer)
    _show_links(drawer)
    _offer_link(drawer)
    show_outcome(page, drawer.place)
    if not drawer.is_me:
        _offer_end(drawer)


def _ask_role(drawer: _Drawer) -> None:
    say, key = drawer.page.wording.say, drawer.key("role")
    follow(key, drawer.member.role)
    st.selectbox(
        say("Role"),
        list(ROLES),
        format_func=lambda role: say(ROLES[role]),
        key=key,
        disabled=drawer.is_me,
        help=say("Nobody changes his own role; another facilitator does it.") if drawer.is_me else None,
        on_change=_change_role,
        args=(drawer,),
    )


def _change_role(drawer: _Drawer) -> None:
    member, role = drawer.member, st.session_state[drawer.key("role")]
    if attempt(drawer.place, lambda: change_role(*drawer.where, member.account_id, role)):
        said = message(
            "{name} has another role from now on: {role}", name=member.name, role=message(ROLES[role])
        )
        back = member.role
        offer_undo(said, lambda: change_role(*drawer.where, member.account_id, back), drawer.place)


def _ask_person(drawer: _Drawer) -> None:
    """Whose to-dos and KPIs are his."""
    say, key = drawer.page.wording.say, drawer.key("person")
    names = {NOBODY: say("nobody of this project"), **_as_texts(drawer)}
    shown = str(drawer.member.person_id or NOBODY)
    follow(key, shown if shown in names else NOBODY)
    st.selectbox(
        say("Person of this project"),
        list(names),
        format_func=names.__getitem__,
        help=say("What this person answers for stands in his own to-dos."),
        key=key,
        on_change=_connect,
        args=(drawer,),
    )


def _as_texts(drawer: _Drawer) -> dict[str, str]:
    return {str(id_): name for id_, name in person_names(drawer.page, drawer.project).items()}


def _connect(drawer: _Drawer) -> None:
    member, chosen = drawer.member, st.session_state[drawer.key("person")]
    person = UUID(chosen) if chosen else None
    attempt(drawer.place, lambda: connect_person(*drawer.where, member.account_id, person))


def _show_links(drawer: _Drawer) -> None:
    say = drawer.page.wording.say
    st.subheader(say("Links"), anchor=False)
    if not drawer.member.links:
        st.write(say("No link works. Make one, or nobody comes in here under this name."))
    for link in drawer.member.links:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escaped(_said_of(drawer, link)), width="stretch")
            label, key = say("End this link"), f"end-{link.id}"
            st.button(label, key, icon=":material/link_off:", on_click=_revoke, args=(drawer, link))


def _said_of(drawer: _Drawer, link: LinkEntry) -> str:
    """Until when it works; when it was last used is told to administrators, and only as a day."""
    say = drawer.page.wording.say
    said = say("works until {day}", day=day_in(link.expires_at, drawer.project.time_zone))
    if not drawer.page.actor.may_everything:
        return said
    used = link.last_used_on
    return f"{said} · " + (say("last used on {day}", day=used) if used else say("not used yet"))


def _revoke(drawer: _Drawer, link: LinkEntry) -> None:
    if attempt(drawer.place, lambda: revoke_link(*drawer.where, link.id)):
        said = message("The link has ended. Pages that were opened by it close at their next click.")
        offer_undo(said, lambda: restore_link(*drawer.where, link.id), drawer.place)


def _offer_link(drawer: _Drawer) -> None:
    say, link = drawer.page.wording.say, kept_link()
    if link is not None:
        show_link(drawer.page, drawer.project, link)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_span(drawer.page, drawer.key("days"))
        sent = (drawer, drawer.page.actor.once(), new_token())
        st.button(
            say("Make another link"), drawer.key("link"), icon=":material/link:", on_click=_issue, args=sent
        )


def _issue(drawer: _Drawer, actor: Actor, token: str) -> None:
    member, days = drawer.member, st.session_state[drawer.key("days")]
    store, _, project_id = drawer.where
    if attempt(drawer.place, lambda: issue_link(store, actor, project_id, member.account_id, days, token)):
        until = drawer.page.today + timedelta(days=days)
        keep_link(NewLink(member.name, member.mail, token, until))


def _offer_end(drawer: _Drawer) -> None:
    """Closes the drawer; the page offers the way back."""
    say, member, where = drawer.page.wording.say, drawer.member, drawer.where
    st.divider()
    if st.button(say("Take the role away"), drawer.key("end"), icon=":material/person_remove:") and attempt(
        drawer.place, lambda: remove_member(*where, member.account_id)
    ):
        said = message("{name} has no role here any more, and the links have ended.", name=member.name)
        offer_undo(said, lambda: restore_member(*where, member))
        st.rerun()
