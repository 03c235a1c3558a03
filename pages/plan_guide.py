"""The guide through step 3: seven questions about the plan and how it is carried out."""

from __future__ import annotations

from pages._guide import show_guide
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from touchpoints.guide import Step
from touchpoints.messages import N_

PAGE = Page(
    id="plan_guide",
    title=N_("Guide"),
    icon=":material/checklist:",
    section=Section.TODO_PLAN,
    order=0,
    roles=FOLLOW_UP,
)


def render(page: PageContext) -> None:
    """The questions of the step."""
    show_guide(page, Step.TODO_PLAN)


if __name__ == "__main__":
    draw(render)
