"""The fields of the forms in the touchpoint drawer: how each is asked, read, and said when two differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._words import word_for
from touchpoints.messages import N_

LONG_TEXT = 300
# What a field of any kind holds: a text, a number, a day, one of the method's words, nothing.
FieldValue: TypeAlias = Any


@dataclass(frozen=True)
class Field:
    """A field of an entity by its name; `ask` draws the widget, `as_text` says a stored or a chosen value."""

    name: str
    label: str
    ask: Callable[[PageContext, str, Any, str], None]
    as_text: Callable[[PageContext, Any], str]


def text_field(name: str, label: str, most: int) -> Field:
    """A text; a long one gets several lines."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        if most > LONG_TEXT:
            st.text_area(label, value, max_chars=most, key=key, height="content")
        else:
            st.text_input(label, value, max_chars=most, key=key)

    return Field(name, label, ask, lambda _page, value: str(value or "–"))


def number_field(name: str, label: str) -> Field:
    """A number that is not below zero, empty where nobody knows it."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        shown = None if value is None else float(value)
        st.number_input(label, min_value=0.0, max_value=99_999.0, value=shown, step=1.0, format="%g", key=key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        return "–" if value is None else page.wording.number(float(value), 2)

    return Field(name, label, ask, as_text)


def word_field(name: str, label: str, words: type[StrEnum], *, is_optional: bool = False) -> Field:
    """One of the method's words, chosen with one tap."""

    def ask(page: PageContext, label: str, value: FieldValue, key: str) -> None:
        say = page.wording.say
        st.segmented_control(
            label,
            list(words),
            default=value,
            format_func=lambda word: say(word_for(word)),
            required=not is_optional,
            wrap=True,
            key=key,
        )

    def as_text(page: PageContext, value: FieldValue) -> str:
        return page.wording.say(word_for(words(value))) if value else "–"

    return Field(name, label, ask, as_text)


def yes_no_field(name: str, label: str) -> Field:
    """A mark that is set or not."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        st.checkbox(label, bool(value), key=key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        return page.wording.say(N_("yes")) if value else page.wording.say(N_("no"))

    return Field(name, label, ask, as_text)


def choice_field(name: str, label: str, options: Mapping[Any, str]) -> Field:
    """One of the rows that the project has, by name."""
    names = told_apart(options)

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        # One that lies in the bin stays what it was, unless another one is chosen.
        ids = list(names) if value in names else [value, *names]
        st.selectbox(label, ids, ids.index(value), format_func=lambda id_: names.get(id_, "–"), key=key)

    def as_text(_page: PageContext, value: FieldValue) -> str:
        return {str(id_): shown for id_, shown in names.items()}.get(str(value), "–")

    return Field(name, label, ask, as_text)


def given(value: FieldValue) -> FieldValue:
    """What a widget holds, as it is stored."""
    if isinstance(value, float):
        return Decimal(f"{value:.2f}")
    return value.strip() if isinstance(value, str) and not isinstance(value, StrEnum) else value
