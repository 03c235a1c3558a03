"""The target journey: current and target level of every touchpoint on one axis, with the gaps between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import plotly.graph_objects as go

from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._curve_names import CurveNames, Mark, Marks
from touchpoints.charts._frame import Frame
from touchpoints.charts._journey_axes import Span, experience_axis, place_axis
from touchpoints.charts._journey_bands import band_labels, band_shapes, contact_label
from touchpoints.charts._journey_stage import AXIS, Stage
from touchpoints.charts._look import Look
from touchpoints.charts._target_marks import TargetMarks
from touchpoints.charts._target_words import TargetWords
from touchpoints.journey import JourneyLine, JourneyPoint
from touchpoints.messages import N_, Wording
from touchpoints.statistics import Estimate
from touchpoints.target_journey import TargetJourney, TargetPoint, finding_of_targets

ID = "target_curve"
NAME = N_("Current and target journey")
INPUT = Input.TARGETS
# The whole scale, since a target may lie anywhere on it.
SCALE = Span(-2.0, 2.0, 1.0)


def draw(journey: TargetJourney, wording: Wording, look: Look) -> Chart:
    """Both lines in journey order; what ends is crossed out, what is new stands in the target line alone."""
    words = TargetWords(wording)
    return Chart(
        figure=_Sheet(journey, look, words).draw(),
        title=words.say(finding_of_targets(journey)),
        subtitle=" · ".join(words.notes(journey)),
        description=words.describe(journey),
        source=words.source_of_targets(journey),
        tabulate=lambda: words.table(journey),
    )


@dataclass(frozen=True)
class _Sheet:
    """The figure: a heading, the ribbon of phases, the lines, the names, and the source."""

    journey: TargetJourney
    look: Look
    words: TargetWords

    def draw(self) -> go.Figure:
        stage, height = self._stage, round(self._frame.body)
        room = (1 if stage.has_names else 3) * self.look.size / height
        names = CurveNames(*_named(self.journey), stage, SCALE, height, room)
        axes = {
            "xaxis": place_axis(stage, "y"),
            "yaxis": experience_axis(SCALE, self.look, self.words, (0.0, 1.0), room),
        }
        texts = [*band_labels(stage, height), *contact_label(stage, self.words), *names.texts()]
        traces = TargetMarks(self.journey, stage, self.words).traces(SCALE)
        return self._frame.draw(traces, axes, texts, band_shapes(stage, height, [(0.0, 1.0)]))

    @cached_property
    def _stage(self) -> Stage:
        return Stage((JourneyLine("", tuple(_placed(point) for point in self.journey.points)),), self.look)

    @cached_property
    def _frame(self) -> Frame:
        """As high as the look says, higher where the names would crush the lines."""
        stage, size = self._stage, self.look.size
        frame = Frame(
            self.look,
            self.words.heading(self.journey),
            self.words.source_of_targets(self.journey),
            body=0,
            left=max(round(AXIS * size), stage.names_overhang),
            right=size + 12,
            head=stage.ribbon_height,
            feet=stage.names_height,
        )
        return replace(frame, body=max(self.look.height - frame.height, 16 * size))


def _named(journey: TargetJourney) -> tuple[Marks, Marks, Marks]:
    """All current levels, all targets, and of these the farthest ones first, then what is new."""
    levels = tuple(_mark(point, point.current.value) for point in journey.points if point.current)
    targets = tuple(_mark(point, point.aim) for point in journey.aimed if point.aim is not None)
    gaps = [_mark(point, point.aim) for point, _ in journey.gaps if point.aim is not None]
    new = [_mark(point, point.aim) for point in journey.aimed if point.is_planned and point.aim is not None]
    return levels, targets, (*gaps, *new)


def _mark(point: TargetPoint, level: float) -> Mark:
    return Mark(point.touchpoint_id, point.name, level)


def _placed(point: TargetPoint) -> JourneyPoint:
    """What the stage needs to give a touchpoint its place; its name is upright where a level is known."""
    level = point.current or (Estimate(point.aim, None, None, 0) if point.aim is not None else None)
    return JourneyPoint(
        touchpoint_id=point.touchpoint_id,
        name=point.name,
        phase=point.phase,
        phase_is_before_contact=point.phase_is_before_contact,
        n=level.n if level else 0,
        mean=level,
        disappointed=None,
        level=None,
        is_withheld=point.is_withheld,
        source="",
    )
