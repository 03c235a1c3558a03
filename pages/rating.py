"""Rate the ten most important touchpoints: one tap each, the first curve, then what matters how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from pages._address import choose_one
from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from pages._rating_choice import choose_the_ten, chosen_of
from pages._rating_experience import rate_one_by_one
from pages._rating_mentions import count_what_customers_named
from pages._rating_points import deal_out_points
from storage.journey import TouchpointEntry, list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="rating",
    title=N_("Rate the most important"),
    icon=":material/star_rate:",
    section=Section.CURRENT_STATE,
    order=2,
)
_STYLE = Path(__file__).with_name("_rating.css")
_STEPS = {
    "choose": N_("1 Choose"),
    "experience": N_("2 Experience"),
    "points": N_("3 Importance"),
    "customers": N_("4 What customers named"),
}


def render(page: PageContext) -> None:
    """One step at a time; each answer is stored at once."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    st.html(_STYLE)
    st.title(say("Rate the most important touchpoints"), anchor=False)
    entries = list_touchpoints(page.store, page.actor, project.id)
    if not entries:
        _show_nothing(page, project)
        return
    steps = {id_: say(name) for id_, name in _STEPS.items()}
    step = choose_one(say("Step"), steps, "step", default="experience", is_labelled=False)
    _SHOW[step](page, project, entries)


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.write(say("There are no touchpoints yet. Paste a list of them or add the first ones."))
        if st.button(say("Go to the touchpoints"), type="primary", icon=":material/arrow_forward:"):
            go_to("touchpoint_board", project.id)


def _rate_experience(page: PageContext, project: ProjectSummary, entries: Sequence[TouchpointEntry]) -> None:
    rate_one_by_one(page, project, chosen_of(entries))


def _deal_out(page: PageContext, project: ProjectSummary, entries: Sequence[TouchpointEntry]) -> None:
    deal_out_points(page, project, chosen_of(entries).touchpoints)


_SHOW: Mapping[str, Callable[[PageContext, ProjectSummary, Sequence[TouchpointEntry]], None]] = {
    "choose": choose_the_ten,
    "experience": _rate_experience,
    "points": _deal_out,
    "customers": count_what_customers_named,
}


if __name__ == "__main__":
    draw(render)
