"""The journey before anybody has rated it: the first thing to do, the second, and what is there already."""

from __future__ import annotations

from itertools import groupby
from typing import Literal

import streamlit as st

from pages._journey_team import Whose
from pages._measurements import Measurements
from pages._navigation import go_to
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint import open_touchpoint
from storage.projects import ProjectSummary


def show_beginning(page: PageContext, project: ProjectSummary, found: Measurements) -> None:
    """Two minutes of the team come first, since a survey takes weeks."""
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("The journey has no ratings yet"), anchor=False)
        st.write(
            say(
                "Rate ten touchpoints together, one tap each: after two minutes the first curve is drawn. "
                "A survey of your customers shows theirs beside it."
            )
        )
        with st.container(horizontal=True):
            _offer_rating(page, project, "primary")
            _offer_import(page, project)
    _show_touchpoints(page, project, found)


def offer_other_view(page: PageContext, project: ProjectSummary, views: list[Whose]) -> None:
    """Below the only view there is, the way to the other one."""
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
