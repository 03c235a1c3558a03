"""Remarks on an action: added in one line, read with moment and author, thrown away with undo."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._read_only import show_nothing_yet
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._who import said_who
from storage.access import Actor
from storage.action_parts import CommentEntry, add_comment, bin_comment, list_comments, restore_comment
from touchpoints.messages import Message, message

_SHOWN = 20


def show_comments(drawer: ActionDrawer) -> None:
    """A line to write in, below it what was said, the latest first."""
    if drawer.may_edit:
        _ask(drawer)
    comments = list_comments(*drawer.where, drawer.action.id)
    if not comments and not drawer.may_edit:
        show_nothing_yet(drawer.page)
    for comment in comments[:_SHOWN]:
        _show_line(drawer, comment)
    if len(comments) > _SHOWN:
        st.caption(drawer.say("{count} older ones stand in the history.", count=len(comments) - _SHOWN))


def _ask(drawer: ActionDrawer) -> None:
    place = drawer.place("comments")
    key = f"new-{place}"
    with st.form(f"form-{place}", clear_on_submit=True, border=False):
        st.text_area(drawer.say("Remark"), max_chars=2000, key=key, height=80)
        st.form_submit_button(
            drawer.say("Add"),
            key=f"add-{place}",
            on_click=_add,
            args=(drawer, key, drawer.page.actor.once()),
        )
    show_outcome(drawer.page, place)


def _show_line(drawer: ActionDrawer, comment: CommentEntry) -> None:
    at = comment.at.astimezone(ZoneInfo(drawer.project.time_zone))
    who = escaped(said_who(drawer.page.wording, comment.who))
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-{comment.id}"):
        with st.container(gap="xxsmall", width="stretch"):
            st.caption(f"{who} · {drawer.page.wording.date(at.date())} {at:%H:%M}")
            st.markdown(_said(drawer, comment))
        if drawer.may_edit:
            st.button(
                drawer.say("Throw this remark away"),
                f"bin-{comment.id}",
                icon=":material/delete:",
                type="tertiary",
                on_click=_throw_away,
                args=(drawer, comment.id),
            )


def _said(drawer: ActionDrawer, comment: CommentEntry) -> str:
    """The remark; before the reason for a new date stand the old one and the new one."""
    text = escaped(comment.text)
    return f"**{escaped(drawer.say(_new_date(comment)))}:** {text}" if comment.is_of_new_date else text


def _new_date(comment: CommentEntry) -> Message:
    before, after = comment.due_before, comment.due_after
    if before is None:
        return message("Due on {after}", after=after) if after else message("No date any more")
    if after is None:
        return message("No date any more, before {before}", before=before)
    return message("Due on {after}, before {before}", after=after, before=before)


def _add(drawer: ActionDrawer, key: str, actor: Actor) -> None:
    text = st.session_state[key].strip()
    page, project = drawer.page, drawer.project.id
    if text:
        attempt(
            drawer.place("comments"),
            lambda: add_comment(page.store, actor, project, drawer.action.id, text),
        )


def _throw_away(drawer: ActionDrawer, comment_id: UUID) -> None:
    place = drawer.place("comments")
    if attempt(place, lambda: bin_comment(*drawer.where, comment_id)):
        offer_undo(
            message("The remark is in the bin and stays there for 30 days."),
            lambda: restore_comment(*drawer.where, comment_id),
            place,
        )
