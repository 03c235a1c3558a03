"""Adding a KPI: a name and a kind are enough in the room, or a goal proposes it; each time with an undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages._address import put_in_address
from pages._kpi_board import KpiBoard
from pages._labels import told_apart
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.goals import GoalEntry
from storage.kpis import add_kpi, bin_kpi
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import all_kinds, kind_of
from touchpoints.kpi_proposal import GoalFacts, KpiProposal, propose_kpi
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import message

_NAME, _KIND, _GOAL, _FAULT = "new-kpi", "new-kpi-kind", "new-kpi-goal", "kpi_fault"


def show_adding(
    page: PageContext, project: ProjectSummary, board: KpiBoard, *, is_first: bool = False
) -> None:
    """Two ways to a KPI: by hand, and from a goal where one has none yet."""
    say, look = page.wording.say, "primary" if is_first else "secondary"
    actor = page.actor.once()
    with st.popover(say("Add a KPI"), icon=":material/add:", type=look), st.form("add-kpi", border=False):
        st.text_input(say("What shall show that it got better?"), max_chars=120, key=_NAME)
        kinds = all_kinds()
        st.selectbox(say("Kind"), list(kinds), format_func=lambda id_: say(kinds[id_].name), key=_KIND)
        st.form_submit_button(say("Add"), on_click=_add_by_hand, args=(page, actor, project))
    if board.open_goals:
        with st.popover(say("Propose from a goal"), icon=":material/flag:"):
            _show_proposal(page, actor, project, board)
    if (fault := st.session_state.pop(_FAULT, None)) is not None:
        st.error(escaped(say(fault)))


def _show_proposal(page: PageContext, actor: Actor, project: ProjectSummary, board: KpiBoard) -> None:
    """What a goal says of its KPI, to be taken over as it is and edited later."""
    say, goals = page.wording.say, {goal.id: goal for goal in board.open_goals}
    names = told_apart({id_: goal.name for id_, goal in goals.items()})
    chosen = st.selectbox(say("Goal"), list(names), format_func=names.__getitem__, key=_GOAL)
    goal = goals[chosen]
    proposal = proposed(goal)
    st.markdown(escaped(_said(page, project, proposal)))
    st.button(say("Add this KPI"), "add-proposed", on_click=_add_proposed, args=(page, actor, project, goal))


def proposed(goal: GoalEntry) -> KpiProposal:
    """The KPI that a goal proposes."""
    facts = GoalFacts(
        goal.name,
        goal.kpi_kind,
        goal.metric,
        goal.from_value,
        goal.to_value,
        goal.due_on,
        touchpoint=goal.touchpoint or "",
    )
    return propose_kpi(facts)


def _said(page: PageContext, project: ProjectSummary, proposal: KpiProposal) -> str:
    """The proposal in a line."""
    say, kind = page.wording.say, kind_of(proposal.kind)
    words = KpiWords(kind, kind.unit_of(proposal.unit and say(proposal.unit), project.currency), page.wording)
    parts = [say("{kpi}, measured as {kind}", kpi=proposal.name, kind=say(kind.name))]
    if proposal.baseline is not None:
        parts.append(say("from {value}", value=words.value(proposal.baseline)))
    if proposal.target is not None:
        parts.append(say("to {value}", value=words.value(proposal.target)))
    if proposal.target_on is not None:
        parts.append(say("by {day}", day=proposal.target_on))
    parts.append(say("every {months} months", months=proposal.interval_months))
    return ", ".join(parts)


def _add_by_hand(page: PageContext, actor: Actor, project: ProjectSummary) -> None:
    name, kind = st.session_state[_NAME].strip(), kind_of(st.session_state[_KIND])
    if not name:
        return
    values = {"name": name, "kind": kind.id, "direction": kind.direction}
    unit = {"unit": page.wording.say(kind.unit)} if kind.unit else {}
    _add(page, actor, project, {**values, **unit, "interval_months": kind.interval_months})


def values_from(page: PageContext, goal: GoalEntry) -> dict[str, Any]:
    """The KPI that a goal proposes, as it is stored: its unit in words, that of money by the currency."""
    proposal = proposed(goal)
    unit = page.wording.say(proposal.unit) if proposal.unit else ""
    of_goal = {"goal_id": goal.id, "touchpoint_id": goal.touchpoint_id, "unit": unit}
    return {**vars(proposal), **of_goal}


def _add_proposed(page: PageContext, actor: Actor, project: ProjectSummary, goal: GoalEntry) -> None:
    _add(page, actor, project, values_from(page, goal))


def _add(page: PageContext, actor: Actor, project: ProjectSummary, values: Mapping[str, Any]) -> None:
    try:
        id_ = add_kpi(page.store, actor, project.id, values)
    except TouchpointsError as fault:
        st.session_state[_FAULT] = fault.message
        return
    put_in_address("kpi", str(id_))
    st.session_state[_NAME] = ""
    done = message("{name} was added.", name=values["name"])
    offer_undo(done, lambda: bin_kpi(page.store, page.actor, project.id, id_))
