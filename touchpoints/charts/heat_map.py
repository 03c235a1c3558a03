"""The heat map: who experiences which touchpoint how, one row per touchpoint and one column per segment."""

from __future__ import annotations

from math import ceil

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside, figure, paper, quiet_axis
from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._colours import on_scale, readable_on
from touchpoints.charts._heat_grid import LINE, Cell, Grid
from touchpoints.charts._journey_hover import hover_text
from touchpoints.charts._journey_table import journey_table
from touchpoints.charts._look import Look
from touchpoints.charts._notes import notes, subtitle
from touchpoints.charts._text import LETTER, line_count, plain, shortened, wrapped
from touchpoints.charts._words import WHY_WITHHELD, Words
from touchpoints.journey import JourneySegments
from touchpoints.journey_differences import finding_of_segments
from touchpoints.messages import N_, Wording, message

ID = "heat_map"
NAME = N_("Heat map by segment")
INPUT = Input.SEGMENTS
GAP = "–"
MEAN_ONLY = "*"


def draw(segments: JourneySegments, wording: Wording, look: Look) -> Chart:
    """The mean of each touchpoint for each value of one segmentation, as a colour and as a number."""
    words = Words(wording)
    grid = Grid(segments.lines, look, words)
    return Chart(
        figure=_figure(grid),
        title=words.say(finding_of_segments(segments.lines)),
        subtitle=subtitle(segments.lines, words),
        description=_description(segments, words),
        source=words.source(segments.lines),
        tabulate=lambda: journey_table(segments.lines, words, segments.segmentation),
    )


def _figure(grid: Grid) -> go.Figure:
    look, texts = grid.look, (_heading(grid), _foot(grid))
    top = round(grid.head_height() + LINE * look.size * line_count(texts[0]) + look.size)
    bottom = round(LINE * look.size * line_count(texts[1]) + look.size)
    height = top + bottom + max(len(grid.rows), 1) * grid.row_height
    layout = {
        **paper(look, height, {"t": top, "b": bottom, "l": grid.names_width, "r": 8}),
        "xaxis": _columns(grid),
        "yaxis": _rows(grid),
        "annotations": _texts(grid, texts, top - round(LINE * look.size * line_count(texts[0])), bottom),
    }
    return figure([_colours(grid), _numbers(grid), *_repeated_heads(grid)], layout)


def _texts(grid: Grid, texts: tuple[str, str], above: int, below: int) -> list[Part]:
    """The heading above the map and the source below it, from the left edge of the names."""
    left = {"x": 0, "xanchor": "left", "xshift": -grid.names_width, "yanchor": "bottom"}
    heading = beside(texts[0], grid.look, y=1, yshift=above, **left)
    return [heading, beside(texts[1], grid.look, y=0, yshift=2 - below, **left)]


def _columns(grid: Grid) -> Part:
    return quiet_axis(
        grid.look,
        side="top",
        range=[-0.5, max(len(grid.lines), 1) - 0.5],
        fixedrange=True,
        tickvals=list(range(len(grid.lines))),
        ticktext=grid.column_names(),
        tickangle=-90 if grid.is_narrow else 0,
        tickfont={"size": grid.look.size, "color": grid.look.text},
    )


def _rows(grid: Grid) -> Part:
    return quiet_axis(
        grid.look,
        range=[max(len(grid.rows), 1) - 0.5, -0.5],
        fixedrange=True,
        tickvals=[row.place for row in grid.rows],
        ticktext=grid.row_names(),
        tickfont={"size": grid.look.size, "color": grid.look.text},
    )


def _reach(grid: Grid) -> float:
    """The end of the colour scale: half steps beyond the farthest mean, the same on both sides of zero."""
    farthest = max((abs(cell.point.experience) for cell in grid.cells if cell.point.is_measured), default=0)
    return max(0.5, ceil(farthest * 2) / 2)


def _colours(grid: Grid) -> Part:
    z: list[list[float | None]] = [[None] * len(grid.lines) for _ in grid.rows]
    for cell in grid.cells:
        z[cell.row][cell.column] = cell.point.experience if cell.point.is_measured else None
    reach = _reach(grid)
    return {
        "type": "heatmap",
        "z": z,
        "zmin": -reach,
        "zmax": reach,
        "colorscale": [list(stop) for stop in grid.look.diverging],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }


def _numbers(grid: Grid) -> Part:
    """The number in each cell; invisible marks beneath it take the pointer and the click."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [cell.column for cell in grid.cells],
        "y": [cell.row for cell in grid.cells],
        "text": [_number(cell, grid.words) for cell in grid.cells],
        "textfont": {"size": grid.look.size, "color": _inks(grid)},
        "marker": {"size": grid.row_height, "symbol": "square", "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "customdata": [cell.point.touchpoint_id for cell in grid.cells],
        "hovertext": [hover_text(cell.point, cell.line, grid.words, grid.look) for cell in grid.cells],
        "hoverinfo": "text",
    }


def _number(cell: Cell, words: Words) -> str:
    if not cell.point.is_measured:
        return GAP
    return words.mean(cell.point.experience) + (MEAN_ONLY if cell.point.is_mean_only else "")


def _inks(grid: Grid) -> list[str]:
    """Black or white on each cell's colour; withheld cells have none and stay muted."""
    reach = _reach(grid)
    return [
        readable_on(on_scale((cell.point.experience / reach + 1) / 2, grid.look.diverging))
        if cell.point.is_measured
        else grid.look.muted
        for cell in grid.cells
    ]


def _repeated_heads(grid: Grid) -> list[Part]:
    """The column names once more inside a long map."""
    heads = grid.repeated_heads
    if not heads:
        return []
    names = [plain(shortened(line.label, grid.letters)) for line in grid.lines]
    head = {
        "type": "scatter",
        "mode": "text",
        "x": [column for _ in heads for column in range(len(names))],
        "y": [place for place in heads for _ in names],
        "text": [name for _ in heads for name in names],
        "textfont": {"size": grid.look.size, "color": grid.look.muted},
        "hoverinfo": "skip",
    }
    return [head]


def _heading(grid: Grid) -> str:
    heading = grid.words.say("Mean experience, converted linearly to −2 (worst) … +2 (best)")
    return wrapped(heading, _sheet_letters(grid.look), 2)


def _foot(grid: Grid) -> str:
    """What the cells without a number mean, and the source."""
    words, points = grid.words, [cell.point for cell in grid.cells]
    parts = [f"{GAP} {words.phrase(WHY_WITHHELD)}"] if any(point.is_withheld for point in points) else []
    if any(point.is_mean_only for point in points):
        parts.append(f"{MEAN_ONLY} {words.phrase(grid.look.mean_only.word)}")
    parts += [words.say("empty: not measured"), words.source(grid.lines)]
    return wrapped(" · ".join(filter(None, parts)), _sheet_letters(grid.look), 4)


def _sheet_letters(look: Look) -> int:
    return int(look.width / (look.size * LETTER))


def _description(segments: JourneySegments, words: Words) -> str:
    shown = message(
        "Mean experience of {touchpoints} touchpoints for {count} groups by {segmentation}, "
        "from −2 (worst) to +2 (best).",
        touchpoints=len(segments.lines[0].points) if segments.lines else 0,
        count=len(segments.lines),
        segmentation=segments.segmentation,
    )
    return " ".join([words.say(shown), *words.ends(segments.lines), *notes(segments.lines, words)])
