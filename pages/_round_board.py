"""All rounds of a project and what became of each, read once for each state of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pages._kept import kept
from pages._kpi_board import KpiBoard, kpi_board_of
from pages._measurements import Measurements, measurements_of
from pages._page import PageContext
from storage.access import Actor
from storage.actions import ActionEntry, list_actions
from storage.findings import WallFinding, list_findings
from storage.journey import list_target_touchpoints
from storage.projects import ProjectSummary
from storage.revisions import revisions_of
from storage.round_records import RoundRecord, list_lifetimes, read_round_records
from storage.rounds import can_take_back
from storage.store import Store
from storage.targets import ENDING, read_decisions
from touchpoints.journey import JourneyLine
from touchpoints.journey_lines import draw_line
from touchpoints.journey_questions import choose_questions
from touchpoints.model import Decision, FindingKind
from touchpoints.ratings import Rating
from touchpoints.rounds_compared import RoundsCompared, customers_compared, team_compared
from touchpoints.rounds_results import Lifetime, RoundSpan
from touchpoints.savings import Savings, savings_of
from touchpoints.standing import View
from touchpoints.statistics import LevelThresholds
from touchpoints.team_journey import TeamJourney, team_journey


@dataclass(frozen=True)
class RoundBoard:
    """The rounds with all that they are compared by; `key` tells one state apart.

    `going` and `coming` are the names of the touchpoints that leave and enter the journey with the next one.
    """

    key: str
    records: tuple[RoundRecord, ...]
    lifetimes: tuple[Lifetime, ...]
    actions: tuple[ActionEntry, ...]
    ideas: tuple[WallFinding, ...]
    savings: Savings
    going: tuple[str, ...]
    coming: tuple[str, ...]
    can_be_taken_back: bool

    @property
    def now(self) -> RoundRecord:
        """The round that is on."""
        return self.records[-1]

    def record(self, number: int) -> RoundRecord:
        """A round by its number."""
        return next(one for one in self.records if one.round.number == number)

    def actions_of(self, number: int) -> tuple[ActionEntry, ...]:
        """The actions that a round planned."""
        return tuple(action for action in self.actions if action.round == number)

    @property
    def left_over(self) -> tuple[ActionEntry, ...]:
        """The unfinished actions of earlier rounds."""
        number = self.now.round.number
        return tuple(one for one in self.actions if one.round < number and not one.is_finished)

    @property
    def unfinished(self) -> tuple[ActionEntry, ...]:
        """All unfinished actions."""
        return tuple(one for one in self.actions if not one.is_finished)


@dataclass(frozen=True)
class Pair:
    """Two rounds of a project, compared in both views."""

    earlier: RoundRecord
    later: RoundRecord
    team: RoundsCompared
    customers: RoundsCompared
    kpis: KpiBoard

    def of(self, view: View) -> RoundsCompared:
        """What one view says."""
        return self.team if view is View.TEAM else self.customers


def round_board_of(page: PageContext, project: ProjectSummary) -> RoundBoard:
    """The rounds; the database is asked for them only after a change."""
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    return _board(page, project.id, repr((project.id, sorted(revisions.items()))))


@kept(30)
def _board(_page: PageContext, _project_id: UUID, key: str) -> RoundBoard:
    where = (_page.store, _page.actor, _project_id)
    actions, findings = list_actions(*where, every_round=True), list_findings(*where)
    answered = {action.finding_id for action in actions}
    wastes = [one for one in findings if one.kind is FindingKind.WASTE]
    return RoundBoard(
        key,
        read_round_records(*where),
        list_lifetimes(*where),
        actions,
        tuple(one for one in findings if one.kind is FindingKind.IDEA and one.id not in answered),
        savings_of(wastes, actions),
        *_decided(where),
        can_take_back(*where),
    )


def _decided(where: tuple[Store, Actor, UUID]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the touchpoints that go, and of those that come."""
    decisions = read_decisions(*where)
    decided = [
        (entry.name, decisions[entry.id].decision)
        for entry in list_target_touchpoints(*where)
        if entry.id in decisions
    ]
    return (
        tuple(name for name, decision in decided if decision in ENDING),
        tuple(name for name, decision in decided if decision is Decision.NEW),
    )


def pair_of(page: PageContext, project: ProjectSummary, board: RoundBoard, numbers: tuple[int, int]) -> Pair:
    """Two rounds compared."""
    found = measurements_of(page, project.id)
    state = repr((board.key, project.version, numbers))
    team, customers = _compared(project, board, found, numbers, state)
    earlier, later = (board.record(number) for number in numbers)
    return Pair(earlier, later, team, customers, kpi_board_of(page, project))


@kept(30)
def _compared(
    _project: ProjectSummary,
    _board: RoundBoard,
    _found: Measurements,
    numbers: tuple[int, int],
    key: str,  # noqa: ARG001 - says of which project and state the rest is
) -> tuple[RoundsCompared, RoundsCompared]:
    earlier, later = (_board.record(number) for number in numbers)
    targets = {str(id_): level for id_, level in earlier.targets.items()}
    limits = LevelThresholds(_project.disappointing_from, _project.delightful_from)
    lines = _lines(_found, earlier, later, limits)
    return (
        team_compared(_team(_found, earlier), _team(_found, later), numbers, targets),
        customers_compared(*lines, numbers, targets),
    )


def _team(found: Measurements, record: RoundRecord) -> TeamJourney:
    return team_journey(found.stops, {str(id_): counts for id_, counts in record.experience.items()})


def _lines(
    found: Measurements, earlier: RoundRecord, later: RoundRecord, limits: LevelThresholds
) -> tuple[JourneyLine, JourneyLine]:
    """A line for each round, on the questions that were asked in both: other scales cannot be compared."""
    before, after = _last_ratings(found, earlier.waves), _last_ratings(found, later.waves)
    shared = before.keys() & after.keys()
    chosen = choose_questions([one[id_] for one in (before, after) for id_ in shared])
    first, second = (
        draw_line(str(record.round.number), found.stops, ratings.values(), found.sources, limits, chosen)
        for record, ratings in ((earlier, before), (later, after))
    )
    return first, second


def _last_ratings(found: Measurements, waves: Iterable[UUID]) -> dict[str, Rating]:
    """What everybody said in the newest of some waves that asked a question, by question."""
    ids = {str(id_) for id_ in waves}
    places = {(wave.survey, wave.label): place for place, wave in enumerate(found.waves) if wave.id in ids}
    latest: dict[str, tuple[int, Rating]] = {}
    for rating in found.by_wave:
        place = places.get((rating.question.survey, rating.wave or ""))
        if place is None or rating.value is not None:
            continue
        if rating.question.id not in latest or latest[rating.question.id][0] < place:
            latest[rating.question.id] = (place, rating)
    return {id_: rating for id_, (_, rating) in latest.items()}


def span_of(record: RoundRecord) -> RoundSpan:
    """When a round was on."""
    return RoundSpan(record.round.number, record.round.started_on, record.round.ended_on)
