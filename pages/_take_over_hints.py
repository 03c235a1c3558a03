"""What the room decided on the coach's hints, on the console: answered there as the room says, and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from uuid import UUID

import streamlit as st

from pages._console_press import carry_out_press
from pages._decision_words import decision_told
from pages._undo import offer_undo, show_undo
from pages._words import word_for
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.actions import bin_actions
from storage.agenda import ActivityEntry
from storage.hint_answers import (
    HintAnswerEntry,
    ToldHint,
    answer_to,
    list_hint_answers,
    mark_discussed,
    take_back_answer,
    turn_into_action,
    wave_off,
)
from storage.reveals import read_picture
from touchpoints.activities import DECISION, Decision
from touchpoints.messages import N_, message
from touchpoints.room.hints import AskedHint, DecidedHint, decided_hints

_PART = "take-over-hints"
_LONGEST_NAME = 200
_Act = Callable[[OpenWorkshop, DecidedHint, Actor], None]


def show_decided_hints(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """Each hint with what the room said; nothing is answered to the coach but by a press."""
    revealed = read_picture(*opened.where, activity.id)
    show_undo(opened.page, opened.place(_PART))
    if revealed is None:
        st.caption(opened.say("Nothing has been revealed here yet."))
        return
    answers = list_hint_answers(*opened.where)
    for place, one in enumerate(decided_hints(activity.settings, revealed.picture)):
        with st.container(border=True):
            st.html(_told(opened, one))
            _show_answers(opened, one, answers, f"{activity.id}-{place}-{activity.version}")


def _told(opened: OpenWorkshop, one: DecidedHint) -> str:
    said = _room_says(opened, one) or opened.say("Too few have answered this one.")
    return f"<p><strong>{escape(one.hint.said)}</strong></p><p>{escape(said)}</p>"


def _room_says(opened: OpenWorkshop, one: DecidedHint) -> str:
    return decision_told(opened.page.wording, DECISION, one.figure) if one.figure else ""


def _show_answers(
    opened: OpenWorkshop, one: DecidedHint, answers: Iterable[HintAnswerEntry], key: str
) -> None:
    """The answer that it has by now, else those that there are; what the room says stands out."""
    answered = answer_to(one.hint, answers)
    if answered is not None:
        st.caption(opened.say("Answered: {state}", state=opened.say(word_for(answered.state))))
        return
    fitting = _FITTING.get(one.decision, _DISCUSSED)
    with st.container(horizontal=True):
        for label, act in _ACTS.items():
            # Waved off only where that is what the room says: its answer is the reason that is kept.
            if label != _OFF or label == fitting:
                st.button(
                    opened.say(label),
                    f"{label}-{key}",
                    type="primary" if label == fitting else "secondary",
                    on_click=carry_out_press,
                    # The mark is made where the button is shown: a press sent twice is stored once.
                    args=(partial(act, opened, one, opened.page.actor.once()),),
                )


def _plan(opened: OpenWorkshop, one: DecidedHint, actor: Actor) -> None:
    store, _, project = opened.where
    touchpoint = one.hint.touchpoint
    values = {
        "name": one.hint.advice[:_LONGEST_NAME],
        "touchpoint_id": UUID(touchpoint) if touchpoint else None,
    }
    added = turn_into_action(store, actor, project, _kept(one.hint), values)
    said = message("{name} was added.", name=values["name"])
    offer_undo(said, lambda: bin_actions(*opened.where, [added]), opened.place(_PART))


def _discuss(opened: OpenWorkshop, one: DecidedHint, actor: Actor) -> None:
    store, _, project = opened.where
    answer = mark_discussed(store, actor, project, _kept(one.hint), _reason(opened, one))
    _offer_way_back(opened, N_("The hint was marked as discussed."), answer)


def _wave_off(opened: OpenWorkshop, one: DecidedHint, actor: Actor) -> None:
    store, _, project = opened.where
    answer = wave_off(store, actor, project, _kept(one.hint), _reason(opened, one))
    _offer_way_back(opened, N_("The hint was waved off."), answer)


def _kept(hint: AskedHint) -> ToldHint:
    return ToldHint(hint.id, hint.said, hint.facts)


def _reason(opened: OpenWorkshop, one: DecidedHint) -> str:
    """The room, in figures, and which one it was."""
    return ", ".join(filter(None, (opened.workshop.name, _room_says(opened, one))))


def _offer_way_back(opened: OpenWorkshop, said: str, answer_id: UUID) -> None:
    offer_undo(message(said), lambda: take_back_answer(*opened.where, answer_id), opened.place(_PART))


_ACTION, _DISCUSSED, _OFF = (
    N_("Turn into an action"),
    N_("Mark as discussed"),
    N_("Wave off with the room's reason"),
)
_ACTS: Mapping[str, _Act] = {_ACTION: _plan, _DISCUSSED: _discuss, _OFF: _wave_off}
# What most of the room chose, and the answer to the coach that says the same.
_FITTING: Mapping[Decision | None, str] = {
    Decision.TACKLE: _ACTION,
    Decision.NOT_NOW: _OFF,
    Decision.NOT_OURS: _OFF,
}
