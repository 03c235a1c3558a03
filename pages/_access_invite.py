"""Inviting somebody: who, as what, for how long; then the link."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import streamlit as st

from pages._access_link import NewLink, forget_link, keep_link, kept_link, show_link
from pages._access_words import MAY, ROLES, SPANS, USUAL_SPAN
from pages._page import PageContext
from pages._person_choice import person_names
from pages._touchpoint_drawer import attempt, show_outcome
from storage.access import Actor
from storage.invitations import invite, new_token
from storage.persons import list_persons
from storage.projects import ProjectSummary
from touchpoints.model import ProjectRole

_PLACE = "invite"
_WHO, _ROLE, _DAYS, _MAIL = "invite-who", "invite-role", "invite-days", "invite-mail"


def open_invitation(page: PageContext, project: ProjectSummary) -> None:
    """Open the dialog."""
    forget_link()
    title = page.wording.say("Invite somebody")
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    say, link = page.wording.say, kept_link()
    if link is None:
        _ask(page, project)
        return
    show_link(page, project, link)
    st.button(say("Invite somebody else"), icon=":material/person_add:", on_click=forget_link)


def _ask(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    names = person_names(page, project)
    with st.form(_PLACE, border=False):
        st.selectbox(
            say("Who"),
            list(names),
            None,
            format_func=lambda option: names.get(option, str(option)),
            accept_new_options=True,
            placeholder=say("Type a name or choose"),
            help=say("Whoever answers for something here is in the list; then what is his is found."),
            key=_WHO,
        )
        st.radio(
            say("Role"),
            list(ROLES),
            1,
            format_func=lambda role: say(ROLES[role]),
            captions=[say(MAY[role]) for role in ROLES],
            key=_ROLE,
        )
        choose_span(page, _DAYS)
        st.text_input(say("Mail address (optional)"), max_chars=254, key=_MAIL)
        # Both are made with the form: pressed twice, it gives one role and one link, the one that is shown.
        sent = (page, project, page.actor.once(), new_token())
        st.form_submit_button(say("Make the link"), type="primary", on_click=_invite, args=sent)
    show_outcome(page, _PLACE)


def choose_span(page: PageContext, key: str) -> None:
    """For how long a link works."""
    say = page.wording.say
    st.selectbox(
        say("The link works for"),
        list(SPANS),
        list(SPANS).index(USUAL_SPAN),
        format_func=lambda days: say(SPANS[days]),
        key=key,
    )


def _invite(page: PageContext, project: ProjectSummary, actor: Actor, token: str) -> None:
    who, days = st.session_state[_WHO], st.session_state[_DAYS]
    mail = st.session_state[_MAIL].strip() or None
    name = _name_of(page, project, who)
    values = {
        "name": name,
        "role": ProjectRole(st.session_state[_ROLE]),
        "days": days,
        "mail": mail,
        "person_id": who if isinstance(who, UUID) else None,
    }
    if attempt(_PLACE, lambda: invite(page.store, actor, project.id, values, token)):
        keep_link(NewLink(name, mail, token, page.today + timedelta(days=days)))


def _name_of(page: PageContext, project: ProjectSummary, who: UUID | str | None) -> str:
    people = list_persons(page.store, page.actor, project.id)
    return next((one.name for one in people if one.id == who), str(who or "").strip())
