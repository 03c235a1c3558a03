"""The cards of the journey board: a touchpoint with its level, its disappointed customers and its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import streamlit as st

from pages._board import Badge, Card, Column
from pages._journey_lines import line_now
from pages._kept import kept
from pages._measurements import Measurements, State, measurements_of
from pages._page import PageContext
from pages._table import table_of
from pages._words import word_for
from storage.journey import PhaseEntry, TouchpointEntry, list_phases, list_touchpoints
from storage.projects import ProjectSummary
from storage.team_view import TeamView, read_team_view
from touchpoints.charts import LIGHT
from touchpoints.journey import JourneyPoint
from touchpoints.messages import Wording
from touchpoints.model import Aspect, Depth
from touchpoints.statistics import RoomFigure, room_figure


@dataclass(frozen=True)
class TouchpointCard:
    """A card with what the filters and the table need of its touchpoint."""

    card: Card
    entry: TouchpointEntry
    point: JourneyPoint | None
    of_team: RoomFigure | None

    @property
    def is_team_rated(self) -> bool:
        """Whether the team has said what customers experience there."""
        return self.of_team is not None

    @cached_property
    def searched(self) -> str:
        """What a search looks through."""
        return f"{self.entry.name} {self.entry.phase} {self.entry.owner or ''}".casefold()


@dataclass(frozen=True)
class JourneyBoard:
    """The phases of a project with all its touchpoints, both in order."""

    phases: tuple[PhaseEntry, ...]
    cards: tuple[TouchpointCard, ...]


def columns_of(phases: Iterable[PhaseEntry]) -> list[Column]:
    """The phases; the one before the contact is set off."""
    return [Column(str(phase.id), phase.name, is_set_off=phase.is_before_contact) for phase in phases]


def cards_of(page: PageContext, project: ProjectSummary) -> tuple[TouchpointCard, ...]:
    """All touchpoints as cards, in the order of the journey."""
    return board_of(page, project).cards


def board_of(page: PageContext, project: ProjectSummary) -> JourneyBoard:
    """The phases and all touchpoints as cards; made once for each state of the project."""
    found = measurements_of(page, project.id)
    return _board(page, project, found, (project.id, found.state, page.wording.language))


@kept(30)
def _board(
    _page: PageContext,
    _project: ProjectSummary,
    _found: Measurements,
    key: tuple[UUID, State, str],  # noqa: ARG001 - says of which project, state and language the rest is
) -> JourneyBoard:
    where = (_page.store, _page.actor, _project.id)
    points = {point.touchpoint_id: point for point in line_now(_project, _found).points}
    team = read_team_view(*where)
    cards = (
        _touchpoint_card(_page.wording, entry, points.get(str(entry.id)), team)
        for entry in list_touchpoints(*where)
    )
    return JourneyBoard(list_phases(*where), tuple(cards))


def _touchpoint_card(
    wording: Wording, entry: TouchpointEntry, point: JourneyPoint | None, team: TeamView
) -> TouchpointCard:
    said = team.answers.get(entry.id, {}).get(Aspect.EXPERIENCE, {})
    of_team = room_figure(said)
    card = Card(
        id=str(entry.id),
        column=str(entry.phase_id),
        version=entry.version,
        title=entry.name,
        lines=tuple(_lines(wording, entry, point, of_team)),
        badges=tuple(_badges(wording, entry, point)),
        # The actions of the board that set a depth are called like it.
        without=(entry.depth.value,),
    )
    return TouchpointCard(card, entry, point, of_team)


def _badges(wording: Wording, entry: TouchpointEntry, point: JourneyPoint | None) -> Iterable[Badge]:
    if entry.depth is Depth.KEY:
        yield Badge("★", wording.say("Key touchpoint"), "key")
    elif entry.depth is Depth.SHORTLIST:
        yield Badge("☆", wording.say("Shortlist"), "key")
    if point is None or point.level is None or not point.is_measured:
        return
    sign = LIGHT.sign(point.level)
    yield Badge(sign.letter, wording.say(sign.word), point.level.value)


def _lines(
    wording: Wording, entry: TouchpointEntry, point: JourneyPoint | None, of_team: RoomFigure | None
) -> Iterable[str]:
    """What customers say, what the team says, and its facts; the two views stand apart."""
    if point is not None and point.is_measured and point.disappointed is not None:
        share = wording.percent(point.disappointed.value)
        yield wording.say("{share} disappointed · n = {n}", share=share, n=point.n)
    if of_team is not None:
        yield wording.say("team: {median} · n = {n}", median=_median(wording, of_team), n=of_team.n)
    kinds = [wording.say(word_for(kind)) for kind in (entry.control, entry.contact_type) if kind]
    if kinds:
        yield " · ".join(kinds)


def _median(wording: Wording, figure: RoomFigure) -> str:
    """Half a point may come out where as many say one as the next."""
    return wording.number(figure.median, 0 if figure.median == int(figure.median) else 1, signed=True)


def show_table(page: PageContext, cards: tuple[TouchpointCard, ...]) -> None:
    """The same touchpoints as a table to be sorted."""
    st.dataframe(
        table_of([_row(page.wording, card) for card in cards]),
        hide_index=True,
        placeholder="",
        alt=page.wording.say("The touchpoints as a table"),
    )


def _row(wording: Wording, card: TouchpointCard) -> Mapping[str, str | int | None]:
    say, entry, point = wording.say, card.entry, card.point
    is_measured = point is not None and point.is_measured
    return {
        say("Phase"): entry.phase,
        say("Touchpoint"): entry.name,
        say("Depth"): say(word_for(entry.depth)),
        say("Level"): say(word_for(point.level)) if is_measured and point.level else "",
        say("Disappointed"): wording.percent(point.disappointed.value)
        if is_measured and point.disappointed
        else "",
        "n": point.n if is_measured else None,
        say("Experience, as the team sees it"): _median(wording, card.of_team) if card.of_team else "",
        say("Control"): say(word_for(entry.control)) if entry.control else "",
        say("Contact type"): say(word_for(entry.contact_type)) if entry.contact_type else "",
        say("Owner"): entry.owner or "",
    }
