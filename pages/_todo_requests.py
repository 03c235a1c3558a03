"""Who is asked to take an action over, on top of the page: what waits for me, and what I wait for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from uuid import UUID

import streamlit as st

from pages._my_todos import MyTodos
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.owner_changes import (
    OpenChange,
    accept_owner_change,
    decline_owner_change,
    reopen_owner_change,
    take_back_owner_change,
)
from touchpoints.messages import N_, Message, message

_PLACE = "todo-requests"


class _Part(Enum):
    """What somebody has to do with a request."""

    ASKED = 1  # he answers
    ANSWERS_FOR = 2  # the other cannot answer, so he tells the other's answer
    WAITS = 3  # he has asked


def show_requests(page: PageContext, mine: MyTodos) -> None:
    """Each with its answers; those that wait for me first."""
    parts = [(part.value, one) for one in mine.open_changes if (part := _part(page, mine, one))]
    for part, change in sorted(parts, key=lambda pair: pair[0]):
        _show(page, _Part(part), change)
    show_outcome(page, _PLACE)


def _part(page: PageContext, mine: MyTodos, change: OpenChange) -> _Part | None:
    me = mine.persons.get(change.project_id)
    if me == change.to_person_id:
        return _Part.ASKED
    has_asked = me is not None and me == change.from_person_id
    if change.can_answer:
        return _Part.WAITS if has_asked else None
    leads = page.project is not None and page.project.id == change.project_id and page.may_change
    return _Part.ANSWERS_FOR if has_asked or leads else None


def _show(page: PageContext, part: _Part, change: OpenChange) -> None:
    say = page.wording.say
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        note = f"  \n{escaped(change.note)}" if change.note else ""
        st.markdown(f"{escaped(say(_said(part, change)))}{note}", width="stretch")
        for label, icon, answer in _ANSWERS[part]:
            key = f"{answer.__name__}-{change.id}"
            args = (page, change, answer)
            kind = "primary" if part is _Part.ASKED and answer is accept_owner_change else "secondary"
            st.button(say(label), key, icon=icon, type=kind, on_click=_answer, args=args)


Answer = Callable[..., None]
_ACCEPTED, _DECLINED = ":material/check:", ":material/close:"
_ANSWERS: dict[_Part, Sequence[tuple[str, str, Answer]]] = {
    _Part.ASKED: (
        (N_("Take over"), _ACCEPTED, accept_owner_change),
        (N_("Decline"), _DECLINED, decline_owner_change),
    ),
    _Part.ANSWERS_FOR: (
        (N_("Yes"), _ACCEPTED, accept_owner_change),
        (N_("No"), _DECLINED, decline_owner_change),
    ),
    _Part.WAITS: ((N_("Take back"), ":material/undo:", take_back_owner_change),),
}


def _said(part: _Part, change: OpenChange) -> Message:
    about = {"name": change.action, "project": change.project, "person": change.to_person}
    if part is _Part.WAITS:
        return message("{person} has not answered yet who takes “{name}” over ({project}).", **about)
    if part is _Part.ANSWERS_FOR:
        return message(
            "Does {person} take “{name}” over ({project})? {person} cannot answer here: "
            "ask, and tell the answer here.",
            **about,
        )
    if change.from_person is None:
        return message("You are asked to take “{name}” over ({project}).", **about)
    return message("{owner} asks you to take “{name}” over ({project}).", owner=change.from_person, **about)


def _answer(page: PageContext, change: OpenChange, answer: Answer) -> None:
    where: tuple[object, object, UUID] = (page.store, page.actor, change.project_id)
    if attempt(_PLACE, lambda: answer(*where, change.id)):
        offer_undo(
            message(_DONE[answer], name=change.action, person=change.to_person),
            lambda: reopen_owner_change(page.store, page.actor, change.project_id, change.id),
        )


_DONE: dict[Answer, str] = {
    accept_owner_change: N_("“{name}” belongs to {person} now."),
    decline_owner_change: N_("“{name}” stays where it is."),
    take_back_owner_change: N_("{person} is not asked about “{name}” any more."),
}
