"""What comes next on the journey: before anybody has rated it, after the first curve, and the other view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import streamlit as st

from pages._journey_team import Whose
from pages._kept import kept
from pages._measurements import Measurements
from pages._navigation import go_to
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint import open_touchpoint
from storage.projects import ProjectSummary
from storage.step_facts import read_project_facts
from touchpoints.messages import N_
from touchpoints.project_facts import KEY, SHORTLIST, ProjectFacts


@dataclass(frozen=True)
class _NextStep:
    """What is asked next, and the page where it is answered."""

    question: str
    label: str
    page: str
    query: Mapping[str, str]


_IMPORTANCE = _NextStep(
    N_("Next: How much does each of them matter to your customers?"),
    N_("Share out the importance"),
    "rating",
    {"step": "points"},
)
_KEY_TOUCHPOINTS = _NextStep(
    N_("Next: Which of them decide whether a customer stays?"),
    N_("Choose key touchpoints"),
    "touchpoint_board",
    {"depth": "shortlist"},
)
_TARGETS = _NextStep(
    N_("Next: How good shall it become, and where?"), N_("Set targets"), "target_journey", {}
)


def show_beginning(page: PageContext, project: ProjectSummary, found: Measurements) -> None:
    """Two minutes of the team come first, since a survey takes weeks."""
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("The journey has no ratings yet"), anchor=False)
        if page.may_change:
            _offer_beginning(page, project)
    _show_touchpoints(page, project, found)


def _offer_beginning(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    st.write(
        say(
            "Rate ten touchpoints together, one tap each: after two minutes the first curve is drawn. "
            "A survey of your customers shows theirs beside it."
        )
    )
    with st.container(horizontal=True):
        _offer_rating(page, project, "primary")
        _offer_import(page, project)


def offer_next_step(page: PageContext, project: ProjectSummary, revisions: Mapping[str, int]) -> None:
    """The method goes on where the team has rated: importance, the key touchpoints, then their targets."""
    if not page.may_change:
        return
    step = _next_step(page, project, repr((project.id, sorted(revisions.items()))))
    if step is None:
        return
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f"**{say(step.question)}**", width="stretch")
        if st.button(say(step.label), type="primary", icon=":material/arrow_forward:", key="next-step"):
            go_to(step.page, project.id, **step.query)


# The facts are read from many tables, and only a change makes others of them.
@kept(30)
def _next_step(
    _page: PageContext,
    _project: ProjectSummary,
    key: str,  # noqa: ARG001 - says of which project and state the rest is
) -> _NextStep | None:
    return _first_open(read_project_facts(_page.store, _page.actor, _project.id))


def _first_open(facts: ProjectFacts) -> _NextStep | None:
    if not facts.count(SHORTLIST, lambda touchpoint: touchpoint.has_importance):
        return _IMPORTANCE
    if not facts.count(KEY):
        return _KEY_TOUCHPOINTS
    return None if facts.count(SHORTLIST, lambda touchpoint: touchpoint.has_target) else _TARGETS


def offer_other_view(page: PageContext, project: ProjectSummary, views: list[Whose]) -> None:
    """Below the only view there is, the way to the other one."""
    if not page.may_change:
        return
    say = page.wording.say
    if views == [Whose.TEAM]:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(say("This is what the team believes. What do customers say?"), width="stretch")
            _offer_import(page, project)
    elif views == [Whose.CUSTOMERS]:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(say("This is what customers say. What does the team believe?"), width="stretch")
            _offer_rating(page, project, "secondary")


def _offer_rating(page: PageContext, project: ProjectSummary, kind: Literal["primary", "secondary"]) -> None:
    label = page.wording.say("Rate the ten most important")
    if st.button(label, type=kind, icon=":material/star_rate:", key="rate-ten"):
        go_to("rating", project.id)


def _offer_import(page: PageContext, project: ProjectSummary) -> None:
    label = page.wording.say("Import a survey")
    if st.button(label, icon=":material/upload_file:", key="import-survey"):
        go_to("import_survey", project.id)


def _show_touchpoints(page: PageContext, project: ProjectSummary, found: Measurements) -> None:
    """All touchpoints by phase, each the way into its drawer."""
    pressed = None
    for phase, run in groupby(found.stops, key=lambda stop: stop.phase):
        stops = list(run)
        with st.expander(f"{escaped(phase)} ({len(stops)})"):
            for stop in stops:
                if st.button(escaped(stop.name), key=f"touchpoint-{stop.id}", type="tertiary"):
                    pressed = stop.id
    if pressed is not None:
        open_touchpoint(page, project, pressed)
