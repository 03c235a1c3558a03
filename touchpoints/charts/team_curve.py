"""The curve of the team: how it believes that customers experience each touchpoint, a room and no sample."""

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
from touchpoints.charts._team_marks import TeamMarks
from touchpoints.charts._team_words import TeamWords
from touchpoints.journey import JourneyLine, JourneyPoint
from touchpoints.messages import N_, Wording
from touchpoints.statistics import Estimate
from touchpoints.team_journey import TeamJourney, TeamPoint, finding_of_team

ID = "team_curve"
NAME = N_("Curve of the team")
INPUT = Input.TEAM
# The whole scale, since each answer is one of its five points.
SCALE = Span(-2.0, 2.0, 1.0)


def draw(journey: TeamJourney, wording: Wording, look: Look) -> Chart:
    """The medians in journey order, without a margin of error; unrated touchpoints keep their place."""
    words = TeamWords(wording)
    return Chart(
        figure=_Sheet(journey, look, words).draw(),
        title=words.say(finding_of_team(journey)),
        subtitle=" · ".join(words.notes(journey)),
        description=" ".join([*words.ends_of(journey), "; ".join(words.notes(journey))]),
        source=words.source_of_team(journey),
        tabulate=lambda: words.table(journey),
    )


@dataclass(frozen=True)
class _Sheet:
    """The figure: a heading, the ribbon of phases, the curve, the names, and the source."""

    journey: TeamJourney
    look: Look
    words: TeamWords

    def draw(self) -> go.Figure:
        stage, height = self._stage, round(self._frame.body)
        marks = TeamMarks(self.journey, stage, self.words)
        room = (1 if stage.has_names else 3) * self.look.size / height
        names = CurveNames(*_named(self.journey), stage, SCALE, height, room)
        axes = {
            "xaxis": place_axis(stage, "y"),
            "yaxis": experience_axis(SCALE, self.look, self.words, (0.0, 1.0), room),
        }
        texts = [*band_labels(stage, height), *contact_label(stage, self.words), *names.texts()]
        return self._frame.draw(marks.traces(SCALE), axes, texts, band_shapes(stage, height, [(0.0, 1.0)]))

    @cached_property
    def _stage(self) -> Stage:
        line = JourneyLine("", tuple(_placed(point) for point in self.journey.points))
        return Stage((line,), self.look)

    @cached_property
    def _frame(self) -> Frame:
        """As high as the look says, higher where the names would crush the curve."""
        stage, size = self._stage, self.look.size
        frame = Frame(
            self.look,
            self.words.heading(self.journey),
            self.words.source_of_team(self.journey),
            body=0,
            left=max(round(AXIS * size), stage.names_overhang),
            right=size + 12,
            head=stage.ribbon_height,
            feet=stage.names_height,
        )
        body = max(self.look.height - frame.height, 16 * size)
        return replace(frame, body=body)


def _named(journey: TeamJourney) -> tuple[Marks, Marks, Marks]:
    """All squares, and the same with those first that are rated worst and best."""
    marks = [Mark(point.touchpoint_id, point.name, room.median) for point, room in journey.rated]
    return tuple(marks), (), tuple(sorted(marks, key=lambda mark: (-abs(mark.level), mark.level)))


def _placed(point: TeamPoint) -> JourneyPoint:
    """What the stage needs to give a touchpoint its place, and its name the type of a rated one."""
    room = point.room
    return JourneyPoint(
        touchpoint_id=point.touchpoint_id,
        name=point.name,
        phase=point.phase,
        phase_is_before_contact=point.phase_is_before_contact,
        n=room.n if room else 0,
        mean=Estimate(room.median, None, None, room.n) if room else None,
        disappointed=None,
        level=None,
        is_withheld=point.is_withheld,
        source="",
    )
