"""What console and wall read at every press, kept for as long as nobody has changed anything of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from pages._kept import kept
from pages._page import PageContext
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.activity_subjects import SubjectEntry, list_subjects
from storage.agenda import ActivityEntry, list_activities
from storage.projects import ProjectSummary
from storage.revisions import ROOM, WORKSHOP, activity_scope
from storage.store import Store
from storage.turnout import Turnout, read_turnout
from storage.workshops import WorkshopEntry, list_workshops


@dataclass(frozen=True)
class RoomFacts:
    """The open workshop, and how often each part of the project has changed."""

    opened: OpenWorkshop
    numbers: Mapping[str, int]
    _drawn: set[UUID] = field(default_factory=set, repr=False, compare=False)

    def subjects(self, activity: ActivityEntry) -> tuple[SubjectEntry, ...]:
        """What an activity asks about."""
        return _subjects(*self.opened.where, activity.id, self.numbers.get(WORKSHOP, 0))

    def turnout(self, activity: ActivityEntry) -> Turnout:
        """Who has answered in an activity, as numbers alone."""
        scopes = (WORKSHOP, ROOM, activity_scope(activity.id))
        state = tuple(self.numbers.get(scope, 0) for scope in scopes)
        return _turnout(*self.opened.where, self.opened.workshop.id, activity.id, state)

    def turnout_by_then(self, activity: ActivityEntry) -> Turnout:
        """The same for what draws itself anew: first what the page has read, later what is stored by then."""
        if activity.id in self._drawn:
            return read_turnout(*self.opened.where, self.opened.workshop.id, activity.id)
        self._drawn.add(activity.id)
        return self.turnout(activity)


def open_room(
    page: PageContext, project: ProjectSummary, asked: str | None, numbers: Mapping[str, int]
) -> RoomFacts | None:
    """The workshop of this id, else the one that is open, else the next; None where there is none.

    `numbers` were read for this actor, so that what was kept never shows what he may not see.
    """
    state = numbers.get(WORKSHOP, 0)
    where = (page.store, page.actor, project.id)
    workshops = _workshops(*where, state)
    chosen = next((one for one in workshops if str(one.id) == asked), next(iter(workshops), None))
    if chosen is None:
        return None
    return RoomFacts(OpenWorkshop(page, project, chosen, _activities(*where, chosen.id, state)), numbers)


@kept(30)
def _workshops(_store: Store, _actor: Actor, project_id: UUID, state: int) -> tuple[WorkshopEntry, ...]:  # noqa: ARG001 - says of which state the rest is
    return list_workshops(_store, _actor, project_id)


@kept(60)
def _activities(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    workshop_id: UUID,
    state: int,  # noqa: ARG001 - says of which state the rest is
) -> tuple[ActivityEntry, ...]:
    return list_activities(_store, _actor, project_id, workshop_id)


@kept(60)
def _subjects(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    activity_id: UUID,
    state: int,  # noqa: ARG001 - says of which state the rest is
) -> tuple[SubjectEntry, ...]:
    return list_subjects(_store, _actor, project_id, activity_id)


@kept(60)
def _turnout(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    workshop_id: UUID,
    activity_id: UUID,
    state: tuple[int, ...],  # noqa: ARG001 - says of which state the rest is
) -> Turnout:
    return read_turnout(_store, _actor, project_id, workshop_id, activity_id)
