"""The guide through step 1: twelve questions in the facilitator's words, how far each is, and the way."""

from __future__ import annotations

import streamlit as st

from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from storage.projects import ProjectSummary
from storage.step_facts import read_project_facts
from touchpoints.guide import QUESTIONS, GuideQuestion, Progress, say_progress
from touchpoints.messages import N_

PAGE = Page(
    id="guide",
    title=N_("Guide"),
    icon=":material/checklist:",
    section=Section.CURRENT_STATE,
    order=0,
)
# Where a question is answered, unless the board can be filtered by what is missing.
_PLACES = {
    "1.7": "findings",
    "1.8": "findings",
    "1.9": "findings",
    "1.10": "findings",
    "1.1": "encounters",
    "1.11": "analysis",
}
_BOARD = "touchpoint_board"


def render(page: PageContext) -> None:
    """All questions, those still open first in sight by their sign."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    facts = read_project_facts(page.store, page.actor, project.id)
    measured = [(question, question.measure(facts)) for question in QUESTIONS]
    done = sum(progress.is_answered for _, progress in measured)
    st.title(say("Guide through the current state"), anchor=False)
    st.progress(done / len(measured), say("{done} of {all} questions answered", done=done, all=len(measured)))
    st.caption(
        say(
            "Counted at the depth that a touchpoint has: all by name and phase, the shortlist by importance "
            "and experience, the key touchpoints by everything else. The guide never stops you."
        )
    )
    for question, progress in measured:
        _show_question(page, project, question, progress)


def _show_question(
    page: PageContext, project: ProjectSummary, question: GuideQuestion, progress: Progress
) -> None:
    say = page.wording.say
    sign, colour = _sign(progress)
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key=f"question-{question.id}"
    ):
        st.markdown(
            f"**{question.id} {say(question.text)}**  \n{say(question.spoken)}  \n"
            f":{colour}[{sign} {say(say_progress(question, progress))}]",
            width="stretch",
        )
        label = say("Look at it") if progress.is_answered else say("Answer it")
        if st.button(
            label, key=f"go-{question.id}", type="tertiary" if progress.is_answered else "secondary"
        ):
            _go(project, question, progress)


def _sign(progress: Progress) -> tuple[str, str]:
    """A shape beside the colour: a full, a half or an empty circle."""
    if progress.is_answered:
        return ":material/check_circle:", "green"
    return (":material/contrast:", "orange") if progress.is_begun else (":material/circle:", "gray")


def _go(project: ProjectSummary, question: GuideQuestion, progress: Progress) -> None:
    place = _PLACES.get(question.id, _BOARD)
    query = {"missing": question.id} if place == _BOARD and progress.missing else {}
    go_to(place, project.id, **query)


if __name__ == "__main__":
    draw(render)
