"""One question about the whole: how many gave each value, in big numbers."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._look import ROW, Look
from touchpoints.charts._pieces import filled_boxes
from touchpoints.charts._room_rows import RoomRows
from touchpoints.charts._room_words import DISAGREES, RoomWords, bold
from touchpoints.charts._text import plain
from touchpoints.messages import N_, Wording
from touchpoints.room.drawing import RoomWhole

ID = "room_whole"
NAME = N_("Answers about the whole")
INPUT = Input.ROOM_WHOLE
LARGEST = 1.6  # times the letters of other charts


def draw(whole: RoomWhole, wording: Wording, look: Look) -> Chart:
    """A bar for each value, the best at the top."""
    words = RoomWords(wording)
    title = _finding(whole, words)
    return Chart(
        figure=_figure(whole, look, words),
        title=title,
        subtitle=" · ".join(filter(None, (words.say(whole.scale.question), _n(whole, words)))),
        description=f"{words.say(whole.scale.question)} {title}",
        source=words.source_of_room(),
        tabulate=lambda: _table(whole, words),
    )


def _finding(whole: RoomWhole, words: RoomWords) -> str:
    figure, scale = whole.figure, whole.scale
    if figure is None:
        return words.say("Nothing to show yet: {why}", why=words.too_few(whole.floor))
    if figure.is_disputed:
        given = [value for value, n in figure.counts.items() if n]
        low, high = (words.value(end, scale) for end in (min(given), max(given)))
        return words.say("You disagree: your answers go from {low} to {high}", low=low, high=high)
    median = words.value(figure.median, scale)
    word = words.word(int(figure.median), scale) if figure.median == int(figure.median) else ""
    if word:
        return words.say("The middle of the room says {median}: {word}", median=median, word=word)
    return words.say("The middle of the room says {median}", median=median)


def _n(whole: RoomWhole, words: RoomWords) -> str:
    return f"n = {words.count(whole.figure.n)}" if whole.figure else ""


def _counts(whole: RoomWhole) -> list[tuple[int, int]]:
    """Each value with how many gave it, the best first; none where too few have answered."""
    return sorted(whole.figure.counts.items(), reverse=True) if whole.figure else []


def _figure(whole: RoomWhole, look: Look, words: RoomWords) -> go.Figure:
    counts = _counts(whole)
    look = _large(look, len(counts))
    most = max((n for _, n in counts), default=0) or 1
    names = [words.named(value, whole.scale) for value, _ in counts]
    notes = [bold(words.count(n)) for _, n in counts]
    if not counts:
        names, notes = [words.too_few(whole.floor)], [""]
    rows = RoomRows(look, len(names), names=max(len(name) for name in names), notes=4, heads=0)
    boxes = [rows.bar(row, n / most) for row, (_, n) in enumerate(counts) if n]
    return rows.draw([filled_boxes(boxes, look.measured), rows.written(names, notes).trace()])


def _large(look: Look, rows: int) -> Look:
    """Few rows are written larger: they are all that there is to see."""
    factor = min(LARGEST, look.height / (max(1, rows) * ROW * look.size))
    return replace(look, size=round(look.size * max(1.0, factor)))


def _table(whole: RoomWhole, words: RoomWords) -> Table:
    say = words.say
    if whole.figure is None:
        return Table((say("Answer"), say("How many")), ((words.too_few(whole.floor), ""),))
    figure = whole.figure
    disagreement = words.phrase(DISAGREES) if figure.is_disputed else ""
    summary = (
        (say("Median"), words.value(figure.median, whole.scale)),
        (say("Middle half"), words.middle_half(figure, whole.scale)),
        (say("Disagreement"), plain(disagreement)),
        ("n", words.count(figure.n)),
    )
    answers = ((words.named(value, whole.scale), words.count(n)) for value, n in _counts(whole))
    return Table((say("Answer"), say("How many")), (*answers, *summary))
