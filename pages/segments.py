"""What the customer segments are worth: ABC, portfolio and lifetime value side by side, and what follows."""

from __future__ import annotations

import streamlit as st

from pages._coach_filter import only_meant
from pages._encounter_segments import ask_for_first_segments, show_segments
from pages._page import Page, PageContext, Section, draw
from pages._segment_forms import show_menu, show_unsettled
from pages._segment_list import ask_for_list
from pages._segment_values import segment_html, segment_style
from pages._undo import show_undo
from storage.projects import ProjectSummary
from storage.segment_values import SegmentValue, list_segment_values
from touchpoints.messages import N_, plural
from touchpoints.segment_views import disagreeing

PAGE = Page(
    id="segments",
    title=N_("Customer value"),
    icon=":material/diamond:",
    section=Section.CURRENT_STATE,
    # As the encounters, behind which it stands by its name: who they are, then what they are worth.
    order=3,
)


def render(page: PageContext) -> None:
    """The segments, each with its three views, and the ways to classify them."""
    project = page.project
    if project is None:
        return
    segments = list_segment_values(page.store, page.actor, project.id)
    _show_head(page, project, segments)
    show_undo(page)
    show_unsettled(page)
    if not segments:
        ask_for_first_segments(page, project)
        return
    with st.container(key="segment-values"):
        for segment in only_meant(page, project, segments, lambda segment: segment.id):
            _show_segment(page, project, segment, segments)


def _show_head(page: PageContext, project: ProjectSummary, segments: tuple[SegmentValue, ...]) -> None:
    say = page.wording.say
    st.html(f"<style>{segment_style()}</style>")
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Customer value"), width="content", anchor=False)
        with st.container(horizontal=True, width="content"):
            if st.button(say("Paste a customer list"), icon=":material/content_paste:"):
                ask_for_list(page, project)
            if segments:
                show_segments(page, project)
    said = say("One view alone misleads: put ABC by revenue, portfolio and lifetime value beside each other.")
    if count := len(disagreeing(segments)):
        disagree = plural(
            "About {count} segment the views disagree.", "About {count} segments the views disagree.", count
        )
        said += f" **{say(disagree)}**"
    st.caption(said)


def _show_segment(
    page: PageContext, project: ProjectSummary, segment: SegmentValue, segments: tuple[SegmentValue, ...]
) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"segment-{segment.id}"):
        st.html(segment_html(page, project, segment, segments), width="stretch")
        show_menu(page, project, segment)


if __name__ == "__main__":
    draw(render)
