"""Handing a to-do over: somebody is asked, and it keeps its owner until he accepts."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._person_choice import choose_person, person_names, stored_person
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.owner_changes import (
    OpenChange,
    ask_to_take_over,
    list_open_changes,
    reopen_owner_change,
    take_back_owner_change,
    who_has_access,
)
from touchpoints.messages import N_, Message, message


def show_handover(drawer: ActionDrawer) -> None:
    """Whom to ask, or who is asked already."""
    place = drawer.place("handover")
    asked = _asked(drawer)
    if asked is None:
        _ask(drawer, place)
    else:
        st.markdown(escaped(drawer.say(_said(asked))))
        st.button(
            drawer.say("Take back"),
            f"take-back-{place}",
            icon=":material/undo:",
            on_click=_take_back,
            args=(drawer, place, asked),
        )
    show_outcome(drawer.page, place)


def _asked(drawer: ActionDrawer) -> OpenChange | None:
    store, actor, project_id = drawer.page.store, drawer.page.actor, drawer.project.id
    found = list_open_changes(store, actor, [project_id])
    return next((one for one in found if one.action_id == drawer.action.id), None)


def _ask(drawer: ActionDrawer, place: str) -> None:
    say, keys = drawer.say, (f"{place}-person", f"{place}-note")
    # Drawn with the form, so that pressing twice asks once.
    actor = drawer.page.actor.once()
    with st.form(f"form-{place}", border=False, clear_on_submit=True):
        label = say("Who shall take it over?")
        choose_person(drawer.page, drawer.project, label, None, keys[0], _answering_first(drawer))
        st.text_input(say("What should that person know?"), max_chars=300, key=keys[1])
        args = (drawer, actor, place, *keys)
        st.form_submit_button(say("Ask"), key=f"ask-{place}", type="primary", on_click=_keep, args=args)


def _answering_first(drawer: ActionDrawer) -> dict[UUID, str]:
    """Those who can answer, then the others, for whom whoever asks tells the answer, with the reason."""
    page, project = drawer.page, drawer.project
    access = who_has_access(page.store, page.actor, project.id)
    names = person_names(page, project)
    others = {id_: name for id_, name in names.items() if not access.get(id_)}
    said = {
        id_: drawer.say(_READS_ONLY if id_ in access else _NO_ACCESS, person=name)
        for id_, name in others.items()
    }
    return {id_: name for id_, name in names.items() if id_ not in others} | said


_NO_ACCESS, _READS_ONLY = N_("{person} – has no access yet"), N_("{person} – reads only, cannot answer")


def _keep(drawer: ActionDrawer, actor: Actor, place: str, person_key: str, note_key: str) -> None:
    page, project_id = drawer.page, drawer.project.id

    def ask() -> None:
        person = stored_person(page, drawer.project, st.session_state[person_key])
        if person is None:
            return
        note = st.session_state[note_key]
        made: UUID = ask_to_take_over(page.store, actor, project_id, drawer.action.id, person, note)
        asked = _asked(drawer)
        if asked is not None:
            undo = message(
                "{person} is asked to take {name} over.", person=asked.to_person, name=asked.action
            )
            offer_undo(undo, lambda: take_back_owner_change(*drawer.where, made), place)

    attempt(place, ask)


def _take_back(drawer: ActionDrawer, place: str, asked: OpenChange) -> None:
    if attempt(place, lambda: take_back_owner_change(*drawer.where, asked.id)):
        done = message(
            "{person} is not asked about “{name}” any more.", person=asked.to_person, name=asked.action
        )
        offer_undo(done, lambda: reopen_owner_change(*drawer.where, asked.id), place)


def _said(asked: OpenChange) -> Message:
    """Who is asked, and how the answer comes."""
    if asked.can_answer:
        return message(
            "{person} is asked to take this over, and answers on “My to-dos”. Until then the owner stays.",
            person=asked.to_person,
        )
    return message(
        "{person} is asked to take this over, but cannot answer here: ask yourself, and tell the answer "
        "on “My to-dos”. Until then the owner stays.",
        person=asked.to_person,
    )
