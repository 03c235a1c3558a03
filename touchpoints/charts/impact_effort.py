"""Impact against effort: what each option brings, and how many person-days it takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import LINE, Frame, letters_in
from touchpoints.charts._gain_scale import PER_CENT, GainScale, round_span
from touchpoints.charts._label_places import Name, Place, Rectangle, mark_area, place_names
from touchpoints.charts._look import Look
from touchpoints.charts._matrix_names import NO_LINE
from touchpoints.charts._pieces import Spot, marks, strokes
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain, shortened, text_width
from touchpoints.messages import N_, Wording, plural
from touchpoints.option import Case
from touchpoints.option_gain import Candidate
from touchpoints.priorities import Priorities, finding_of_priorities

ID = "impact_effort"
NAME = N_("Impact against effort")
INPUT = Input.OPTIONS
NAMED_AT_MOST = 20
NAME_LETTERS = 28


def draw(priorities: Priorities, wording: Wording, look: Look) -> Chart:
    """The options by person-days and gain; hollow where the effort is assumed, squares where to start."""
    words = StandingWords(wording)
    return Chart(
        figure=_EffortFigure(priorities, look, words).figure(),
        title=words.say(finding_of_priorities(priorities)),
        subtitle=" · ".join(_subtitle(priorities, words)),
        description=_description(priorities, words),
        source=_source(words),
        tabulate=lambda: _table(priorities, words),
    )


def _source(words: StandingWords) -> str:
    return words.say("Source: {sources}", sources=words.say("estimates of the team"))


class _EffortFigure:
    """What the parts of the figure have in common."""

    def __init__(self, priorities: Priorities, look: Look, words: StandingWords) -> None:
        self.priorities, self.look, self.words = priorities, look, words
        self.most_votes = max((one.option.team_votes or 0 for one in priorities.placed), default=0)

    def figure(self) -> go.Figure:
        """The figure, drawn."""
        size = self.look.size
        heading = self.words.say("↑ Gain: importance in % × levels")
        feet = round((LINE + 1.6) * size)
        frame = Frame(
            self.look, heading, _source(self.words), self._scale.height, round(3.6 * size), size, feet=feet
        )
        axes = self._scale.axes(self.words, self.words.number)
        return frame.draw([self._lines(), *self._marks()], axes, [self._below(), *self._names()])

    @cached_property
    def _scale(self) -> GainScale:
        places = [_place(one) for one in self.priorities.placed]
        days = max((x for x, _ in places), default=1.0)
        gains = [y for _, y in places] or [1.0]
        ticks = 4 if self.look.width < 500 else 8
        return GainScale(round_span(0.0, days, ticks), round_span(min(0.0, *gains), max(gains), 5), self.look)

    def _lines(self) -> Part:
        """The medians, between which the quadrants lie."""
        days, gain = self.priorities.middle
        upright = [(days, end) for end in self._scale.y_range]
        across = [(end, PER_CENT * gain) for end in self._scale.x_range]
        return strokes([upright, across] if self.priorities.placed else [], self.look.muted, dash="dot")

    def _marks(self) -> list[Part]:
        picked = [one for one in self.priorities.placed if one.option.id in self.priorities.picked]
        others = [one for one in self.priorities.placed if one.option.id not in self.priorities.picked]
        return [
            marks([self._spot(one) for one in others], self._marker(others, self.look.text, "circle")),
            marks([self._spot(one) for one in picked], self._marker(picked, self.look.accent, "square")),
        ]

    def _marker(self, shown: Sequence[Candidate], colour: str, symbol: str) -> Part:
        """Hollow where a size stands in for the effort; larger with more votes."""
        ground = self.look.background
        return {
            "symbol": symbol,
            "size": [self._size(one) for one in shown],
            "color": [ground if one.effort.assumed else colour for one in shown],
            "line": {"width": 1.5, "color": [colour if one.effort.assumed else ground for one in shown]},
        }

    def _size(self, one: Candidate) -> float:
        votes = (one.option.team_votes or 0) / self.most_votes if self.most_votes else 0.0
        return round(self.look.mark * (1 + votes), 1)

    def _spot(self, one: Candidate) -> Spot:
        return Spot(*_place(one), self._told(one), str(one.option.id))

    def _told(self, one: Candidate) -> str:
        say, votes = self.words.say, one.option.team_votes
        low, gain, high = (self.words.number(PER_CENT * one.gains[case], 1) for case in Case)
        effort = say("{days} person-days", days=_days(one, self.words))
        return told(
            one.option.name,
            one.option.touchpoint,
            say("gain {gain} (worst {low}, best {high})", gain=gain, low=low, high=high),
            say("{effort}, assumed from size {size}", effort=effort, size=str(one.option.size))
            if one.effort.assumed
            else effort,
            say(plural("{count} vote", "{count} votes", votes)) if votes else "",
        )

    def _below(self) -> Part:
        text, size = self.words.say("Effort in person-days"), self.look.size
        return beside(plain(text), self.look, x=0.5, xanchor="center", y=0, yanchor="top", yshift=-2 * size)

    def _names(self) -> list[Part]:
        """Where to start first, then the greatest gains, while there is room."""
        ordered = sorted(self.priorities.placed, key=lambda one: (not self._is_picked(one), -one.gain))
        ordered = ordered[:NAMED_AT_MOST]
        letters = min(NAME_LETTERS, letters_in(self.look.width / 2.5, self.look))
        labels = [plain(shortened(one.option.name, letters)) for one in ordered]
        names = [self._name(one, label) for one, label in zip(ordered, labels, strict=True)]
        taken = [mark_area(*self._pixels(one), self._size(one)) for one in self.priorities.placed]
        taken += self._taken_by_lines()
        plot = Rectangle(0, 0, self.look.width, self._scale.height)
        places = place_names(names, plot, taken, self.look.size)
        found = zip(ordered, labels, places, strict=True)
        return [self._label(one, label, place) for one, label, place in found if place]

    def _taken_by_lines(self) -> list[Rectangle]:
        """The medians would strike through a name."""
        days, gain = self.priorities.middle
        x, y = self._scale.pixels(days, PER_CENT * gain)
        upright = Rectangle(x - 1, 0, x + 1, self._scale.height)
        return [upright, Rectangle(0, y - 1, self.look.width, y + 1)]

    def _is_picked(self, one: Candidate) -> bool:
        return one.option.id in self.priorities.picked

    def _pixels(self, one: Candidate) -> tuple[float, float]:
        return self._scale.pixels(*_place(one))

    def _name(self, one: Candidate, label: str) -> Name:
        size = self.look.size
        return Name(*self._pixels(one), text_width(label, size) + 4, LINE * size)

    def _label(self, one: Candidate, label: str, place: Place) -> Part:
        x, y = _place(one)
        line = {"arrowwidth": 1, "arrowcolor": self.look.muted} if place.has_line else NO_LINE
        return {
            "text": f"<b>{label}</b>" if self._is_picked(one) else label,
            "xref": "x",
            "yref": "y",
            "x": x,
            "y": y,
            "ax": place.right,
            "ay": place.down,
            "showarrow": True,
            "arrowhead": 0,
            "standoff": self.look.mark * 0.6,
            "xanchor": "center",
            "yanchor": "middle",
            "borderpad": 0,
            "font": {"size": self.look.size, "color": self.look.text},
            **line,
        }


def _place(one: Candidate) -> tuple[float, float]:
    return float(one.effort.person_days), PER_CENT * one.gain


def _days(one: Candidate, words: StandingWords) -> str:
    days = float(one.effort.person_days)
    return words.number(days, 0 if days == int(days) else 1)


def _subtitle(priorities: Priorities, words: StandingWords) -> list[str]:
    said = [words.say("squares: start here"), words.say("lines: medians")]
    if any(one.effort.assumed for one in priorities.placed):
        said.append(words.say("hollow: effort assumed from size S, M or L"))
    if priorities.has_votes:
        said.append(words.say("larger: more votes of the team"))
    if missing := len(priorities.unplaced):
        told_later = plural(
            "{count} option cannot be calculated yet", "{count} options cannot be calculated yet", missing
        )
        said.append(words.say(told_later))
    return said


def _description(priorities: Priorities, words: StandingWords) -> str:
    """Where to start and why."""
    picks = [f"{pick.candidate.option.name}: {words.say(pick.reason)}" for pick in priorities.picks]
    return " ".join(picks) or words.say(finding_of_priorities(priorities))


def _table(priorities: Priorities, words: StandingWords) -> Table:
    columns = (
        words.say("Option"),
        words.say("Touchpoint"),
        words.say("Gain, worst case"),
        words.say("Gain, realistic case"),
        words.say("Gain, best case"),
        words.say("Person-days"),
        words.say("Assumed"),
        words.say("Votes"),
        words.say("Missing"),
    )
    return Table(columns, tuple(_row(one, words) for one in priorities.candidates))


def _row(one: Candidate, words: StandingWords) -> tuple[str, ...]:
    gains = [words.number(PER_CENT * one.gains[case], 1) for case in Case]
    votes = one.option.team_votes
    return (
        one.option.name,
        one.option.touchpoint,
        *(["", "", ""] if one.missing else gains),
        "" if "person-days" in one.effort.missing else _days(one, words),
        ", ".join(words.phrase(name) for name in one.effort.assumed),
        "" if votes is None else words.count(votes),
        ", ".join(words.phrase(name) for name in one.missing),
    )
