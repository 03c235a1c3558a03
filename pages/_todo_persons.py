"""Whose to-dos are shown: one's own, else those of somebody whom a facilitator chooses."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._address import chosen_in_address, keep_in_address
from pages._navigation import go_to
from pages._page import PageContext
from pages._person_choice import person_names
from pages._touchpoint_drawer import attempt, show_outcome
from storage.my_todos import Persons, connect_myself
from storage.projects import ProjectSummary

_PERSON, _PLACE = "person", "todo-persons"
_NOBODY = ""


def chosen_persons(page: PageContext) -> Persons:
    """For whoever is nobody of any project: whom he chose to look at, else what he can do is said."""
    if page.project is not None and page.may_change:
        return _choose(page, page.project)
    _say_how_to_begin(page)
    return {}


def _choose(page: PageContext, project: ProjectSummary) -> Persons:
    """A list of the project's people, and the press that says who one is oneself."""
    say = page.wording.say
    names = {
        _NOBODY: say("choose somebody"),
        **{str(id_): name for id_, name in person_names(page, project).items()},
    }
    if len(names) == 1:
        _say_that_nobody_is_there(page, project)
        return {}
    chosen = chosen_in_address(_PERSON, names, _NOBODY)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            say("Whose to-dos?"),
            list(names),
            format_func=names.__getitem__,
            key=_PERSON,
            on_change=keep_in_address,
            args=(_PERSON,),
            width=320,
        )
        if chosen and page.actor.account_id is not None:
            person = UUID(chosen)
            st.button(say("This is me"), on_click=_connect, args=(page, project, person))
    show_outcome(page, _PLACE)
    if not chosen:
        st.info(
            say(
                "Nobody has said yet which of the project's people you are. "
                "Choose somebody to see what he has to do; if it is you, say so, and this page is yours."
            )
        )
    return {project.id: UUID(chosen)} if chosen else {}


def _connect(page: PageContext, project: ProjectSummary, person: UUID) -> None:
    attempt(_PLACE, lambda: connect_myself(page.store, page.actor, project.id, person))


def _say_that_nobody_is_there(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Nobody has anything to do yet"), anchor=False)
        st.write(say("Plan who does what until when; each owner then finds here what is his."))
        offer_plan(page, project, is_primary=True)


def _say_how_to_begin(page: PageContext) -> None:
    """For somebody whom no project knows as one of its people, or with no project open."""
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Whose to-dos?"), anchor=False)
        if page.project is not None:
            st.write(
                say(
                    "Nobody has said yet which of the project's people you are. Ask the facilitator to do so "
                    "on the page “People and links”; your to-dos then stand here."
                )
            )
            offer_plan(page, page.project, is_primary=True)
            return
        st.write(say("Open a project, and choose there whose to-dos you want to see."))
        st.page_link(page.entries["home"], label=say("Choose a project"), icon=":material/arrow_forward:")


def offer_plan(page: PageContext, project: ProjectSummary, *, is_primary: bool = False) -> None:
    """The way to the plan, for those who may open it."""
    kind = "primary" if is_primary else "secondary"
    label = page.wording.say("Open the to-do plan")
    if "todo_plan" in page.entries and st.button(label, type=kind, icon=":material/arrow_forward:"):
        go_to("todo_plan", project.id)
