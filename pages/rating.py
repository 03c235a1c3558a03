"""Rate the ten most important touchpoints: choose, say how they are, deal out the points - two minutes."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from pages._rating_experience import rate_one_by_one
from pages._rating_points import deal_out_points
from storage.board import set_depth
from storage.journey import TouchpointEntry, list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.model import Depth

PAGE = Page(
    id="rating",
    title=N_("Rate the most important"),
    icon=":material/star_rate:",
    section=Section.CURRENT_STATE,
    order=2,
)
_MOST = 20
_USUAL = 10
_STEPS = {"choose": N_("1 Choose"), "experience": N_("2 Experience"), "points": N_("3 Importance")}


def render(page: PageContext) -> None:
    """One step at a time; each answer is stored at once."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    entries = list_touchpoints(page.store, page.actor, project.id)
    shortlist = [entry for entry in entries if entry.depth is not Depth.ALL]
    st.title(say("Rate the most important touchpoints"), anchor=False)
    st.session_state.setdefault("rating_step", "experience" if shortlist else "choose")
    step = st.segmented_control(
        say("Step"),
        list(_STEPS),
        format_func=lambda id_: say(_STEPS[id_]),
        key="rating_step",
        required=True,
        label_visibility="collapsed",
    )
    if step == "choose" or not shortlist:
        _choose(page, project, entries, shortlist)
    elif step == "experience":
        rate_one_by_one(page, project, shortlist)
    else:
        deal_out_points(page, project, shortlist)
        if st.button(say("See the curve of the team"), type="primary", icon=":material/timeline:"):
            go_to("journey", project.id, whose="team")


def _choose(
    page: PageContext,
    project: ProjectSummary,
    entries: tuple[TouchpointEntry, ...],
    shortlist: list[TouchpointEntry],
) -> None:
    """The shortlist: about ten to begin with, never more than can be talked about in a morning."""
    say = page.wording.say
    st.write(
        say(
            "Which {usual} touchpoints matter most to your customers? Type a word, choose, and go on; "
            "you can change the choice at any time.",
            usual=_USUAL,
        )
    )
    names = {str(entry.id): f"{entry.name} ({entry.phase})" for entry in entries}
    st.multiselect(
        say("The shortlist"),
        list(names),
        default=[str(entry.id) for entry in shortlist],
        format_func=names.__getitem__,
        max_selections=max(_MOST, len(shortlist)),
        placeholder=say("Type a word"),
        key="chosen",
    )
    st.button(
        say("Go on to the ratings"),
        type="primary",
        on_click=_keep_choice,
        args=(page, project, entries),
        disabled=not st.session_state["chosen"],
    )


def _keep_choice(page: PageContext, project: ProjectSummary, entries: tuple[TouchpointEntry, ...]) -> None:
    """Put the chosen ones on the shortlist, take others off; key touchpoints that stay chosen stay key."""
    chosen = {UUID(id_) for id_ in st.session_state["chosen"]}
    added = [e.id for e in entries if e.id in chosen and e.depth is Depth.ALL]
    dropped = [e.id for e in entries if e.id not in chosen and e.depth is not Depth.ALL]
    if added:
        set_depth(page.store, page.actor, project.id, added, Depth.SHORTLIST)
    if dropped:
        set_depth(page.store, page.actor, project.id, dropped, Depth.ALL)
    st.session_state["rating_step"] = "experience"


if __name__ == "__main__":
    draw(render)
