"""The copies of the installation: the last good one, one more at a press, and how one is put back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.daily_backups import KEPT, Copy, back_up_now, last_failure, list_copies
from touchpoints.errors import TouchpointsError

_FAULT = "administration_copy_fault"
_MEGABYTE = 1_000_000
_MOST = 35


def show_copies(page: PageContext) -> None:
    """A failure first, then the newest copy, then all of them to be fetched."""
    say = page.wording.say
    _show_failure(page)
    copies = list_copies(page.store, page.actor)
    title = say("Copies")
    st.markdown(f"### {title}\n\n{_newest(page, copies)}\n\n{_about(page)}")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("Make a copy now"), icon=":material/backup:", on_click=_copy, args=(page,))
        if copies:
            with st.popover(say("Fetch a copy"), icon=":material/download:"):
                st.markdown("\n".join(_line(page, copy) for copy in copies[:_MOST]))


def _show_failure(page: PageContext) -> None:
    say = page.wording.say
    if (fault := st.session_state.pop(_FAULT, None)) is not None:
        st.error(escaped(say(fault)), icon=":material/error:")
    failure = last_failure(page.store, page.actor)
    if failure is not None:
        said = say(
            "The copy of {moment} could not be made: {reason}",
            moment=_moment(page, failure.at),
            reason=say(failure.reason),
        )
        st.error(escaped(said), icon=":material/error:")


def _newest(page: PageContext, copies: Sequence[Copy]) -> str:
    say = page.wording.say
    if not copies:
        return say("There is no copy yet.")
    newest = copies[0]
    return say(
        "Last good copy: **{moment}**, {size} MB, opened and read whole when it was made.",
        moment=_moment(page, newest.made_at),
        size=_size(page, newest),
    )


def _about(page: PageContext) -> str:
    say = page.wording.say
    days = KEPT.days
    if page.store.settings.sqlite_file is None:
        made = say(
            "The data lie in PostgreSQL: whoever runs that server makes its copies. One made here by hand is "
            "taken in by PostgreSQL and by SQLite, and erased after {days} days.",
            days=days,
        )
    else:
        made = say(
            "The server makes a copy each day, while everybody works, and erases it after {days} days.",
            days=days,
        )
    back = say(
        "To put one back, stop the server and use {command}; what is there then is kept beside it.",
        command="`python -m storage restore FILE`",
    )
    return f"{made} {back}"


def _line(page: PageContext, copy: Copy) -> str:
    return f"- [{_moment(page, copy.made_at)}](/backups/{copy.path.name}), {_size(page, copy)} MB"


def _size(page: PageContext, copy: Copy) -> str:
    return page.wording.number(copy.size / _MEGABYTE, 1)


def _moment(page: PageContext, at: datetime) -> str:
    local = at.astimezone(ZoneInfo(page.store.settings.time_zone))
    return f"{page.wording.date(local.date())}, {local:%H:%M}"


def _copy(page: PageContext) -> None:
    try:
        back_up_now(page.store, page.actor)
    except TouchpointsError as fault:
        st.session_state[_FAULT] = fault.message
