"""Finds the screens: every file in pages/ whose name has no leading underscore."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pages
from pages._page import Page, PageContext, Role, Section
from touchpoints.discovery import by_id, discover
from touchpoints.errors import TouchpointsError

_ADDRESS = re.compile(r"[a-z][a-z0-9_]*")
_ICON = re.compile(r":material/[a-z0-9_]+:")


class BrokenPage(TouchpointsError):
    """A page file does not say what the frame must know."""

    sentence = "The page file {file} cannot be used: {reason}."


@dataclass(frozen=True)
class FoundPage:
    """A page with the file that Streamlit runs for it and the function that draws it."""

    page: Page
    file: Path
    render: Callable[[PageContext], None]


def find_pages() -> list[FoundPage]:
    """All pages in the order of the navigation; a new file is there at once.

    Raises:
        BrokenPage, touchpoints.discovery.DuplicateId: a page file is wrong; the start stops with it.
    """
    return list(_found_in(tuple((folder, Path(folder).stat().st_mtime_ns) for folder in pages.__path__)))


# Looking through the folder takes longer than many a page; its time changes when a file comes or goes.
@lru_cache(maxsize=1)
def _found_in(_changed_at: tuple[tuple[str, int], ...]) -> tuple[FoundPage, ...]:
    modules = discover(pages)
    found = [_found(module) for module in modules]
    by_id(zip((one.page.id for one in found), modules, strict=True))
    return tuple(sorted(found, key=lambda one: (list(Section).index(one.page.section), one.page.order)))


def pages_for(role: Role, found: Sequence[FoundPage]) -> list[FoundPage]:
    """The pages that a role may open; the others are not even routable for it."""
    return [one for one in found if role in one.page.roles]


def _found(module: ModuleType) -> FoundPage:
    file = Path(str(module.__file__))
    page = getattr(module, "PAGE", None)
    if not isinstance(page, Page):
        raise BrokenPage(file=file.name, reason="it has no PAGE")
    if not callable(getattr(module, "render", None)):
        raise BrokenPage(file=file.name, reason="it has no function render")
    if not _ADDRESS.fullmatch(page.id):
        raise BrokenPage(file=file.name, reason=f"the id {page.id} does not fit into an address")
    if not _ICON.fullmatch(page.icon):
        raise BrokenPage(file=file.name, reason=f"the icon {page.icon} is not written :material/name:")
    return FoundPage(page, file, module.render)
