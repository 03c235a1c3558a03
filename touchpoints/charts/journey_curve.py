"""The journey curve: experience by touchpoint in journey order, disappointed customers right beneath."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from touchpoints.charts._canvas import figure, paper
from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._journey_axes import (
    experience_axis,
    experience_span,
    place_axis,
    share_axis,
    share_span,
)
from touchpoints.charts._journey_bands import band_labels, band_shapes, contact_label
from touchpoints.charts._journey_labels import (
    LINE_GAP,
    end_heights,
    extreme_names,
    line_ends,
    line_samples,
    worst_share,
)
from touchpoints.charts._journey_marks import Marks, unmeasured_ticks
from touchpoints.charts._journey_sheet import Sheet
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._journey_table import journey_table
from touchpoints.charts._look import Look
from touchpoints.charts._notes import notes, subtitle
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, finding_of_journey
from touchpoints.journey_differences import finding_of_segments
from touchpoints.messages import N_, Message, Wording, plural

ID = "journey_curve"
NAME = N_("Journey curve")
INPUT = Input.LINES


def draw(lines: Sequence[JourneyLine], wording: Wording, look: Look) -> Chart:
    """One line per group or wave, all with the same touchpoints in journey order; six stay readable."""
    words, stage = Words(wording), Stage(tuple(lines), look)
    return Chart(
        figure=_figure(stage, words),
        title=words.say(_finding(lines)),
        subtitle=subtitle(lines, words),
        description=" ".join([_shown(stage, words), *words.ends(lines), *notes(lines, words)]),
        source=words.source(lines),
        tabulate=lambda: journey_table(lines, words),
    )


def _figure(stage: Stage, words: Words) -> go.Figure:
    marks = [Marks(stage, line, order, words) for order, line in enumerate(stage.lines)]
    sheet, span = Sheet(stage, words), experience_span(stage.lines)
    ticks = unmeasured_ticks(stage, words, span)
    bands = band_shapes(stage, sheet.plot_height, (sheet.upper_row, sheet.lower_row))
    heights = end_heights(marks, sheet.units(LINE_GAP, span))
    layout = {
        **paper(stage.look, sheet.height, sheet.margin),
        "xaxis": place_axis(stage, "y2"),
        "yaxis": experience_axis(span, stage.look, words, sheet.upper_row, sheet.upper_room),
        "yaxis2": share_axis(share_span(stage.lines), stage.look, words, sheet.lower_row),
        "shapes": [*bands, *line_samples(marks, heights)],
        "annotations": [
            *band_labels(stage, sheet.plot_height),
            *contact_label(stage, words),
            *sheet.headings(),
            *line_ends(marks, heights),
            *extreme_names(stage),
            *worst_share(stage, words),
        ],
    }
    return figure([trace for mark in marks for trace in mark.traces()] + [ticks], layout)


def _finding(lines: Sequence[JourneyLine]) -> Message:
    if len(lines) > 1:
        return finding_of_segments(lines)
    return finding_of_journey(lines[0] if lines else JourneyLine("", ()))


def _shown(stage: Stage, words: Words) -> str:
    """What the figure shows, for those who do not see it."""
    return words.say(
        plural(
            "Experience of {count} touchpoint, from −2 (worst) to +2 (best).",
            "Experience of {count} touchpoints in the order of the journey, from −2 (worst) to +2 (best).",
            len(stage.points),
        )
    )
