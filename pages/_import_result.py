"""The check of a counted survey: what would be stored, what is left out and why, what is new or replaced."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.survey_waves import StoredWave
from touchpoints.messages import plural
from touchpoints.statistics import FLOOR
from touchpoints.survey.result import LeftOut, SurveyCheck

_NAMES_SHOWN = 12
# Two beside each other on a phone.
_FIGURE_WIDTH = 150


@dataclass(frozen=True)
class Before:
    """What the project holds already, and the columns that divide rows instead of holding answers."""

    touchpoints: Collection[str]
    waves: dict[str, StoredWave]
    row_columns: Collection[str | None]


def show_result(page: PageContext, check: SurveyCheck, before: Before) -> None:
    """Figures first, then what would change, then the tables."""
    _show_figures(page, check, before)
    if not check.answers_taken:
        text = page.wording.say("Not one answer can be stored. Go back and look at the scales and codes.")
        st.error(text, icon=":material/error:")
    _show_replaced(page, check, before)
    _show_new_touchpoints(page, check, before)
    _show_left_out(page, check, before)
    waves, segments = st.columns(2)
    with waves:
        _show_waves(page, check, before)
    with segments:
        _show_segments(page, check)


def _show_figures(page: PageContext, check: SurveyCheck, before: Before) -> None:
    say, number = page.wording.say, page.wording.number
    answers, _ = _divided(check, before)
    figures = {
        say("Rows read"): check.rows_read,
        say("Answers to be stored"): check.answers_taken,
        say("Answers left out"): sum(line.count for line in answers),
        say("Touchpoints"): len(check.touchpoints),
    }
    with st.container(horizontal=True, gap="large"):
        for label, value in figures.items():
            st.metric(label, number(value), width=_FIGURE_WIDTH)


def _divided(check: SurveyCheck, before: Before) -> tuple[list[LeftOut], list[LeftOut]]:
    """What is left out of the answers, and of the columns that say something of the whole row."""
    answers = [line for line in check.left_out if line.column not in before.row_columns]
    return answers, [line for line in check.left_out if line.column in before.row_columns]


def _show_replaced(page: PageContext, check: SurveyCheck, before: Before) -> None:
    replaced = [wave.name for wave in check.waves if wave.name in before.waves]
    if not replaced:
        return
    text = plural(
        "This wave is stored already and will be replaced: {waves}.",
        "These {count} waves are stored already and will be replaced: {waves}.",
        len(replaced),
        waves=", ".join(replaced),
    )
    st.warning(escaped(page.wording.say(text)), icon=":material/sync:")


def _show_new_touchpoints(page: PageContext, check: SurveyCheck, before: Before) -> None:
    known = {name.casefold() for name in before.touchpoints}
    new = [name for name in check.touchpoints if name.casefold() not in known]
    if not new:
        return
    text = plural(
        "{count} touchpoint is new in the journey: {names}",
        "{count} touchpoints are new in the journey: {names}",
        len(new),
        names=", ".join(new[:_NAMES_SHOWN]) + (" …" if len(new) > _NAMES_SHOWN else ""),
    )
    st.info(escaped(page.wording.say(text)), icon=":material/add_location:")


def _show_left_out(page: PageContext, check: SurveyCheck, before: Before) -> None:
    say = page.wording.say
    answers, rows = _divided(check, before)
    heading = say("Answers left out, and why")
    st.markdown(f"### {heading}")
    if answers:
        _show_lines(page, answers, say("Answers"), heading)
    else:
        st.markdown(say("None: every cell of the questions was taken."))
    if rows:
        heading = say("Rows without a segment, wave or weight")
        st.markdown(f"### {heading}")
        st.caption(
            say(
                "Rows without a segment still count in the overall figures; "
                "rows without a wave, or without a weight where the others have one, do not count."
            )
        )
        _show_lines(page, rows, say("Rows"), heading)
    if check.ignored:
        st.caption(say("Columns that are not used: {columns}", columns=escaped(", ".join(check.ignored))))


def _show_lines(page: PageContext, lines: list[LeftOut], counted: str, title: str) -> None:
    say = page.wording.say
    table = pd.DataFrame(
        {
            say("Column"): [line.column for line in lines],
            say("Why"): [say(line.message) for line in lines],
            counted: [line.count for line in lines],
            say("First rows"): [", ".join(map(str, line.rows)) for line in lines],
            say("For example"): [", ".join(line.examples) for line in lines],
        }
    )
    _show_table(page, table, title)


def _show_waves(page: PageContext, check: SurveyCheck, before: Before) -> None:
    say = page.wording.say
    heading = say("Waves")
    st.markdown(f"### {heading}")
    table = pd.DataFrame(
        {
            say("Wave"): [wave.name for wave in check.waves],
            say("Rows"): [wave.rows for wave in check.waves],
            say("Weights"): [say("weighted") if wave.is_weighted else say("none") for wave in check.waves],
        }
    )
    if any(wave.name in before.waves for wave in check.waves):
        found = [before.waves.get(wave.name) for wave in check.waves]
        table[say("Rows before")] = [wave.rows if wave else None for wave in found]
    _show_table(page, table, heading)


def _show_segments(page: PageContext, check: SurveyCheck) -> None:
    say = page.wording.say
    heading = say("Segmentations")
    st.markdown(f"### {heading}")
    rows = [(found.name, name, number) for found in check.segmentations for name, number in found.segments]
    if not rows:
        st.markdown(say("None: the answers cannot be divided by groups of customers."))
        return
    table = pd.DataFrame(rows, columns=[say("Segmentation"), say("Segment"), say("Rows")])
    if any(number < FLOOR for *_, number in rows):
        few = say("withheld: fewer than {floor}", floor=FLOOR)
        table[say("On screens")] = [few if number < FLOOR else say("shown") for *_, number in rows]
    _show_table(page, table, heading)


def _show_table(page: PageContext, table: pd.DataFrame, title: str) -> None:
    """A table whose figures are written as the browser's country writes them."""
    say = page.wording.say
    figure = st.column_config.NumberColumn(format="localized")
    config = {name: figure for name in (say("Answers"), say("Rows"), say("Rows before")) if name in table}
    st.dataframe(table, hide_index=True, alt=title, column_config=config)
