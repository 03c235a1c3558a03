"""Need for action: one ranking as the team sees it, one as customers see it, side by side and never mixed."""

from __future__ import annotations

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._chart import Chart, Table
from touchpoints.charts._frame import LINE, Frame, letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._need_bars import ROW, NeedBars
from touchpoints.charts._pieces import Axes
from touchpoints.charts._standing_words import StandingWords
from touchpoints.charts._text import line_count, plain, wrapped
from touchpoints.messages import N_, Wording, plural
from touchpoints.need_for_action import Need, NeedForAction, Ranking, finding_of_needs
from touchpoints.standing import HOW_TO_GET, View

ID = "need_for_action"
NAME = N_("Need for action")
VIEWS = {View.TEAM: N_("The team's view"), View.CUSTOMER: N_("The customers' view")}
GAP = 3.2  # in font sizes, between the panels


def draw(needs: NeedForAction, wording: Wording, look: Look) -> Chart:
    """The greatest needs of both views; each bar says the importance and the gap it comes from."""
    words = StandingWords(wording)
    return Chart(
        figure=NeedFigure(needs, look, words).figure(),
        title=words.say(finding_of_needs(needs)),
        subtitle=" · ".join(_said(ranking, words) for ranking in (needs.team, needs.customer)),
        description=_description(needs, words),
        source=_source(needs, words),
        tabulate=lambda: _table(needs, words),
    )


class NeedFigure:
    """Two panels of bars: beside each other, or on a narrow screen one below the other."""

    def __init__(self, needs: NeedForAction, look: Look, words: StandingWords) -> None:
        self.look, self.words, self.needs = look, words, needs
        reach = max((bars.reach for bars in self._bars(Axes(), Axes(), 1.0)), default=1.0) or 1.0
        self.is_wide = look.width >= 44 * look.size
        self.panels = self._bars(*self._axes(), reach)

    def figure(self) -> object:
        """The figure, drawn."""
        heading = self.words.say(
            "Need for action = importance in % × levels between experience and target (−2 to +2)"
        )
        frame = Frame(self.look, heading, _source(self.needs, self.words), self._body, head=self._head)
        axes: Part = {}
        for panel in self.panels:
            axes |= panel.layout()
        traces = [trace for panel in self.panels for trace in panel.traces()]
        return frame.draw(traces, axes, [text for panel in self.panels for text in self._texts(panel)])
