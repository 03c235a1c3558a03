"""The trend: chosen touchpoints over the survey waves, with intervals, and what changed clearly."""

from __future__ import annotations

from dataclasses import replace

from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._journey_table import journey_table
from touchpoints.charts._look import Look
from touchpoints.charts._notes import notes, subtitle
from touchpoints.charts._trend_figure import TrendFigure
from touchpoints.charts._trend_panels import Course, courses
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, JourneyWaves
from touchpoints.journey_differences import changes, finding_of_waves
from touchpoints.messages import N_, Wording, plural

ID = "trend"
NAME = N_("Trend over waves")
INPUT = Input.WAVES


def draw(waves: JourneyWaves, wording: Wording, look: Look) -> Chart:
    """Up to three touchpoints in one panel, more of them in a small panel each on one common scale."""
    words = Words(wording)
    chosen = courses(waves)
    lines = _only(waves.lines, chosen)
    compared = waves.lines if not waves.touchpoint_ids else lines
    return Chart(
        figure=TrendFigure(tuple(chosen), lines, look, words).figure(),
        title=words.say(finding_of_waves(changes(compared))),
        subtitle=subtitle(lines, words),
        description=" ".join([_shown(chosen, lines, words), *words.ends(lines), *notes(lines, words)]),
        source=words.source(lines),
        tabulate=lambda: journey_table(lines, words, words.say("Wave")),
    )


def _only(lines: tuple[JourneyLine, ...], chosen: list[Course]) -> tuple[JourneyLine, ...]:
    """The waves with the chosen touchpoints alone."""
    ids = {course.touchpoint_id for course in chosen}
    return tuple(
        replace(line, points=tuple(point for point in line.points if point.touchpoint_id in ids))
        for line in lines
    )


def _shown(chosen: list[Course], lines: tuple[JourneyLine, ...], words: Words) -> str:
    """What the figure shows, for those who do not see it."""
    return words.say(
        plural(
            "Experience of {names} in {waves} survey waves, from −2 (worst) to +2 (best).",
            "Experience of {count} touchpoints, {names}, in {waves} survey waves, "
            "from −2 (worst) to +2 (best).",
            len(chosen),
            names=", ".join(course.name for course in chosen),
            waves=len(lines),
        )
    )
