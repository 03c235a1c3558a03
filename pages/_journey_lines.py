"""From the choices on the journey page to the lines that its charts draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pages._journey_choice import Choice
from pages._measurements import Measurements
from storage.projects import ProjectSummary
from touchpoints.journey import JourneyLine, JourneySegments, JourneyWaves
from touchpoints.journey_lines import draw_line
from touchpoints.ratings import Rating
from touchpoints.statistics import LevelThresholds


def lines_of(project: ProjectSummary, found: Measurements, choice: Choice) -> tuple[JourneyLine, ...]:
    """One line for all customers, or one for each chosen value of a segmentation."""
    found, ratings = _within(found, choice.phase), _of_wave(found, choice)
    if choice.by is None or not choice.values:
        return (_line(project, found, "", (r for r in ratings if r.value is None)),)
    return tuple(
        _line(project, found, value, (r for r in ratings if r.value == value)) for value in choice.values
    )


def segments_of(project: ProjectSummary, found: Measurements, choice: Choice) -> JourneySegments:
    """A line for every value of the segmentation."""
    found, ratings = _within(found, choice.phase), list(_of_wave(found, choice))
    lines = (_line(project, found, value, (r for r in ratings if r.value == value)) for value in found.values)
    return JourneySegments(choice.by or "", tuple(lines))


def waves_of(project: ProjectSummary, found: Measurements, choice: Choice) -> JourneyWaves:
    """A line for every wave, oldest first."""
    overall = [rating for rating in found.by_wave if rating.value is None]
    labels = dict.fromkeys(wave.label for wave in found.waves)
    lines = (_line(project, found, label, (r for r in overall if r.wave == label)) for label in labels)
    return JourneyWaves(tuple(lines), choice.touchpoints)


def _within(found: Measurements, phase: str | None) -> Measurements:
    """The same measurements, with the stops of one phase alone."""
    if phase is None:
        return found
    return replace(found, stops=tuple(stop for stop in found.stops if stop.phase == phase))


def _of_wave(found: Measurements, choice: Choice) -> Iterable[Rating]:
    if choice.wave is None:
        return found.pooled
    return [rating for rating in found.by_wave if rating.wave == choice.wave]


def _line(project: ProjectSummary, found: Measurements, label: str, ratings: Iterable[Rating]) -> JourneyLine:
    thresholds = LevelThresholds(project.disappointing_from, project.delightful_from)
    return draw_line(label, found.stops, ratings, found.sources, thresholds)
