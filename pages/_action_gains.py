"""What an action brings: gain and result, the disappointments it removes, and the KPIs that show it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer, show_form
from pages._action_fields import GAINS
from pages._action_several import Several, choose_several
from pages._kpi_board import kpi_board_of, standing_word
from pages._labels import told_apart
from pages._navigation import in_project
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from storage.action_parts import set_factors
from storage.disappointments import list_disappointments

_PLACE = "factors"


def show_gains(drawer: ActionDrawer) -> None:
    """Four fields that are saved together, a list that is stored at once, and the ways to the KPIs."""
    show_form(drawer, "gains", GAINS)
    _choose_factors(drawer)
    _show_kpis(drawer)


def _choose_factors(drawer: ActionDrawer) -> None:
    """Those of its touchpoint alone; what it removes counts as removed as soon as it is done."""
    say, action = drawer.say, drawer.action
    if action.touchpoint_id is None and not drawer.may_edit:
        return
    if action.touchpoint_id is None:
        st.caption(say("Choose its touchpoint first, to say which disappointments it removes."))
        return
    found = list_disappointments(*drawer.where, action.touchpoint_id)
    if not found:
        st.caption(say("Nothing is written down that disappoints at its touchpoint."))
        return
    removed = [one.id for one in found if any(remedy.id == action.id for remedy in one.remedies)]
    names = told_apart({one.id: one.text for one in found})
    several = Several("factors", say("Removes when it is done"), say("none yet"), removed, names)

    def store(chosen: Collection[UUID]) -> None:
        set_factors(*drawer.where, action.id, chosen)

    choose_several(drawer, _PLACE, several, store)
    show_outcome(drawer.page, drawer.place(_PLACE))


def _show_kpis(drawer: ActionDrawer) -> None:
    """Its KPIs with their status in words, each a way to the KPI."""
    page, say = drawer.page, drawer.say
    standings = kpi_board_of(page, drawer.project).standings
    linked = [one for one in standings if drawer.action.id in one.kpi.action_ids]
    heading = say("KPIs that show it")
    st.markdown(f"**{heading}**")
    if not linked:
        advice = say("None yet. Link it at the KPI, under “Actions”.")
        st.caption(advice if drawer.may_edit else say("none yet"))
    for one in linked:
        said = f"{standing_word(page.wording, one.status.standing)} · {one.kpi.name}"
        query = {**in_project(drawer.project.id), "kpi": str(one.kpi.id)}
        st.page_link(
            page.entries["kpis"], label=escaped(said), icon=":material/arrow_forward:", query_params=query
        )
