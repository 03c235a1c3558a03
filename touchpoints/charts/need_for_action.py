"""Need for action: one ranking as the team sees it, one as customers see it, side by side and never mixed."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import Frame
from touchpoints.charts._look import Look
from touchpoints.charts._need_bars import NeedBars, reach, shown, why_empty
from touchpoints.charts._need_words import NeedWords
from touchpoints.charts._standing_words import StandingWords
from touchpoints.charts._two_panels import TwoPanels
from touchpoints.messages import N_, Wording, plural
from touchpoints.need_for_action import NeedForAction, Ranking, finding_of_needs
from touchpoints.standing import View

ID = "need_for_action"
NAME = N_("Need for action")
INPUT = Input.NEEDS
VIEWS = {View.TEAM: N_("The team's view"), View.CUSTOMER: N_("The customers' view")}
BASIS = {View.TEAM: N_("points × median of the team"), View.CUSTOMER: N_("mentions × mean of customers")}
ROW = 2.7


def draw(needs: NeedForAction, wording: Wording, look: Look) -> Chart:
    """The greatest needs of both views; each bar says the importance and the gap it comes from."""
    words = StandingWords(wording)
    said = [_said(ranking, words) for ranking in _both(needs)]
    return Chart(
        figure=_figure(needs, look, words),
        title=words.say(finding_of_needs(needs)),
        subtitle=" · ".join(said),
        description=" ".join(_described(ranking, words) for ranking in _both(needs)),
        source=_source(needs, words),
        tabulate=lambda: _table(needs, words),
    )


def _both(needs: NeedForAction) -> tuple[Ranking, Ranking]:
    return needs.team, needs.customer


def _figure(needs: NeedForAction, look: Look, words: StandingWords) -> go.Figure:
    first, second = (shown(ranking) for ranking in _both(needs))
    panels = TwoPanels(look, (len(first), len(second)), ROW)
    farthest = max(reach(first), reach(second))
    bars = [
        NeedBars(ranking, panel, farthest, look, words)
        for ranking, panel in zip(_both(needs), panels.both, strict=True)
    ]
    heading = words.say("Need for action = importance in % × levels from experience to target")
    frame = Frame(look, heading, _source(needs, words), panels.body, head=panels.head)
    heads = [
        panels.heading(one.panel, words.say(VIEWS[one.ranking.view]), words.say(BASIS[one.ranking.view]))
        for one in bars
    ]
    instead = [text for one in bars for text in one.instead()]
    return frame.draw(
        [trace for one in bars for trace in one.traces()], bars[0].axes | bars[1].axes, heads + instead
    )


def _said(ranking: Ranking, words: StandingWords) -> str:
    """How many touchpoints stand in a ranking, which of them have no bar, and why the others do not."""
    missing = Counter(unranked.reason for unranked in ranking.unranked)
    reasons = [
        words.say("{reason}: {count}", reason=words.phrase(reason), count=count)
        for reason, count in missing.most_common()
    ]
    count = words.say(
        plural(
            "{view}: {count} touchpoint ranked",
            "{view}: {count} touchpoints ranked",
            len(ranking.needs),
            view=words.say(VIEWS[ranking.view]),
        )
    )
    left_out = len(ranking.open_needs) - len(shown(ranking))
    if left_out:
        reasons.insert(0, words.say("{count} more in the table", count=left_out))
    met = len(ranking.needs) - len(ranking.open_needs)
    if met:
        reasons.insert(0, words.say("{count} of them not below the target, so without a bar", count=met))
    return f"{count} ({'; '.join(reasons)})" if reasons else count


def _described(ranking: Ranking, words: StandingWords) -> str:
    """One ranking for those who do not see it."""
    view = words.say(VIEWS[ranking.view])
    if not ranking.open_needs:
        return f"{view}: {words.say(why_empty(ranking))}"
    written = NeedWords(ranking, words)
    first = [
        f"{words.count(need.rank)}. {need.standing.name} ({written.need(need)})"
        for need in ranking.open_needs[:5]
    ]
    return f"{view}: {', '.join(first)}."


def _source(needs: NeedForAction, words: StandingWords) -> str:
    return words.source_of(need.standing for ranking in _both(needs) for need in ranking.needs)


def _table(needs: NeedForAction, words: StandingWords) -> Table:
    columns = (
        words.say("View"),
        words.say("Rank"),
        words.say("Touchpoint"),
        words.say("Phase"),
        words.say("Need for action"),
        words.say("95 % interval of the need"),
        words.say("Importance"),
        words.say("Experience (−2 to +2)"),
        words.say("Target"),
        words.say("Gap"),
        words.say("n"),
        words.say("Not ranked because"),
    )
    return Table(columns, tuple(row for ranking in _both(needs) for row in _rows(ranking, words)))


def _rows(ranking: Ranking, words: StandingWords) -> list[tuple[str, ...]]:
    view, written = words.say(VIEWS[ranking.view]), NeedWords(ranking, words)
    ranked = [
        (
            *(view, words.count(need.rank), need.standing.name, need.standing.phase),
            *(written.need(need), words.need_interval(need), written.importance(need)),
            *(words.mean(need.current.value), words.mean(need.standing.goal), written.gap(need)),
            *(words.count(need.current.n), ""),
        )
        for need in ranking.needs
    ]
    unranked = [
        (view, "", one.standing.name, one.standing.phase, *[""] * 7, words.phrase(one.reason))
        for one in ranking.unranked
    ]
    return ranked + unranked
