"""Where the room disagrees: how many gave each value, subject by subject."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part
from touchpoints.charts._chart import Chart, Input
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Box, Texts, filled_boxes
from touchpoints.charts._room_rows import BAR, RoomRows
from touchpoints.charts._room_scale import HEADS, scale_head, share_of
from touchpoints.charts._room_words import RoomWords
from touchpoints.charts.room_curve import rating_table
from touchpoints.messages import N_, Wording, plural
from touchpoints.room.drawing import RoomRating

ID = "room_disputes"
NAME = N_("Where the room disagrees")
INPUT = Input.ROOM_DISPUTES
WIDEST = 0.92  # of the way from one value to the next


def draw(rating: RoomRating, wording: Wording, look: Look) -> Chart:
    """A box at each value, as wide as the share that gave it, with the number of people in it."""
    words = RoomWords(wording)
    names = [subject.name for subject, _ in rating.rated]
    title = words.say(plural("Here you disagree", "Here you disagree, the widest spread first", len(names)))
    return Chart(
        figure=_figure(rating, look, words),
        title=title,
        subtitle=" · ".join(filter(None, (words.say(_HOW), words.more(names[look.rows(HEADS) :])))),
        description=f"{title}: {words.names(names)}",
        source=words.source_of_room(),
        tabulate=lambda: rating_table(rating, words),
    )


_HOW = N_("each number is a number of people")


def _figure(rating: RoomRating, look: Look, words: RoomWords) -> go.Figure:
    rating = replace(rating, places=rating.places[: look.rows(HEADS)])
    rows = RoomRows(look, max(1, len(rating.rated)), notes=8, heads=HEADS)
    names = [subject.name for subject, _ in rating.rated]
    notes = [f"n = {words.count(figure.n)}" for _, figure in rating.rated]
    boxes = filled_boxes(_boxes(rating, rows), look.measured) | {"opacity": 0.3}
    head = scale_head(rows, rating.scale, words)
    return rows.draw([*head, boxes, _counts(rating, rows, words), rows.written(names, notes).trace()])


def _boxes(rating: RoomRating, rows: RoomRows) -> list[Box]:
    scale = rating.scale
    step = (rows.x(share_of(scale.high, scale)) - rows.x(share_of(scale.low, scale))) / (
        scale.high - scale.low
    )
    found = []
    for row, (_, figure) in enumerate(rating.rated):
        most = max(figure.counts.values())
        for value, n in figure.counts.items():
            half = WIDEST * step * n / most / 2
            middle = rows.x(share_of(value, scale))
            found.append((middle - half, row + 0.5 - BAR / 2, middle + half, row + 0.5 + BAR / 2))
    return [box for box in found if box[0] < box[2]]


def _counts(rating: RoomRating, rows: RoomRows, words: RoomWords) -> Part:
    texts = Texts(rows.look)
    for row, (_, figure) in enumerate(rating.rated):
        for value, n in figure.counts.items():
            if n:
                texts.write(rows.x(share_of(value, rating.scale)), row + 0.5, words.count(n))
    return texts.trace()
