"""A process as lanes over time: who acts, how long each step takes, and the hatched time of waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._canvas import Part, beside, quiet_axis
from touchpoints.charts._frame import LINE, letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Box, Spot, Texts, filled_boxes, invisible, marks, strokes
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain, shortened, text_width
from touchpoints.messages import N_
from touchpoints.process import LAYERS, Process, Step, span_of_time, spans_in_one_unit

LANES = {
    "customer": N_("The customer does"),
    "visible": N_("The customer sees"),
    "behind": N_("Behind the line of visibility"),
}
LEVELS = 4  # rows of names above the bar of each lane
BAR, HEAD = 1.5, 1.9  # font sizes
LANE = HEAD + LEVELS * LINE + BAR + 0.9
TICKS_AT_MOST = 6
STEPS_OF_TIME = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400)


@dataclass(frozen=True)
class PlacedStep:
    """A step on the time axis: the waiting before it, and the step itself."""

    number: int
    step: Step
    start: float
    waiting: float
    duration: float

    @property
    def begins(self) -> float:
        """When the waiting is over."""
        return self.start + self.waiting

    @property
    def ends(self) -> float:
        """When it is over."""
        return self.begins + self.duration

    @property
    def named_at(self) -> float:
        """Where its name stands: at what is done, at the waiting where nothing else is known."""
        return self.begins if self.duration else self.start

    @property
    def bar_top(self) -> float:
        """Where its bar begins, in font sizes from the top."""
        return LAYERS.index(self.step.layer) * LANE + HEAD + LEVELS * LINE


@dataclass(frozen=True)
class ProcessLanes:
    """Three lanes with the line of visibility between the second and the third."""

    process: Process
    look: Look
    words: StandingWords

    @property
    def height(self) -> float:
        """All lanes, in pixels."""
        return len(LAYERS) * LANE * self.look.size

    @cached_property
    def placed(self) -> list[PlacedStep]:
        """The steps in time, those behind beside the customer's; without times all are equally wide."""
        if not self.process.is_timed:
            return [PlacedStep(n, step, n - 1.0, 0.0, 1.0) for n, step in enumerate(self.process.steps, 1)]
        timed = zip(self.process.steps, self.process.starts, strict=True)
        return [
            PlacedStep(number, step, start, step.waiting, step.duration)
            for number, (step, start) in enumerate(timed, 1)
        ]

    @property
    def end(self) -> float:
        """Where the time axis ends."""
        return max((placed.ends for placed in self.placed), default=1.0) or 1.0

    def layout(self) -> Part:
        """Time across, with ticks only where times are known."""
        ticks = self._ticks() if self.process.is_timed else []
        x = quiet_axis(
            self.look,
            range=[0, self._reach],
            fixedrange=True,
            showgrid=bool(ticks),
            gridcolor=self.look.grid,
            tickvals=ticks,
            ticktext=[plain(self.words.say(span)) for span in spans_in_one_unit(ticks)],
        )
        y = quiet_axis(self.look, range=[len(LAYERS) * LANE, 0], fixedrange=True, showticklabels=False)
        return WHOLE.layout(x, y)

    def traces(self) -> list[Part]:
        """Bars, hatched waiting, names, and what takes the pointer."""
        steps = [self._box(one.begins, one.ends, one) for one in self.placed if one.duration]
        untimed = [one for one in self.placed if not one.duration and not one.waiting]
        return [
            *self._waits(),
            {**filled_boxes(steps, self.look.accent), "line": {"color": self.look.background, "width": 1}},
            self._diamonds(untimed),
            *self._names(),
            marks([self._spot(one) for one in self.placed], invisible(1.4 * self.look.size)),
        ]

    def shapes(self) -> list[Part]:
        """The line of visibility, and a tint behind it."""
        line = 2 * LANE
        ends = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y"}
        tint = {"type": "rect", "y0": line, "y1": 3 * LANE, "fillcolor": self.look.band, "opacity": 0.5}
        dashed = {"color": self.look.text, "width": 1.5, "dash": "dash"}
        return [
            {**ends, **tint, "line": {"width": 0}, "layer": "below"},
            {**ends, "type": "line", "y0": line, "y1": line, "line": dashed},
        ]

    def texts(self) -> list[Part]:
        """The names of the lanes."""
        return [
            beside(
                f"<b>{plain(self.words.say(LANES[layer]))}</b>",
                self.look,
                **self._at(order * LANE + 0.2),
                font={"size": self.look.size, "color": self.look.text},
            )
            for order, layer in enumerate(LAYERS)
        ]

    def _at(self, top: float) -> Part:
        return {"x": 0, "xanchor": "left", "yref": "y", "y": top, "yanchor": "top", "xshift": 4}

    def _ticks(self) -> list[float]:
        fitting = (step for step in STEPS_OF_TIME if self.end / step <= self._ticks_at_most)
        step = next(fitting, self.end / self._ticks_at_most)
        return [tick * step for tick in range(int(self.end / step) + 1)]

    @property
    def _ticks_at_most(self) -> int:
        return max(2, min(TICKS_AT_MOST, int(self.look.width / (7 * self.look.size))))

    def _box(self, start: float, end: float, placed: PlacedStep) -> Box:
        return start, placed.bar_top, end, placed.bar_top + BAR

    def _waits(self) -> list[Part]:
        """Waiting as hatched boxes."""
        boxes = [self._box(one.start, one.begins, one) for one in self.placed if one.waiting]
        drawn = filled_boxes(boxes, self.look.background)
        hatch = {
            "shape": "/",
            "fgcolor": self.look.text,
            "bgcolor": self.look.background,
            "size": 7,
            "solidity": 0.25,
        }
        return (
            [{**drawn, "fillpattern": hatch, "line": {"color": self.look.text, "width": 1}}] if boxes else []
        )

    def _diamonds(self, untimed: Sequence[PlacedStep]) -> Part:
        """Steps without any time, where they happen."""
        spots = [self._spot(one) for one in untimed]
        line = {"width": 1.5, "color": self.look.text}
        return marks(
            spots, {"size": self.look.mark, "symbol": "diamond", "color": self.look.background, "line": line}
        )

    def _names(self) -> list[Part]:
        """Each name above its bar, on the lowest level where it crosses nothing; pointing tells the rest."""
        texts, leaders = Texts(self.look), []
        for layer in LAYERS:
            # From the right, so that a line down to a bar passes on the left of every name placed before.
            starts = [float("inf")] * LEVELS
            for one in reversed([one for one in self.placed if one.step.layer == layer]):
                x = one.named_at / self._reach * self.look.width
                width = text_width(self._labels[one.number], self.look.size) + self.look.size / 2
                level = next((n for n in range(LEVELS) if x + width <= min(starts[n:])), None)
                if level is None:
                    continue
                starts[level] = x
                y = one.bar_top - (level + 0.6) * LINE
                texts.write(one.named_at, y, self._labels[one.number], "middle right")
                leaders.append([(one.named_at, y + 0.5), (one.named_at, one.bar_top)])
        return [strokes(leaders, self.look.muted, width=1), texts.trace()]

    @cached_property
    def _labels(self) -> dict[int, str]:
        """Number and name of each step, as much as a narrow screen bears."""
        letters = min(28, letters_in(self.look.width / 2.4, self.look))
        return {
            one.number: plain(shortened(f"{one.number}. {one.step.text}", letters)) for one in self.placed
        }

    @cached_property
    def _reach(self) -> float:
        """The time at the right edge: later than the end, so that the last names find room."""
        width, share = self.look.width, 1.0
        for one in self.placed:
            room = width - text_width(self._labels[one.number], self.look.size) - self.look.size
            share = min(share, room / width * self.end / one.named_at) if one.named_at else share
        return self.end / max(share, 0.4)

    def _spot(self, one: PlacedStep) -> Spot:
        say, step = self.words.say, one.step
        takes = say("takes {time}", time=span_of_time(step.duration)) if step.duration_minutes else ""
        waits = say("waiting before it: {time}", time=span_of_time(step.waiting)) if step.waiting else ""
        unknown = "" if step.is_timed else say("time not known yet")
        text = told(
            f"{one.number}. {step.text}", say(LANES[step.layer]), step.department, takes, waits, unknown
        )
        return Spot((one.begins + one.ends) / 2, one.bar_top + BAR / 2, text, self.process.touchpoint_id)
