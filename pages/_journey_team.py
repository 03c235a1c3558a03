"""The journey as the team sees it, read and drawn once for a state of the project, beside the customers'."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from pages._address import choose_one
from pages._chart import chart_look
from pages._journey_choice import ask_phase, within
from pages._kept import kept
from pages._measurements import Measurements
from pages._page import PageContext
from storage.projects import ProjectSummary
from storage.round_records import RoundRecord, read_round_records
from touchpoints.charts import Chart, Look, team_curve
from touchpoints.messages import N_, Wording
from touchpoints.team_journey import TeamJourney, last_round, team_journey


class Whose(StrEnum):
    """Whose view of the journey is drawn; the values stand in addresses."""

    CUSTOMERS = "customers"
    TEAM = "team"


_NAMES = {Whose.CUSTOMERS: N_("Customers"), Whose.TEAM: N_("Team")}


def known_views(found: Measurements, team: TeamJourney) -> list[Whose]:
    """Whose ratings there are."""
    has_last = bool(team.last and team.last.medians)
    has_team = has_last or any(point.room or point.is_withheld for point in team.points)
    return [*([Whose.CUSTOMERS] if found.pooled else []), *([Whose.TEAM] if has_team else [])]


def ask_whose(page: PageContext, views: list[Whose]) -> Whose:
    """The view to draw; a choice only where both have rated."""
    if len(views) == 1:
        return views[0]
    say = page.wording.say
    options = {whose.value: say(_NAMES[whose]) for whose in views}
    return Whose(choose_one(say("Whose view"), options, "whose", is_labelled=False))


def team_journey_of(page: PageContext, project: ProjectSummary, found: Measurements) -> TeamJourney:
    """What the team says of each touchpoint; the database is asked only after a change."""
    return _team_journey(page, project, found, repr((project.id, found.state)))


def ask_for_team_chart(
    page: PageContext, project: ProjectSummary, found: Measurements, *, is_for_wall: bool
) -> Chart:
    """The curve of the team, of a long journey any part."""
    phase = ask_phase(page, found)
    look = chart_look(page.look, on_wall=is_for_wall)
    # One text, since Streamlit takes long to put a key together from many values.
    key = repr((project.id, found.state, page.wording.language, look, phase))
    return _chart(team_journey_of(page, project, found), within(found, phase), page.wording, look, key)


@kept(24)
def _team_journey(
    _page: PageContext,
    _project: ProjectSummary,
    _found: Measurements,
    key: str,  # noqa: ARG001 - says of which project and state the rest is
) -> TeamJourney:
    *before, now = read_round_records(_page.store, _page.actor, _project.id)
    last = last_round(before[-1].round.number, _of_round(_found, before[-1])) if before else None
    return replace(_of_round(_found, now), last=last)


def _of_round(found: Measurements, record: RoundRecord) -> TeamJourney:
    return team_journey(found.stops, {str(id_): counts for id_, counts in record.experience.items()})


@kept(30)
def _chart(
    _team: TeamJourney,
    _found: Measurements,
    _wording: Wording,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    shown = {stop.id for stop in _found.stops}
    points = tuple(point for point in _team.points if point.touchpoint_id in shown)
    return team_curve.draw(replace(_team, points=points), _wording, _look)
