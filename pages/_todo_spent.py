"""What a to-do has cost so far, by kind of cost: chosen and typed, without a grid, since phones have none."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._stored_value import follow
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._words import word_for
from storage.action_parts import set_budget
from touchpoints.messages import Number, message
from touchpoints.model import BudgetKind
from touchpoints.plan import Cost

_LARGEST = 999_999_999.0


def show_spent(drawer: ActionDrawer) -> None:
    """The kind, which begins with what is planned, and the amount, stored as soon as the field is left."""
    say, action, place = drawer.say, drawer.action, drawer.place("spent")
    kinds = sorted(BudgetKind, key=lambda kind: kind not in action.budget)
    kind = st.selectbox(
        say("Kind of cost"), kinds, format_func=lambda kind: say(word_for(kind)), key=f"{place}-kind"
    )
    cost = action.budget.get(kind, Cost())
    key = f"{place}-{kind}"
    follow(key, float(cost.spent))
    st.number_input(
        say("Spent so far, in {currency}", currency=drawer.project.currency),
        min_value=0.0,
        max_value=_LARGEST,
        step=100.0,
        format="%.2f",
        key=key,
        on_change=_keep,
        args=(drawer, kind, cost, key),
    )
    planned = Number(float(cost.planned), 2)
    st.caption(say("Planned: {amount} {currency}", amount=planned, currency=drawer.project.currency))
    show_outcome(drawer.page, place)


def _keep(drawer: ActionDrawer, kind: BudgetKind, before: Cost, key: str) -> None:
    spent = Decimal(f"{st.session_state[key] or 0:.2f}")
    place, action_id = drawer.place("spent"), drawer.action.id

    def store(amount: Decimal) -> None:
        set_budget(*drawer.where, action_id, kind, before.planned, amount)

    if spent != before.spent and attempt(place, lambda: store(spent)):
        done = message("{kind}: the amounts were changed.", kind=message(word_for(kind)))
        offer_undo(done, lambda: store(before.spent), place)
