"""Where an action comes from, each a way to its place: goal, option, finding, decision or hint."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._links import show_link
from pages._text import escaped
from storage.action_origins import ActionOrigins, read_origins

_LONGEST = 120


def show_origins(drawer: ActionDrawer) -> None:
    """A line for each of them; nothing where the action stands for itself."""
    origins = read_origins(*drawer.where, drawer.action.id)
    if not origins.is_any:
        return
    heading = drawer.say("Where it comes from")
    st.markdown(f"**{heading}**")
    for label, page_id, query in _ways(drawer, origins):
        if page_id:
            show_link(drawer.page, drawer.project, page_id, label, **query)
        else:
            st.caption(escaped(label))


def _ways(drawer: ActionDrawer, origins: ActionOrigins) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Label, page and what its address says; no page for what belongs to an earlier round."""
    say = drawer.say
    if origins.goal:
        page_id = "goals" if origins.goal_is_of_now else ""
        yield say("Goal: {goal}", goal=_short(origins.goal)), page_id, {"goal": origins.goal_id}
    if origins.option:
        page_id = "options" if origins.option_is_of_now else ""
        yield say("Option: {option}", option=_short(origins.option)), page_id, {"option": origins.option_id}
    if origins.finding:
        label = say("Finding: {finding}", finding=_short(origins.finding))
        yield label, "findings", {"finding": origins.finding_id}
    if origins.decision:
        label = say("Decision: {decision}", decision=_short(origins.decision))
        yield label, "reviews", {"review": origins.review_id}
    if origins.hint:
        yield say("Hint of the coach: {hint}", hint=_short(origins.hint)), "coach", {}


def _short(text: str) -> str:
    """The first line, as far as it can be taken in at a glance."""
    line = text.split("\n", 1)[0]
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
