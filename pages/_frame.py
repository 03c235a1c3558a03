"""One run of the main script: who looks, in which language, at which project, what is around the page."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from pages._discovery import FoundPage, find_pages
from pages._language import wording_of
from pages._look import make_readable
from pages._navigation import Entries, choose_page
from pages._page import Page, PageContext, Role, hand_over
from pages._project import open_one, show_project_switch, wanted_one
from pages._sidebar import show_beside
from pages._sign_in import role_of, visitor
from pages._store import shared_store
from pages._undo import leave_undo_behind
from storage.access import OUTSIDE, Actor
from storage.projects import ProjectSummary, list_projects
from storage.store import Store
from touchpoints.messages import Wording

# As an address that holds the picture itself: a file would be read and compared at every run.
_DRAWN = b64encode(Path(__file__).with_name("_icon.svg").read_bytes()).decode()
_ICON = f"data:image/svg+xml;base64,{_DRAWN}"


def show_frame() -> None:
    """One run of the script."""
    store = shared_store()
    actor = visitor(store)
    wording = wording_of(actor)
    found = find_pages()
    is_inside = actor.kind not in OUTSIDE
    projects = list_projects(store, actor) if is_inside else ()
    # Each read of this run asks whether its project is there; this is the answer to all of them.
    actor = replace(actor, there=frozenset(project.id for project in projects))
    wanted = wanted_one(projects)
    role = role_of(actor, wanted.id if wanted else None)
    # A phone has no room for a sign, and each call is a tenth of what one of a hundred phones may cost.
    if role is not Role.PARTICIPANT:
        st.set_page_config(page_icon=_ICON, layout="wide" if is_inside else "centered")
        st.logo(_ICON)
    entries, shown, entry = choose_page(role, found, wording)
    # A guest's address keeps its project: it is a link that works once he has signed in.
    context = _context(store, actor, wording, projects, entries)
    hand_over(context)
    leave_undo_behind(shown.page.id)
    make_readable(context.look)
    if is_inside:
        with st.sidebar:
            _show_sidebar(context, entries, found, shown.page)
    if shown.page.needs_project and context.project is None:
        _show_no_project(wording, shown, entries)
    else:
        entry.run()
    if role is Role.GUEST:
        show_beside(context, (), [one.page.id for one in found], shown.page)


def _context(
    store: Store, actor: Actor, wording: Wording, projects: tuple[ProjectSummary, ...], entries: Entries
) -> PageContext:
    project = open_one(projects) if projects else None
    zone = ZoneInfo(project.time_zone if project else store.settings.time_zone)
    # The browser names its look with its first message; Streamlit leaves it open in tests alone.
    look = st.context.theme.type or "light"
    today = store.now().astimezone(zone).date()
    by_id = {found.page.id: entry for found, entry in entries}
    return PageContext(store, actor, wording, project, today, look, projects, by_id)


def _show_sidebar(context: PageContext, entries: Entries, found: list[FoundPage], shown: Page) -> None:
    if shown.has_switches and context.projects:
        show_project_switch(context.projects, context.project, context.wording)
    show_beside(context, entries, [one.page.id for one in found], shown)


def _show_no_project(wording: Wording, shown: FoundPage, entries: Entries) -> None:
    st.title(wording.say(shown.page.title))
    st.write(wording.say("This page is about one project, but none is open."))
    _, start = entries[0]
    if st.button(wording.say("Choose or make a project"), type="primary", icon=":material/arrow_forward:"):
        st.switch_page(start)
