"""The guide through step 2: seven questions about the target strategy."""

from __future__ import annotations

from pages._guide import show_guide
from pages._page import Page, PageContext, Section, draw
from touchpoints.guide import Step
from touchpoints.messages import N_

PAGE = Page(
    id="target_guide",
    title=N_("Guide"),
    icon=":material/checklist:",
    section=Section.TARGET_STRATEGY,
    order=0,
)


def render(page: PageContext) -> None:
    """The questions of the step."""
    show_guide(page, Step.TARGET_STRATEGY)


if __name__ == "__main__":
    draw(render)
