"""The tool's own pages, and at one address more its wall, which is told nothing and asks every second."""

from __future__ import annotations

import runpy
from pathlib import Path

import streamlit as st

import pages
from pages._page import PageContext
from pages._sign_in import visitor
from pages._store import shared_store
from pages._wall import show_wall
from storage.projects import ProjectSummary, list_projects
from storage.revisions import audible_revisions
from storage.wording import wording_for

_FRAME = Path(pages.__path__[0]) / "_main.py"


def show_asking_wall() -> None:
    """The wall of the one project that there is."""
    store = shared_store()
    actor = visitor(store)
    projects = list_projects(store, actor)
    page = PageContext(
        store, actor, wording_for("en"), projects[0], store.now().date(), "light", projects, {}
    )
    _ask(page, projects[0])


@st.fragment(run_every=1)
def _ask(page: PageContext, project: ProjectSummary) -> None:
    show_wall(page, project, audible_revisions(page.store, page.actor, project.id))


if __name__ == "__main__":
    if "asks" in st.query_params:
        show_asking_wall()
    else:
        runpy.run_path(str(_FRAME))
