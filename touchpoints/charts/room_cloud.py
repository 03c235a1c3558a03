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
from touchpoints.charts._text import LETTER, plain, shortened, wrapped
from touchpoints.messages import N_, Wording
from touchpoints.room.drawing import CloudSubject, RoomCloud

ID = "room_cloud"
NAME = N_("Gain against effort, as the room sees it")
INPUT = Input.ROOM_CLOUD
LISTED = 10  # of the medians with a number, beside the cloud
SPLIT = 0.54
PLOT = Axes(1, x_domain=(0.09, SPLIT - 0.04), y_domain=(0.2, 1.0))
NAMES = Axes(2, x_domain=(SPLIT, 1.0))
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
    return bare_figure(look, round(HEIGHT * look.size), traces, axes, _titles(cloud, look, words))


def _axes(cloud: RoomCloud, look: Look, words: RoomWords) -> tuple[Part, Part]:
    def axis(low: int, high: int, ticks: list[str]) -> Part:
        return quiet_axis(
            look,
            range=[low - 0.6, high + 0.6],
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
    """What each axis asks, along it."""
    letters = int(look.width * 0.44 / (look.size * LETTER))
    font = {"size": look.size, "color": look.text}
    base = {"xref": "paper", "yref": "paper", "showarrow": False, "font": font}
    x_text = wrapped(words.say(cloud.cost.question), letters, 1)
    y_text = wrapped(words.say(cloud.gain.question), int(HEIGHT * 0.8 / LETTER), 1)
    return [
        {**base, "text": f"{x_text} →", "x": SPLIT - 0.04, "xanchor": "right", "y": 0, "yanchor": "bottom"},
        {
            **base,
            "text": f"{y_text} →",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "textangle": -90,
        },
    ]


def _middle(cloud: RoomCloud, look: Look) -> Part:
    """Lines through the middle of both scales."""
    x, y = ((one.low + one.high) / 2 for one in (cloud.cost, cloud.gain))
    lines = [
        [(x, cloud.gain.low - 0.6), (x, cloud.gain.high + 0.6)],
        [(cloud.cost.low - 0.6, y), (cloud.cost.high + 0.6, y)],
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
    """Equal medians stand side by side."""
    seen = Counter[tuple[float, float]]()
    places = []
    for one in named:
        gain, cost = one.medians
        places.append((cost + 0.42 * seen[one.medians], gain))
        seen[one.medians] += 1
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


def _names(cloud: RoomCloud, named: list[CloudSubject], look: Look, words: RoomWords) -> Part:
    texts = Texts(look, NAMES)
    letters = int(look.width * (1 - SPLIT) / (look.size * LETTER)) - 4
    for row, one in enumerate(named):
        name = plain(shortened(one.subject.name, letters))
        texts.write(0, row + 0.5, f"<b>{row + 1}</b>  {name}", "middle right")
    if left := len(cloud.subjects) - len(named):
        texts.write(
            0, LISTED + 0.5, plain(words.say("and {count} more", count=left)), "middle right", look.muted
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
