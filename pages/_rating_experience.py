"""How the team experiences its shortlist: one touchpoint at a time, one tap each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import TeamView, rate_touchpoint, read_team_view
from touchpoints.messages import N_
from touchpoints.model import Aspect

POINTS: Mapping[int, str] = {
    -2: N_("−2 very disappointing"),
    -1: N_("−1 disappointing"),
    0: N_("0 okay"),
    1: N_("+1 good"),
    2: N_("+2 delightful"),
}
_AT = "rating_at"


def rate_one_by_one(page: PageContext, project: ProjectSummary, shortlist: Sequence[TouchpointEntry]) -> None:
    """The next touchpoint without a rating, five buttons, and the way back."""
    say = page.wording.say
    view = read_team_view(page.store, page.actor, project.id)
    rated = [entry for entry in shortlist if Aspect.EXPERIENCE in view.answers.get(entry.id, {})]
    at = _place(shortlist, view)
    entry = shortlist[at]
    st.progress(
        len(rated) / len(shortlist), say("{done} of {all} rated", done=len(rated), all=len(shortlist))
    )
    st.caption(escaped(entry.phase))
    st.header(escaped(entry.name), anchor=False)
    st.write(say("How does the customer experience this, as you see it?"))
    _show_points(page, project, entry, at, len(shortlist), view)
    with st.container(horizontal=True):
        st.button(say("Back"), on_click=_go, args=(at - 1,), disabled=at == 0)
        st.button(say("Leave out"), on_click=_go, args=(at + 1,), disabled=at + 1 == len(shortlist))


def _place(shortlist: Sequence[TouchpointEntry], view: TeamView) -> int:
    """Where the room is: where it went, else at the first one without a rating."""
    at = st.session_state.get(_AT)
    if isinstance(at, int) and 0 <= at < len(shortlist):
        return at
    unrated = (
        position
        for position, entry in enumerate(shortlist)
        if Aspect.EXPERIENCE not in view.answers.get(entry.id, {})
    )
    return next(unrated, 0)


def _show_points(
    page: PageContext, project: ProjectSummary, entry: TouchpointEntry, at: int, all_: int, view: TeamView
) -> None:
    given = view.answers.get(entry.id, {}).get(Aspect.EXPERIENCE, {})
    with st.container(horizontal=True):
        for point, label in POINTS.items():
            st.button(
                page.wording.say(label),
                key=f"experience-{entry.id}-{point}",
                type="primary" if set(given) == {point} else "secondary",
                on_click=_rate,
                args=(page, project, entry, point, at, all_),
            )
    if sum(given.values()) > 1:
        st.caption(
            page.wording.say("Rated by {n} people; a joint answer replaces theirs.", n=sum(given.values()))
        )


def _rate(
    page: PageContext, project: ProjectSummary, entry: TouchpointEntry, point: int, at: int, all_: int
) -> None:
    rate_touchpoint(page.store, page.actor, project.id, entry.id, Aspect.EXPERIENCE, {point: 1})
    if at + 1 < all_:
        _go(at + 1)
    else:
        st.session_state["rating_step"] = "points"


def _go(at: int) -> None:
    st.session_state[_AT] = at
