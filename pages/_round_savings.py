"""Savings found and their sum, beside what customers gain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import streamlit as st

from pages._page import PageContext
from pages._round_board import Pair, RoundBoard
from pages._round_results import count_better
from pages._text import escaped
from storage.projects import ProjectSummary
from touchpoints.messages import plural

Figure = tuple[str, str]


def show_savings(page: PageContext, project: ProjectSummary, board: RoundBoard, pair: Pair | None) -> None:
    """The gains first, where two rounds tell them; then money and time in a year."""
    say = page.wording.say
    if not board.savings.is_known:
        return
    st.subheader(say("Gains and savings"), anchor=False)
    figures = [*(_gains(page, board, pair) if pair else ()), *_savings(page, project, board)]
    # One element for all of them: each costs every run.
    st.markdown("\n".join(f"- {escaped(label)}: **{escaped(value)}**" for label, value in figures))
    st.caption(
        say(
            "For a year, as estimated by the team, over the actions of all rounds. Together: what actions "
            "save, and the waste that no action with a saving of its own answers."
        )
    )


def _gains(page: PageContext, board: RoundBoard, pair: Pair) -> Iterator[Figure]:
    say, number = page.wording.say, page.wording.number
    if pair.customers.moves:
        yield say("Touchpoints better for customers"), number(len(pair.customers.rose))
    elif pair.team.moves:
        yield say("Touchpoints better as the team sees it"), number(len(pair.team.rose))
    if pair.kpis.standings:
        yield say("KPIs that are better"), number(count_better(board, pair))


def _savings(page: PageContext, project: ProjectSummary, board: RoundBoard) -> Iterator[Figure]:
    say, found = page.wording.say, board.savings
    if found.waste:
        yield say("Waste found"), _money(page, project, found.waste)
    if found.hours:
        hours = page.wording.number(float(found.hours))
        yield (
            say("Working time lost"),
            say(plural("{hours} hour", "{hours} hours", round(found.hours), hours=hours)),
        )
    if found.planned:
        yield say("Saved once planned actions are done"), _money(page, project, found.planned)
    if found.done:
        yield say("Saved by actions that are done"), _money(page, project, found.done)
    if found.together:
        yield say("Together"), _money(page, project, found.together)


def _money(page: PageContext, project: ProjectSummary, amount: Decimal) -> str:
    return f"{page.wording.number(float(amount))} {project.currency}"
