"""The portfolio: which touchpoints we can steer in which phase, and the blind spots before contact."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.charts._chart import Chart, Input, Table
from touchpoints.charts._frame import LINE, Frame
from touchpoints.charts._look import Look
from touchpoints.charts._portfolio_grid import PortfolioGrid, contact_type_of, control_of, key
from touchpoints.charts._standing_words import StandingWords
from touchpoints.messages import N_, Wording, plural
from touchpoints.portfolio import CONTACT_TYPES, CONTROLS, blind_spots, finding_of_portfolio
from touchpoints.standing import Standing

ID = "portfolio"
NAME = N_("Portfolio of touchpoints")
INPUT = Input.STANDINGS


def draw(standings: Sequence[Standing], wording: Wording, look: Look) -> Chart:
    """Every touchpoint as a dot by phase, control and contact type; counts where dots would not fit."""
    words = StandingWords(wording)
    grid = PortfolioGrid(standings, look, words)
    source = words.source_of(standings, with_team=False)
    head = round((3 * LINE + 0.8) * look.size)
    frame = Frame(look, key(words, standings), source, grid.height * look.size, head=head)
    return Chart(
        figure=frame.draw(grid.traces(), grid.layout(), grid.heads()),
        title=words.say(finding_of_portfolio(standings)),
        subtitle=_subtitle(standings, words),
        description=" ".join(_described(standings, words)),
        source=source,
        tabulate=lambda: _table(standings, words),
    )


def _subtitle(standings: Sequence[Standing], words: StandingWords) -> str:
    measured = sum(standing.is_measured for standing in standings)
    said = plural(
        "{measured} of {count} touchpoint measured with customers",
        "{measured} of {count} touchpoints measured with customers",
        len(standings),
        measured=measured,
    )
    blind = [standing.name for standing in blind_spots(standings)]
    named = [words.say("blind spots: {names}", names=words.names(blind))] if blind else []
    return " · ".join([words.say(said), *named])


def _described(standings: Sequence[Standing], words: StandingWords) -> list[str]:
    """The finding, how many touchpoints each control has, and the blind spots by name."""
    said = [words.say(finding_of_portfolio(standings)) + "."]
    counts = [
        f"{words.say(name)}: {words.count(count)}"
        for control, name in CONTROLS.items()
        if (count := sum(control_of(standing) == control for standing in standings))
    ]
    if counts:
        said.append(", ".join(counts) + ".")
    blind = [standing.name for standing in blind_spots(standings)]
    if blind:
        said.append(words.say("Blind spots before contact: {names}.", names=words.names(blind)))
    return said


def _table(standings: Sequence[Standing], words: StandingWords) -> Table:
    columns = (
        words.say("Touchpoint"),
        words.say("Phase"),
        words.say("Before contact"),
        words.say("Control"),
        words.say("Contact type"),
        words.say("Mean (−2 to +2)"),
        words.say("95 % interval of the mean"),
        words.say("n"),
    )
    return Table(columns, tuple(_row(standing, words) for standing in standings))


def _row(standing: Standing, words: StandingWords) -> tuple[str, ...]:
    mean = standing.customer_experience
    figures = (
        (*words.estimated_mean(mean), words.count(mean.n))
        if mean
        else (words.say("not measured yet"), "", "")
    )
    return (
        standing.name,
        standing.phase,
        words.say("yes") if standing.phase_is_before_contact else "",
        words.say(CONTROLS[control_of(standing)]),
        words.say(CONTACT_TYPES[contact_type_of(standing)]),
        *figures,
    )
