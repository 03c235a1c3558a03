"""The options of a project with their figures, computed once for each state and shared by all who look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from pages._kept import kept
from pages._page import PageContext
from pages._places import place_name
from pages._touchpoint_cards import TouchpointCard, cards_of
from storage.access import Actor
from storage.disappointments import count_disappointments
from storage.goals import GoalEntry, list_goals
from storage.journey import TouchpointEntry, list_target_touchpoints
from storage.option_ground import read_ground
from storage.options import list_options
from storage.projects import ProjectSummary
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, revisions_of
from storage.segments import list_segments
from storage.store import Store
from touchpoints.disappointment_first import reason_to_wait
from touchpoints.messages import Message, Wording
from touchpoints.model import Depth
from touchpoints.option import OptionEntry
from touchpoints.option_gain import Candidate, Ground, candidates
from touchpoints.priorities import Priorities
from touchpoints.start_here import start_here
from touchpoints.statistics import Level

# How often content, measurements and plan have changed, and the settings of the project.
State = tuple[int, int, int, int]
ENOUGH = 2


@dataclass(frozen=True)
class Place:
    """A touchpoint with its options; where it is a key touchpoint it should have at least two.

    One that `is_new` stands in the target journey alone.
    """

    id: UUID
    name: str
    is_key: bool
    is_new: bool
    candidates: tuple[Candidate, ...]

    @property
    def lacks_options(self) -> bool:
        """Whether there is nothing to choose between."""
        return self.is_key and len(self.candidates) < ENOUGH


@dataclass(frozen=True)
class OptionBoard:
    """All options with their figures, in the order of the journey, and what can be said of them.

    `waiting` says by touchpoint why a delight there has to wait; `new` are the touchpoints that are planned.
    """

    candidates: tuple[Candidate, ...]
    ground: Ground
    places: tuple[Place, ...]
    waiting: Mapping[UUID, Message]
    touchpoints: Mapping[UUID, str]
    new: frozenset[UUID]
    segments: Mapping[UUID, str]
    goals: tuple[GoalEntry, ...]
    state: State

    @cached_property
    def names(self) -> Mapping[UUID, str]:
        """The names of the options."""
        return {one.option.id: one.option.name for one in self.candidates}

    @cached_property
    def priorities(self) -> Priorities:
        """Impact against effort, and where to start."""
        return Priorities(self.candidates, start_here(self.candidates, self.ground))

    def touchpoint_names(self, wording: Wording) -> dict[UUID, str]:
        """The touchpoints to choose from, those that are not there yet marked."""
        return {
            id_: place_name(wording, name, is_new=id_ in self.new) for id_, name in self.touchpoints.items()
        }

    @property
    def chosen(self) -> tuple[OptionEntry, ...]:
        """What the team has chosen."""
        return tuple(one.option for one in self.candidates if one.option.is_chosen)

    def only_goal_at(self, touchpoint_id: UUID) -> UUID | None:
        """The goal of a touchpoint that has just one."""
        goals = [goal.id for goal in self.goals if goal.touchpoint_id == touchpoint_id]
        return goals[0] if len(goals) == 1 else None

    def find(self, option_id: UUID) -> Candidate | None:
        """One of the options."""
        return next((one for one in self.candidates if one.option.id == option_id), None)


def options_of(page: PageContext, project: ProjectSummary) -> OptionBoard:
    """The options of the current round; the database is asked for them only after a change."""
    # The revisions are read with the actor, so that a kept board never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    state = (*(revisions.get(scope, 0) for scope in (CONTENT, MEASUREMENTS, PLAN)), project.version)
    return _board(page, project, page.store, page.actor, project.id, state)


@kept(30)
def _board(
    _page: PageContext,
    _project: ProjectSummary,
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    state: State,
) -> OptionBoard:
    where = (_store, _actor, project_id)
    cards = cards_of(_page, _project)
    rated = frozenset(card.entry.id for card in cards if _disappoints(card))
    ground = read_ground(*where, rated)
    found = candidates(list_options(*where), ground)
    entries = list_target_touchpoints(*where)
    return OptionBoard(
        found,
        ground,
        _places(entries, found),
        _waiting(cards, rated, count_disappointments(*where)),
        {entry.id: entry.name for entry in entries},
        frozenset(entry.id for entry in entries if entry.is_planned),
        {segment.id: segment.name for segment in list_segments(*where)},
        list_goals(*where),
        state,
    )


def _disappoints(card: TouchpointCard) -> bool:
    point = card.point
    return point is not None and point.is_measured and point.level is Level.DISAPPOINTING


def _waiting(
    cards: tuple[TouchpointCard, ...], rated: frozenset[UUID], factors: Mapping[UUID, int]
) -> dict[UUID, Message]:
    reasons = {
        card.entry.id: reason_to_wait(
            is_disappointing=card.entry.id in rated, disappointing_factors=factors.get(card.entry.id, 0)
        )
        for card in cards
    }
    return {id_: reason for id_, reason in reasons.items() if reason is not None}


def _places(entries: tuple[TouchpointEntry, ...], found: tuple[Candidate, ...]) -> tuple[Place, ...]:
    """The key touchpoints, and those that have an option."""
    at: dict[UUID, list[Candidate]] = {}
    for one in found:
        at.setdefault(one.option.touchpoint_id, []).append(one)
    return tuple(
        Place(
            entry.id,
            entry.name,
            entry.depth is Depth.KEY,
            entry.is_planned,
            tuple(at.get(entry.id, ())),
        )
        for entry in entries
        if entry.depth is Depth.KEY or entry.id in at
    )
