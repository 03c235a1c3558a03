"""How an option is put into words on its pages: money, days, effects, gain and what it touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import streamlit as st

from pages._options import OptionBoard
from pages._page import PageContext
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.option import Case, OptionEntry
from touchpoints.option_effort import COST, PERSON_DAYS
from touchpoints.option_gain import Candidate

PER_CENT = 100
TOUCHES = {
    "touches_data": N_("data"),
    "touches_process": N_("process"),
    "touches_tool": N_("tool"),
    "touches_people": N_("people"),
}
_NOTHING = "–"


@dataclass(frozen=True)
class OptionWords:
    """The words of one page about one project's options."""

    page: PageContext
    project: ProjectSummary
    board: OptionBoard

    @property
    def say(self) -> Callable[..., str]:
        """Puts texts into the language of the page."""
        return self.page.wording.say

    def money(self, amount: Decimal | None) -> str:
        """An amount in the project's currency, with cents only where there are some."""
        if amount is None:
            return _NOTHING
        digits = 0 if amount == int(amount) else 2
        return f"{self.page.wording.number(float(amount), digits)} {self.project.currency}"

    def days(self, days: Decimal | None) -> str:
        """Person-days, halves only where there are some."""
        if days is None:
            return _NOTHING
        return self.page.wording.number(float(days), 0 if days == int(days) else 1)

    def effect(self, option: OptionEntry, case: Case) -> str:
        """Levels that the touchpoint gains."""
        effect = option.effect(case)
        return _NOTHING if effect is None else self.page.wording.number(float(effect), 1, signed=True)

    def effects(self, option: OptionEntry) -> str:
        """All three cases."""
        return " / ".join(self.effect(option, case) for case in Case)

    def gain(self, one: Candidate, case: Case = Case.REALISTIC) -> str:
        """The gain as importance in per cent times levels, or that something is missing."""
        if one.missing:
            return _NOTHING
        return self.page.wording.number(PER_CENT * one.gains[case], 1)

    def gain_number(self, one: Candidate) -> float | None:
        """The realistic gain as a number, for tables that can be sorted."""
        return None if one.missing else round(PER_CENT * one.gain, 1)

    def cost(self, one: Candidate) -> str:
        """The cost of the first year; what a size stands in for is marked."""
        return (
            _NOTHING if COST in one.effort.missing else self._marked(self.money(one.effort.cost), one, COST)
        )

    def effort(self, one: Candidate) -> str:
        """The person-days in the same way."""
        if PERSON_DAYS in one.effort.missing:
            return _NOTHING
        return self._marked(self.days(one.effort.person_days), one, PERSON_DAYS)

    def touches(self, option: OptionEntry) -> str:
        """Which of data, process, tool and people it touches."""
        return ", ".join(self.say(word) for field, word in TOUCHES.items() if getattr(option, field))

    def needs(self, option: OptionEntry) -> str:
        """The options without which it makes no sense."""
        return ", ".join(self.option_name(needed) for needed in option.needs)

    def option_name(self, option_id: object) -> str:
        """An option by its name, also where it was thrown away."""
        return {str(id_): name for id_, name in self.board.names.items()}.get(
            str(option_id), self.say("an option in the bin")
        )

    def missing(self, one: Candidate) -> str:
        """What has to be told first."""
        return ", ".join(self.say(name) for name in one.missing)

    def _marked(self, text: str, one: Candidate, what: str) -> str:
        if what not in one.effort.assumed:
            return text
        return self.say("≈ {figure} (assumed from size {size})", figure=text, size=str(one.option.size))


def widths(words: OptionWords) -> dict[str, Any]:
    """Names as wide as they must be, so that what matters about them stays in sight."""
    say = words.say
    return {
        say("Touchpoint"): st.column_config.TextColumn(width=160),
        say("Option"): st.column_config.TextColumn(width=240),
        say("Kept out by"): st.column_config.TextColumn(width=290),
        say("Gain"): st.column_config.NumberColumn(format="localized", width=70),
    }
