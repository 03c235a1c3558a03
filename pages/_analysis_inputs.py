"""What the charts of the analysis are drawn from: touchpoints with both views, chains and processes."""

from __future__ import annotations

from uuid import UUID

from pages._page import PageContext
from pages._touchpoint_cards import cards_of
from storage.chains import list_chains
from storage.journey import StepEntry, list_touchpoints, read_touchpoint
from storage.projects import ProjectSummary
from storage.targets import read_targets
from storage.team_view import TeamView, read_team_view
from touchpoints.handovers import HandoverChain
from touchpoints.model import Aspect
from touchpoints.process import Process, Step
from touchpoints.standing import Standing
from touchpoints.statistics import RoomFigure, room_figure


def standings_of(page: PageContext, project: ProjectSummary) -> list[Standing]:
    """All touchpoints in the order of the journey: what the team says beside what customers say."""
    team = read_team_view(page.store, page.actor, project.id)
    targets = read_targets(page.store, page.actor, project.id).for_all
    return [
        Standing(
            touchpoint_id=str(card.entry.id),
            name=card.entry.name,
            phase=card.entry.phase,
            phase_is_before_contact=card.entry.is_before_contact,
            depth=card.entry.depth,
            contact_type=card.entry.contact_type,
            control=card.entry.control,
            team_points=team.points.get(card.entry.id),
            team=team.answers.get(card.entry.id, {}),
            customer=card.point,
            customer_mentions=team.mentions.get(card.entry.id),
            target=targets.get(card.entry.id),
        )
        for card in cards_of(page, project)
    ]


def asked_customers(page: PageContext, project: ProjectSummary) -> int | None:
    """How many customers were asked what matters to them."""
    return read_team_view(page.store, page.actor, project.id).customers_asked


def chains_of(page: PageContext, project: ProjectSummary) -> list[HandoverChain]:
    """The chains of departments, in the order of the journey."""
    chains = list_chains(page.store, page.actor, project.id)
    team = read_team_view(page.store, page.actor, project.id)
    return [
        HandoverChain(
            touchpoint_id=str(entry.id),
            touchpoint=entry.name,
            departments=tuple(department for department, _ in chains[entry.id]),
            breaks={place: note for place, (_, note) in enumerate(chains[entry.id]) if note},
            coordination=_coordination(team, entry.id),
        )
        for entry in list_touchpoints(page.store, page.actor, project.id)
        if entry.id in chains
    ]


def _coordination(team: TeamView, touchpoint_id: UUID) -> RoomFigure | None:
    return room_figure(team.answers.get(touchpoint_id, {}).get(Aspect.COORDINATION, {}))


def process_of(page: PageContext, project: ProjectSummary, touchpoint_id: str) -> Process:
    """The process of a touchpoint; raises NoSuchRow where somebody has just thrown it away."""
    details = read_touchpoint(page.store, page.actor, project.id, UUID(touchpoint_id))
    steps = tuple(_step(step) for step in details.steps)
    return Process(touchpoint_id, details.touchpoint.name, steps)


def _step(step: StepEntry) -> Step:
    return Step(
        text=step.text,
        layer=step.layer,
        duration_minutes=None if step.duration_minutes is None else float(step.duration_minutes),
        waiting_minutes=None if step.waiting_minutes is None else float(step.waiting_minutes),
        department=step.department,
    )
