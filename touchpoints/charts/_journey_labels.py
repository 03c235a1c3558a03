"""What is written into a journey: the key of the levels, line ends, row headings, and names of extremes."""

from __future__ import annotations

from touchpoints.charts._canvas import Part, beside, spread
from touchpoints.charts._journey_marks import Marks
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._look import Sign
from touchpoints.charts._text import plain, shortened, wrapped
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyPoint, measured, most_disappointing

LINE_END = 20
LINE_GAP = 1.3
SAMPLE = 40


def level_key(stage: Stage, words: Words) -> str:
    """The signs of the levels that occur, each with its word."""
    is_alone = len(stage.lines) == 1
    parts = []
    for sign in occurring_signs(stage):
        letter = f'<span style="color:{sign.colour}">{sign.letter}</span>' if is_alone else sign.letter
        parts.append(f"{letter} {plain(words.say(sign.word))}")
    return "   ".join(parts)


def occurring_signs(stage: Stage) -> list[Sign]:
    """The signs that stand in the journey."""
    found = {point.level for line in stage.lines for point in measured(line.points)}
    return [sign for level, sign in stage.look.signs.items() if level in found]


def end_heights(marks: list[Marks], gap: float) -> dict[int, float]:
    """Where each line's name stands, by the line's order: at its last point, at least `gap` apart."""
    if len(marks) == 1:
        return {}
    ends = [(mark.order, points[-1]) for mark in marks if (points := measured(mark.line.points))]
    heights = spread([point.experience for _, point in ends], gap)
    return {order: height for (order, _), height in zip(ends, heights, strict=True)}


def line_ends(marks: list[Marks], heights: dict[int, float]) -> list[Part]:
    """Each line's name beside its last point."""
    return [
        beside(
            plain(shortened(mark.line.label, LINE_END)),
            mark.stage.look,
            x=1,
            xanchor="left",
            xshift=SAMPLE,
            yref="y",
            y=heights[mark.order],
            yanchor="middle",
            font={"size": mark.stage.look.size, "color": mark.colour},
        )
        for mark in marks
        if mark.order in heights
    ]


def line_samples(marks: list[Marks], heights: dict[int, float]) -> list[Part]:
    """A piece of each line before its name: the dash says it without colour."""
    return [
        {
            "type": "line",
            "xref": "paper",
            "yref": "y",
            "xsizemode": "pixel",
            "xanchor": 1,
            "x0": 4,
            "x1": SAMPLE - 4,
            "y0": heights[mark.order],
            "y1": heights[mark.order],
            "line": {"color": mark.colour, "dash": mark.dash, "width": 2},
        }
        for mark in marks
        if mark.order in heights
    ]


def extreme_names(stage: Stage) -> list[Part]:
    """The names of the lowest and the highest points, where there is no room for all names."""
    if stage.has_names or not stage.lines:
        return []
    points = sorted(measured(stage.lines[0].points), key=lambda point: point.experience)
    each = max(1, min(4, int(stage.look.width / (stage.look.size * 24))))
    lowest, highest = _apart(points, stage, each), _apart(points[::-1], stage, each)
    below = [_pointed(point, stage, down=1) for point in lowest]
    return below + [_pointed(point, stage, down=-1) for point in highest if point not in lowest]


def _apart(points: list[JourneyPoint], stage: Stage, count: int) -> list[JourneyPoint]:
    """The first points of a ranking that leave each other room for a name."""
    room = len(stage.points) / (count * 1.6)
    chosen: list[JourneyPoint] = []
    for point in points:
        place = stage.places[point.touchpoint_id]
        if all(abs(place - stage.places[other.touchpoint_id]) >= room for other in chosen):
            chosen.append(point)
        if len(chosen) == count:
            break
    return chosen


def _pointed(point: JourneyPoint, stage: Stage, down: int) -> Part:
    """A name with a short line to its point; near an edge it grows inwards."""
    look, place = stage.look, stage.places[point.touchpoint_id]
    way = (place + 0.5) / len(stage.points)
    return {
        "text": wrapped(point.name, 18, 2),
        "x": place,
        "y": point.experience,
        "xref": "x",
        "yref": "y",
        "ax": 0,
        "ay": down * look.size * 1.4,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": look.muted,
        "standoff": look.mark * 0.6,
        "xanchor": "left" if way < 0.12 else "right" if way > 0.88 else "center",
        "yanchor": "top" if down > 0 else "bottom",
        "bgcolor": look.background,
        "opacity": 0.95,
        "font": {"size": look.size, "color": look.text},
    }


def worst_share(stage: Stage, words: Words) -> list[Part]:
    """The figure of the title written on its bar."""
    worst = most_disappointing(stage.lines[0].points) if len(stage.lines) == 1 else None
    if worst is None or worst.disappointed is None:
        return []
    high = worst.disappointed.high or worst.disappointed.value
    label = beside(
        f"<b>{words.estimated_share(worst.disappointed)[0]}</b>",
        stage.look,
        xref="x",
        yref="y2",
        x=stage.places[worst.touchpoint_id],
        y=high,
        yanchor="bottom",
        font={"size": stage.look.size, "color": stage.look.text},
    )
    return [label]
