"""The tables of the best choice: the set with its figures, what is left out and why, and the three cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import streamlit as st

from pages._kept import kept
from pages._option_words import PER_CENT, OptionWords, widths
from pages._options import State
from pages._table import table_of
from touchpoints.best_choice import BestChoice, ChoiceInCases
from touchpoints.choice_rules import Limits
from touchpoints.constraint import Rule
from touchpoints.left_out import LeftOut, Reason
from touchpoints.messages import N_
from touchpoints.option import CASE_WORDS, Case
from touchpoints.option_gain import Candidate

if TYPE_CHECKING:
    import pyarrow as pa

# Half a row at the end of what has no room says that there is more.
_MOST_ROWS = 25
# Names of options are sentences: only rows above 64 pixels are written in two lines.
_ROW, _TALL_ROW, _HEAD = 35, 65, 38
# What would let an option in.
_MISSING: Mapping[Rule | Reason, str] = {
    Rule.BUDGET: N_("{amount} missing"),
    Rule.PERSON_DAYS: N_("{amount} missing"),
    Rule.TRAINING: N_("{amount} missing for training (a tenth of the software)"),
    Rule.TAKEN: N_("{option}"),
    Rule.NEEDS: N_("{option}"),
    Rule.DELIGHT: N_("an option against the open disappointment there is missing"),
    Reason.NOT_TOLD: N_("{missing} missing"),
}


@dataclass(frozen=True)
class ChoiceTables:
    """The three tables of one choice, made once for each state, language and limits."""

    chosen: pa.Table
    cases: pa.Table
    left_out: pa.Table


def tables_of(words: OptionWords, found: ChoiceInCases) -> ChoiceTables:
    """The tables, shared by all who look at this choice."""
    board, limits = words.board, found.realistic.limits
    return _tables(words, found, (words.project.id, board.state, words.page.wording.language, limits))


@kept(40)
def _tables(
    _words: OptionWords,
    _found: ChoiceInCases,
    key: tuple[UUID, State, str, Limits],  # noqa: ARG001 - says all that the others depend on
) -> ChoiceTables:
    common = {one.option.id for one in _found.in_all_cases}
    choice = _found.realistic
    return ChoiceTables(
        table_of([_row(_words, one, is_common=one.option.id in common) for one in choice.chosen]),
        table_of([_case(_words, _found.by_case[case]) for case in Case]),
        table_of([_left_out(_words, left) for left in choice.left_out]),
    )


def show_table(words: OptionWords, table: pa.Table, alt: str) -> None:
    """One of the tables; nothing where it has no row."""
    if len(table):
        row = _TALL_ROW if words.say("Option") in table.column_names else _ROW
        st.dataframe(
            table,
            hide_index=True,
            height=_height(len(table), row),
            row_height=row,
            column_config=widths(words),
            alt=alt,
        )


def _height(rows: int, row: int) -> int:
    """The height of a table in pixels: all rows, or as many as there is room for and half of the next."""
    return _HEAD + row * rows if rows <= _MOST_ROWS else _HEAD + row * _MOST_ROWS + row // 2


def _row(words: OptionWords, one: Candidate, *, is_common: bool) -> dict[str, Any]:
    say = words.say
    return {
        say("Touchpoint"): one.option.touchpoint,
        say("Option"): one.option.name,
        say("Cost, first year"): words.cost(one),
        say("Person-days"): words.effort(one),
        say("Gain"): words.gain_number(one),
        say("In all three cases"): "✓" if is_common else "",
        say("Chosen by the team"): "✓" if one.option.is_chosen else "",
    }


def _left_out(words: OptionWords, left: LeftOut) -> dict[str, Any]:
    """An option that is out, with the constraint by its name, and what is missing."""
    return {
        words.say("Touchpoint"): left.candidate.option.touchpoint,
        words.say("Option"): left.candidate.option.name,
        words.say("Kept out by"): _kept_out_by(words, left),
        words.say("Cost, first year"): words.cost(left.candidate),
        words.say("Person-days"): words.effort(left.candidate),
        words.say("Gain"): words.gain_number(left.candidate),
    }


def _kept_out_by(words: OptionWords, left: LeftOut) -> str:
    """Each constraint by its name, and what would let the option in."""
    limits = [_limit(words, rule, amount) for rule, amount in left.further]
    return "; ".join([_first(words, left), *limits])


def _limit(words: OptionWords, rule: Rule, amount: Decimal) -> str:
    """A limit by its name, and how much of it is missing."""
    written = words.days(amount) if rule is Rule.PERSON_DAYS else words.money(amount)
    return f"{words.say(rule.value)}: {words.say(_MISSING[rule], amount=written)}"


def _first(words: OptionWords, left: LeftOut) -> str:
    name, missing = words.say(left.reason.value), _MISSING.get(left.reason)
    if missing is None:
        return name
    is_days = left.reason is Rule.PERSON_DAYS
    said = words.say(
        missing,
        amount=words.days(left.amount) if is_days else words.money(left.amount),
        option=words.option_name(left.other) if left.other else "",
        missing=words.missing(left.candidate),
    )
    return f"{name}: {said}"


def _case(words: OptionWords, choice: BestChoice) -> dict[str, Any]:
    """How much the best set of a case brings; the sets themselves may differ."""
    say = words.say
    return {
        say("Case"): say(CASE_WORDS[choice.case]),
        say("Gain"): round(PER_CENT * choice.gain, 1),
        say("Options in the set"): len(choice.chosen),
        say("Cost, first year"): words.money(choice.cost),
        say("Person-days"): words.days(choice.person_days),
        say("Certainty"): certainty(words, choice),
    }


def certainty(words: OptionWords, choice: BestChoice) -> str:
    """Whether it is proved that no other set is better, or how much better one could be."""
    if choice.is_proved:
        return words.say("proved to be the best")
    gap = words.page.wording.percent(choice.relative_gap, 1)
    return words.say("best one found in time; another one is at most {gap} better", gap=gap)
