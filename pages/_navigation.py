"""The entries of the navigation: the four steps with their pages; for all others their one page alone."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import lru_cache, partial
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit
from uuid import UUID

import streamlit as st
from streamlit.navigation.page import Page as Entry

from pages._discovery import FoundPage, pages_for
from pages._page import PageContext, Role, draw
from pages._project import PROJECT
from storage.access import NotYourRole
from touchpoints.messages import Wording

Entries = Sequence[tuple[FoundPage, Entry]]
# No page has this id.
_BARE = "start"
_ONE_PAGE = {Role.GUEST, Role.PARTICIPANT}


def choose_page(role: Role, found: Sequence[FoundPage], wording: Wording) -> tuple[Entries, FoundPage, Entry]:
    """All entries that a role has, and of them the page of the address with what runs it.

    Streamlit only routes: its own list in the sidebar cannot be read aloud properly, and its links lose
    the open project.
    """
    entries = _fresh(_entries_of(role, tuple(found), wording))
    known = [*_bare(role, entries), *entries, *_refused(role, found, wording)]
    chosen = st.navigation([entry for _, entry in known], position="hidden")
    return entries, next(page for page, entry in known if entry is chosen), chosen


def _entries_of(role: Role, found: tuple[FoundPage, ...], wording: Wording) -> Entries:
    if role not in _ONE_PAGE:
        return _entries(role, found, wording)
    return _one_page(role, found, wording, _asked(found) if role is Role.PARTICIPANT else found)


def _refused(role: Role, found: Sequence[FoundPage], wording: Wording) -> Entries:
    """The page of the address, where the role lacks it: a colleague's link says so instead of nothing."""
    if role in _ONE_PAGE or role is Role.ADMINISTRATOR:
        return []
    return [
        (one, st.Page(partial(draw, _refuse), title=wording.say(one.page.title), url_path=one.page.id))
        for one in _asked(found)
        if role not in one.page.roles and one is not _start(found)
    ]


def _bare(role: Role, entries: Entries) -> Entries:
    """Another entry for the bare address, where the address names the first page.

    Streamlit serves the first entry at the bare address alone, and says that its name is not found.
    """
    first, entry = entries[0]
    if role in _ONE_PAGE or not _asked((first,)):
        return []
    return [(first, st.Page(partial(draw, first.render), title=entry.title, url_path=_BARE))]


def _refuse(page: PageContext) -> None:
    st.info(page.wording.say(NotYourRole().message), icon=":material/lock:")


def _asked(found: Sequence[FoundPage]) -> tuple[FoundPage, ...]:
    """The page that the browser's address names, none for the bare address."""
    name = urlsplit(st.context.url or "").path.rpartition("/")[2]
    return tuple(one for one in found if one.page.id == name)


def _fresh(entries: Entries) -> Entries:
    """Entries of this run alone: Streamlit writes into them which one is open."""
    return [(one, copy(entry)) for one, entry in entries]


# Made once in each language: for each of them Streamlit looks for the file.
@lru_cache(maxsize=20)
def _entries(role: Role, found: tuple[FoundPage, ...], wording: Wording) -> Entries:
    pages, start = pages_for(role, found), _start(found)
    entries = [(one, _entry(one, one.page.id, wording)) for one in pages]
    # The first one answers the bare address alone: without the start among them, links would not find it.
    return entries if start in pages else [(pages[0], _entry(pages[0], start.page.id, wording)), *entries]


def _entry(one: FoundPage, address: str, wording: Wording) -> Entry:
    return st.Page(one.file, title=wording.say(one.page.title), icon=one.page.icon, url_path=address)


def _start(found: Sequence[FoundPage]) -> FoundPage:
    """The page at the bare address, for all who may open it."""
    return next(iter(pages_for(Role.FACILITATOR, found)), found[0])


@lru_cache(maxsize=100)
def _one_page(
    role: Role, found: tuple[FoundPage, ...], wording: Wording, asked: tuple[FoundPage, ...]
) -> Entries:
    """The one page of a role, at each address that it may be asked for.

    For guests these are all: who signs in then finds what he asked for. A phone asks for one, which may be a
    link from inside; each more would cost every run. Not one file of the other pages is among the entries, so
    none can be run.
    """
    only = pages_for(role, found)[0]
    # The first one answers the bare address, for everybody the same, and no other.
    start = _start(found)
    title = wording.say(only.page.title)
    return [
        (only, st.Page(partial(draw, only.render), title=title, url_path=one.page.id))
        for one in dict.fromkeys((start, *asked, only))
    ]


def go_to(page_id: str, project_id: UUID, **query: str) -> NoReturn:
    """Leave for another page, about a project; `query` says which view of it."""
    file = Path(__file__).with_name(f"{page_id}.py")
    st.switch_page(file, query_params=in_project(project_id) | query)


def in_project(project_id: UUID) -> dict[str, str]:
    """What a link to a page says of the project."""
    return {PROJECT: str(project_id)}
