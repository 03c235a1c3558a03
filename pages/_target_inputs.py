"""What the pages of the target strategy work with: the target journey, once for a state of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from pages._chart import chart_look
from pages._journey_lines import line_now, line_of_group
from pages._journey_team import team_journey_of
from pages._kept import kept
from pages._labels import told_apart
from pages._measurements import Measurements, divided, measurements_at
from pages._page import PageContext
from storage.answers import SurveyGroup
from storage.disappointments import count_disappointments
from storage.journey import TouchpointEntry, list_target_touchpoints
from storage.projects import ProjectSummary
from storage.revisions import PLAN, revisions_of
from storage.segment_values import list_segment_values
from storage.segments import SegmentEntry, list_segments
from storage.targets import DecisionEntry, Targets, read_decisions, read_targets
from touchpoints.charts import Chart, Look, target_curve
from touchpoints.disappointment_first import reason_to_wait
from touchpoints.journey import sources
from touchpoints.messages import Message, Wording
from touchpoints.model import Decision, Depth
from touchpoints.standing import View
from touchpoints.statistics import Estimate, Level
from touchpoints.target_journey import Ending, TargetJourney, TargetPoint

_ENDINGS = {Decision.COMBINE: Ending.COMBINED, Decision.REMOVE: Ending.REMOVED}
# Targets as good as this ask for delight.
_DELIGHT_FROM = 1.5


@dataclass(frozen=True)
class TargetStrategy:
    """The touchpoints of both journeys in order, with targets and decisions; `key` tells one state apart.

    `segment` is the one whose targets stand in the journey, None for those for all.
    """

    key: str
    segments: Mapping[str, SegmentEntry]
    segment: SegmentEntry | None
    entries: tuple[TouchpointEntry, ...]
    journey: TargetJourney
    targets: Targets
    decisions: Mapping[UUID, DecisionEntry]
    waiting: Mapping[UUID, Message]

    @property
    def segment_id(self) -> str:
        """The segment's id as it stands in the address, "" for all."""
        return str(self.segment.id) if self.segment else ""

    @cached_property
    def levels(self) -> Mapping[UUID, float]:
        """The targets that were set for this segment alone, or for all."""
        return self.targets.of(self.segment.id if self.segment else None)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """All touchpoints by id, with what tells them apart."""
        return told_apart({str(entry.id): f"{entry.name} · {entry.phase}" for entry in self.entries})

    @cached_property
    def worked_on(self) -> tuple[TouchpointEntry, ...]:
        """The shortlist, and whatever else has a target or a decision, key touchpoints first."""
        shown = [entry for entry in self.entries if self._is_worked_on(entry)]
        return tuple(sorted(shown, key=lambda entry: entry.depth is not Depth.KEY))

    def _is_worked_on(self, entry: TouchpointEntry) -> bool:
        is_decided = entry.id in self.decisions and self.decisions[entry.id].decision is not None
        return entry.depth is not Depth.ALL or is_decided or entry.id in self.targets.for_all

    def point(self, touchpoint_id: UUID) -> TargetPoint | None:
        """A touchpoint of the target journey."""
        wanted = str(touchpoint_id)
        return next((point for point in self.journey.points if point.touchpoint_id == wanted), None)


def strategy_of(page: PageContext, project: ProjectSummary, segment_id: str = "") -> TargetStrategy:
    """The target strategy for a segment, else for all; the database is asked for it only after a change."""
    revisions = revisions_of(page.store, page.actor, project.id)
    found = measurements_at(page, project.id, revisions)
    # The project's version stands for its limits of the levels, which no revision tells.
    key = repr((project.id, project.version, found.state, revisions.get(PLAN, 0), segment_id))
    return _strategy(page, project, found, segment_id, key)


@kept(24)
def _strategy(
    _page: PageContext,
    _project: ProjectSummary,
    _found: Measurements,
    _segment_id: str,
    key: str,
) -> TargetStrategy:
    where = (_page.store, _page.actor, _project.id)
    segments = {str(one.id): one for one in list_segments(*where)}
    segment = segments.get(_segment_id)
    entries, targets = list_target_touchpoints(*where), read_targets(*where)
    decisions = read_decisions(*where)
    group = _group_of(_page, _project, segment) if segment else None
    now = _Now.of(_page, _project, _found, group)
    # A segment without a target of its own shares that of all.
    levels = {**targets.for_all, **(targets.of(segment.id) if segment else {})}
    points = tuple(_point(entry, now, levels, decisions.get(entry.id)) for entry in entries)
    return TargetStrategy(
        key=key,
        segments=segments,
        segment=segment,
        entries=entries,
        journey=TargetJourney(
            points, now.view, now.wave, segment.name if segment else "", now.sources, now.group
        ),
        targets=targets,
        decisions=decisions,
        waiting=_waiting(points, now, count_disappointments(*where)),
    )


def _group_of(page: PageContext, project: ProjectSummary, segment: SegmentEntry) -> SurveyGroup | None:
    """What a segment is in the surveys."""
    found = list_segment_values(page.store, page.actor, project.id)
    return next((one.surveyed_as for one in found if one.id == segment.id), None)


@dataclass(frozen=True)
class _Now:
    """How touchpoints are experienced now: by customers in the newest wave, else as the team sees it.

    `group` names the customers where they are not all.
    """

    view: View | None
    levels: Mapping[str, Estimate]
    withheld: frozenset[str] = frozenset()
    disappointing: frozenset[str] = frozenset()
    wave: str = ""
    group: str = ""
    sources: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, page: PageContext, project: ProjectSummary, found: Measurements, group: SurveyGroup | None
    ) -> _Now:
        """One view alone: the two are never mixed, nor are all customers and a group of them."""
        if not found.pooled:
            rated = team_journey_of(page, project, found).rated
            levels = {point.touchpoint_id: Estimate(room.median, None, None, room.n) for point, room in rated}
            return cls(View.TEAM if levels else None, levels)
        line, name = line_now(project, found), ""
        if group is not None:
            of_group = line_of_group(
                project, divided(page, project.id, found, group.by), group.by, group.label
            )
            # A group that nobody asked in the newest wave says nothing: everybody's level stands there.
            if any(point.is_measured for point in of_group.points):
                line, name = of_group, group.name
        return cls(
            View.CUSTOMER,
            {point.touchpoint_id: point.mean for point in line.points if point.mean and point.is_measured},
            frozenset(point.touchpoint_id for point in line.points if point.is_withheld),
            frozenset(point.touchpoint_id for point in line.points if point.level is Level.DISAPPOINTING),
            found.wave_labels[-1] if found.wave_labels else "",
            name,
            tuple(sources([line])),
        )


def _point(
    entry: TouchpointEntry, now: _Now, levels: Mapping[UUID, float], decided: DecisionEntry | None
) -> TargetPoint:
    id_ = str(entry.id)
    point = TargetPoint(
        touchpoint_id=id_,
        name=entry.name,
        phase=entry.phase,
        phase_is_before_contact=entry.is_before_contact,
        current=now.levels.get(id_),
        is_withheld=id_ in now.withheld,
        target=levels.get(entry.id),
        is_planned=entry.is_planned,
    )
    if decided is None or decided.decision is None:
        return point
    joins = str(decided.combine_with_id) if decided.combine_with_id else None
    return replace(point, ending=_ENDINGS.get(decided.decision), joins=joins)


def _waiting(points: tuple[TargetPoint, ...], now: _Now, factors: Mapping[UUID, int]) -> dict[UUID, Message]:
    """Why the delight that is planned at a touchpoint has to wait."""
    found = {}
    for point in points:
        id_ = UUID(point.touchpoint_id)
        reason = reason_to_wait(
            is_disappointing=point.touchpoint_id in now.disappointing,
            disappointing_factors=factors.get(id_, 0),
        )
        if reason is not None and (point.aim or 0.0) >= _DELIGHT_FROM:
            found[id_] = reason
    return found


def target_chart(page: PageContext, strategy: TargetStrategy, *, is_for_wall: bool) -> Chart:
    """Both journeys; nobody may change the chart, since others are shown the same one."""
    look = chart_look(page.look, on_wall=is_for_wall)
    return _drawn(strategy.journey, page.wording, look, repr((strategy.key, page.wording.language, look)))


@kept(24)
def _drawn(
    _journey: TargetJourney,
    _wording: Wording,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return target_curve.draw(_journey, _wording, _look)
