"""Saving an edited action; where other actions would have to move along, that is shown and asked first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from pages._action_fields import OWNER
from pages._page import PageContext
from pages._person_choice import stored_person
from pages._plan import Plan, find_action
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_fields import Field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.actions import ActionEntry, change_action, shift_actions
from storage.projects import ProjectSummary
from touchpoints.messages import Message, message, plural
from touchpoints.plan import Span
from touchpoints.plan_dates import DateMove, shift_plan

_PENDING = "action_pending"
_DATES = ("starts_on", "due_on")


@dataclass(frozen=True)
class Edit:
    """What somebody changed of an action as it was shown, in which place of the screen.

    `undo_place` is where it can be undone; "" stands for the line of the whole page.
    """

    page: PageContext
    project: ProjectSummary
    plan: Plan
    shown: ActionEntry
    fields: Sequence[Field]
    place: str
    undo_place: str

    def moves(self, changes: Mapping[str, Any]) -> tuple[DateMove, ...]:
        """The other actions that would have to move along."""
        if not set(_DATES) & set(changes):
            return ()
        starts, due = (changes.get(name, getattr(self.shown, name)) for name in _DATES)
        is_reversed = starts and due and due < starts
        if self.plan.find(self.shown.id) is None:
            # Finished in an earlier round: nothing waits for it any more.
            return ()
        found = () if is_reversed else shift_plan(self.plan.actions, self.shown.id, Span(starts, due))
        return tuple(move for move in found if move.action_id != self.shown.id)


@dataclass(frozen=True)
class _Pending:
    """An edit that waits for an answer: shall the others move along?"""

    edit: Edit
    changes: Mapping[str, Any]
    moves: tuple[DateMove, ...]


def save_or_ask(edit: Edit, changes: Mapping[str, Any]) -> bool:
    """Save at once, or show first what would move along; true when the form can close."""
    moves = edit.moves(changes)
    if not moves:
        return _save(edit, changes, ())
    _all_pending()[edit.place] = _Pending(edit, changes, moves)
    return False


def show_saving(page: PageContext, place: str) -> None:
    """What waits for an answer in this place, what went wrong here, and what can be undone."""
    pending = _all_pending().get(place)
    if pending is not None:
        _show_pending(page, place, pending)
    show_undecided(page, place)
    show_outcome(page, place)


def _show_pending(page: PageContext, place: str, pending: _Pending) -> None:
    """What would move, and one press that does it."""
    say, count = page.wording.say, len(pending.moves)
    with st.container(border=True):
        depend = plural(
            "{count} action depends on it and would move along:",
            "{count} actions depend on it and would move along:",
            count,
        )
        st.markdown(f"**{say(depend)}**")
        st.dataframe(
            [_row(page, move) for move in pending.moves],
            hide_index=True,
            height=min(38 + 35 * count, 230),
            alt=say("What would move along"),
        )
        with st.container(horizontal=True):
            st.button(
                say("Save and move along"),
                f"move-along-{place}",
                type="primary",
                on_click=_decide,
                args=(place, pending.moves),
            )
            st.button(say("Save this one alone"), f"move-alone-{place}", on_click=_decide, args=(place, ()))
            st.button(say("Cancel"), f"move-cancel-{place}", on_click=forget_pending, args=(place,))


def _row(page: PageContext, move: DateMove) -> dict[str, str]:
    say, date = page.wording.say, page.wording.date
    return {
        say("Action"): move.name,
        say("Until now"): " – ".join(date(day) for day in (move.before.starts_on, move.before.due_on) if day),
        say("From now on"): " – ".join(date(day) for day in (move.after.starts_on, move.after.due_on) if day),
    }


def _decide(place: str, moves: tuple[DateMove, ...]) -> None:
    pending = _all_pending().pop(place, None)
    if pending is not None:
        _save(pending.edit, pending.changes, moves)


def forget_pending(place: str) -> None:
    """Let the edit be; a grid that shows what was typed begins anew."""
    _all_pending().pop(place, None)
    begin_anew(place)


def begin_anew(place: str) -> None:
    """Let the widgets of a place show what is stored."""
    key = f"{place}-anew"
    st.session_state[key] = st.session_state.get(key, 0) + 1


def times_anew(place: str) -> int:
    """How often the widgets of a place began anew; part of their keys."""
    times: int = st.session_state.get(f"{place}-anew", 0)
    return times


def _save(edit: Edit, changes: Mapping[str, Any], moves: tuple[DateMove, ...]) -> bool:
    change = partial(_change, edit, moves)
    return save_changes(Saving(edit.place, edit.fields, change), edit.shown.version, changes)


def _change(edit: Edit, moves: tuple[DateMove, ...], version: int, changes: Mapping[str, Any]) -> None:
    """Store it all and offer to take it back; nothing of it happens where somebody else was faster."""
    page, project, id_ = edit.page, edit.project, edit.shown.id
    stored = find_action(page, project, id_)
    owner = {OWNER: stored_person(page, project, changes[OWNER])} if OWNER in changes else {}
    change_action(page.store, page.actor, project.id, id_, version, {**changes, **owner})
    if moves:
        shift_actions(page.store, page.actor, project.id, {move.action_id: move.after for move in moves})
    before = {name: getattr(stored, name) for name in changes}
    spans = {move.action_id: move.before for move in moves}
    offer_undo(_said(stored, changes, moves), lambda: _take_back(edit, before, spans), edit.undo_place)


def _take_back(edit: Edit, before: Mapping[str, Any], spans: Mapping[Any, Span]) -> None:
    """Everything as it was shown before; what others changed beside it meanwhile stays."""
    page, project = edit.page, edit.project
    if spans:
        shift_actions(page.store, page.actor, project.id, spans)
    now = find_action(page, project, edit.shown.id)
    change_action(page.store, page.actor, project.id, now.id, now.version, before)
    begin_anew(edit.place)


def _said(shown: ActionEntry, changes: Mapping[str, Any], moves: tuple[DateMove, ...]) -> Message:
    name = str(changes.get("name", shown.name))
    if not moves:
        return message("{name} was changed.", name=name)
    return plural(
        "{name} was changed, and {count} action moved along.",
        "{name} was changed, and {count} actions moved along.",
        len(moves),
        name=name,
    )


def _all_pending() -> dict[str, _Pending]:
    kept: dict[str, _Pending] = st.session_state.setdefault(_PENDING, {})
    return kept
