"""Ideas and warnings of the people at the touchpoints: what waits for an answer first, and the way in."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._address import choose_one
from pages._coach_filter import only_meant
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._public_link import open_public_link, show_public_link
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from pages._voice import PLACE, VOICE_STYLE, open_voice, voice_html
from storage.projects import ProjectSummary
from storage.voice_box import BoxEntry, close_box, open_box, read_box
from storage.voices import VoiceEntry, list_voices
from touchpoints.messages import N_, message, plural

PAGE = Page(
    id="voices",
    title=N_("Ideas and warnings"),
    icon=":material/campaign:",
    section=Section.TEAM_AND_DATA,
    order=11,
    roles=FOLLOW_UP,
)
_WAITING, _ANSWERED = "waiting", "answered"
# The oldest stand first; whoever has answered them sees the next.
_MOST_SHOWN = 25


def render(page: PageContext) -> None:
    """How many wait, the box, and the list."""
    project, say = page.project, page.wording.say
    if project is None:
        return
    box = read_box(page.store, page.actor, project.id)
    voices = list_voices(page.store, page.actor, project.id)
    st.title(say("Ideas and warnings"), anchor=False)
    show_undo(page)
    show_outcome(page, PLACE)
    if box is None and not voices:
        _show_empty(page, project)
        return
    _show_box(page, project, box, has_voices=bool(voices))
    if voices:
        _show_voices(page, project, only_meant(page, project, voices, lambda voice: voice.id))
    elif box is not None and box.is_open:
        st.write(say("Nothing has come in yet. Print the code and hang it where your people meet customers."))
        show_public_link(page, f"/voice/{box.code}")


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Who works at the touchpoint sees first what goes wrong there"), anchor=False)
        st.write(
            say(
                "Open a box into which your people put ideas and warnings at any time, without a name if "
                "they like. Each one gets an answer, which its author reads with a reply code."
            )
        )
        _switch(page, project, is_open=False)


def _show_box(page: PageContext, project: ProjectSummary, box: BoxEntry | None, *, has_voices: bool) -> None:
    """Whether the box is open, and its address, which stands on an empty page by itself."""
    say, is_open = page.wording.say, box is not None and box.is_open
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            say("○ The box is closed.") if not is_open else say("● The box is open."), width="content"
        )
        may_show = box is not None and is_open and has_voices
        if may_show and st.button(say("Address and QR code"), icon=":material/qr_code_2:"):
            open_public_link(page, say("Ideas and warnings"), f"/voice/{box.code}")
        _switch(page, project, is_open=is_open)


def _switch(page: PageContext, project: ProjectSummary, *, is_open: bool) -> None:
    say = page.wording.say
    if is_open:
        st.button(say("Close the box"), icon=":material/lock:", on_click=_close, args=(page, project))
    else:
        st.button(
            say("Open the box"),
            icon=":material/lock_open:",
            type="primary",
            on_click=_open,
            args=(page, project),
        )


def _open(page: PageContext, project: ProjectSummary) -> None:
    if attempt(PLACE, lambda: open_box(page.store, page.actor, project.id)):
        offer_undo(message("The box is open."), lambda: close_box(page.store, page.actor, project.id))


def _close(page: PageContext, project: ProjectSummary) -> None:
    if attempt(PLACE, lambda: close_box(page.store, page.actor, project.id)):
        offer_undo(message("The box is closed."), lambda: open_box(page.store, page.actor, project.id))


def _show_voices(page: PageContext, project: ProjectSummary, voices: Sequence[VoiceEntry]) -> None:
    say = page.wording.say
    waiting = [one for one in voices if one.answered_on is None]
    answered = [one for one in voices if one.answered_on is not None]
    names = {
        _WAITING: say("Without an answer ({count})", count=len(waiting)),
        _ANSWERED: say("Answered ({count})", count=len(answered)),
    }
    default = _WAITING if waiting else _ANSWERED
    chosen = choose_one(say("Which voices"), names, "voices", default=default, is_labelled=False)
    shown = waiting if chosen == _WAITING else answered
    st.html(VOICE_STYLE)
    for voice in shown[:_MOST_SHOWN]:
        _show_voice(page, project, voice)
    if not shown:
        st.write(say("Each one has an answer.") if chosen == _WAITING else say("None has an answer yet."))
    if (rest := len(shown) - _MOST_SHOWN) > 0:
        st.caption(say(plural("and {count} more", "and {count} more", rest)))


def _show_voice(page: PageContext, project: ProjectSummary, voice: VoiceEntry) -> None:
    label = page.wording.say("Reply") if voice.answered_on is None else page.wording.say("Open")
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.html(voice_html(page, voice), width="stretch")
        if st.button(label, f"voice-{voice.id}", icon=":material/reply:"):
            open_voice(page, project, voice.id)


if __name__ == "__main__":
    draw(render)
