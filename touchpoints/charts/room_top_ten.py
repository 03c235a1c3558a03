"""The room's ten beside those of the customers: what both name, and what only one of them does."""

from __future__ import annotations

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Texts, filled_boxes
from touchpoints.charts._room_rows import RoomRows
from touchpoints.charts._room_words import RoomWords, bold
from touchpoints.charts._text import plain
from touchpoints.messages import N_, Wording
from touchpoints.room.drawing import Named, RankedSubject, TopTen

ID = "room_top_ten"
NAME = N_("Blind top ten beside the customers")
INPUT = Input.ROOM_TOP_TEN
HALF = 0.46  # of the drawing: a bar for each view, and room for its figure
FIGURE = 0.13  # of the drawing


def draw(ten: TopTen, wording: Wording, look: Look) -> Chart:
    """The ten of the room in their order, each with the share of the room and of the customers."""
    words = RoomWords(wording)
    title = _finding(ten, words)
    return Chart(
        figure=_figure(ten, look, words),
        title=title,
        subtitle=_missed(ten, words),
        description=f"{title}. {words.names([one.subject.name for one in ten.of_room])}",
        source=words.say("Source: {sources}", sources=words.say("the room, and customers who were asked")),
        tabulate=lambda: _table(ten, words),
    )


def _finding(ten: TopTen, words: RoomWords) -> str:
    return words.say(
        "{shared} of your {all} are also among the customers' first {ten}",
        shared=len(ten.shared),
        all=len(ten.of_room),
        ten=len(ten.of_customers),
    )


def _missed(ten: TopTen, words: RoomWords) -> str:
    missed = [one.name for one in ten.of_customers if one.id not in ten.shared]
    if not missed:
        return words.say("Customers name no other ones among their first")
    return words.say("Customers also name: {names}", names=words.names(missed))


def _figure(ten: TopTen, look: Look, words: RoomWords) -> go.Figure:
    ours = ten.of_room
    rows = RoomRows(look, max(1, len(ours)), names=30, notes=2)
    room = [rows.bar(row, _width(_of_room(one, ten))) for row, one in enumerate(ours)]
    customers = [
        rows.bar(row, 1 - HALF + _width(share), 1 - HALF)
        for row, one in enumerate(ours)
        if (share := _of_customers(one.subject, ten))
    ]
    names = [f"{one.rank}. {one.subject.name}" for one in ours]
    notes = ["✓" if one.subject.id in ten.shared else "" for one in ours]
    return rows.draw(
        [
            filled_boxes(room, look.current),
            filled_boxes(customers, look.measured),
            rows.written(names, notes).trace(),
            _figures(ten, rows, words),
        ]
    )


def _width(share: float) -> float:
    return share * (HALF - FIGURE)


def _figures(ten: TopTen, rows: RoomRows, words: RoomWords) -> Part:
    texts = Texts(rows.look)
    texts.write(rows.x(0), -0.5, bold(words.say("The room")), "middle right")
    texts.write(rows.x(1 - HALF), -0.5, bold(words.say("Customers")), "middle right")
    for row, one in enumerate(ten.of_room):
        mine, theirs = _of_room(one, ten), _of_customers(one.subject, ten)
        texts.write(rows.x(_width(mine)) + 0.2, row + 0.5, words.share(mine), "middle right")
        said = words.share(theirs) if theirs else plain(words.say("not named"))
        texts.write(rows.x(1 - HALF + _width(theirs)) + 0.2, row + 0.5, said, "middle right")
    return texts.trace()


def _of_room(one: RankedSubject, ten: TopTen) -> float:
    """The share of the room that chose it."""
    return one.spent.given / ten.ranking.n


def _of_customers(subject: Named, ten: TopTen) -> float:
    """The share of the customers asked that named it."""
    return ten.mentions.by_touchpoint.get(subject.id, 0) / ten.mentions.asked


def _table(ten: TopTen, words: RoomWords) -> Table:
    say = words.say
    columns = (
        *(say("Rank"), say("Touchpoint"), say("Chosen by"), say("Share of the room")),
        *(say("Named by customers"), say("Share of customers"), say("Among the first of both")),
    )
    return Table(columns, tuple(_row(one, ten, words) for one in ten.ranking.ranked))


def _row(one: RankedSubject, ten: TopTen, words: RoomWords) -> tuple[str, ...]:
    mentions = ten.mentions.by_touchpoint.get(one.subject.id, 0)
    return (
        *(
            words.count(one.rank),
            one.subject.name,
            words.count(one.spent.given),
            words.share(_of_room(one, ten)),
        ),
        *(words.count(mentions), words.share(_of_customers(one.subject, ten))),
        "✓" if one.subject.id in ten.shared else "",
    )
