"""Training that the coach misses, put into the plan with one press and taken back with another."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import streamlit as st

from pages._coach import coaching_of
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.action_parts import raise_budget
from storage.actions import add_action, bin_actions
from storage.projects import ProjectSummary
from touchpoints.coach import Hint
from touchpoints.coach.r05_training import (
    PROCESS,
    SHARE,
    least_training,
    shortfall_of,
    software_action_of,
)
from touchpoints.coach_facts import ActionFact
from touchpoints.messages import N_, Message, Number, message
from touchpoints.model import BudgetKind

_PLACE = "coach-training"
_LONGEST_NAME = 200


def offer_training(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    """The press below a hint about money for training; nothing below any other hint."""
    if hint.id not in (SHARE, PROCESS):
        return
    facts = coaching_of(page, project).facts
    action = software_action_of(facts)
    if action is None:
        return
    # How much training the better process takes nobody can tell: as much as the software's is a beginning.
    amount = shortfall_of(facts) if hint.id == SHARE else least_training(action.money(BudgetKind.SOFTWARE))
    label, do = _OFFERS[hint.id]
    said = message(label, amount=_money(project, amount), action=action.name)
    st.button(
        escaped(page.wording.say(said)),
        f"training-{hint.id}",
        icon=":material/playlist_add:",
        on_click=do,
        args=(page, project, action, amount, page.actor.once()),
    )
    show_outcome(page, f"{_PLACE}-{hint.id}")


def _add_software_training(
    page: PageContext, project: ProjectSummary, action: ActionFact, amount: Decimal, once: Actor
) -> None:
    """Beside the software itself, where whoever buys it sees what it costs to master it."""
    id_, kind = UUID(action.id), BudgetKind.TRAINING

    def store() -> None:
        raise_budget(page.store, once, project.id, id_, kind, amount)
        done = message(
            "{amount} for training were added to {action}.",
            amount=_money(project, amount),
            action=action.name,
        )
        offer_undo(done, lambda: raise_budget(page.store, page.actor, project.id, id_, kind, -amount))

    attempt(f"{_PLACE}-{SHARE}", store)


def _add_process_training(
    page: PageContext, project: ProjectSummary, action: ActionFact, amount: Decimal, once: Actor
) -> None:
    """An action of its own, at the same touchpoint; who does it until when the plan asks for."""
    named = page.wording.say("Train the improved process: {action}", action=action.name)[:_LONGEST_NAME]
    values = {"name": named, "touchpoint_id": action.touchpoint_id}

    def store() -> None:
        added = add_action(page.store, once, project.id, values, {BudgetKind.PROCESS_TRAINING: amount})
        offer_undo(
            message("{name} is in the to-do plan.", name=named),
            lambda: bin_actions(page.store, page.actor, project.id, [added]),
        )

    attempt(f"{_PLACE}-{PROCESS}", store)


def _money(project: ProjectSummary, amount: Decimal) -> Message:
    digits = 0 if amount == int(amount) else 2
    return message("{amount} {currency}", amount=Number(float(amount), digits), currency=project.currency)


_OFFERS = {
    SHARE: (N_("Plan {amount} of training beside “{action}”"), _add_software_training),
    PROCESS: (N_("Plan {amount} of training in the process of “{action}”"), _add_process_training),
}
