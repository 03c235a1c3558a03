"""The plan as a board: how far actions are as columns, moved by drag, keyboard or menu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

import streamlit as st

from pages._action_status import said_of_status
from pages._board import Badge, BoardAction, Card, Chosen, Column, Moved, Opened, show_board, taken_intent
from pages._kept import kept
from pages._page import PageContext
from pages._plan import Plan
from pages._plan_filter import CONCERN_WORDS, origin_of
from pages._text import escaped
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.action_status import BlockedByNothing, action_places, move_actions, put_actions_back
from storage.actions import ActionEntry, bin_actions, restore_actions
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Wording, plural
from touchpoints.model import ActionStatus
from touchpoints.plan import Concern
from touchpoints.plan_words import STATUS_SIGNS

_BOARD = "plan-board"
_BIN = "bin"
# Whether it is blocked or due soon, its column and its date say.
_SIGNS = {Concern.OVERDUE: "!", Concern.WAITING: "⧖", Concern.WITHOUT_OWNER: "?"}


def take_intents(page: PageContext, project: ProjectSummary) -> str | None:
    """Carry out what was done on the board before its cards are read; gives the card to open."""
    opened = None
    while (intent := taken_intent(_BOARD)) is not None:
        if isinstance(intent, Opened):
            opened = intent.card
            continue
        try:
            _carry_out(page, page.actor.once(UUID(intent.id)), project, intent)
        except TouchpointsError as fault:
            st.error(escaped(page.wording.say(fault.message)))
    return opened


def show_plan_board(
    page: PageContext, project: ProjectSummary, plan: Plan, shown: Sequence[ActionEntry]
) -> None:
    """The cards of the actions that are shown."""
    say = page.wording.say
    cards = _cards(page, plan, repr((project.id, plan.state, page.today, page.wording.language)))
    actions = [BoardAction(_BIN, say("Throw away"))]
    columns = [
        Column(status.value, f"{STATUS_SIGNS[status]} {say(word_for(status))}") for status in ActionStatus
    ]
    show_board(
        columns,
        [cards[action.id] for action in shown],
        actions,
        _BOARD,
        page.wording,
        bulk_actions=actions,
        is_read_only=not page.may_follow_up,
    )


@kept(30)
def _cards(_page: PageContext, _plan: Plan, key: str) -> dict[UUID, Card]:  # noqa: ARG001 - says what the rest is
    return {action.id: _card(_page.wording, action, _plan) for action in _plan.actions}


def _card(wording: Wording, action: ActionEntry, plan: Plan) -> Card:
    concerns = plan.concerns[action.id]
    badges = (
        Badge(sign, wording.say(CONCERN_WORDS[concern]))
        for concern, sign in _SIGNS.items()
        if concern in concerns
    )
    return Card(
        id=str(action.id),
        column=action.status.value,
        version=action.version,
        title=action.name,
        lines=tuple(_lines(wording, action)),
        badges=tuple(badges),
        is_dimmed=action.status is ActionStatus.DROPPED,
    )


def _lines(wording: Wording, action: ActionEntry) -> Iterable[str]:
    """Who until when, what blocks it, where, and from which round it was taken over."""
    due = action.due_on
    until = wording.say("until {day}", day=due) if due and not action.is_finished else ""
    done = wording.say("Done on {day}", day=action.done_on) if action.done_on else ""
    if facts := [fact for fact in (action.owner, until, done) if fact]:
        yield " · ".join(facts)
    if action.blocked_by:
        yield wording.say("blocked by: {reason}", reason=action.blocked_by)
    if action.touchpoint:
        yield action.touchpoint
    if action.is_taken_over:
        yield f"↻ {wording.say(origin_of(action))}"


def _carry_out(page: PageContext, actor: Actor, project: ProjectSummary, intent: Moved | Chosen) -> None:
    ids = [UUID(card.id) for card in intent.cards]
    if isinstance(intent, Chosen):
        _throw_away(page, actor, project, ids)
        return
    before = UUID(intent.before) if intent.before else None
    try:
        _move(page, actor, project, ids, ActionStatus(intent.column), before)
    except BlockedByNothing:
        # The card goes back until somebody has said what holds the action up.
        _ask_what_blocks(page, project, ids, before)


def _move(
    page: PageContext,
    actor: Actor,
    project: ProjectSummary,
    ids: Sequence[UUID],
    status: ActionStatus,
    before: UUID | None,
    blocked_by: str = "",
) -> None:
    places = action_places(page.store, page.actor, project.id, ids)
    move_actions(page.store, actor, project.id, ids, status, before, page.today, blocked_by)
    offer_undo(
        said_of_status(status, len(ids)),
        lambda: put_actions_back(page.store, page.actor, project.id, places),
    )


def _ask_what_blocks(
    page: PageContext, project: ProjectSummary, ids: Sequence[UUID], before: UUID | None
) -> None:
    say = page.wording.say

    def ask() -> None:
        with st.form("what-blocks", border=False):
            reason = st.text_input(say("Say it in a few words"), max_chars=300)
            if st.form_submit_button(say("Save"), type="primary") and reason.strip():
                _move(page, page.actor.once(), project, ids, ActionStatus.BLOCKED, before, reason)
                st.rerun()

    st.dialog(say("Blocked by what?"))(ask)()


def _throw_away(page: PageContext, actor: Actor, project: ProjectSummary, ids: Sequence[UUID]) -> None:
    bin_actions(page.store, actor, project.id, ids)
    said = plural(
        "{count} action is in the bin and stays there for 30 days.",
        "{count} actions are in the bin and stay there for 30 days.",
        len(ids),
    )
    offer_undo(said, lambda: restore_actions(page.store, page.actor, project.id, ids))
