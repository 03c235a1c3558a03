"""The cards of all projects in use, with the facts and the style that they share.

Not in the page's own file, which Streamlit runs anew each time: nothing that it keeps would last.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._home_card import Held, held_by, show_card
from pages._kept import kept
from pages._page import PageContext
from storage.access import Actor
from storage.progress import facts_of_all
from storage.projects import ProjectSummary
from storage.revisions import revisions_of_all
from storage.store import Store


def show_cards(page: PageContext, projects: Sequence[ProjectSummary]) -> None:
    """As many in a row as fit: the style sheet makes a grid of the container."""
    held = _held(page.store, page.actor, revisions_of_all(page.store, page.actor))
    accent = st.get_option(f"theme.{page.look}.primaryColor")
    st.html(f"<style>:root {{ --tp-accent: {accent}; }}\n{_style()}</style>")
    with st.container(key="cards"):
        for project in projects:
            show_card(page, project, held.get(project.id, Held()))


@cache
def _style() -> str:
    return Path(__file__).with_name("_home.css").read_text(encoding="utf-8")


# Counting takes as long as drawing ten cards. The revisions are read with the actor, as for measurements.
@kept(10, hash_funcs={tuple: hash})
def _held(_store: Store, _actor: Actor, revisions: Hashable) -> Mapping[UUID, Held]:  # noqa: ARG001 - the key
    facts = facts_of_all(_store, _actor)
    return {project_id: held_by(found) for project_id, found in facts.items()}
