"""What is gained against what it costs, as the room sees it: a cloud of answers, and the medians in it."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, quiet_axis
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Axes, Texts, strokes
from touchpoints.charts._room_rows import bare_figure
from touchpoints.charts._room_words import RoomWords
from touchpoints.charts._text import LETTER, cut, plain, shortened
from touchpoints.messages import N_, Wording, plural
from touchpoints.room.drawing import CloudSubject, RoomCloud

ID = "room_cloud"
NAME = N_("Gain against effort, as the room sees it")
INPUT = Input.ROOM_CLOUD
APART = (0.43, 0.65)  # steps of the scales between two squares, across and up
LISTED = 10  # of the medians with a number, beside the cloud
SPLIT = 0.54
PLOT = Axes(1, x_domain=(0.05, SPLIT - 0.04), y_domain=(0.2, 0.9))
ABOVE = Axes(3, x_domain=(0.0, SPLIT - 0.04), y_domain=(0.92, 1.0))
BELOW = Axes(4, x_domain=(0.0, SPLIT - 0.04), y_domain=(0.0, 0.08))
NAMES = Axes(2, x_domain=(SPLIT, 1.0))
RIM = 0.6  # steps of the scales around the values
ROWS = 11.0
HEIGHT = 13.4  # font sizes


def draw(cloud: RoomCloud, wording: Wording, look: Look) -> Chart:
    """Pale circles as large as the number of people, and numbered squares at the medians."""
    words = RoomWords(wording)
    title = _finding(cloud, words)
    n = words.people([one.n for one in cloud.subjects])
    how = words.say("pale circles: answers, numbers: medians")
    return Chart(
        figure=_figure(cloud, look, words),
        title=title,
        subtitle=" · ".join(filter(None, (n, how))),
        description=f"{title}. {words.names([one.subject.name for one in cloud.subjects])}",
        source=words.source_of_room(),
        tabulate=lambda: _table(cloud, words),
    )


def by_yield(cloud: RoomCloud) -> list[CloudSubject]:
    """Those that gain most for what they cost first."""
    return sorted(cloud.subjects, key=lambda one: one.medians[1] - one.medians[0])


def _finding(cloud: RoomCloud, words: RoomWords) -> str:
    if not cloud.subjects:
        return words.say("Nothing to show yet: {why}", why=words.too_few(cloud.floor))
    best = by_yield(cloud)[0]
    return words.say(
        "{name} gains most for its effort: {gain} against {cost}",
        name=best.subject.name,
        gain=words.value(best.medians[0], cloud.gain),
        cost=words.value(best.medians[1], cloud.cost),
    )


def _figure(cloud: RoomCloud, look: Look, words: RoomWords) -> go.Figure:
    named = by_yield(cloud)[:LISTED]
    traces = [
        _middle(cloud, look),
        _answers(cloud, look),
        _medians(named, look),
        _names(cloud, named, look, words),
    ]
    blank = NAMES.blank(look, [0, look.width * (1 - SPLIT) / look.size], [ROWS, 0])
    axes = PLOT.layout(*_axes(cloud, look, words)) | blank
    for strip in (ABOVE, BELOW):
        axes |= strip.blank(look, [0, 1], [0, 1])
    return bare_figure(look, round(HEIGHT * look.size), [*traces, *_titles(cloud, look, words)], axes)


def _axes(cloud: RoomCloud, look: Look, words: RoomWords) -> tuple[Part, Part]:
    def axis(low: int, high: int, ticks: list[str]) -> Part:
        return quiet_axis(
            look,
            range=[low - RIM, high + RIM],
            tickvals=list(range(low, high + 1)),
            ticktext=ticks,
            showline=True,
            linecolor=look.muted,
            fixedrange=True,
        )

    x, y = (
        axis(one.low, one.high, [words.value(value, one) for value in range(one.low, one.high + 1)])
        for one in (cloud.cost, cloud.gain)
    )
    return x, y


def _titles(cloud: RoomCloud, look: Look, words: RoomWords) -> list[Part]:
    """What each axis asks: above the upright one, and below the other one."""
    letters = int(look.width * SPLIT / (look.size * LETTER)) - 2
    gain, cost = (plain(cut(words.say(one.question), letters)) for one in (cloud.gain, cloud.cost))
    above, below = Texts(look, ABOVE), Texts(look, BELOW)
    above.write(0, 0.5, f"↑ {gain}", "middle right")
    below.write(1, 0.5, f"{cost} →", "middle left")
    return [above.trace(), below.trace()]


def _middle(cloud: RoomCloud, look: Look) -> Part:
    """Lines through the middle of both scales."""
    x, y = ((one.low + one.high) / 2 for one in (cloud.cost, cloud.gain))
    lines = [
        [(x, cloud.gain.low - RIM), (x, cloud.gain.high + RIM)],
        [(cloud.cost.low - RIM, y), (cloud.cost.high + RIM, y)],
    ]
    return strokes(lines, look.grid, PLOT, width=max(1.0, look.size / 15))


def _answers(cloud: RoomCloud, look: Look) -> Part:
    counts = Counter[tuple[int, ...]]()
    for one in cloud.subjects:
        counts.update({pair.values: pair.n for pair in one.pairs})
    most = max(counts.values(), default=1)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [values[1] for values in counts],
        "y": [values[0] for values in counts],
        "marker": {
            "color": look.measured,
            "opacity": 0.25,
            "size": [round(2.2 * look.size * (n / most) ** 0.5) for n in counts.values()],
        },
        "hoverinfo": "skip",
        **PLOT.names,
    }


def _medians(named: list[CloudSubject], look: Look) -> Part:
    places = _places([(one.medians[1], one.medians[0]) for one in named])
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "text": [f"<b>{number}</b>" for number in range(1, len(named) + 1)],
        "textfont": {"size": look.size, "color": look.background},
        "marker": {"symbol": "square", "size": round(1.35 * look.size), "color": look.current},
        "cliponaxis": False,
        "hoverinfo": "skip",
        **PLOT.names,
    }


def _places(medians: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where the squares stand: at their medians, or beside those that stand there already."""
    placed: list[tuple[float, float]] = []
    for x, y in medians:
        beside = (x + side * step * APART[0] for step in range(len(medians)) for side in (1, -1))
        placed.append((next(at for at in beside if _is_free(at, y, placed)), y))
    return placed


def _is_free(x: float, y: float, placed: list[tuple[float, float]]) -> bool:
    # A hair less, since places are sums of steps.
    return all(abs(x - x2) > APART[0] * 0.99 or abs(y - y2) > APART[1] * 0.99 for x2, y2 in placed)


def _names(cloud: RoomCloud, named: list[CloudSubject], look: Look, words: RoomWords) -> Part:
    texts = Texts(look, NAMES)
    letters = int(look.width * (1 - SPLIT) / (look.size * LETTER)) - 4
    for row, one in enumerate(named):
        name = plain(shortened(one.subject.name, letters))
        texts.write(0, row + 0.5, f"<b>{row + 1}</b>  {name}", "middle right")
    if left := len(cloud.subjects) - len(named):
        texts.write(
            0,
            LISTED + 0.5,
            plain(words.say(plural("and {count} more", "and {count} more", left))),
            "middle right",
            look.muted,
        )
    return texts.trace()


def _table(cloud: RoomCloud, words: RoomWords) -> Table:
    say = words.say
    columns = (say("Subject"), say(cloud.gain.question), say(cloud.cost.question), say("n"))
    rows = [
        (
            *(one.subject.name, words.value(one.medians[0], cloud.gain)),
            *(words.value(one.medians[1], cloud.cost), words.count(one.n)),
        )
        for one in by_yield(cloud)
    ]
    missing = [(one.name, words.too_few(cloud.floor), "", "") for one in cloud.missing]
    return Table(columns, tuple(rows + missing))
