"""Where departments stand apart: their medians side by side, the greatest difference first."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part
from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Texts, strokes
from touchpoints.charts._room_rows import RoomRows
from touchpoints.charts._room_scale import HEADS, scale_head, share_of
from touchpoints.charts._room_words import RoomWords
from touchpoints.charts._text import plain, shortened
from touchpoints.charts.room_curve import rating_table
from touchpoints.messages import N_, Wording
from touchpoints.room.drawing import RatedPlace, RoomRating, distance

ID = "room_departments"
NAME = N_("Departments of the room")
INPUT = Input.ROOM_DEPARTMENTS
# Each department's sign in the figure and as a letter; more of them nobody tells apart on a wall.
SIGNS = (("square", "■"), ("circle", "●"), ("diamond", "◆"), ("triangle-up", "▲"), ("cross", "✚"))
LETTERS = 18
SIDE_BY_SIDE = 0.75  # font sizes


def draw(rating: RoomRating, wording: Wording, look: Look) -> Chart:
    """A line from the lowest to the highest median of each subject, with a sign for each department."""
    words = RoomWords(wording)
    return Chart(
        figure=_figure(rating, look, words),
        title=_finding(rating, words),
        subtitle=" · ".join(filter(None, (_how(rating, words), words.more(rating.places[_shown(look) :])))),
        description=f"{_finding(rating, words)}. {words.names([one.subject.name for one in rating.places])}",
        source=words.source_of_room(),
        tabulate=lambda: rating_table(rating, words),
    )


def _shown(look: Look) -> int:
    """How many subjects are drawn."""
    return look.rows(HEADS + 1)


def _how(rating: RoomRating, words: RoomWords) -> str:
    return words.say("medians of departments with {floor} answers or more", floor=rating.floor)


def _finding(rating: RoomRating, words: RoomWords) -> str:
    if not rating.places:
        return words.say("All departments say the same")
    first = rating.places[0]
    ordered = sorted(first.departments.items(), key=lambda one: one[1].median)
    (low_name, low), (high_name, high) = ordered[0], ordered[-1]
    return words.say(
        "Departments differ most at {name}: {one} {low}, {other} {high}",
        name=first.subject.name,
        one=words.department(low_name),
        low=words.value(low.median, rating.scale),
        other=words.department(high_name),
        high=words.value(high.median, rating.scale),
    )


def _figure(rating: RoomRating, look: Look, words: RoomWords) -> go.Figure:
    rating = replace(rating, places=rating.places[: _shown(look)])
    shown = _departments(rating)
    rows = RoomRows(look, max(1, len(rating.places)), notes=4, heads=HEADS + 1)
    notes = [words.value(distance(place), rating.scale).lstrip("+") for place in rating.places]
    return rows.draw(
        [
            *scale_head(rows, rating.scale, words),
            _lines(rating, rows),
            *(_marks(rating, name, place, rows) for place, name in enumerate(shown)),
            rows.written([place.subject.name for place in rating.places], notes).trace(),
            _legend(shown, rows, words),
        ]
    )


def _departments(rating: RoomRating) -> list[str]:
    """Those that occur, as they were ordered: the largest first, all others last."""
    names = dict.fromkeys(name for place in rating.places for name in place.departments)
    return list(names)[: len(SIGNS)]


def _lines(rating: RoomRating, rows: RoomRows) -> Part:
    lines = [[(x, row + 0.5) for x in _ends(place, rating, rows)] for row, place in enumerate(rating.places)]
    return strokes(lines, rows.look.muted, width=rows.look.size / 9)


def _ends(place: RatedPlace, rating: RoomRating, rows: RoomRows) -> tuple[float, float]:
    medians = [figure.median for figure in place.departments.values()]
    low, high = (rows.x(share_of(end, rating.scale)) for end in (min(medians), max(medians)))
    return low, high


def _marks(rating: RoomRating, name: str, number: int, rows: RoomRows) -> Part:
    """One department in all rows."""
    at = [(row, place) for row, place in enumerate(rating.places) if name in place.departments]
    look = rows.look
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [
            rows.x(share_of(place.departments[name].median, rating.scale)) + _aside(place, name)
            for _, place in at
        ],
        "y": [row + 0.5 for row, _ in at],
        "marker": {
            "symbol": SIGNS[number][0],
            "size": round(look.mark * 0.85),
            "color": look.lines[number],
            "line": {"color": look.background, "width": look.size / 14},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        **WHOLE.names,
    }


def _aside(place: RatedPlace, name: str) -> float:
    """Departments with the same median stand side by side."""
    median = place.departments[name].median
    same = [one for one, figure in place.departments.items() if figure.median == median]
    return SIDE_BY_SIDE * (same.index(name) - (len(same) - 1) / 2)


def _legend(shown: list[str], rows: RoomRows, words: RoomWords) -> Part:
    texts = Texts(rows.look)
    for number, name in enumerate(shown):
        sign = f'<span style="color:{rows.look.lines[number]}">{SIGNS[number][1]}</span>'
        label = plain(shortened(words.department(name), LETTERS))
        texts.write(rows.width * number / len(shown), -2.5, f"{sign} {label}", "middle right")
    return texts.trace()
