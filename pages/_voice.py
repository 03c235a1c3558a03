"""One idea or warning in a drawer: its text, the answer, and what is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import text_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.access import Actor
from storage.intents import NoSuchRow
from storage.projects import ProjectSummary
from storage.store import Store
from storage.voices import (
    LONGEST_ANSWER,
    VoiceEntry,
    answer_voice,
    bin_voice,
    list_voices,
    make_action_of_voice,
    restore_voice,
    take_answer_back,
    take_back_made,
    take_over_voice,
)
from touchpoints.messages import N_, message
from touchpoints.model import VoiceKind

PLACE = "voices"
# Sign and word: never by colour alone.
KINDS = {VoiceKind.IDEA: N_("✳ Idea"), VoiceKind.WARNING: N_("⚠ Warning")}
_ANSWER = text_field("answer", N_("Your answer"), LONGEST_ANSWER)
VOICE_STYLE = """<style>
.voice p { margin: 0 0 .25rem; white-space: pre-wrap; overflow-wrap: anywhere }
.voice small { opacity: .8 }
.voice blockquote { margin: .5rem 0 0; padding-inline-start: .75rem; border-inline-start: 3px solid }
</style>"""


@dataclass(frozen=True)
class _Drawer:
    """An idea or a warning as it stands in this run."""

    page: PageContext
    project: ProjectSummary
    voice: VoiceEntry

    @property
    def place(self) -> str:
        """Where its faults and its undo are shown."""
        return f"voice-{self.voice.id}"

    @property
    def where(self) -> tuple[Store, Actor, UUID, UUID]:
        """What every intent about it begins with."""
        return self.page.store, self.page.actor, self.project.id, self.voice.id

    @property
    def shown(self) -> VoiceEntry:
        """As it was when the drawer opened: nobody's later answer is overwritten unseen."""
        kept: VoiceEntry = st.session_state.setdefault(_shown_key(self.voice.id), self.voice)
        return kept

    @property
    def key(self) -> str:
        """The key of the answer's field, another one after each saving."""
        return f"{self.place}-{self.shown.version}"


def voice_html(page: PageContext, voice: VoiceEntry) -> str:
    """Kind, place, day and text as one piece, and the answer where there is one."""
    say, day = page.wording.say, page.wording.date
    facts = [say(KINDS[voice.kind]), voice.touchpoint or say("Whole journey"), day(voice.came_on)]
    facts += [voice.name] if voice.name else []
    made = say("made into an action") if voice.action_id else say("made into a finding")
    facts += [made] if voice.finding_id else []
    answered = escape(say("Answer of {day}", day=voice.answered_on)) if voice.answered_on else ""
    answer = (
        f"<blockquote><small>{answered}</small><p>{escape(voice.answer)}</p></blockquote>"
        if voice.answered_on
        else ""
    )
    return (
        f'<div class="voice"><p><small>{escape(" · ".join(facts))}</small></p>'
        f"<p>{escape(voice.text)}</p>{answer}</div>"
    )


def open_voice(page: PageContext, project: ProjectSummary, voice_id: UUID) -> None:
    """Open the drawer; raises NoSuchRow."""
    drawer = _read(page, project, voice_id)
    st.session_state.pop(_shown_key(voice_id), None)
    title = page.wording.say(KINDS[drawer.voice.kind])
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, voice_id)


def _read(page: PageContext, project: ProjectSummary, voice_id: UUID) -> _Drawer:
    voices = list_voices(page.store, page.actor, project.id)
    voice = next((one for one in voices if one.id == voice_id), None)
    if voice is None:
        raise NoSuchRow
    return _Drawer(page, project, voice)


def _show(page: PageContext, project: ProjectSummary, voice_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer, say = _read(page, project, voice_id), page.wording.say
    st.html(VOICE_STYLE)
    st.html(voice_html(page, drawer.voice))
    with st.form(drawer.place, border=False):
        _ANSWER.ask(page, say(_ANSWER.label), drawer.shown.answer, drawer.key)
        st.caption(say("Its author reads it word for word, with the reply code."))
        st.form_submit_button(say("Save the answer"), type="primary", on_click=_save, args=(drawer,))
    show_undecided(page, drawer.place)
    show_outcome(page, drawer.place)
    _show_ways_on(drawer)


def _show_ways_on(drawer: _Drawer) -> None:
    """What can be made of it, or the way to what was made."""
    say, voice = drawer.page.wording.say, drawer.voice
    title = say("What follows from it")
    st.markdown(f"**{title}**")
    with st.container(horizontal=True):
        if voice.finding_id is None:
            st.button(
                say("Make a finding of it"),
                icon=":material/sticky_note_2:",
                on_click=_take_over,
                args=(drawer,),
            )
        elif st.button(say("Show the findings"), icon=":material/arrow_forward:"):
            go_to("findings", drawer.project.id)
        if voice.action_id is None:
            st.button(
                say("Make an action of it"), icon=":material/task_alt:", on_click=_make_action, args=(drawer,)
            )
        elif st.button(say("Show the plan"), icon=":material/arrow_forward:", key="voice-plan"):
            go_to("todo_plan", drawer.project.id)
        if st.button(say("Move to bin"), icon=":material/delete:", type="tertiary"):
            _throw_away(drawer)


def _save(drawer: _Drawer) -> None:
    shown, words = drawer.shown, st.session_state[drawer.key].strip()
    if words == shown.answer and words:
        return

    def save(version: int, changes: Mapping[str, Any]) -> None:
        answer_voice(*drawer.where, version, changes["answer"])
        take_back = _way_back(drawer, shown)
        offer_undo(message("The answer is there for its author to read."), take_back, drawer.place)

    # That something was made of it meanwhile is no reason to ask.
    version = drawer.voice.version if drawer.voice.answer == shown.answer else shown.version
    if save_changes(Saving(drawer.place, (_ANSWER,), save), version, {"answer": words}):
        st.session_state.pop(_shown_key(drawer.voice.id), None)


def _way_back(drawer: _Drawer, shown: VoiceEntry) -> Any:  # noqa: ANN401 - a function without arguments
    """To the answer that was there before, or to none."""

    def take_back() -> None:
        if shown.answered_on is None:
            take_answer_back(*drawer.where)
        else:
            version = _read(drawer.page, drawer.project, drawer.voice.id).voice.version
            answer_voice(*drawer.where, version, shown.answer)
        st.session_state.pop(_shown_key(drawer.voice.id), None)

    return take_back


def _take_over(drawer: _Drawer) -> None:
    def take_back() -> None:
        take_back_made(*drawer.where, None, keeps_finding=False)

    if attempt(drawer.place, lambda: take_over_voice(*drawer.where)):
        offer_undo(message("It stands among the findings now."), take_back, drawer.place)


def _make_action(drawer: _Drawer) -> None:
    made, had_finding = list[UUID](), drawer.voice.finding_id is not None

    def take_back() -> None:
        take_back_made(*drawer.where, made[0], keeps_finding=had_finding)

    if attempt(drawer.place, lambda: made.append(make_action_of_voice(*drawer.where))):
        done = message("It stands on the plan now, still without an owner and a date.")
        offer_undo(done, take_back, drawer.place)


def _throw_away(drawer: _Drawer) -> None:
    where = drawer.where
    if attempt(drawer.place, lambda: bin_voice(*where)):
        done = message("It is in the bin and stays there for 30 days. Its author finds no answer meanwhile.")
        offer_undo(done, lambda: restore_voice(*where))
        st.rerun()


def _shown_key(voice_id: UUID) -> str:
    return f"voice_shown_{voice_id}"
