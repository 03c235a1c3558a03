"""Showing only what a hint of the coach is about, where its link led to a list."""

from __future__ import annotations

import streamlit as st

from pages._coach import HINT, coaching_of
from pages._page import PageContext
from pages._text import escaped
from storage.projects import ProjectSummary


def cases_in_address(page: PageContext, project: ProjectSummary) -> frozenset[str] | None:
    """The ids of what the hint in the address is about, None where there is none; says what the coach saw."""
    asked = st.query_params.get(HINT)
    hint = coaching_of(page, project).find(asked) if asked else None
    if hint is None or not hint.is_filtered:
        return None
    say = page.wording.say
    head = say("The coach:")
    st.markdown(f":material/tips_and_updates: {head} **{escaped(say(hint.seen))}**")
    return frozenset(case.id for case in hint.cases)


def forget_hint() -> None:
    """Show everything again."""
    st.query_params.pop(HINT, None)
