"""All options as one table to be sorted; a click on a row opens the option."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from pages._kept import kept
from pages._option_words import OptionWords, widths
from pages._table import table_of
from touchpoints.option_gain import Candidate

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_ROWS = 16
_ROW, _HEAD = 35, 38


def show_table(words: OptionWords, shown: Sequence[Candidate]) -> Candidate | None:
    """The options; gives the one whose row was clicked just now."""
    key = f"options-{hash((words.board.state, tuple(one.option.id for one in shown)))}"
    picked: Any = st.dataframe(
        _table(words, shown, (words.project.id, words.board.state, words.page.wording.language, key)),
        hide_index=True,
        height=_HEAD + _ROW * min(len(shown), _MOST_ROWS),
        column_config=widths(words),
        on_select="rerun",
        selection_mode="single-row",
        key=key,
        alt=words.say("The options as a table"),
    )
    rows = picked["selection"]["rows"]
    seen, st.session_state["option_row"] = st.session_state.get("option_row"), (key, rows)
    return shown[rows[0]] if rows and seen != (key, rows) else None


@kept(30)
def _table(
    _words: OptionWords,
    _shown: Sequence[Candidate],
    key: object,  # noqa: ARG001 - says all that the others depend on
) -> pa.Table:
    return table_of([_row(_words, one) for one in _shown])


def _row(words: OptionWords, one: Candidate) -> dict[str, Any]:
    say, option = words.say, one.option
    return {
        say("Touchpoint"): option.touchpoint,
        say("Option"): option.name,
        say("Chosen"): "✓" if option.is_chosen else "",
        say("Cost, first year"): words.cost(one),
        say("Person-days"): words.effort(one),
        say("Effect: worst / realistic / best"): words.effects(option),
        say("Gain"): words.gain_number(one),
        say("Votes"): option.team_votes,
        say("Goal"): option.goal or "",
        say("Needs"): words.needs(option),
        say("Still missing"): words.missing(one),
    }
