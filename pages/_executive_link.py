"""A link for management: it works for a month, reads and changes nothing, and is shown once."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from pages._access_link import NewLink, forget_link, keep_link, kept_link, show_link
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from storage.access import Actor
from storage.invitations import invite, new_token
from storage.projects import ProjectSummary
from touchpoints.model import ProjectRole

_DAYS = 30
_PLACE, _NAME = "executive-link", "executive-link-name"


def show_link_button(page: PageContext, project: ProjectSummary) -> None:
    """Opens the drawer that makes the link."""
    title = page.wording.say("Link for management")
    if st.button(title, icon=":material/link:"):
        forget_link()
        st.dialog(title, width="medium", position="right", on_dismiss=forget_link)(_show)(page, project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    """First for whom, then the link; closed, it cannot be shown again."""
    link = kept_link()
    if link is None:
        _ask(page, project)
    else:
        show_link(page, project, link)


def _ask(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    st.write(
        say(
            "Whoever opens the link sees this project and changes nothing. It works for {days} days, and you "
            "can end it earlier.",
            days=_DAYS,
        )
    )
    with st.form(_PLACE, border=False):
        st.text_input(say("For whom"), say("Management"), max_chars=80, key=_NAME)
        # Both are made with the form: pressed twice, it gives one role and one link, the one that is shown.
        sent = (page, project, page.actor.once(), new_token())
        st.form_submit_button(
            say("Make the link"), type="primary", icon=":material/link:", on_click=_make, args=sent
        )
    show_outcome(page, _PLACE)


def _make(page: PageContext, project: ProjectSummary, actor: Actor, token: str) -> None:
    name: str = st.session_state[_NAME].strip()
    values = {"name": name, "role": ProjectRole.EXECUTIVE, "days": _DAYS}
    if attempt(_PLACE, lambda: invite(page.store, actor, project.id, values, token)):
        keep_link(NewLink(name, None, token, page.today + timedelta(days=_DAYS)))
