"""What a review decides: what, who and until when in one line, and from then on an action of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action import open_action
from pages._action_fields import date_format
from pages._page import PageContext
from pages._person_choice import NOBODY, choose_person, stored_person
from pages._read_only import show_nothing_yet
from pages._review import OpenReview
from pages._review_board import table_of_decisions
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import text_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.actions import add_action, bin_actions
from storage.review_parts import add_decision, bin_decision, change_decision, restore_decision
from storage.reviews import BegunAction, DecisionEntry
from touchpoints.messages import N_, message, plural

_PART, _PICKED, _ACTION = "decisions", "decision_picked", "decision_action"
_NAME_LENGTH = 200
_TEXT = text_field("text", N_("What was decided?"), 500)


def show_decisions(opened: OpenReview) -> None:
    """The decisions with who begins, and a line to add one."""
    say, decisions = opened.say, opened.review.decisions
    st.subheader(say("Decisions"), anchor=False)
    if opened.may_edit:
        _show_adding(opened)
    elif not decisions:
        show_nothing_yet(opened.page)
    show_outcome(opened.page, opened.place(_PART))
    if decisions:
        if opened.may_edit:
            _warn(opened, decisions)
        _show_table(opened, decisions)
    if (wanted := st.session_state.pop(_ACTION, None)) is not None:
        open_action(opened.page, opened.project, wanted)


def _show_adding(opened: OpenReview) -> None:
    """Three fields; with who or until when, the decision is an action at once."""
    say, key, page = opened.say, opened.place(_PART), opened.page
    with (
        st.form(f"form-{key}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        st.text_input(say("What was decided?"), max_chars=500, key=f"what-{key}", width="stretch")
        with st.container(width=220):
            choose_person(page, opened.project, say("Who begins?"), None, f"who-{key}")
        with st.container(width=150):
            st.date_input(say("Until when?"), None, format=date_format(page), key=f"until-{key}")
        args = (opened, page.actor.once(), page.actor.once(), key)
        st.form_submit_button(say("Add"), icon=":material/add:", type="primary", on_click=_add, args=args)


def _add(opened: OpenReview, decides: Actor, begins: Actor, key: str) -> None:
    state = st.session_state
    text, who, until = (state[f"{field}-{key}"] for field in ("what", "who", "until"))
    if text.strip() and attempt(key, lambda: _decide(opened, decides, begins, text.strip(), who, until)):
        state[f"what-{key}"], state[f"who-{key}"] = "", NOBODY


def _decide(
    opened: OpenReview,
    decides: Actor,
    begins: Actor,
    text: str,
    who: UUID | str,
    until: date | None,
) -> None:
    store, _, project = opened.where
    decision = add_decision(store, decides, project, opened.review.id, text)
    owner = stored_person(opened.page, opened.project, who)
    action = None
    if owner or until:
        action = _begin(opened, begins, DecisionEntry(decision, 1, text, ()), owner, until)

    def take_back() -> None:
        if action is not None:
            bin_actions(*opened.where, [action])
        bin_decision(*opened.where, decision)

    offer_undo(message("Decided: {decision}", decision=text), take_back, opened.place(_PART))


def _begin(
    opened: OpenReview, actor: Actor, decision: DecisionEntry, owner: UUID | None, until: date | None
) -> UUID:
    """Make the decision an action, at the touchpoint that the review is about."""
    values = {
        "name": decision.text[:_NAME_LENGTH],
        "owner_id": owner,
        "due_on": until,
        "touchpoint_id": opened.review.touchpoint_id,
        "review_decision_id": decision.id,
    }
    return add_action(opened.page.store, actor, opened.project.id, values)


def _warn(opened: OpenReview, decisions: Sequence[DecisionEntry]) -> None:
    """A decision that nobody begins is none."""
    idle = [one for one in decisions if not any(action.owner for action in one.actions)]
    if idle:
        said = plural(
            "{count} decision without an action and its owner: choose it, and say who begins.",
            "{count} decisions without an action and its owner: choose one, and say who begins.",
            len(idle),
        )
        st.warning(opened.say(said), icon=":material/person_off:")


def _show_table(opened: OpenReview, decisions: Sequence[DecisionEntry]) -> None:
    """One line each; choosing one opens the rest of it."""
    say = opened.say
    picked: Any = st.dataframe(
        table_of_decisions(
            opened.page,
            opened.project,
            opened.review,
            lambda: [_row(opened.page, decision) for decision in decisions],
        ),
        key=f"table-{opened.place(_PART)}",
        hide_index=True,
        placeholder="",
        alt=say("The decisions of the review"),
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    chosen = decisions[rows[0]] if rows and rows[0] < len(decisions) else None
    is_new = chosen is not None and chosen.id != st.session_state.get(_PICKED)
    st.session_state[_PICKED] = chosen.id if chosen else None
    if chosen is not None and is_new:
        st.dialog(say("What was decided?"))(_show_one)(opened, chosen)


def _row(page: PageContext, decision: DecisionEntry) -> dict[str, str]:
    say, actions = page.wording.say, decision.actions
    return {
        say("What was decided?"): decision.text,
        say("Who"): ", ".join(dict.fromkeys(one.owner or say("nobody yet") for one in actions)),
        say("Until"): ", ".join(page.wording.date(one.due_on) for one in actions if one.due_on),
        say("Status"): ", ".join(_status(page, one) for one in actions) or say("no action yet"),
    }


def _status(page: PageContext, action: BegunAction) -> str:
    return page.wording.say(word_for(action.status))


def _show_one(opened: OpenReview, decision: DecisionEntry) -> None:
    """Its words, the action that it became or becomes now, and the way into the bin."""
    place = f"decision-{decision.id}"
    if opened.may_edit:
        _ask(opened, decision, place)
    else:
        st.markdown(escaped(decision.text))
    for action in decision.actions:
        if st.button(opened.say("Open the action"), f"open-{action.id}", icon=":material/checklist:"):
            st.session_state[_ACTION] = str(action.id)
            st.rerun()
    show_undecided(opened.page, place)
    show_outcome(opened.page, place)


def _ask(opened: OpenReview, decision: DecisionEntry, place: str) -> None:
    say = opened.say
    key = f"text-{place}-{decision.version}"
    with st.form(f"form-{place}", border=False):
        _TEXT.ask(opened.page, say(_TEXT.label), decision.text, key)
        if not decision.actions:
            choose_person(opened.page, opened.project, say("Who begins?"), None, f"who-{place}")
            st.date_input(say("Until when?"), None, format=date_format(opened.page), key=f"until-{place}")
        with st.container(horizontal=True):
            args = (opened, opened.page.actor.once(), decision, place, key)
            if st.form_submit_button(say("Save"), type="primary", key=f"save-{place}") and _save(*args):
                st.rerun()
            if st.form_submit_button(say("Move to bin"), icon=":material/delete:", key=f"bin-{place}"):
                _throw_away(opened, decision)


def _save(opened: OpenReview, actor: Actor, decision: DecisionEntry, place: str, key: str) -> bool:
    """Save the words, and begin the action where somebody was named; true when the dialog can close."""
    state, text = st.session_state, st.session_state[key].strip()
    saving = Saving(
        place,
        (_TEXT,),
        lambda version, changed: change_decision(*opened.where, decision.id, version, changed["text"]),
    )
    if text != decision.text and not save_changes(saving, decision.version, {"text": text}):
        return False
    who, until = state.get(f"who-{place}"), state.get(f"until-{place}")
    if decision.actions or not (who or until):
        return True
    owner = stored_person(opened.page, opened.project, who)
    return attempt(place, lambda: _begin_with_undo(opened, actor, decision, owner, until))


def _begin_with_undo(
    opened: OpenReview, actor: Actor, decision: DecisionEntry, owner: UUID | None, until: date | None
) -> None:
    action = _begin(opened, actor, decision, owner, until)
    done = message("{name} was added.", name=decision.text)
    offer_undo(done, partial(bin_actions, *opened.where, [action]), opened.place(_PART))


def _throw_away(opened: OpenReview, decision: DecisionEntry) -> None:
    if attempt(opened.place(_PART), lambda: bin_decision(*opened.where, decision.id)):
        done = message("{name} is in the bin and stays there for 30 days.", name=decision.text)
        offer_undo(done, partial(restore_decision, *opened.where, decision.id), opened.place(_PART))
        st.rerun()
