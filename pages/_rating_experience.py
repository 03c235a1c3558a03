"""How the team experiences its shortlist: one touchpoint at a time, one tap each, then the first curve."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import PageContext
from pages._rating_choice import Chosen, place_in
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from pages._words import EXPERIENCE_POINTS, POINT_SIGNS
from storage.board import set_depth
from storage.journey import TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import TeamView, rate_touchpoint, read_team_view
from touchpoints.messages import message
from touchpoints.model import Aspect, Depth
from touchpoints.statistics import FLOOR, room_figure
from touchpoints.team_journey import median_digits

_END, _PLACE = "end", "rating-experience"


@dataclass(frozen=True)
class _Rating:
    """What is rated, and what was said of it so far."""

    page: PageContext
    project: ProjectSummary
    chosen: Chosen
    team: TeamView

    def given(self, entry: TouchpointEntry) -> dict[int, int]:
        """How many gave each point."""
        return dict(self.team.answers.get(entry.id, {}).get(Aspect.EXPERIENCE, {}))

    @property
    def rated(self) -> list[TouchpointEntry]:
        """The touchpoints that have a rating."""
        return [entry for entry in self.chosen.touchpoints if self.given(entry)]

    @property
    def at(self) -> int:
        """The place of the touchpoint that is shown, or behind the last."""
        ids = [str(entry.id) for entry in self.chosen.touchpoints]
        asked = st.session_state.get(place_in(self.project))
        if asked in ids:
            return ids.index(asked)
        if asked == _END:
            return len(ids)
        unrated = (place for place, entry in enumerate(self.chosen.touchpoints) if not self.given(entry))
        return next(unrated, len(ids))


def rate_one_by_one(page: PageContext, project: ProjectSummary, chosen: Chosen) -> None:
    """The next touchpoint without a rating with its five buttons; at the end all of them, and the curve."""
    rating = _Rating(page, project, chosen, read_team_view(page.store, page.actor, project.id))
    done, all_ = len(rating.rated), len(chosen.touchpoints)
    st.progress(done / all_, page.wording.say("{done} of {all} rated", done=done, all=all_))
    if rating.at < all_:
        _show_one(rating, chosen.touchpoints[rating.at])
    else:
        _show_end(rating)
    show_outcome(page, _PLACE)
    show_undo(page)


def _show_one(rating: _Rating, entry: TouchpointEntry) -> None:
    say = rating.page.wording.say
    with st.container(border=True, key="rating-card", horizontal_alignment="center"):
        st.caption(escaped(entry.phase), width="content")
        st.header(escaped(entry.name), anchor=False, width="content", text_alignment="center")
        st.markdown(say("How do we believe that customers experience it?"), width="content")
        _show_points(rating, entry)
        said = _told(rating, entry)
        if said:
            st.caption(said, width="content")
    _show_ways(rating)


def _show_points(rating: _Rating, entry: TouchpointEntry) -> None:
    """Five buttons that are read from the last row; one tap is stored and goes on."""
    given, wording = rating.given(entry), rating.page.wording
    columns = st.columns(len(EXPERIENCE_POINTS), gap="small")
    for column, (point, word) in zip(columns, EXPERIENCE_POINTS.items(), strict=True):
        column.button(
            f"{POINT_SIGNS[point]} **{wording.number(point, signed=True)}** {wording.say(word)}",
            key=f"point-{point}",
            type="primary" if given == {point: 1} else "secondary",
            width="stretch",
            on_click=_rate,
            args=(rating, entry, point),
        )


def _told(rating: _Rating, entry: TouchpointEntry) -> str:
    """What a room said one by one before, which a joint answer replaces."""
    room, wording = room_figure(rating.given(entry)), rating.page.wording
    if room is None or room.n == 1:
        return ""
    if room.n < FLOOR:
        return wording.say("Fewer than 5 have rated it one by one; a joint answer replaces theirs.")
    median = wording.number(room.median, median_digits(room), signed=True)
    return wording.say(
        "{n} have rated it one by one, median {median}; a joint answer replaces theirs.",
        n=room.n,
        median=median,
    )


def _show_ways(rating: _Rating) -> None:
    """Back, on without a rating, others, and to the curve before all are rated."""
    say, places = rating.page.wording.say, [str(entry.id) for entry in rating.chosen.touchpoints]
    at = rating.at
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say("Back"),
            icon=":material/arrow_back:",
            on_click=_go,
            args=(rating, places[max(at - 1, 0)]),
            disabled=at == 0,
        )
        st.button(say("Leave out"), on_click=_go, args=(rating, [*places, _END][at + 1]))
        st.caption(say("Nothing has to be saved. Others can be chosen in step 1."))
        if rating.rated and st.button(
            say("Show the curve so far"), type="tertiary", icon=":material/timeline:"
        ):
            go_to("journey", rating.project.id, whose="team")


def _show_end(rating: _Rating) -> None:
    """All ratings once more, each to be changed with a tap, and the curve."""
    say = rating.page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        is_rated = bool(rating.rated)
        if st.button(
            say("Show the first curve"), type="primary", icon=":material/timeline:", disabled=not is_rated
        ):
            go_to("journey", rating.project.id, whose="team")
        st.caption(say("A tap on a line changes its rating."))
    with st.container(key="rating-all", gap=None):
        for entry in rating.chosen.touchpoints:
            label = f"{_figure(rating, entry)} {escaped(entry.name)}"
            key = f"again-{entry.id}"
            st.button(label, key=key, type="tertiary", on_click=_go, args=(rating, str(entry.id)))


def _figure(rating: _Rating, entry: TouchpointEntry) -> str:
    """What the team gave: its joint answer, or the median of a room."""
    room, wording = room_figure(rating.given(entry)), rating.page.wording
    if room is None:
        return "–"
    if 1 < room.n < FLOOR:
        return wording.say("fewer than 5 answers")
    median = wording.number(room.median, median_digits(room), signed=True)
    sign = POINT_SIGNS.get(room.median) if room.n == 1 else None
    return f"{sign or '■'} **{median}**"


def _rate(rating: _Rating, entry: TouchpointEntry, point: int) -> None:
    """Store the joint answer and go on; the first one makes a proposal the shortlist."""
    where = (rating.page.store, rating.page.actor, rating.project.id)
    before = rating.given(entry)

    def rate() -> None:
        rate_touchpoint(*where, entry.id, Aspect.EXPERIENCE, {point: 1})
        if rating.chosen.is_proposed:
            set_depth(*where, [one.id for one in rating.chosen.touchpoints], Depth.SHORTLIST)

    if attempt(_PLACE, rate):
        _go(rating, _next(rating, entry.id))
        if before and before != {point: 1}:
            done = message("The rating of {touchpoint} was replaced.", touchpoint=entry.name)
            offer_undo(done, lambda: rate_touchpoint(*where, entry.id, Aspect.EXPERIENCE, before))


def _next(rating: _Rating, id_: UUID) -> str:
    places = [str(entry.id) for entry in rating.chosen.touchpoints]
    return [*places, _END][places.index(str(id_)) + 1]


def _go(rating: _Rating, at: str) -> None:
    st.session_state[place_in(rating.project)] = at
