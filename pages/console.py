"""The console: what a facilitator holds in one hand while speaking to the room."""

from __future__ import annotations

from pages._console import show_console
from pages._live import listen
from pages._page import Page, PageContext, Section, draw
from storage.revisions import WORKSHOP
from touchpoints.messages import N_

PAGE = Page(
    id="console",
    title=N_("Console"),
    icon=":material/stadia_controller:",
    section=Section.WORKSHOP,
    order=2,
    has_links=False,
    has_switches=False,
)


def render(page: PageContext) -> None:
    """The workshop that the address names, else the one that is open; what moves is drawn by itself."""
    project = page.project
    if project is None:
        return
    # The page, and no fragment: Streamlit lets stand what a fragment inside another one had drawn.
    numbers = listen(page, project.id, WORKSHOP)
    show_console(page, project, numbers)


if __name__ == "__main__":
    draw(render)
