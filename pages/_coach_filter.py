"""Showing only what a hint of the coach or a question of the guide is about, where its link led to a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import streamlit as st

from pages._coach import HINT, coaching_of
from pages._guide_filter import forget_question, open_in_address
from pages._page import PageContext
from pages._text import escaped
from storage.projects import ProjectSummary
from touchpoints.coach import Hint
from touchpoints.messages import message

Entry = TypeVar("Entry")


def meant_in_address(
    page: PageContext, project: ProjectSummary, *, is_typed_in: bool = False
) -> frozenset[str] | None:
    """The ids of what the hint and the question in the address are about, None where there is neither.

    Says what the coach saw, and what the guide asks; rows that are typed in stay when they are answered.
    """
    asked = open_in_address(page, project, is_typed_in=is_typed_in)
    seen = _cases_in_address(page, project)
    if asked is None or seen is None:
        return seen if asked is None else asked
    return asked & seen


def _hint_in_address(page: PageContext, project: ProjectSummary) -> Hint | None:
    """The one whose link led here, where its page can show what it is about alone."""
    asked = st.query_params.get(HINT)
    hint = coaching_of(page, project).find(asked) if asked else None
    return hint if hint is not None and hint.is_filtered else None


def _cases_in_address(page: PageContext, project: ProjectSummary) -> frozenset[str] | None:
    hint = _hint_in_address(page, project)
    if hint is None:
        return None
    say = page.wording.say
    head = say("The coach:")
    st.markdown(f":material/tips_and_updates: {head} **{escaped(say(hint.seen))}**")
    return frozenset(case.id for case in hint.cases)


def is_about_phases(page: PageContext, project: ProjectSummary) -> bool:
    """Whether the hint in the address is about phases and what lies in them."""
    hint = _hint_in_address(page, project)
    return hint is not None and hint.of_phases


def only_meant(
    page: PageContext,
    project: ProjectSummary,
    entries: Sequence[Entry],
    id_of: Callable[[Entry], object],
    also_about: Callable[[Entry], Iterable[object]] = lambda _: (),
    *,
    is_typed_in: bool = False,
) -> tuple[Entry, ...]:
    """The entries that the address is about, and the way back to all; without a hint or a question all.

    `also_about` gives the ids of what else an entry stands for, such as the touchpoint of a goal.
    """
    meant = meant_in_address(page, project, is_typed_in=is_typed_in)
    if meant is None:
        return tuple(entries)
    shown = tuple(entry for entry in entries if meant & {str(id_of(entry)), *map(str, also_about(entry))})
    if len(shown) < len(entries):
        say = page.wording.say
        with st.container(horizontal=True, vertical_alignment="center"):
            said = message("{count} of {all} shown", count=len(shown), all=len(entries))
            st.caption(say(said), width="content")
            st.button(say("Show all"), "coach-all", type="tertiary", on_click=forget_what_is_meant)
    return shown


def forget_what_is_meant() -> None:
    """Show everything again."""
    st.query_params.pop(HINT, None)
    forget_question()
