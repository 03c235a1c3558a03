"""Team and customers at the same touchpoints: a square, a circle, and the line between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from touchpoints.charts._canvas import Part, beside, quiet_axis
from touchpoints.charts._journey_axes import Span, tick_words
from touchpoints.charts._journey_marks import whiskers
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Axes, Spot, marks, strokes
from touchpoints.charts._row_names import row_names
from touchpoints.charts._slope import is_narrow
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain
from touchpoints.views_compared import Distance

SHOWN_AT_MOST = 12
SCALE = Span(-2.0, 2.0, 1.0)


def shown(distances: Sequence[Distance]) -> Sequence[Distance]:
    """The largest distances; the table holds all."""
    return distances[:SHOWN_AT_MOST]


@dataclass(frozen=True)
class Dumbbells:
    """The distances between team and customers, the largest on top."""

    distances: Sequence[Distance]
    axes: Axes
    look: Look
    words: StandingWords

    def layout(self) -> Part:
        """The scale at the foot, the names at the left."""
        lines = 2 if is_narrow(self.look) else 1
        names = row_names([distance.standing.name for distance in self.distances], self.look, lines)
        x = quiet_axis(
            self.look,
            range=[SCALE.low - 0.15, SCALE.high + 0.15],
            fixedrange=True,
            showgrid=True,
            gridcolor=self.look.grid,
            zeroline=True,
            zerolinecolor=self.look.muted,
            tickvals=SCALE.ticks,
            ticktext=tick_words(SCALE, self.words),
        )
        y = quiet_axis(
            self.look,
            range=[max(len(names), 1) - 0.5, -0.5],
            fixedrange=True,
            tickvals=list(range(len(names))),
            ticktext=names,
            tickfont={"size": self.look.size, "color": self.look.text},
        )
        return self.axes.layout(x, y)

    def traces(self) -> list[Part]:
        """Connecting lines, customers with their intervals, the team."""
        look = self.look
        joined = [
            ((one.team.median, row), (one.customer.value, row)) for row, one in enumerate(self.distances)
        ]
        customers = marks(
            self._spots([one.customer.value for one in self.distances]),
            {"size": look.mark, "symbol": "circle", "color": look.measured},
            self.axes,
        )
        customers["error_x"] = whiskers([one.customer for one in self.distances], look.measured)
        team = marks(
            self._spots([one.team.median for one in self.distances]),
            {"size": look.mark, "symbol": "square", "color": look.current},
            self.axes,
        )
        return [strokes(joined, look.muted, self.axes, width=3), customers, team]

    def texts(self) -> list[Part]:
        """The key above the panel."""
        look, say = self.look, self.words.say
        median, mean = plain(say("team, median")), plain(say("customers, mean with 95 % interval"))
        team = f'<span style="color:{look.current}">■</span> {median}'
        customers = f'<span style="color:{look.measured}">●</span> {mean}'
        title = plain(say("Experience, the largest differences"))
        separator = "<br>" if look.width < 50 * look.size else "   "
        text = f'<span style="color:{look.text}"><b>{title}</b></span><br>{team}{separator}{customers}'
        return [beside(text, look, x=0, xanchor="left", y=self.axes.y_domain[1], yanchor="bottom", yshift=4)]

    def _spots(self, places: Sequence[float]) -> list[Spot]:
        return [
            Spot(x, row, self._told(one), one.standing.touchpoint_id)
            for row, (x, one) in enumerate(zip(places, self.distances, strict=True))
        ]

    def _told(self, one: Distance) -> str:
        say, words = self.words.say, self.words
        value, interval = words.estimated_mean(one.customer)
        return told(
            one.standing.name,
            one.standing.phase,
            say(
                "team: {median} (quartiles {quartiles}), n = {n}",
                median=words.median(one.team),
                quartiles=words.quartiles(one.team),
                n=words.count(one.team.n),
            ),
            say(
                "customers: {mean} ({interval}), n = {n}",
                mean=value,
                interval=interval,
                n=words.count(one.customer.n),
            ),
            say("difference {distance}", distance=words.mean(one.value)),
        )
