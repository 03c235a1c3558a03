"""The guide through step 1: twelve questions about the current state."""

from __future__ import annotations

from pages._guide import show_guide
from pages._page import Page, PageContext, Section, draw
from touchpoints.guide import Step
from touchpoints.messages import N_

PAGE = Page(
    id="guide",
    title=N_("Guide"),
    icon=":material/checklist:",
    section=Section.CURRENT_STATE,
    order=0,
)


def render(page: PageContext) -> None:
    """The questions of the step."""
    show_guide(page, Step.CURRENT_STATE)


if __name__ == "__main__":
    draw(render)
