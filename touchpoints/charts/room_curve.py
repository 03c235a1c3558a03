"""The curve of the room: the median of each subject along the journey, and the middle half around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, strokes
from touchpoints.charts._room_rows import RoomRows
from touchpoints.charts._room_scale import HEADS, scale_head, share_of
from touchpoints.charts._room_words import DISAGREES, RoomWords, bold
from touchpoints.charts._text import LETTER, plain
from touchpoints.messages import N_, Wording
from touchpoints.room.drawing import Named, RatedPlace, RoomRating
from touchpoints.room.picture import Figure

ID = "room_curve"
NAME = N_("Curve of the room")
INPUT = Input.ROOM_RATING


def draw(rating: RoomRating, wording: Wording, look: Look) -> Chart:
    """From the first subject at the top to the last; a hollow square where the room disagrees."""
    words = RoomWords(wording)
    how = words.say("■ median, pale band: middle half of the room")
    n = words.people([figure.n for _, figure in rating.rated])
    return Chart(
        figure=_figure(rating, look, words),
        title=_finding(rating, words),
        subtitle=" · ".join(filter(None, (n, how))),
        description=f"{_finding(rating, words)}. {'; '.join(_described(rating, words))}",
        source=words.source_of_room(),
        tabulate=lambda: rating_table(rating, words),
    )


def _finding(rating: RoomRating, words: RoomWords) -> str:
    rated = rating.rated
    if not rated:
        return words.say("Nothing to show yet: {why}", why=words.too_few(rating.floor))
    ordered = sorted(rated, key=lambda one: (one[1].median, one[1].mean))
    low, high = ordered[0][1].median, ordered[-1][1].median
    lowest, highest = (
        [subject.name for subject, figure in order if figure.median == end]
        for order, end in ((ordered, low), (ordered[::-1], high))
    )
    if low == high:
        median = words.value(low, rating.scale)
        return words.say("{name}: {median}", name=words.names(lowest, 1), median=median)
    least, most = (words.value(end, rating.scale) for end in (low, high))
    return words.said_of_ends(lowest, least, highest, most)


def _figure(rating: RoomRating, look: Look, words: RoomWords) -> go.Figure:
    places = rating.places
    notes = [_note(place, rating, words) for place in places]
    rows = _rows_for(notes, rating, look, words)
    texts = rows.written([place.subject.name for place in places], notes)
    stretches = list(_stretches(places))
    return rows.draw(
        [
            rows.separators([place.subject.phase for place in places]),
            *scale_head(rows, rating.scale, words),
            *(_band(stretch, rating, rows) for stretch in stretches),
            strokes([_line(one, rating, rows) for one in stretches], look.current, width=look.size / 7),
            _squares(places, rating, rows),
            texts.trace(),
        ]
    )


def _rows_for(notes: Sequence[str], rating: RoomRating, look: Look, words: RoomWords) -> RoomRows:
    """Notes are read to their end, and names take what these and the words at the ends of the scale leave."""
    longest = max((len(unescape(note)) - len(bold("")) * ("<b>" in note) for note in notes), default=0)
    # Two letters less: a letter is counted as wider than it is on the average.
    beside = max(13, longest - 2)
    ends = sum(len(words.word(value, rating.scale)) for value in (rating.scale.low, rating.scale.high))
    left = int(look.width / look.size / LETTER) - beside - ends - 4
    return RoomRows(look, max(1, len(notes)), min(31, max(20, left)), beside, heads=HEADS)


def _note(place: RatedPlace, rating: RoomRating, words: RoomWords) -> str:
    if place.figure is None:
        return plain(words.too_few(rating.floor))
    median = bold(words.value(place.figure.median, rating.scale))
    return f"{median} {plain(words.phrase(DISAGREES))}" if place.figure.is_disputed else median


Stretch = Sequence[tuple[int, Figure]]


def _stretches(places: Sequence[RatedPlace]) -> Iterator[Stretch]:
    """Rows next to each other that have a figure: no line goes across what is not shown."""
    for is_shown, group in groupby(enumerate(places), key=lambda one: one[1].figure is not None):
        if is_shown:
            yield [(row, place.figure) for row, place in group if place.figure is not None]


def _line(stretch: Stretch, rating: RoomRating, rows: RoomRows) -> list[tuple[float, float]]:
    return [(rows.x(share_of(figure.median, rating.scale)), row + 0.5) for row, figure in stretch]


def _band(stretch: Stretch, rating: RoomRating, rows: RoomRows) -> Part:
    """Down along the upper quartiles and up along the lower ones; as broad as a mark at the least."""
    least = 0.12
    down, up = [], []
    for row, figure in stretch:
        low, high = (
            rows.x(share_of(value, rating.scale)) for value in (figure.low_quartile, figure.high_quartile)
        )
        for y in (row + 0.2, row + 0.8):
            down.append((high + least, y))
            up.append((low - least, y))
    return {
        **strokes([[*down, *reversed(up)]], rows.look.measured, width=0),
        "fill": "toself",
        "fillcolor": rows.look.measured,
        "opacity": 0.3,
    }


def _squares(places: Sequence[RatedPlace], rating: RoomRating, rows: RoomRows) -> Part:
    shown = [(row, place.figure) for row, place in enumerate(places) if place.figure is not None]
    look = rows.look
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [rows.x(share_of(figure.median, rating.scale)) for _, figure in shown],
        "y": [row + 0.5 for row, _ in shown],
        "marker": {
            "symbol": "square",
            "size": look.mark,
            "color": [look.background if figure.is_disputed else look.current for _, figure in shown],
            "line": {"color": look.current, "width": look.size / 9},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        **WHOLE.names,
    }


def _described(rating: RoomRating, words: RoomWords) -> Iterator[str]:
    for place in rating.places:
        if place.figure is None:
            yield f"{place.subject.name}: {words.too_few(rating.floor)}"
        else:
            yield f"{place.subject.name}: {words.value(place.figure.median, rating.scale)}"


def rating_table(rating: RoomRating, words: RoomWords) -> Table:
    """Every figure of the subjects, together and by department."""
    say = words.say
    columns = (
        *(say("Subject"), say("Phase"), say("Department"), say("Median"), say("Middle half"), say("Mean")),
        *(words.named(value, rating.scale) for value in range(rating.scale.low, rating.scale.high + 1)),
        *(say("n"), say("Disagreement")),
    )
    return Table(columns, tuple(row for place in rating.places for row in _rows(place, rating, words)))


def _rows(place: RatedPlace, rating: RoomRating, words: RoomWords) -> Iterator[tuple[str, ...]]:
    values = rating.scale.high - rating.scale.low + 1
    if place.figure is None:
        why = words.too_few(rating.floor)
        yield (place.subject.name, place.subject.phase, "", why, *[""] * (values + 4))
        return
    yield _row(place.subject, "", place.figure, rating, words)
    for name, figure in place.departments.items():
        yield _row(place.subject, words.department(name), figure, rating, words)


def _row(
    subject: Named, department: str, figure: Figure, rating: RoomRating, words: RoomWords
) -> tuple[str, ...]:
    return (
        *(subject.name, subject.phase, department, words.value(figure.median, rating.scale)),
        *(words.middle_half(figure, rating.scale), words.value(round(figure.mean, 1), rating.scale)),
        *(words.count(n) for n in figure.counts.values()),
        *(words.count(figure.n), words.phrase(DISAGREES) if figure.is_disputed else ""),
    )
