"""Customers' sentences that nobody has read yet: released or refused, one by one, each with an undo."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.feedback_sentences import (
    WaitingSentence,
    let_sentence_wait,
    list_waiting,
    refuse_sentence,
    release_sentence,
)
from storage.projects import ProjectSummary
from touchpoints.messages import Message, message, plural

_PLACE = "feedback-sentences"
_MOST_SHOWN = 20


def show_sentences(page: PageContext, project: ProjectSummary) -> None:
    """The oldest first; what was decided makes room for the next."""
    waiting = list_waiting(page.store, page.actor, project.id)
    if not waiting:
        return
    say = page.wording.say
    said = plural("{count} sentence waits to be read", "{count} sentences wait to be read", len(waiting))
    st.subheader(say(said), anchor=False)
    st.caption(
        say(
            "Nobody else sees them yet. Release what names nobody: it becomes a finding in the customer's "
            "words. What is refused is erased after 30 days."
        )
    )
    show_outcome(page, _PLACE)
    for sentence in waiting[:_MOST_SHOWN]:
        _show_sentence(page, project, sentence)
    if (rest := len(waiting) - _MOST_SHOWN) > 0:
        st.caption(say(plural("and {count} more", "and {count} more", rest)))


def _show_sentence(page: PageContext, project: ProjectSummary, sentence: WaitingSentence) -> None:
    say, actor = page.wording.say, page.actor.once()
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        about = f"{escaped(sentence.form)} · {page.wording.date(sentence.came_on)}"
        st.markdown(f"{escaped(sentence.text)}\n\n:small[{about}]", width="stretch")
        args = (page, actor, project, sentence.id)
        st.button(
            say("Release"), f"release-{sentence.id}", icon=":material/check:", on_click=_release, args=args
        )
        st.button(
            say("Refuse"), f"refuse-{sentence.id}", icon=":material/block:", on_click=_refuse, args=args
        )


def _release(page: PageContext, actor: Actor, project: ProjectSummary, sentence_id: UUID) -> None:
    if attempt(_PLACE, lambda: release_sentence(page.store, actor, project.id, sentence_id)):
        _offer_undo(page, project, sentence_id, message("The sentence stands among the findings now."))


def _refuse(page: PageContext, actor: Actor, project: ProjectSummary, sentence_id: UUID) -> None:
    if attempt(_PLACE, lambda: refuse_sentence(page.store, actor, project.id, sentence_id)):
        _offer_undo(page, project, sentence_id, message("The sentence is refused; nobody will see it."))


def _offer_undo(page: PageContext, project: ProjectSummary, sentence_id: UUID, done: Message) -> None:
    offer_undo(done, lambda: let_sentence_wait(page.store, page.actor, project.id, sentence_id))
