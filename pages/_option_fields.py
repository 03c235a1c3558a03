"""The fields of an option: how effects, size and marks are asked, and said when two differ."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from pages._action_fields import amount_field, optional_choice_field
from pages._options import OptionBoard
from pages._page import PageContext
from pages._touchpoint_fields import Field, FieldValue, choice_field, text_field, yes_no_field
from touchpoints.messages import N_, Wording
from touchpoints.model import Size


def size_field() -> Field:
    """S, M or L, which are the same in every language."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        st.segmented_control(label, list(Size), default=value, key=key)

    return Field("size", N_("How much?"), ask, lambda _page, value: str(value or "–"))


def effect_field(name: str, label: str) -> Field:
    """So many levels up or down on -2..+2, empty where nobody knows."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        shown = None if value is None else float(value)
        st.number_input(label, -4.0, 4.0, shown, step=0.5, format="%.1f", key=key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        return "–" if value is None else page.wording.number(float(value), 1, signed=True)

    return Field(name, label, ask, as_text)


def core_fields(board: OptionBoard, wording: Wording) -> tuple[Field, ...]:
    """What was said in the room, and what it is for."""
    goals = {goal.id: goal.name for goal in board.goals}
    return (
        text_field("name", N_("What could be done?"), 300),
        choice_field("touchpoint_id", N_("Touchpoint"), board.touchpoint_names(wording)),
        optional_choice_field("goal_id", N_("Goal"), goals),
        size_field(),
    )


COSTS = (
    amount_field("cost_once", N_("Cost once"), 2, 500.0),
    amount_field("cost_per_year", N_("Cost a year"), 2, 500.0),
    amount_field("person_days", N_("Person-days"), 1, 0.5),
    amount_field("software_cost", N_("Of the cost once: software"), 2, 500.0),
    amount_field("training_cost", N_("Of the cost once: training"), 2, 100.0),
)
EFFECTS = (
    effect_field("effect_worst", N_("Effect in levels, worst case")),
    effect_field("effect_realistic", N_("Effect in levels, realistic case")),
    effect_field("effect_best", N_("Effect in levels, best case")),
    text_field("risk", N_("Risk"), 500),
    yes_no_field("is_delight", N_("Adds a delight (has no effect while disappointments are open)")),
    yes_no_field("is_must_have", N_("Must-have, whatever it brings")),
)
LOOKED_AT = (
    yes_no_field("touches_data", N_("Touches data")),
    yes_no_field("touches_process", N_("Touches the process")),
    yes_no_field("touches_tool", N_("Touches a tool")),
    yes_no_field("touches_people", N_("Touches people")),
    amount_field("team_votes", N_("Votes of the team"), 0, 1.0),
)


def stored(name: str, value: FieldValue) -> FieldValue:
    """What a widget holds, as it is stored."""
    if name == "team_votes":
        return None if value is None else int(value)
    if isinstance(value, float):
        return Decimal(f"{value:.2f}").normalize()
    if value == "" and name.endswith("_id"):
        return None
    return value.strip() if isinstance(value, str) and not isinstance(value, Size) else value
