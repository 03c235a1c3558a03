"""The fields of the dialogs about a segment: amounts, years, a rate in per cent, letters and points."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import streamlit as st

from pages._page import PageContext
from pages._touchpoint_fields import Field, FieldValue, given
from touchpoints.messages import N_

_LARGEST = 99_999_999_999.0
_PER_CENT = 100
_RATE, _COUNT, _YEARS = "discount_rate", "customers", "years"


def amount_field(name: str, label: str) -> Field:
    """An amount of money, which may be below zero."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        shown = None if value is None else float(value)
        st.number_input(label, -_LARGEST, _LARGEST, shown, step=1.0, format="%.2f", key=key)

    return Field(name, label, ask, _number)


def years_field() -> Field:
    """How long a customer stays, in years and tenths of them."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        shown = None if value is None else float(value)
        st.number_input(label, 0.0, 100.0, shown, step=1.0, format="%.1f", key=key)

    return Field(_YEARS, N_("Years as a customer"), ask, _number)


def rate_field() -> Field:
    """The rate at which later money is worth less, typed in per cent."""

    def ask(page: PageContext, label: str, value: FieldValue, key: str) -> None:
        ask_rate(page, label, value, key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        return "–" if value is None else page.wording.percent(float(value), 1)

    return Field(_RATE, N_("Discount rate in %"), ask, as_text)


def ask_rate(page: PageContext, label: str, value: float | None, key: str) -> float | None:
    """A rate; gives what was typed, in per cent."""
    shown = None if value is None else round(value * _PER_CENT, 4)
    help_ = page.wording.say("What money earns elsewhere, such as the interest on a loan.")
    return st.number_input(label, 0.0, 99.0, shown, step=1.0, format="%g", key=key, help=help_)


def share_of(typed: float | None) -> float | None:
    """A typed rate as it is stored: 8 for 8 % is 0.08."""
    return None if typed is None else round(typed / _PER_CENT, 6)


def _ask_count(page: PageContext, label: str, value: FieldValue, key: str) -> None:
    help_ = page.wording.say("1, where the figures below are those of one customer.")
    st.number_input(label, 1, 999_999_999, value or None, step=1, key=key, help=help_)


def _number(page: PageContext, value: FieldValue) -> str:
    return "–" if value is None else page.wording.number(float(value), 2)


COUNT = Field(_COUNT, N_("Number of customers"), _ask_count, _number)


def choice_of(name: str, label: str, values: Iterable[Any]) -> Field:
    """One of a few letters or points, or none."""
    options = list(values)

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        st.segmented_control(label, options, default=value, format_func=str, key=key)

    return Field(name, label, ask, lambda _page, value: "–" if value is None else str(value))


def stored(field: Field, value: FieldValue) -> FieldValue:
    """What a widget holds, as it is stored."""
    if field.name == _RATE:
        return share_of(value)
    if field.name == _YEARS and value is not None:
        return Decimal(f"{value:.1f}")
    return given(value)
