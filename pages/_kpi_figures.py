"""How the figures of a KPI are typed: shares in per cent, all else in its unit."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages._page import PageContext
from pages._touchpoint_fields import Field, FieldValue
from touchpoints.kpi_kinds import KpiKind, Need, Writing
from touchpoints.kpi_words import KpiWords
from touchpoints.messages import N_
from touchpoints.statistics import Scale

_PER_CENT = 100
_LARGEST = 999_999_999.0
NEED_LABELS: Mapping[Writing, Mapping[Need, str]] = {
    Writing.SCORE: {
        Need.N: N_("Answers (n)"),
        Need.FAVOURABLE: N_("Promoters (9–10)"),
        Need.UNFAVOURABLE: N_("Detractors (0–6)"),
    },
    Writing.SHARE: {Need.N: N_("Answers (n)"), Need.FAVOURABLE: N_("How many of them")},
    Writing.NUMBER: {Need.N: N_("Answers (n)"), Need.SD: N_("Standard deviation")},
}


def typed(kind: KpiKind, value: float | None) -> float | None:
    """A stored figure as it is typed."""
    if value is None or kind.writing is not Writing.SHARE:
        return value
    return round(value * _PER_CENT, 6)


def stored(kind: KpiKind, value: float | None) -> float | None:
    """A typed figure as it is stored."""
    if value is None or kind.writing is not Writing.SHARE:
        return value
    return round(value / _PER_CENT, 8)


def ask_figure(
    label: str,
    kind: KpiKind,
    value: float | None,
    key: str,
    *,
    is_change: bool = False,
    scale: Scale | None = None,
) -> None:
    """A figure within the limits of its kind or of a scale; a change is not below zero."""
    low = 0.0 if is_change else _limit(kind, scale.low if scale else kind.low, -_LARGEST)
    high = _limit(kind, scale.high if scale else kind.high, _LARGEST)
    shown = typed(kind, value)
    if shown is not None:
        # What was stored before its scale was known is shown as it is.
        low, high = min(low, shown), max(high, shown)
    st.number_input(label, low, high, shown, step=1.0, format="%g", key=key)


def labelled(label: str, kind: KpiKind, unit: str) -> str:
    """The worded label with the unit in which the figure is typed."""
    shown = "%" if kind.writing is Writing.SHARE else unit
    return f"{label} ({shown})" if shown else label


def figure_field(
    name: str,
    label: str,
    kind: KpiKind,
    words: KpiWords,
    *,
    is_change: bool = False,
    scale: Scale | None = None,
) -> Field:
    """A figure as a field of a form; what its widget holds goes through `stored`."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        shown = labelled(label, kind, words.unit)
        ask_figure(shown, kind, value, key, is_change=is_change, scale=scale)

    def as_text(_page: PageContext, value: FieldValue) -> str:
        return "–" if value is None else words.value(float(value))

    return Field(name, label, ask, as_text)


def _limit(kind: KpiKind, limit: float | None, none: float) -> float:
    shown = typed(kind, limit)
    return none if shown is None else float(shown)
