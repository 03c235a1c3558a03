"""The entries of the navigation: the four steps with their pages, for guests the way in alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn
from uuid import UUID

import streamlit as st
from streamlit.navigation.page import Page as Entry

from pages._discovery import FoundPage, pages_for
from pages._page import Role, Section, draw
from touchpoints.messages import Wording


def show_navigation(role: Role, found: list[FoundPage], wording: Wording) -> tuple[Entry, FoundPage]:
    """Show the navigation for a role; returns the entry to run and the page that it stands for."""
    entries = _guest_entries(found, wording) if role is Role.GUEST else _entries(role, found, wording)
    position = "hidden" if role is Role.GUEST else "sidebar"
    chosen = st.navigation(_by_section(entries, wording), position=position, expanded=True)
    return chosen, next(page for page, entry in entries if entry is chosen)


def _entries(role: Role, found: list[FoundPage], wording: Wording) -> list[tuple[FoundPage, Entry]]:
    return [
        (one, st.Page(one.file, title=wording.say(one.page.title), icon=one.page.icon, url_path=one.page.id))
        for one in pages_for(role, found)
    ]


def _guest_entries(found: list[FoundPage], wording: Wording) -> list[tuple[FoundPage, Entry]]:
    """The way in, at every address: whoever signs in then finds the page that he was sent a link to.

    Not one file of the other pages is among the entries, so none can be run.
    """
    way_in = pages_for(Role.GUEST, found)[0]
    title = wording.say(way_in.page.title)
    return [
        (way_in, st.Page(partial(draw, way_in.render), title=title, url_path=address))
        for address in [way_in.page.id, *(one.page.id for one in found if one is not way_in)]
    ]


def _by_section(entries: Sequence[tuple[FoundPage, Entry]], wording: Wording) -> Mapping[str, list[Entry]]:
    """Sections in the order of the steps; one without a page is not there."""
    return {
        wording.say(section): [entry for one, entry in entries if one.page.section is section]
        for section in Section
        if any(one.page.section is section for one, _ in entries)
    }


def go_to(page_id: str, project_id: UUID) -> NoReturn:
    """Leave for another page, about a project."""
    file = Path(__file__).with_name(f"{page_id}.py")
    st.switch_page(file, query_params={"project": str(project_id)})
