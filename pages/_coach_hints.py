"""The coach on the pages of a step: at most three hints at a time, each with the way to its place."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from pages._coach import coaching_of, html_of, show_way
from pages._navigation import in_project
from pages._page import PageContext
from touchpoints.guide import Step
from touchpoints.messages import N_, plural

AT_MOST = 3


def show_hints(page: PageContext, step: Step) -> None:
    """The gravest open hints of a step; nothing where there is none."""
    project = page.project
    if project is None:
        return
    hints = coaching_of(page, project).of_step(step)
    if not hints:
        return
    say = page.wording.say
    with st.container(key="coach-hints"):
        head = escape(say("The coach"))
        st.html(f'<style>{coach_style()}</style><p class="tp-coach-head">{head}</p>')
        for hint in hints[:AT_MOST]:
            st.html(html_of(page, hint, is_short=True))
            show_way(page, project, hint, N_("Look at it"))
        _show_rest(page, len(hints) - AT_MOST)


def _show_rest(page: PageContext, more: int) -> None:
    """The way to all hints."""
    if "coach" not in page.entries or page.project is None:
        return
    say = page.wording.say
    label = (
        plural("{count} more hint of this step", "{count} more hints of this step", more)
        if more > 0
        else None
    )
    st.page_link(
        page.entries["coach"],
        label=say(label) if label else say("All hints of the coach"),
        icon=":material/arrow_forward:",
        query_params=in_project(page.project.id),
    )


@cache
def coach_style() -> str:
    """The style sheet of hints."""
    return Path(__file__).with_name("_coach.css").read_text(encoding="utf-8")
