"""From the choices on the journey page to the lines that its charts draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pages._journey_choice import Choice, within
from pages._measurements import Measurements
from storage.projects import ProjectSummary
from touchpoints.charts import Input
from touchpoints.journey import JourneyLine, JourneySegments, JourneyWaves
from touchpoints.journey_lines import draw_line
from touchpoints.journey_questions import ChosenQuestion, choose_questions
from touchpoints.ratings import Rating
from touchpoints.statistics import LevelThresholds

Drawable = tuple[JourneyLine, ...] | JourneySegments | JourneyWaves


@dataclass(frozen=True)
class _Source:
    """What all lines of one chart have in common."""

    found: Measurements
    thresholds: LevelThresholds
    questions: Mapping[str, ChosenQuestion]

    def line(self, label: str, ratings: Iterable[Rating]) -> JourneyLine:
        """One line through the stops."""
        found = self.found
        return draw_line(label, found.stops, ratings, found.sources, self.thresholds, self.questions)


def data_of(input_: Input, project: ProjectSummary, found: Measurements, choice: Choice) -> Drawable:
    """What a chart of this input is given."""
    return _DATA[input_](_source(project, found, choice), choice)


def _source(project: ProjectSummary, found: Measurements, choice: Choice) -> _Source:
    overall = [rating for rating in found.by_wave if rating.value is None]
    return _Source(
        within(found, choice.phase),
        LevelThresholds(project.disappointing_from, project.delightful_from),
        choose_questions(overall, choice.wave),
    )


def line_now(project: ProjectSummary, found: Measurements) -> JourneyLine:
    """How all customers rate now: the line of the newest wave, which the journey shows first, too."""
    newest = found.wave_labels[-1] if found.wave_labels else None
    everybody = Choice(
        view="", wave=newest, phase=None, by=None, values=(), touchpoints=(), is_for_wall=False
    )
    [line] = _lines(_source(project, found, everybody), everybody)
    return line


def line_of_group(project: ProjectSummary, found: Measurements, by: str, group: str) -> JourneyLine:
    """How one group of a segmentation rates now, from measurements that are divided by it."""
    newest = found.wave_labels[-1] if found.wave_labels else None
    alone = Choice(
        view="", wave=newest, phase=None, by=by, values=(group,), touchpoints=(), is_for_wall=False
    )
    [line] = _lines(_source(project, found, alone), alone)
    return line


def _lines(source: _Source, choice: Choice) -> tuple[JourneyLine, ...]:
    """One line for all customers, or one for each chosen value of a segmentation."""
    ratings = _of_wave(source.found, choice)
    if choice.by is None or not choice.values:
        return (source.line("", (r for r in ratings if r.value is None)),)
    return tuple(source.line(value, (r for r in ratings if r.value == value)) for value in choice.values)


def _segments(source: _Source, choice: Choice) -> JourneySegments:
    """A line for every value of the segmentation."""
    ratings = _of_wave(source.found, choice)
    lines = (source.line(value, (r for r in ratings if r.value == value)) for value in source.found.values)
    return JourneySegments(choice.by or "", tuple(lines))


def _waves(source: _Source, choice: Choice) -> JourneyWaves:
    """A line for every wave, oldest first."""
    overall = [rating for rating in source.found.by_wave if rating.value is None]
    labels = source.found.wave_labels
    lines = (source.line(label, (r for r in overall if r.wave == label)) for label in labels)
    return JourneyWaves(tuple(lines), choice.touchpoints)


_DATA: Mapping[Input, Callable[[_Source, Choice], Drawable]] = {
    Input.LINES: _lines,
    Input.SEGMENTS: _segments,
    Input.WAVES: _waves,
}


def _of_wave(found: Measurements, choice: Choice) -> tuple[Rating, ...]:
    if choice.wave is None:
        return found.pooled
    return tuple(rating for rating in found.by_wave if rating.wave == choice.wave)
