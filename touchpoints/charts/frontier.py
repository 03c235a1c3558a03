"""The frontier: the best gain for each budget, the current one marked, and what the next step buys."""

from __future__ import annotations

from functools import cached_property

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import LINE, Frame
from touchpoints.charts._gain_scale import PER_CENT, GainScale, round_span
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Spot, marks, strokes
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain
from touchpoints.frontier import Frontier, FrontierPoint, finding_of_frontier
from touchpoints.messages import N_, Wording, plural

ID = "frontier"
NAME = N_("What more money buys")
INPUT = Input.FRONTIER


def draw(frontier: Frontier, wording: Wording, look: Look) -> Chart:
    """The gain over the budget; between two marks it may rise at any place."""
    words = StandingWords(wording)
    figure = _FrontierFigure(frontier, look, words)
    return Chart(
        figure=figure.figure(),
        title=words.say(finding_of_frontier(frontier)),
        subtitle=words.say("Under your estimates, realistic case; exact at the marks"),
        description=_description(frontier, words),
        source=figure.source,
        tabulate=lambda: _table(frontier, words),
    )


class _FrontierFigure:
    """What the parts of the figure have in common."""

    def __init__(self, frontier: Frontier, look: Look, words: StandingWords) -> None:
        self.frontier, self.look, self.words = frontier, look, words
        self.known = [point for point in frontier.points if point.choice]
        self.source = words.say("Source: {sources}", sources=words.say("estimates of the team"))

    def figure(self) -> go.Figure:
        """The figure, drawn."""
        size = self.look.size
        heading = self.words.say("↑ Gain: importance in % × levels")
        feet = round((LINE + 1.6) * size)
        frame = Frame(
            self.look, heading, self.source, self._scale.height, round(3.6 * size), 2 * size, feet=feet
        )
        axes = self._scale.axes(self.words, self.words.number)
        return frame.draw([*self._lines(), *self._marks()], axes, [self._below(), *self._name_of_now()])

    @cached_property
    def _scale(self) -> GainScale:
        most = max((float(point.budget) for point in self.frontier.points), default=1.0)
        gain = max((PER_CENT * point.gain for point in self.known), default=1.0)
        ticks = 4 if self.look.width < 500 else 8
        return GainScale(round_span(0.0, most, ticks), round_span(0.0, gain, 5), self.look)

    def _lines(self) -> list[Part]:
        course = [self._place(point) for point in self.known]
        now = float(self.frontier.budget)
        upright = [(now, end) for end in self._scale.y_range]
        # Between two marks nothing was computed: a step says that the gain does not rise before it must.
        line = strokes([course], self.look.measured, shape="hv", width=2)
        return [strokes([upright], self.look.muted, dash="dot"), line]

    def _marks(self) -> list[Part]:
        step = self.frontier.next_step
        ends = {step.before.budget, step.after.budget} if step else {self.frontier.budget}
        others = [self._spot(point) for point in self.known if point.budget not in ends]
        now = [self._spot(point) for point in self.known if point.budget in ends]
        mark = self.look.mark
        return [
            marks(others, {"size": 0.7 * mark, "color": self.look.measured}),
            marks(now, {"size": 1.4 * mark, "color": self.look.accent, "symbol": "diamond"}),
        ]

    def _place(self, point: FrontierPoint) -> tuple[float, float]:
        return float(point.budget), PER_CENT * point.gain

    def _spot(self, point: FrontierPoint) -> Spot:
        chosen = point.choice.chosen if point.choice else ()
        said = told(
            self.words.say("Budget {budget}", budget=_money(point, self.frontier, self.words)),
            self.words.say("gain {gain}", gain=self.words.number(PER_CENT * point.gain, 1)),
            self.words.say(plural("{count} option", "{count} options", len(chosen))),
        )
        return Spot(*self._place(point), said, "")

    def _below(self) -> Part:
        text = self.words.say("Budget in {currency}", currency=self.frontier.currency)
        size = self.look.size
        return beside(plain(text), self.look, x=0.5, xanchor="center", y=0, yanchor="top", yshift=-2 * size)

    def _name_of_now(self) -> list[Part]:
        place = {"xref": "x", "x": float(self.frontier.budget), "xanchor": "left", "xshift": 4}
        text = plain(self.words.say("your budget"))
        return [beside(text, self.look, y=0, yanchor="bottom", **place)]


def _money(point: FrontierPoint, frontier: Frontier, words: StandingWords) -> str:
    return f"{words.number(float(point.budget))} {frontier.currency}"


def _description(frontier: Frontier, words: StandingWords) -> str:
    """The course for those who do not see it."""
    said = [
        words.say(
            "{budget}: gain {gain}",
            budget=_money(point, frontier, words),
            gain=words.number(PER_CENT * point.gain, 1),
        )
        for point in frontier.points
        if point.choice
    ]
    return "; ".join(said) + "."


def _table(frontier: Frontier, words: StandingWords) -> Table:
    columns = (
        words.say("Budget in {currency}", currency=frontier.currency),
        words.say("Gain (importance in % × levels)"),
        words.say("Cost of the set"),
        words.say("Options in the set"),
        words.say("Certainty"),
    )
    return Table(columns, tuple(_row(point, words) for point in frontier.points))


def _row(point: FrontierPoint, words: StandingWords) -> tuple[str, ...]:
    budget, choice = words.number(float(point.budget)), point.choice
    if choice is None:
        return budget, "", "", "", words.say("the must-haves do not fit")
    proof = words.say("proved to be the best") if choice.is_proved else words.say("best one found in time")
    gain, cost = words.number(PER_CENT * choice.gain, 1), words.number(float(choice.cost))
    return budget, gain, cost, words.count(len(choice.chosen)), proof
