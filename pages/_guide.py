"""A guide through a step: its questions in the facilitator's words, how far each is, and the way there."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._coach_hints import show_hints
from pages._guide_filter import forget_rows
from pages._guide_ways import Way, may_work_on, way_to
from pages._kept import kept
from pages._navigation import in_project
from pages._page import Look, PageContext
from storage.access import Actor
from storage.journey import list_phases
from storage.projects import ProjectSummary
from storage.revisions import revisions_of
from storage.step_facts import read_project_facts
from storage.store import Store
from touchpoints.guide import QUESTIONS, GuideQuestion, Step
from touchpoints.guide.measures import Progress
from touchpoints.messages import N_

_TITLES: Mapping[Step, str] = {
    Step.CURRENT_STATE: N_("Guide through the current state"),
    Step.TARGET_STRATEGY: N_("Guide through the target strategy"),
    Step.TODO_PLAN: N_("Guide through the to-do plan"),
    Step.MONITORING: N_("Guide through control and optimisation"),
}
_COUNTED: Mapping[Step, str] = {
    Step.CURRENT_STATE: N_(
        "Counted where it matters: on the shortlist or at the key touchpoints. Begin anywhere, and leave "
        "out what does not help you."
    ),
    Step.TARGET_STRATEGY: N_(
        "Counted where it matters: targets and decisions on the shortlist, all else at the key touchpoints."
    ),
    Step.TODO_PLAN: N_(
        "Who, what and until when are enough in the room. The owner of an action tells the rest afterwards."
    ),
    Step.MONITORING: N_("A few KPIs that somebody looks at are worth more than many that nobody does."),
}


@dataclass(frozen=True)
class Line:
    """A question as it stands in a project."""

    question: GuideQuestion
    progress: Progress
    way: Way


def show_guide(page: PageContext, step: Step) -> None:
    """How far the step is, and below it the questions in the order of the method; none of them is a gate."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    forget_rows()
    # The revisions are read with the actor, so that what is kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    lines = _lines(page.store, page.actor, project.id, step, tuple(sorted(revisions.items())))
    next_one = next((place for place, line in enumerate(lines, 1) if not line.progress.is_answered), 0)
    st.html(f"<style>{_style(page.look, next_one)}</style>")
    st.title(say(_TITLES[step]), anchor=False)
    _show_progress(page, lines, _COUNTED[step])
    show_hints(page, step)
    with st.container(key="questions"):
        for line in lines:
            _show_question(page, project, line)


@cache
def _style(look: Look, next_one: int) -> str:
    """The style sheet; the link of the question to take next, counted from one, is framed."""
    accent = st.get_option(f"theme.{look}.primaryColor")
    link = f'.st-key-questions > :nth-child({2 * next_one}) [data-testid="stPageLink"] a'
    framed = f"{link} {{ border-color: {accent}; }}\n{link} * {{ color: {accent}; font-weight: 600; }}"
    return Path(__file__).with_name("_guide.css").read_text(encoding="utf-8") + framed


@kept(30)
def _lines(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    step: Step,
    state: Hashable,  # noqa: ARG001 - how often the project has changed
) -> Sequence[Line]:
    facts = read_project_facts(_store, _actor, project_id)
    phases = list_phases(_store, _actor, project_id)
    first_phase = next((phase.name for phase in phases if phase.is_before_contact), "")
    return tuple(
        Line(question, question.progress(facts), way_to(question, facts, first_phase))
        for question in QUESTIONS[step]
    )


def _show_progress(page: PageContext, lines: Sequence[Line], counted: str) -> None:
    say = page.wording.say
    done = sum(line.progress.is_answered for line in lines)
    st.progress(done / len(lines), say("{done} of {all} questions answered", done=done, all=len(lines)))
    st.caption(say(counted))


def _show_question(page: PageContext, project: ProjectSummary, line: Line) -> None:
    """A text and a link, which the style sheet puts side by side: a container for each costs a third more."""
    say, question = page.wording.say, line.question
    sign, colour = _sign(line.progress)
    said = say(question.say_progress(line.progress))
    st.markdown(
        f"**{say(question.spoken)}**  \n:small[:{colour}[{sign} {said}] · {question.id} {say(question.text)}]"
    )
    if line.way.page not in page.entries:
        st.caption(say("The facilitator does this."))
        return
    # A link, which asks the server for one run where a button asks for two.
    st.page_link(
        page.entries[line.way.page],
        label=say(line.way.label if may_work_on(page, line.way) else N_("Look at it")),
        icon=":material/arrow_forward:",
        query_params={**in_project(project.id), **line.way.query},
    )


def _sign(progress: Progress) -> tuple[str, str]:
    """A shape beside the colour: a full, a half or an empty circle."""
    if progress.is_answered:
        return ":material/check_circle:", "green"
    return (":material/contrast:", "orange") if progress.is_begun else (":material/circle:", "gray")
