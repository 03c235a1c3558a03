"""Two rounds compared: each touchpoint then and now, as one view rates it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside, quiet_axis
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import LINE, Frame
from touchpoints.charts._journey_axes import Span, tick_words
from touchpoints.charts._journey_marks import whiskers
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Axes, Spot, marks, strokes
from touchpoints.charts._row_names import names_share, row_names
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain
from touchpoints.kpi_words import STANDING_WORDS
from touchpoints.messages import N_, Wording
from touchpoints.rounds_compared import Move, RoundsCompared, finding_of_rounds
from touchpoints.standing import View
from touchpoints.statistics import Estimate

ID = "rounds"
NAME = N_("Rounds compared")
INPUT = Input.ROUNDS
SHOWN_AT_MOST = 15
ROW = 2.6  # font sizes
SCALE = Span(-2.0, 2.0, 1.0)
CLEAR, BY_CHANCE, NO_INTERVAL = N_("clear"), N_("chance may explain it"), N_("no interval")


def draw(compared: RoundsCompared, wording: Wording, look: Look) -> Chart:
    """The largest changes on top: hollow is then, filled is now, a bar the target of the earlier round."""
    words, shown = StandingWords(wording), compared.by_change[:SHOWN_AT_MOST]
    return Chart(
        figure=_Sheet(compared, shown, look, words).draw(),
        title=words.say(finding_of_rounds(compared)),
        subtitle=" · ".join(_subtitle(compared, words)),
        description=" ".join(_described(shown, words)) or words.say(finding_of_rounds(compared)),
        source=_source(compared, words),
        tabulate=lambda: _table(compared, words),
    )


@dataclass(frozen=True)
class _Sheet:
    """The figure: names at the left, the scale at the foot, one row for each touchpoint."""

    compared: RoundsCompared
    moves: Sequence[Move]
    look: Look
    words: StandingWords

    def draw(self) -> go.Figure:
        size = self.look.size
        body = max(1, len(self.moves)) * ROW * size
        source = _source(self.compared, self.words)
        frame = Frame(self.look, "", source, body, head=round(2 * LINE * size), feet=2 * size)
        axes = Axes(1, (names_share(self.look), 1.0))
        return frame.draw(self._traces(axes), axes.layout(self._scale(), self._names()), self._texts())

    def _traces(self, axes: Axes) -> list[Part]:
        look, colour = self.look, self._colour
        joined = [((one.before.value, row), (one.after.value, row)) for row, one in enumerate(self.moves)]
        aims = [
            ((one.target, row - 0.35), (one.target, row + 0.35))
            for row, one in enumerate(self.moves)
            if one.target is not None
        ]
        hollow = {"color": look.background, "line": {"width": 2, "color": colour}}
        return [
            strokes(aims, look.target, axes, width=3),
            strokes(joined, look.muted, axes, width=3),
            self._marks([one.before for one in self.moves], hollow, axes),
            self._marks([one.after for one in self.moves], {"color": colour}, axes),
        ]

    def _marks(self, estimates: Sequence[Estimate], look: Part, axes: Axes) -> Part:
        symbol = "square" if self.compared.view is View.TEAM else "circle"
        spots = [
            Spot(estimate.value, row, self._told(move), move.touchpoint_id)
            for row, (estimate, move) in enumerate(zip(estimates, self.moves, strict=True))
        ]
        drawn = marks(spots, {"size": self.look.mark, "symbol": symbol, **look}, axes)
        if self.compared.view is View.CUSTOMER:
            drawn["error_x"] = whiskers(estimates, self._colour)
        return drawn

    def _scale(self) -> Part:
        return quiet_axis(
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

    def _names(self) -> Part:
        return quiet_axis(
            self.look,
            range=[max(len(self.moves), 1) - 0.5, -0.5],
            fixedrange=True,
            tickvals=list(range(len(self.moves))),
            ticktext=row_names([move.name for move in self.moves], self.look),
            tickfont={"size": self.look.size, "color": self.look.text},
        )

    def _texts(self) -> list[Part]:
        """The key above the rows."""
        look, say = self.look, self.words.say
        now, then = ("■", "□") if self.compared.view is View.TEAM else ("●", "○")
        parts = [
            (f"{then} " + say("round {number}", number=self.compared.earlier), self._colour),
            (f"{now} " + say("round {number}", number=self.compared.later), self._colour),
        ]
        if any(move.target is not None for move in self.moves):
            parts.append(("┃ " + say("target of round {number}", number=self.compared.earlier), look.target))
        text = "   ".join(f'<span style="color:{colour}">{plain(part)}</span>' for part, colour in parts)
        return [beside(text, look, x=0, xanchor="left", y=1, yanchor="bottom", yshift=look.size // 2)]

    @property
    def _colour(self) -> str:
        return self.look.current if self.compared.view is View.TEAM else self.look.measured

    def _told(self, move: Move) -> str:
        say, words = self.words.say, self.words
        rounds = ((self.compared.earlier, move.before), (self.compared.later, move.after))
        return told(
            move.name,
            move.phase,
            *(
                say("round {number}: {level}", number=number, level=_written(one, words))
                for number, one in rounds
            ),
            say("change {change}", change=words.mean(move.change)),
        )


def _written(estimate: Estimate, words: StandingWords) -> str:
    """A level with its interval, where it has one, and how many stand behind it."""
    value, interval = words.estimated_mean(estimate)
    shown = f"{value} ({interval})" if estimate.has_interval else value
    return words.say("{value}, n = {n}", value=shown, n=words.count(estimate.n))


def _subtitle(compared: RoundsCompared, words: StandingWords) -> list[str]:
    """Whose view it is, what the intervals are, and how many more there are."""
    if compared.view is View.TEAM:
        said = [words.say("the team's view, no survey: medians of the room")]
    else:
        said = [
            words.say("means of customers with their 95 % intervals"),
            words.say("a difference is named where chance is ruled out among all these comparisons"),
        ]
    left_out = len(compared.moves) - SHOWN_AT_MOST
    return [*said, *([words.say("{count} more in the table", count=left_out)] if left_out > 0 else [])]


def _described(moves: Sequence[Move], words: StandingWords) -> list[str]:
    return [
        words.say(
            "{touchpoint}: from {before} to {after}.",
            touchpoint=move.name,
            before=words.mean(move.before.value),
            after=words.mean(move.after.value),
        )
        for move in moves[:5]
    ]


def _source(compared: RoundsCompared, words: StandingWords) -> str:
    sources = [words.say("the team")] if compared.view is View.TEAM else list(compared.sources)
    return words.say("Source: {sources}", sources="; ".join(sources)) if sources and compared.moves else ""


def _table(compared: RoundsCompared, words: StandingWords) -> Table:
    say = words.say
    columns = (
        *(say("Touchpoint"), say("Phase")),
        *(say("Level in round {number}", number=compared.earlier), say("n then")),
        *(say("Level in round {number}", number=compared.later), say("n now")),
        *(say("Change"), say("Target then"), say("Target"), say("Note")),
    )
    return Table(columns, tuple(_row(compared, move, words) for move in compared.moves))


def _row(compared: RoundsCompared, move: Move, words: StandingWords) -> tuple[str, ...]:
    note = CLEAR if move.is_clear else NO_INTERVAL if move.is_clear is None else BY_CHANCE
    return (
        *(move.name, move.phase, _level(move.before, words), words.count(move.before.n)),
        *(_level(move.after, words), words.count(move.after.n), words.mean(move.change)),
        "" if move.target is None else words.mean(move.target),
        "" if move.target is None else words.phrase(STANDING_WORDS[move.standing]),
        "" if compared.view is View.TEAM else words.phrase(note),
    )


def _level(estimate: Estimate, words: StandingWords) -> str:
    value, interval = words.estimated_mean(estimate)
    return f"{value} ({interval})" if estimate.has_interval else value
