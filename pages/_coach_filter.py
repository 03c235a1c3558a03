"""Showing only what a hint of the coach is about, where its link led to a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from pages._coach import HINT, coaching_of
from pages._page import PageContext
from pages._text import escaped
from storage.projects import ProjectSummary
from touchpoints.messages import message

Entry = TypeVar("Entry")


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


def is_about_phases(page: PageContext, project: ProjectSummary) -> bool:
    """Whether the hint in the address is about phases and what lies in them."""
    asked = st.query_params.get(HINT)
    hint = coaching_of(page, project).find(asked) if asked else None
    return hint is not None and hint.is_filtered and hint.of_phases


def only_meant(
    page: PageContext,
    project: ProjectSummary,
    entries: Sequence[Entry],
    id_of: Callable[[Entry], object],
) -> tuple[Entry, ...]:
    """The entries that the hint in the address is about, and the way back to all; without a hint all."""
    meant = cases_in_address(page, project)
    if meant is None:
        return tuple(entries)
    shown = tuple(entry for entry in entries if str(id_of(entry)) in meant)
    if len(shown) < len(entries):
        say = page.wording.say
        with st.container(horizontal=True, vertical_alignment="center"):
            said = message("{count} of {all} shown", count=len(shown), all=len(entries))
            st.caption(say(said), width="content")
            st.button(say("Show all"), "coach-all", type="tertiary", on_click=forget_hint)
    return shown


def forget_hint() -> None:
    """Show everything again."""
    st.query_params.pop(HINT, None)
