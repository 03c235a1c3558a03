"""Importance as a budget of points: plus and minus on each touchpoint, the rest always in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import give_points, read_team_view
from touchpoints.budget import BUDGET, STEP, even_shares, left_over, stepped
from touchpoints.messages import plural


def deal_out_points(page: PageContext, project: ProjectSummary, shortlist: Sequence[TouchpointEntry]) -> None:
    """A line for each touchpoint; every step is stored at once."""
    say = page.wording.say
    view = read_team_view(page.store, page.actor, project.id)
    points = {str(id_): number for id_, number in view.points.items()}
    left = left_over(points)
    st.write(say("You have {budget} points. Give many where it matters much to the customer.", budget=BUDGET))
    st.subheader(say(plural("{count} point is left", "{count} points are left", left)), anchor=False)
    if not points:
        st.button(
            say("Begin with the same for all"),
            on_click=_give,
            args=(page, project, even_shares([str(entry.id) for entry in shortlist])),
        )
    for entry in shortlist:
        _show_line(page, project, entry, points)


def _show_line(
    page: PageContext, project: ProjectSummary, entry: TouchpointEntry, points: Mapping[str, int]
) -> None:
    say, id_ = page.wording.say, str(entry.id)
    now = points.get(id_, 0)
    with st.container(horizontal=True, vertical_alignment="center", key=f"points-{id_}"):
        st.markdown(escaped(entry.name), width="stretch")
        for step, label in ((-STEP, "−"), (STEP, "+")):
            if step > 0:
                st.markdown(f"**{now}**", width=40, text_alignment="center")
            new = stepped(points, id_, step)
            st.button(
                label,
                key=f"points-{id_}-{step}",
                help=say("{step} points for {touchpoint}", step=f"{step:+d}", touchpoint=escaped(entry.name)),
                disabled=new[id_] == now if id_ in new else True,
                on_click=_give,
                args=(page, project, {id_: new[id_]}),
            )


def _give(page: PageContext, project: ProjectSummary, points: Mapping[str, int]) -> None:
    give_points(page.store, page.actor, project.id, {UUID(id_): number for id_, number in points.items()})
