"""Two top tens beside each other: lines join what both name, hollow marks are what the other one lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._frame import letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Axes, Spot, Texts, marks, strokes
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain, shortened, wrapped
from touchpoints.standing import HOW_TO_GET, View
from touchpoints.views_compared import Top, ViewsCompared

NARROW_BELOW = 44  # font sizes
ROW, TWO_LINES = 1.8, 3.0  # the height of a row in font sizes, with a name of one line and of two
GAP = "\u00a0\u00a0\u00a0"  # between a mark and its name


@dataclass(frozen=True)
class Slope:
    """Both lists in one panel, ranks from the top."""

    compared: ViewsCompared
    axes: Axes
    look: Look
    words: StandingWords

    @property
    def left(self) -> float:
        """Where the team's marks stand; the names reach from there to the edge."""
        return 0.44 if is_narrow(self.look) else 0.38

    @property
    def right(self) -> float:
        """Where the customers' marks stand."""
        return 1 - self.left

    def layout(self) -> Part:
        """The panel's axes."""
        return self.axes.blank(self.look, [0, 1], [rows_of(self.compared), 0])

    def traces(self) -> list[Part]:
        """Lines, marks and names."""
        return [self._lines(), *self._marks(), self._names()]

    def texts(self) -> list[Part]:
        """The heads of both lists, and what to do where one is missing."""
        team, customer = self.words.say("The team's top ten"), self.words.say("The customers' top ten")
        heads = [
            self._text(team, self.left, "right", "bottom"),
            self._text(customer, self.right, "left", "bottom"),
        ]
        missing = []
        if not self.compared.team:
            missing.append(self._text(self._how(View.TEAM), self.left, "right", "top", is_bold=False))
        if not self.compared.customer:
            missing.append(self._text(self._how(View.CUSTOMER), self.right, "left", "top", is_bold=False))
        return heads + missing

    @cached_property
    def _places(self) -> dict[View, dict[str, int]]:
        return {
            view: {top.standing.touchpoint_id: row for row, top in enumerate(tops)}
            for view, tops in ((View.TEAM, self.compared.team), (View.CUSTOMER, self.compared.customer))
        }

    def _lines(self) -> Part:
        """What both name; the steeper a line, the more the views differ."""
        team, customer = self._places[View.TEAM], self._places[View.CUSTOMER]
        shared = [id_ for id_ in team if id_ in customer]
        joined = [((self.left, team[id_] + 0.5), (self.right, customer[id_] + 0.5)) for id_ in shared]
        return strokes(joined, self.look.muted, self.axes)

    def _marks(self) -> list[Part]:
        """Filled for what both name, hollow for what only one does; square for the team."""
        drawn = []
        for view, tops, x in self._sides():
            colour = self.look.current if view is View.TEAM else self.look.measured
            symbol = "square" if view is View.TEAM else "circle"
            for is_shared in (True, False):
                spots = [
                    Spot(x, row + 0.5, self._told(top, view), top.standing.touchpoint_id)
                    for row, top in enumerate(tops)
                    if self._is_in_both(top) is is_shared
                ]
                fill = colour if is_shared else self.look.background
                line = {"width": 2, "color": colour}
                drawn.append(
                    marks(
                        spots,
                        {"size": self.look.mark, "symbol": symbol, "color": fill, "line": line},
                        self.axes,
                    )
                )
        return drawn

    def _sides(self) -> list[tuple[View, Sequence[Top], float]]:
        return [
            (View.TEAM, self.compared.team, self.left),
            (View.CUSTOMER, self.compared.customer, self.right),
        ]

    def _names(self) -> Part:
        texts = Texts(self.look, self.axes)
        for view, tops, x in self._sides():
            for row, top in enumerate(tops):
                lines = self._named(top).split("<br>")
                if view is View.TEAM:
                    texts.write(x, row + 0.5, "<br>".join(line + GAP for line in lines), "middle left")
                else:
                    texts.write(x, row + 0.5, "<br>".join(GAP + line for line in lines), "middle right")
        return texts.trace()

    def _named(self, top: Top) -> str:
        """Rank and name, over two lines where the list is narrow."""
        text = f"{self.words.count(top.rank)}. {' '.join(top.standing.name.split())}"
        letters = letters_in(self.left * self.look.width, self.look) - 4
        name = wrapped(text, letters, 2) if is_narrow(self.look) else plain(shortened(text, letters))
        return name if self._is_in_both(top) else "<br>".join(f"<b>{line}</b>" for line in name.split("<br>"))

    def _is_in_both(self, top: Top) -> bool:
        """Whether the other list has it; where there is no other list, nothing can be missing there."""
        return top.is_shared or not (self.compared.team and self.compared.customer)

    def _told(self, top: Top, view: View) -> str:
        say = self.words.say
        given = top.standing.importance(view) or 0
        if view is View.TEAM:
            size = say("{count} points, {share}", count=given, share=self.words.importance(top.share))
        else:
            size = say("{count} mentions, {share}", count=given, share=self.words.importance(top.share))
        alone = "" if self._is_in_both(top) else say("not in the other top ten")
        return told(top.standing.name, top.standing.phase, size, alone)

    def _how(self, view: View) -> str:
        return self.words.say(HOW_TO_GET[view])

    def _text(self, text: str, x: float, anchor: str, upright: str, *, is_bold: bool = True) -> Part:
        letters = letters_in(self.left * self.look.width, self.look)
        shown = wrapped(text, letters, 12)
        return beside(
            f"<b>{shown}</b>" if is_bold else shown,
            self.look,
            x=x,
            xanchor=anchor,
            align=anchor,
            y=self.axes.y_domain[1],
            yanchor=upright,
            yshift=4 if upright == "bottom" else -4,
            font={"size": self.look.size, "color": self.look.text if is_bold else self.look.muted},
        )


def is_narrow(look: Look) -> bool:
    """Whether names need two lines."""
    return look.width < NARROW_BELOW * look.size


def row_height(look: Look) -> float:
    """The pixels of a row."""
    return (TWO_LINES if is_narrow(look) else ROW) * look.size


def rows_of(compared: ViewsCompared) -> int:
    """The rows of both lists; a missing one needs room to say how to get it."""
    is_missing = not (compared.team and compared.customer)
    return max(len(compared.team), len(compared.customer), 6 if is_missing else 2)
