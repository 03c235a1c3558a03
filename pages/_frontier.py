"""What more money buys: the frontier as soon as it is computed, with a slider along it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import streamlit as st

from pages._address import put_in_address
from pages._best_choice import FrontierRun, forget_frontier, frontier_of
from pages._chart import chart_look, show_chart
from pages._kept import kept
from pages._option_words import PER_CENT, OptionWords
from pages._solver_run import show_fault
from pages._stored_value import follow
from pages._text import escaped
from touchpoints.charts import Chart, Look
from touchpoints.charts import frontier as frontier_chart
from touchpoints.choice_rules import Limits
from touchpoints.frontier import NEXT_STEP, Frontier, NextStep

_SLIDER = "frontier-budget"
_OFTEN = timedelta(seconds=1)


def show_frontier(words: OptionWords, limits: Limits) -> None:
    """The chart; while it is being computed, how much of it is there."""
    asked = (words.board, words.project.id, limits)
    run = frontier_of(*asked)
    if run.fault:
        st.subheader(words.say("What more money buys"), anchor=False)
        show_fault(words.page, run.fault, "frontier-again", lambda: forget_frontier(*asked))
    elif run.is_complete:
        _show_done(words, run, limits)
    else:
        st.fragment(_show_progress, run_every=_OFTEN)(words, run)


def _show_progress(words: OptionWords, run: FrontierRun) -> None:
    """Asks once a second, and draws the page anew when everything is there."""
    if run.is_ended:
        st.rerun()
    share = words.page.wording.percent(run.share)
    st.progress(run.share, words.say("Computing what more money buys: {share}", share=share))


def _show_done(words: OptionWords, run: FrontierRun, limits: Limits) -> None:
    frontier = run.frontier(words.project.currency, limits.budget)
    _show_slider(words, frontier)
    look = chart_look(words.page.look)
    key = repr((words.project.id, words.board.state, words.page.wording.language, limits, look))
    chart = _drawn(frontier, words, look, key)
    show_chart(chart, frontier_chart.ID, words.page.wording)
    if frontier.next_step is not None and frontier.next_step.more > 0:
        _show_profit(words, frontier.next_step)


@kept(40)
def _drawn(
    _frontier: Frontier,
    _words: OptionWords,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return frontier_chart.draw(_frontier, _words.page.wording, _look)


def _show_slider(words: OptionWords, frontier: Frontier) -> None:
    """Moving it changes the budget of the whole page."""
    labels = _labels(words, frontier.slider, words.project.currency, words.page.wording.language)
    follow(_SLIDER, frontier.budget)
    st.select_slider(
        words.say("Budget"),
        list(labels),
        format_func=labels.__getitem__,
        key=_SLIDER,
        on_change=lambda: put_in_address("budget", _plain(st.session_state[_SLIDER])),
    )


@kept(40)
def _labels(
    _words: OptionWords,
    budgets: tuple[Decimal, ...],
    currency: str,  # noqa: ARG001 - a part of the labels
    language: str,  # noqa: ARG001 - as above
) -> dict[Decimal, str]:
    return {budget: _words.money(budget) for budget in budgets}


def _plain(amount: Decimal) -> str:
    return f"{amount:f}"


def _show_profit(words: OptionWords, step: NextStep) -> None:
    """Which touchpoints gain by another step, and by which options."""
    before = {one.option.id for one in step.before.choice.chosen} if step.before.choice else set()
    after = step.after.choice.chosen if step.after.choice else ()
    said = words.say("What another {money} would add", money=words.money(NEXT_STEP))
    st.markdown(f"**{escaped(said)}**")
    lines = []
    for touchpoint, more in step.profiting:
        new = [one for one in after if one.option.touchpoint == touchpoint and one.option.id not in before]
        names = ", ".join(one.option.name for one in new)
        gain = words.page.wording.number(PER_CENT * more, 1, signed=True)
        lines.append(f"- {escaped(touchpoint)}: {gain} ({escaped(names)})")
    st.markdown("\n".join(lines))
