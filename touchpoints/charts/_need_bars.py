"""The bars of one ranking of needs: the name above each bar, the figures it is made of behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._frame import letters_in
from touchpoints.charts._journey_marks import whiskers
from touchpoints.charts._look import Look
from touchpoints.charts._need_words import NeedWords
from touchpoints.charts._pieces import Texts
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain, shortened, wrapped
from touchpoints.charts._two_panels import Panel
from touchpoints.charts._words import NO_INTERVAL
from touchpoints.messages import Message, message
from touchpoints.need_for_action import Need, Ranking
from touchpoints.standing import HOW_TO_GET, View

SHOWN_AT_MOST = 20
NAME_AT, BAR_AT, BAR_HEIGHT = 0.3, 0.68, 0.34  # in rows
BAR_SHARE = 0.55  # of the panel's width; the rest is for the figures


def shown(ranking: Ranking) -> tuple[Need, ...]:
    """The needs that a chart has room for; the table holds all of them."""
    return ranking.open_needs[:SHOWN_AT_MOST]


def reach(needs: Sequence[Need]) -> float:
    """How far the longest bar or whisker goes."""
    return max((need.size.high or need.size.value for need in needs), default=0.0)


@dataclass(frozen=True)
class NeedBars:
    """One ranking in its panel; `farthest` is the longest bar of both panels."""

    ranking: Ranking
    panel: Panel
    farthest: float
    look: Look
    words: StandingWords

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What is drawn."""
        return shown(self.ranking)

    @cached_property
    def _written(self) -> NeedWords:
        return NeedWords(self.ranking, self.words)

    @property
    def axes(self) -> Part:
        """The panel's axes, blank: every bar carries its figures."""
        end = (self.farthest or 1.0) / BAR_SHARE
        return self.panel.axes.blank(self.look, [0, end], self.panel.y_range)

    def traces(self) -> list[Part]:
        """Bars and texts."""
        if not self.needs:
            return []
        rows = list(enumerate(self.needs))
        exact = [placed for placed in rows if not placed[1].size.has_interval]
        estimated = [placed for placed in rows if placed[1].size.has_interval]
        error = {"error_x": whiskers([need.size for _, need in estimated], self.look.text)}
        return [self._bars(exact), self._bars(estimated) | error, self._texts()]

    def instead(self) -> list[Part]:
        """What to do where there is nothing to rank."""
        if self.needs:
            return []
        said = wrapped(self.words.say(why_empty(self.ranking)), letters_in(self.panel.width, self.look), 5)
        place = self.panel.axes
        left, top = place.x_domain[0], place.y_domain[1]
        return [beside(said, self.look, x=left, xanchor="left", y=top, yanchor="top", yshift=-4)]

    def _bars(self, placed: Sequence[tuple[int, Need]]) -> Part:
        is_team = self.ranking.view is View.TEAM
        colour = self.look.current if is_team else self.look.measured
        return {
            "type": "bar",
            "orientation": "h",
            "x": [need.size.value for _, need in placed],
            "y": [row + BAR_AT for row, _ in placed],
            "width": BAR_HEIGHT,
            "marker": {"color": colour, "line": {"width": 0}},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            "customdata": [need.standing.touchpoint_id for _, need in placed],
            "hovertext": [self._told(need) for _, need in placed],
            "hoverinfo": "text",
            **self.panel.axes.names,
        }

    def _texts(self) -> Part:
        texts = Texts(self.look, self.panel.axes)
        letters = letters_in(self.panel.width, self.look) - 5
        for row, need in enumerate(self.needs):
            name = f"<b>{self._rank(need)}</b>  {plain(shortened(need.standing.name, letters))}"
            texts.write(0, row + NAME_AT, name, "middle right")
            end = need.size.high or need.size.value
            texts.write(end, row + BAR_AT, f" {plain(self._figures(need))}", "middle right", self.look.muted)
        return texts.trace()

    def _rank(self, need: Need) -> str:
        """The rank, with the sign of equality where others share it."""
        is_shared = sum(other.rank == need.rank for other in self.ranking.needs) > 1
        return f"{self.words.count(need.rank)}{'=' if is_shared else '.'}"

    def _figures(self, need: Need) -> str:
        """The need and what it is made of; where customers' figures carry no interval, that is said."""
        said = self._written.product(need)
        is_unsure = need.share.has_interval and not need.size.has_interval
        return f"{said}, {self.words.phrase(NO_INTERVAL)}" if is_unsure else said

    def _told(self, need: Need) -> str:
        say = self.words.say
        ends = self.words.need_interval(need)
        return told(
            need.standing.name,
            need.standing.phase,
            self._written.product(need),
            say("need: {interval}", interval=ends) if ends else "",
            say(
                "experience {mean}, target {target}",
                mean=self.words.mean(need.current.value),
                target=self.words.mean(need.standing.goal),
            ),
            f"n = {self.words.count(need.current.n)}",
        )


def why_empty(ranking: Ranking) -> Message:
    """Why nothing is ranked in this view, and what would change that."""
    if ranking.needs:
        return message("No touchpoint lies below its target.")
    if not ranking.has_importance:
        return Message(HOW_TO_GET[ranking.view])
    if ranking.view is View.TEAM:
        return message("Let the team rate the experience at the touchpoints that matter.")
    return message("Import a survey that asks about the touchpoints that matter.")
