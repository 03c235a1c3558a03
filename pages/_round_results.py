"""What became of a round, in words and tables: touchpoints, targets, actions, KPIs and savings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages._chart import chart_look, show_chart
from pages._kept import kept
from pages._kpi_board import words_of
from pages._page import PageContext
from pages._round_board import Pair, RoundBoard, span_of
from pages._table import table_of
from pages._text import escaped
from storage.kpi_board import KpiStanding
from storage.projects import ProjectSummary
from touchpoints.charts import Chart, Look, rounds
from touchpoints.effect import Verdict, Yardstick
from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_status import Standing
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import VERDICT_SIGNS, VERDICT_WORDS, KpiWords
from touchpoints.messages import Message, Wording, message, plural
from touchpoints.rounds_compared import RoundsCompared
from touchpoints.rounds_results import KpiThenNow, changed_between, results_of, then_and_now

if TYPE_CHECKING:
    import pyarrow as pa

_NAMED_AT_MOST = 8
# In pixels, since a column is else as wide as its first rows, which may be empty.
_WIDTHS = (200, 160, 180, 180, 110, 100)
# Values stand with their time and n, in two lines: Streamlit breaks lines in rows above 64.
_ROW, _HEAD, _MOST_ROWS = 65, 38, 10


def show_moves(page: PageContext, board: RoundBoard, compared: RoundsCompared) -> None:
    """What the touchpoints were rated in both rounds, as a chart."""
    look = chart_look(page.look)
    about = (compared.view, compared.earlier, compared.later)
    key = repr((board.key, page.wording.language, look, about))
    show_chart(_chart(compared, page.wording, look, key), "rounds", page.wording)


@kept(30)
def _chart(
    _compared: RoundsCompared,
    _wording: Wording,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    return rounds.draw(_compared, _wording, _look)


def show_results(page: PageContext, board: RoundBoard, pair: Pair, compared: RoundsCompared) -> None:
    """One line for each thing that changed since the earlier round."""
    said = [*_of_touchpoints(board, pair), *_of_targets(compared), *_of_actions(board, pair)]
    st.markdown("\n".join(f"- {escaped(page.wording.say(line))}" for line in said))


def _of_touchpoints(board: RoundBoard, pair: Pair) -> Iterator[Message]:
    numbers = (pair.earlier.round.number, pair.later.round.number)
    changed = changed_between(board.lifetimes, *numbers)
    if changed.added:
        yield plural(
            "{count} touchpoint was added: {names}",
            "{count} touchpoints were added: {names}",
            len(changed.added),
            names=_names(changed.added),
        )
    if changed.dropped:
        yield plural(
            "{count} touchpoint was dropped: {names}",
            "{count} touchpoints were dropped: {names}",
            len(changed.dropped),
            names=_names(changed.dropped),
        )
    if not changed.added and not changed.dropped:
        yield message("No touchpoint was added or dropped.")


def _of_targets(compared: RoundsCompared) -> Iterator[Message]:
    """How the targets of the earlier round were reached, as this view sees it."""
    standings = (Standing.REACHED, Standing.MISSED, Standing.OPEN)
    moves = {standing: compared.with_standing(standing) for standing in standings}
    if not any(moves.values()):
        yield message("No target of round {round} can be told about yet.", round=compared.earlier)
        return
    yield message(
        "Targets of round {round}: {reached} reached, {missed} missed, {open} still open",
        round=compared.earlier,
        **{standing.name.casefold(): len(found) for standing, found in moves.items()},
    )
    if missed := moves[Standing.MISSED]:
        yield message("Missed: {names}", names=_names([move.name for move in missed]))


def _of_actions(board: RoundBoard, pair: Pair) -> Iterator[Message]:
    results = results_of(board.actions_of(pair.earlier.round.number))
    yield message(
        "Actions of round {round}: {done} done, {unfinished} unfinished, {dropped} dropped",
        round=pair.earlier.round.number,
        done=len(results.done),
        unfinished=len(results.unfinished),
        dropped=len(results.dropped),
    )
    if results.done:
        yield message("Done: {names}", names=_names([action.name for action in results.done]))


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED_AT_MOST]) + (" …" if len(names) > _NAMED_AT_MOST else "")


def show_kpis(page: PageContext, project: ProjectSummary, board: RoundBoard, pair: Pair) -> None:
    """Each KPI then and now, with the difference and whether chance explains it."""
    say, numbers = page.wording.say, (pair.earlier.round.number, pair.later.round.number)
    rows = _rows(page, project, pair, repr((board.key, project.version, page.wording.language, numbers)))
    if len(rows):
        st.subheader(say("KPIs then and now"), anchor=False)
        names = rows.column_names
        st.dataframe(
            rows,
            hide_index=True,
            placeholder="",
            row_height=_ROW,
            height=_HEAD + _ROW * min(len(rows), _MOST_ROWS),
            column_config={name: {"width": width} for name, width in zip(names, _WIDTHS, strict=True)},
            key=f"round-kpis-{project.id}",
            alt=say("The KPIs of two rounds as a table"),
        )


# Sixty KPIs with their differences take longer than all the rest of the page.
@kept(30)
def _rows(
    _page: PageContext,
    _project: ProjectSummary,
    _pair: Pair,
    key: str,  # noqa: ARG001 - says of which project, state, language and rounds the rest is
) -> pa.Table:
    """Those that can be compared first."""
    rows = [row for one in _pair.kpis.standings if (row := _row(_page, _project, _pair, one))]
    difference = _page.wording.say("Difference")
    return table_of(sorted(rows, key=lambda row: not row[difference]))


def _row(
    page: PageContext, project: ProjectSummary, pair: Pair, standing: KpiStanding
) -> dict[str, Any] | None:
    words, kind = words_of(standing, project, page.wording), standing.kind
    if words is None or kind is None:
        return None
    found = _found(pair, standing, kind)
    if found.before is None and found.after is None:
        return None
    say = page.wording.say
    verdict = f"{VERDICT_SIGNS[found.verdict]} {say(VERDICT_WORDS[found.verdict])}"
    digits = words.digits_beside(found.before, found.after, found.difference)
    return {
        say("KPI"): standing.kpi.name,
        say("Verdict"): verdict,
        say("Round {number}", number=pair.earlier.round.number): _measured(found.before, words, digits),
        say("Round {number}", number=pair.later.round.number): _measured(found.after, words, digits),
        say("Difference"): words.difference(found.difference, digits) if found.difference else "",
        say("95 % interval"): _interval(found, words),
    }


def _interval(found: KpiThenNow, words: KpiWords) -> str:
    """The interval of the difference, or why the verdict cannot tell it from chance."""
    if found.difference is None:
        return ""
    return words.difference_interval(found.difference) or words.wording.say("no interval")


def _found(pair: Pair, standing: KpiStanding, kind: KpiKind) -> KpiThenNow:
    yardstick = Yardstick(kind, standing.kpi.direction, standing.kpi.smallest_change)
    return then_and_now(standing.values.values, yardstick, span_of(pair.earlier), span_of(pair.later))


def _measured(value: KpiValue | None, words: KpiWords, digits: int | None) -> str:
    """A value with its n and the time it is about."""
    if value is None:
        return ""
    figure, period = words.measured(value, digits), words.period(value)
    if value.n is None:
        return words.wording.say("{value} ({period})", value=figure, period=period)
    n = words.wording.number(value.n)
    return words.wording.say("{value} ({period}, n = {n})", value=figure, period=period, n=n)


def count_better(board: RoundBoard, pair: Pair) -> int:
    """How many KPIs are surely better than in the earlier round."""
    return _better(pair, repr((board.key, pair.earlier.round.number, pair.later.round.number)))


@kept(30)
def _better(_pair: Pair, key: str) -> int:  # noqa: ARG001 - says of which state and rounds the rest is
    kinds = [(one, one.kind) for one in _pair.kpis.standings if one.kind is not None]
    return sum(_found(_pair, one, kind).verdict is Verdict.BETTER for one, kind in kinds)
