"""What a question of the guide still lacks, where its link led to a page that shows such things."""

from __future__ import annotations

from collections.abc import Hashable
from uuid import UUID

import streamlit as st

from pages._kept import kept
from pages._page import PageContext
from pages._text import escaped
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.revisions import revisions_of
from storage.step_facts import read_project_facts
from storage.store import Store
from touchpoints.guide import GuideQuestion, question_of

MISSING = "missing"
_ROWS = "guide_rows"


def question_in_address() -> GuideQuestion | None:
    """The question whose link led here."""
    asked = st.query_params.get(MISSING)
    return question_of(asked) if asked else None


def open_in_address(
    page: PageContext, project: ProjectSummary, *, is_typed_in: bool = False
) -> frozenset[str] | None:
    """The ids of what the question in the address still lacks, None where there is none; says the question.

    Where rows are typed in, those that are answered meanwhile stay: none moves away under the hand.
    """
    question = question_in_address()
    if question is None:
        return None
    say = page.wording.say
    head, asked = say("The guide:"), escaped(f"{question.id} {say(question.text)}")
    st.markdown(f":material/checklist: {head} **{asked}**")
    found = open_at(page, project, question)
    return _with_rows_before((project.id, question.id), found) if is_typed_in else found


def open_at(page: PageContext, project: ProjectSummary, question: GuideQuestion) -> frozenset[str]:
    """The ids of what a question still lacks, found once for each state of the project."""
    # The revisions are read with the actor, so that what is kept never shows what he may not see. All
    # scopes count: what step 2 asks for is no measurement.
    revisions = revisions_of(page.store, page.actor, project.id)
    state = tuple(sorted(revisions.items()))
    return _open(page.store, page.actor, question, project.id, question.id, state)


def _with_rows_before(which: tuple[UUID, str], found: frozenset[str]) -> frozenset[str]:
    of, before = st.session_state.get(_ROWS, (which, frozenset()))
    rows: frozenset[str] = found | before if of == which else found
    st.session_state[_ROWS] = (which, rows)
    return rows


@kept(30)
def _open(
    _store: Store,
    _actor: Actor,
    _question: GuideQuestion,
    project_id: UUID,
    question_id: str,  # noqa: ARG001 - says which question it is
    state: Hashable,  # noqa: ARG001 - how often the project has changed
) -> frozenset[str]:
    return frozenset(_question.measure.missing(read_project_facts(_store, _actor, project_id)))


def forget_question() -> None:
    """Show everything again."""
    st.query_params.pop(MISSING, None)
    forget_rows()


def forget_rows() -> None:
    """Let the next link of the guide lead to what is open then."""
    st.session_state.pop(_ROWS, None)
