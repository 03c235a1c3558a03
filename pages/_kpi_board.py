"""The KPIs of a project as they stand, read once for each state of it and shared by all who look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from pages._kept import kept
from pages._labels import told_apart
from pages._page import PageContext
from storage.access import Actor
from storage.goals import GoalEntry, list_goals
from storage.kpi_board import KpiStanding, read_kpi_board
from storage.projects import ProjectSummary
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, revisions_of
from storage.store import Store
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_status import Standing, is_overdue
from touchpoints.kpi_words import STANDING_SIGNS, STANDING_WORDS, KpiWords
from touchpoints.messages import Wording

# How often the plan, the surveys and the names in both have changed.
State = tuple[int, int, int]


@dataclass(frozen=True)
class KpiBoard:
    """Every KPI in its order, and the goals that no KPI measures yet."""

    standings: tuple[KpiStanding, ...]
    open_goals: tuple[GoalEntry, ...]
    state: State

    def find(self, kpi_id: str) -> KpiStanding | None:
        """One of the KPIs."""
        return next((one for one in self.standings if str(one.kpi.id) == kpi_id), None)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the KPIs by id, each another one."""
        return told_apart({str(one.kpi.id): one.kpi.name for one in self.standings})

    def overdue(self, today: date) -> list[KpiStanding]:
        """The KPIs that wait for a value."""
        return [one for one in self.standings if waits(one, today)]


def kpi_board_of(page: PageContext, project: ProjectSummary) -> KpiBoard:
    """The KPIs; the database is asked for them only after a change."""
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    state = (revisions.get(PLAN, 0), revisions.get(MEASUREMENTS, 0), revisions.get(CONTENT, 0))
    return _board(page.store, page.actor, project.id, state)


@kept(30)
def _board(_store: Store, _actor: Actor, project_id: UUID, state: State) -> KpiBoard:
    standings = read_kpi_board(_store, _actor, project_id)
    measured = {one.kpi.goal_id for one in standings}
    goals: Sequence[GoalEntry] = list_goals(_store, _actor, project_id)
    return KpiBoard(standings, tuple(goal for goal in goals if goal.id not in measured), state)


def waits(standing: KpiStanding, today: date) -> bool:
    """Whether a value is overdue."""
    last = standing.values.last
    return is_overdue(last.ends_on if last else None, standing.kpi.interval_months, today)


def course_of(
    standing: KpiStanding, kind: KpiKind, project: ProjectSummary, today: date | None = None
) -> KpiCourse:
    """What the chart of a KPI is drawn from."""
    kpi = standing.kpi
    return KpiCourse(
        kpi.name,
        kind,
        kind.unit_of(kpi.unit, project.currency),
        standing.values.values,
        standing.status,
        kpi.target,
        kpi.target_on,
        kpi.baseline,
        standing.effects,
        today,
    )


def words_of(standing: KpiStanding, project: ProjectSummary, wording: Wording) -> KpiWords | None:
    """Writes the figures of a KPI; None where its kind is not known here."""
    if standing.kind is None:
        return None
    unit = standing.kind.unit_of(standing.kpi.unit, project.currency)
    return KpiWords(standing.kind, unit, wording, standing.kpi.target)


def standing_word(wording: Wording, standing: Standing) -> str:
    """The status as shape and word."""
    return f"{STANDING_SIGNS[standing]} {wording.say(STANDING_WORDS[standing])}"
