"""The customer journey as customers rate it - curve, heat map, trend - or as the team sees it."""

from __future__ import annotations

import streamlit as st

from pages._chart import show_chart
from pages._journey_begin import offer_next_step, offer_other_view, show_beginning
from pages._journey_chart import chart_of
from pages._journey_choice import ask_what_to_show
from pages._journey_team import Whose, ask_for_team_chart, ask_whose, known_views, team_journey_of
from pages._labels import told_apart
from pages._measurements import Measurements, measurements_at
from pages._page import READ, Page, PageContext, Section, draw
from pages._text import escaped
from pages._touchpoint import open_touchpoint
from pages._undo import show_undo
from storage.projects import ProjectSummary
from storage.revisions import revisions_of
from touchpoints.charts import Chart, team_curve
from touchpoints.messages import N_, plural

PAGE = Page(
    id="journey",
    title=N_("Customer journey"),
    icon=":material/timeline:",
    section=Section.CURRENT_STATE,
    order=10,
    roles=READ,
    has_charts=True,
)
_PICKED, _ASKED_FOR, _REMEMBERED = "journey_picked", "show-touchpoint", "touchpoint_asked_for"


def render(page: PageContext) -> None:
    """Whose view and what of it, the chart, and the touchpoint that was clicked."""
    project = page.project
    if project is None:
        return
    # Read with the actor, so that what is kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    found = measurements_at(page, project.id, revisions)
    views = known_views(found, team_journey_of(page, project, found))
    whose, is_for_wall = _show_head(page, project, views)
    _show_origin(page, project, found)
    show_undo(page)
    if whose is None:
        show_beginning(page, project, found)
        return
    name, chart = _chart_of(page, project, found, whose, is_for_wall=is_for_wall)
    picked = show_chart(chart, name, page.wording, on_click=True)
    _show_picked(page, project, picked, _ask_touchpoint(page, found))
    if Whose.TEAM in views:
        offer_next_step(page, project, revisions)
    offer_other_view(page, project, views)


def _show_head(page: PageContext, project: ProjectSummary, views: list[Whose]) -> tuple[Whose | None, bool]:
    """The name, and where there is a chart whose view it shows, and whether it is drawn for the wall."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(escaped(project.name), width="stretch", anchor=False)
        if not views:
            return None, False
        whose = ask_whose(page, views)
        help_ = say("For the projector: readable from the last row.")
        return whose, st.toggle(say("Large type"), key="wall", help=help_)


def _chart_of(
    page: PageContext, project: ProjectSummary, found: Measurements, whose: Whose, *, is_for_wall: bool
) -> tuple[str, Chart]:
    """The chart of one view with its id; the two never stand in one figure."""
    if whose is Whose.TEAM:
        return team_curve.ID, ask_for_team_chart(page, project, found, is_for_wall=is_for_wall)
    found, choice = ask_what_to_show(page, project, found, is_for_wall=is_for_wall)
    return choice.view, chart_of(page, project, found, choice)


def _show_origin(page: PageContext, project: ProjectSummary, found: Measurements) -> None:
    say = page.wording.say
    parts = []
    if found.rows:
        parts.append(_rows_read(page, project, found))
        parts += [escaped(survey.source or survey.name) for survey in found.surveys]
    if (waves := len(found.wave_labels)) > 1:
        parts.append(say(plural("{count} wave", "{count} waves", waves)))
    if project.is_example:
        parts.append(say("Example: the ratings are real, everything else in this project is invented."))
    st.caption(" · ".join(parts))


def _rows_read(page: PageContext, project: ProjectSummary, found: Measurements) -> str:
    """The whole survey. A row may be one interview, one answer or a ready count: we know of the sample's."""
    say = page.wording.say
    if project.is_example and len(found.surveys) == 1:
        return say(plural("{count} interview", "{count} interviews", found.rows))
    return say(plural("{count} row read", "{count} rows read", found.rows))


def _ask_touchpoint(page: PageContext, found: Measurements) -> str | None:
    """The way to a touchpoint by keyboard, and to one that cannot be clicked; forgets what was chosen."""
    names = told_apart({stop.id: f"{stop.name} · {stop.phase}" for stop in found.stops})
    st.selectbox(
        page.wording.say("Show a touchpoint"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=page.wording.say("Type a name or choose"),
        key=_ASKED_FOR,
        on_change=_remember,
        width=420,
    )
    wanted: str | None = st.session_state.pop(_REMEMBERED, None)
    return wanted


def _remember() -> None:
    """Keep the choice for this one run, and empty the box, so that the same touchpoint opens again."""
    st.session_state[_REMEMBERED] = st.session_state[_ASKED_FOR]
    st.session_state[_ASKED_FOR] = None


def _show_picked(
    page: PageContext,
    project: ProjectSummary,
    clicked: str | None,
    asked_for: str | None,
) -> None:
    """Open the drawer when another point is clicked; a run for another reason leaves it closed."""
    is_new_click = clicked is not None and clicked != st.session_state.get(_PICKED)
    st.session_state[_PICKED] = clicked
    if (wanted := clicked if is_new_click else asked_for) is not None:
        open_touchpoint(page, project, wanted)


if __name__ == "__main__":
    draw(render)
