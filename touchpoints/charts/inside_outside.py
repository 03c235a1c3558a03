"""Inside view against customer view: both top tens joined by lines, and who rates a touchpoint higher."""

from __future__ import annotations

import plotly.graph_objects as go

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._dumbbells import Dumbbells, shown
from touchpoints.charts._frame import LINE, Frame
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Axes
from touchpoints.charts._row_names import names_share
from touchpoints.charts._slope import Slope, row_height, rows_of
from touchpoints.charts._standing_words import StandingWords
from touchpoints.messages import N_, Wording
from touchpoints.views_compared import Distance, Top, ViewsCompared, finding_of_views

ID = "inside_outside"
NAME = N_("Inside view against customer view")
INPUT = Input.VIEWS
KEY = N_("Lines join what both name; hollow marks and bold names are missing in the other list.")


def draw(compared: ViewsCompared, wording: Wording, look: Look) -> Chart:
    """Two ranked lists above, the distances of experience below."""
    words = StandingWords(wording)
    return Chart(
        figure=_figure(compared, look, words),
        title=words.say(finding_of_views(compared)),
        subtitle=" · ".join(_subtitle(compared, words)),
        description=" ".join(_described(compared, words)),
        source=_source(compared, words),
        tabulate=lambda: _table(compared, words),
    )


def _figure(compared: ViewsCompared, look: Look, words: StandingWords) -> go.Figure:
    distances = shown(compared.distances)
    upper, lower = rows_of(compared) * row_height(look), len(distances) * row_height(look)
    between = (3 * LINE + 2) * look.size if distances else 0.0
    body = upper + between + lower
    slope = Slope(compared, Axes(1, y_domain=(1 - upper / body, 1.0)), look, words)
    dumbbells = Dumbbells(distances, Axes(2, (names_share(look), 1.0), (0.0, lower / body)), look, words)
    frame = Frame(
        look,
        words.say(KEY) if compared.team and compared.customer else "",
        _source(compared, words),
        body,
        head=round(1.6 * LINE * look.size),
        feet=2 * look.size if distances else 0,
    )
    if not distances:
        return frame.draw(slope.traces(), slope.layout(), slope.texts())
    axes = slope.layout() | dumbbells.layout()
    return frame.draw(slope.traces() + dumbbells.traces(), axes, slope.texts() + dumbbells.texts())


def _subtitle(compared: ViewsCompared, words: StandingWords) -> list[str]:
    """What the two lists rest on."""
    said = []
    if compared.team_total:
        said.append(words.say("{points} points of the team", points=words.count(compared.team_total)))
    if compared.customer_total:
        said.append(
            words.say("{mentions} mentions of customers", mentions=words.count(compared.customer_total))
        )
    if compared.customer_total and compared.customers_asked:
        said.append(words.say("{asked} customers asked", asked=words.count(compared.customers_asked)))
    found = len(compared.distances)
    both = words.say("experience of both views known at {count} touchpoints", count=found)
    left_out = found - len(shown(compared.distances))
    return [*said, both, *([words.say("{count} more in the table", count=left_out)] if left_out else [])]


def _described(compared: ViewsCompared, words: StandingWords) -> list[str]:
    said = []
    for heading, tops in (
        (words.say("The team's top ten"), compared.team),
        (words.say("The customers' top ten"), compared.customer),
    ):
        if tops:
            names = ", ".join(f"{words.count(top.rank)}. {top.standing.name}" for top in tops)
            said.append(f"{heading}: {names}.")
    if compared.distances:
        largest = compared.distances[0]
        told = words.say(
            "Largest difference of experience: {touchpoint}, team {team}, customers {customers}.",
            touchpoint=largest.standing.name,
            team=words.median(largest.team),
            customers=words.mean(largest.customer.value),
        )
        said.append(told)
    return said or [words.say(finding_of_views(compared))]


def _source(compared: ViewsCompared, words: StandingWords) -> str:
    tops = [top.standing for top in (*compared.team, *compared.customer)]
    return words.source_of([*tops, *(distance.standing for distance in compared.distances)])


def _table(compared: ViewsCompared, words: StandingWords) -> Table:
    columns = (
        words.say("Touchpoint"),
        words.say("Phase"),
        words.say("Rank of the team"),
        words.say("Points of the team"),
        words.say("Rank of the customers"),
        words.say("Mentions of customers"),
        words.say("Share of the mentions"),
        words.say("95 % interval of the share"),
        words.say("Median of the team"),
        words.say("n of the team"),
        words.say("Mean of customers"),
        words.say("95 % interval of the mean"),
        words.say("n of customers"),
        words.say("Difference"),
    )
    tops = {top.standing.touchpoint_id: top.standing for top in (*compared.team, *compared.customer)}
    standings = tops | {one.standing.touchpoint_id: one.standing for one in compared.distances}
    team = {top.standing.touchpoint_id: top for top in compared.team}
    customer = {top.standing.touchpoint_id: top for top in compared.customer}
    distances = {one.standing.touchpoint_id: one for one in compared.distances}
    rows = [
        (
            one.name,
            one.phase,
            *_team_cells(team.get(id_), words),
            *_customer_cells(customer.get(id_), words),
            *_distance_cells(distances.get(id_), words),
        )
        for id_, one in standings.items()
    ]
    return Table(columns, tuple(rows))


def _team_cells(top: Top | None, words: StandingWords) -> tuple[str, ...]:
    return (words.count(top.rank), words.count(top.standing.team_points or 0)) if top else ("", "")


def _customer_cells(top: Top | None, words: StandingWords) -> tuple[str, ...]:
    if top is None:
        return ("",) * 4
    share, interval = words.estimated_share(top.share)
    return words.count(top.rank), words.count(top.standing.customer_mentions or 0), share, interval


def _distance_cells(one: Distance | None, words: StandingWords) -> tuple[str, ...]:
    if one is None:
        return ("",) * 6
    mean, interval = words.estimated_mean(one.customer)
    n = words.count(one.customer.n)
    return words.median(one.team), words.count(one.team.n), mean, interval, n, words.mean(one.value)
