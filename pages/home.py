"""The start: every project as a card with how far its four steps are, and the way to a new one."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._home_aside import show_aside
from pages._home_card import Held, held_by, show_card
from pages._home_dialogs import ask_for_new_project
from pages._home_intents import make_sample, open_what_was_made
from pages._page import Page, PageContext, Section, draw
from pages._undo import show_undo
from storage.access import Actor
from storage.intents import revisions_of_all
from storage.progress import current_state_facts
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.messages import N_

PAGE = Page(
    id="home",
    title=N_("Projects"),
    icon=":material/home:",
    section=Section.START,
    order=0,
    needs_project=False,
)


def render(page: PageContext) -> None:
    """Projects in use first; those put aside and thrown away below."""
    open_what_was_made()
    projects = page.projects
    accent = st.get_option(f"theme.{page.look}.primaryColor")
    st.html(f"<style>:root {{ --tp-accent: {accent}; }}\n{_style()}</style>")
    in_use = [project for project in projects if project.archived_at is None]
    _show_head(page, in_use)
    show_undo(page)
    if in_use:
        _show_cards(page, in_use)
    else:
        _show_empty(page)
    show_aside(page, projects)


@cache
def _style() -> str:
    return Path(__file__).with_name("_home.css").read_text(encoding="utf-8")


def _show_head(page: PageContext, projects: list[ProjectSummary]) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Projects"), width="content", anchor=False)
        if projects:
            with st.container(horizontal=True, width="content"):
                if not any(project.is_example for project in projects):
                    _show_sample_button(page)
                if st.button(say("New project"), type="primary", icon=":material/add:"):
                    ask_for_new_project(page)


def _show_sample_button(page: PageContext) -> None:
    # The id of the intent is drawn with the button: pressed twice, it still makes one project.
    actor = page.actor.once()
    st.button(
        page.wording.say("Open the sample airport"),
        icon=":material/flight:",
        on_click=make_sample,
        args=(page, actor),
    )


def _show_cards(page: PageContext, projects: list[ProjectSummary]) -> None:
    held = _held(page.store, page.actor, revisions_of_all(page.store, page.actor))
    # The style sheet makes a grid of it: as many in a row as fit.
    with st.container(key="cards"):
        for project in projects:
            show_card(page, project, held.get(project.id, Held()))


# Counting takes as long as drawing ten cards. The revisions are read with the actor, as for measurements.
@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={tuple: hash})
def _held(_store: Store, _actor: Actor, revisions: Hashable) -> Mapping[UUID, Held]:  # noqa: ARG001 - the key
    facts = current_state_facts(_store, _actor)
    return {project_id: held_by(found) for project_id, found in facts.items()}


def _show_empty(page: PageContext) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.subheader(
            say("Where do your customers meet you, and what do they experience there?"), anchor=False
        )
        st.write(
            say(
                "A project leads a team through four steps: current state, target strategy, to-do plan, "
                "monitoring. Begin with your own company, or look around in an example first: an airport "
                "whose ratings are real."
            )
        )
        with st.container(horizontal=True):
            if st.button(say("Create your first project"), type="primary", icon=":material/add:"):
                ask_for_new_project(page)
            _show_sample_button(page)


if __name__ == "__main__":
    draw(render)
