"""The room's screen, projected: how one joins, what is asked, how many are done, and what came of it."""

from __future__ import annotations

from pages._live import listen
from pages._page import Page, PageContext, Section, draw
from pages._wall import show_wall
from storage.revisions import WORKSHOP
from touchpoints.messages import N_

PAGE = Page(
    id="wall",
    title=N_("Room screen"),
    icon=":material/cast:",
    section=Section.WORKSHOP,
    order=3,
    has_links=False,
    has_switches=False,
)


def render(page: PageContext) -> None:
    """All of it is live, so that nobody touches the machine at the projector."""
    project = page.project
    if project is None:
        return
    # The page, and no fragment: Streamlit lets stand what a fragment inside another one had drawn.
    numbers = listen(page, project.id, WORKSHOP)
    show_wall(page, project, numbers)


if __name__ == "__main__":
    draw(render)
