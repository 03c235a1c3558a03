"""The coach: what practitioners know of why such projects fail, said where this project is at risk."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._coach import Coaching, coaching_of, html_of, show_way
from pages._coach_acts import show_menu
from pages._coach_answers import show_answered, show_history
from pages._coach_hints import coach_style
from pages._coach_training import offer_training
from pages._navigation import go_to, in_project
from pages._page import READ, Page, PageContext, Section, draw
from pages._undo import show_undo
from storage.projects import ProjectSummary
from touchpoints.coach import Consequence, Hint
from touchpoints.messages import N_, plural

PAGE = Page(
    id="coach",
    title=N_("Coach"),
    icon=":material/tips_and_updates:",
    section=Section.START,
    order=3,
    roles=READ,
)


def render(page: PageContext) -> None:
    """All open hints, the gravest first, and below them what was answered to others."""
    project = page.project
    if project is None:
        return
    coaching = coaching_of(page, project)
    _show_head(page, coaching)
    _show_way_to_report(page, project)
    show_undo(page)
    if not coaching.open:
        _show_nothing_open(page, project)
    with st.container(key="hints"):
        for hint in coaching.open:
            _show_hint(page, project, hint)
    show_answered(page, project, coaching)
    show_history(page, coaching)


def _show_head(page: PageContext, coaching: Coaching) -> None:
    say = page.wording.say
    graves = sum(hint.consequence is Consequence.BLOCKS for hint in coaching.open)
    said = say(plural("{count} open hint", "{count} open hints", len(coaching.open)))
    if graves:
        said += " · " + say(plural("{count} blocks the goal", "{count} block the goal", graves))
    st.html(f"<style>{coach_style()}</style>")
    st.title(say("Coach"), anchor=False)
    advice = say("The coach advises and never blocks.")
    if page.may_follow_up:
        advice = say(
            "The coach advises and never blocks: answer a hint, or wave it off with a reason that is kept."
        )
    st.caption(f"{escape(said)}. {advice}")


def _show_way_to_report(page: PageContext, project: ProjectSummary) -> None:
    st.page_link(
        page.entries["check_up"],
        label=page.wording.say("Check-up report"),
        icon=":material/fact_check:",
        query_params=in_project(project.id),
    )


def _show_nothing_open(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("The coach has nothing to say just now"), anchor=False)
        st.write(say("It looks at what is there: as soon as the team has gone on, it looks again."))
        button = say("Go on with the guide")
        if "guide" in page.entries and st.button(button, type="primary", icon=":material/arrow_forward:"):
            go_to("guide", project.id)


def _show_hint(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    """Text, way and answers, which the style sheet puts side by side: a container for each costs more."""
    st.html(html_of(page, hint, is_short=False))
    show_way(page, project, hint, N_("Look at it"))
    if page.may_follow_up:
        show_menu(page, project, hint)
        offer_training(page, project, hint)


if __name__ == "__main__":
    draw(render)
