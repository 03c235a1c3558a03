"""The tables of the best choice: the set with its figures, what is left out and why, and the three cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages._option_words import PER_CENT, OptionWords, widths
from touchpoints.best_choice import BestChoice, ChoiceInCases
from touchpoints.choice_rules import Rule
from touchpoints.left_out import LeftOut, Reason
from touchpoints.messages import N_
from touchpoints.option import CASE_WORDS, Case
from touchpoints.option_gain import Candidate

_MOST_ROWS = 12
_ROW, _HEAD = 35, 38
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


def show_set(words: OptionWords, found: ChoiceInCases) -> None:
    """The set under the realistic effects, in the order of the journey."""
    common = {one.option.id for one in found.in_all_cases}
    rows = [_row(words, one, is_common=one.option.id in common) for one in found.realistic.chosen]
    _show(words, words.say("The best set as a table"), rows)


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


def show_left_out(words: OptionWords, choice: BestChoice) -> None:
    """Every other option with the constraint by its name, and what is missing."""
    if not choice.left_out:
        st.caption(words.say("No option is left out."))
        return
    rows = [
        {
            words.say("Touchpoint"): left.candidate.option.touchpoint,
            words.say("Option"): left.candidate.option.name,
            words.say("Kept out by"): _kept_out_by(words, left),
            words.say("Cost, first year"): words.cost(left.candidate),
            words.say("Person-days"): words.effort(left.candidate),
            words.say("Gain"): words.gain_number(left.candidate),
        }
        for left in choice.left_out
    ]
    _show(words, words.say("The options that are left out as a table"), rows)


def _kept_out_by(words: OptionWords, left: LeftOut) -> str:
    """The constraint by its name, and what would let the option in."""
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


def show_cases(words: OptionWords, found: ChoiceInCases) -> None:
    """How much the best set of each case brings; the sets themselves may differ."""
    say = words.say
    rows = []
    for case in Case:
        choice = found.by_case[case]
        rows.append(
            {
                say("Case"): say(CASE_WORDS[case]),
                say("Gain"): round(PER_CENT * choice.gain, 1),
                say("Options in the set"): len(choice.chosen),
                say("Cost, first year"): words.money(choice.cost),
                say("Person-days"): words.days(choice.person_days),
                say("Certainty"): _certainty(words, choice),
            }
        )
    _show(words, say("The three cases as a table"), rows)


def _certainty(words: OptionWords, choice: BestChoice) -> str:
    if choice.is_proved:
        return words.say("proved to be the best")
    gap = words.page.wording.percent(choice.relative_gap, 1)
    return words.say("best one found in time; another one is at most {gap} better", gap=gap)


def _show(words: OptionWords, alt: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        height = _HEAD + _ROW * min(len(rows), _MOST_ROWS)
        st.dataframe(rows, hide_index=True, height=height, column_config=widths(words), alt=alt)
