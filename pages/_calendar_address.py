"""The private address at which a calendar program reads one's to-dos: made, shown once, revoked."""

from __future__ import annotations

import streamlit as st

from pages._page import PageContext
from storage.calendar_feeds import has_feed, issue_feed, revoke_feed

# Of an address that was just made: nobody can read it again.
_SHOWN = "calendar_token"


def offer_calendar(page: PageContext) -> None:
    """The button, for whoever has to-dos of his own."""
    say = page.wording.say
    if st.button(say("Calendar"), icon=":material/calendar_month:"):
        st.session_state.pop(_SHOWN, None)
        st.dialog(say("To-dos in your calendar"), width="medium", on_dismiss="rerun")(_show)(page)


def _show(page: PageContext) -> None:
    say, token = page.wording.say, st.session_state.get(_SHOWN)
    st.write(
        say(
            "Outlook, Google, Apple and most other calendars can subscribe to an address. Each to-do "
            "stands on the day it is due, and moves along with every change."
        )
    )
    if token:
        _show_address(page, token)
    elif has_feed(page.store, page.actor):
        st.info(say("An address is in use. It cannot be shown again; a new one ends it."))
        _show_buttons(page, say("Make a new address"), is_in_use=True)
        return
    _show_buttons(page, say("Make an address"), is_in_use=bool(token))


def _show_address(page: PageContext, token: str) -> None:
    say = page.wording.say
    st.code(f"{page.store.settings.address}/calendar/{token}.ics", language=None, wrap_lines=True)
    st.caption(
        say(
            "Copy it now, it is shown only once. In the calendar choose “Subscribe” or “From the internet”. "
            "Whoever has the address reads your to-dos, so give it to nobody."
        )
    )


def _show_buttons(page: PageContext, label: str, *, is_in_use: bool) -> None:
    with st.container(horizontal=True):
        if not st.session_state.get(_SHOWN):
            st.button(label, type="primary", on_click=_issue, args=(page,))
        if is_in_use:
            st.button(page.wording.say("Revoke the address"), on_click=_revoke, args=(page,))


def _issue(page: PageContext) -> None:
    st.session_state[_SHOWN] = issue_feed(page.store, page.actor)


def _revoke(page: PageContext) -> None:
    st.session_state.pop(_SHOWN, None)
    revoke_feed(page.store, page.actor)
