"""The fields of an action: how dates, money, people and choices are asked, and said when two differ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._person_choice import choose_person, person_names
from pages._touchpoint_fields import Field, FieldValue, text_field, word_field
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.model import Answer, Lever

OWNER = "owner_id"
_LARGEST = 999_999_999.0
# In the address and in forms alike; a list box takes None for "nothing chosen yet".
_NONE = ""


def date_format(page: PageContext) -> Literal["DD.MM.YYYY", "YYYY-MM-DD"]:
    """How a day is written in a field of this language."""
    return "DD.MM.YYYY" if page.wording.language.startswith("de") else "YYYY-MM-DD"


def date_field(name: str, label: str) -> Field:
    """A day, or none."""

    def ask(page: PageContext, label: str, value: FieldValue, key: str) -> None:
        st.date_input(label, value, format=date_format(page), key=key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        day = date.fromisoformat(value) if isinstance(value, str) else value
        return page.wording.date(day) if day else "–"

    return Field(name, label, ask, as_text)


def amount_field(name: str, label: str, digits: int, step: float) -> Field:
    """A number that is not below zero with so many decimals, empty where nobody knows it."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        shown = None if value is None else float(value)
        pattern = f"%.{digits}f"
        st.number_input(
            label, min_value=0.0, max_value=_LARGEST, value=shown, step=step, format=pattern, key=key
        )

    def as_text(page: PageContext, value: FieldValue) -> str:
        return "–" if value is None else page.wording.number(float(value), digits)

    return Field(name, label, ask, as_text)


def owner_field(project: ProjectSummary) -> Field:
    """One of the project's people, or a name typed anew."""

    def ask(page: PageContext, label: str, value: FieldValue, key: str) -> None:
        choose_person(page, project, label, value, key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        names = {str(id_): name for id_, name in person_names(page, project).items()}
        return names.get(str(value), str(value) if isinstance(value, str) and value else "–")

    return Field(OWNER, N_("Who?"), ask, as_text)


def optional_choice_field(name: str, label: str, options: Mapping[UUID, str]) -> Field:
    """One of the rows that the project has, or none."""
    names: dict[Any, str] = {_NONE: "–", **told_apart(options)}

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        ids = list(names) if value in names or value is None else [value, *names]
        st.selectbox(
            label,
            ids,
            ids.index(_NONE if value is None else value),
            format_func=lambda id_: names.get(id_, "–"),
            key=key,
        )

    def as_text(_page: PageContext, value: FieldValue) -> str:
        return {str(id_): shown for id_, shown in names.items()}.get(str(value or _NONE), "–")

    return Field(name, label, ask, as_text)


def chosen(field: Field, value: FieldValue) -> FieldValue:
    """What a widget holds, as it is stored; nothing chosen is None, an empty text stays one."""
    if field.name in ("person_days", "learning_days"):
        return None if value is None else Decimal(f"{value:.1f}")
    if isinstance(value, float):
        return Decimal(f"{value:.2f}")
    if value == "" and field.name.endswith("_id"):
        return None
    return value.strip() if isinstance(value, str) else value


GAINS = (
    text_field("customer_gain", N_("What does the customer gain?"), 500),
    text_field("staff_gain", N_("What does the staff gain?"), 500),
    text_field("expected_result", N_("Expected result"), 500),
    text_field("measure", N_("What will show it?"), 300),
    word_field("lever", N_("If it shall keep customers: by what?"), Lever, is_optional=True),
)
EFFORT = (
    text_field("team", N_("Team"), 80),
    word_field("changes_work", N_("Will people work in a new way?"), Answer, is_optional=True),
    amount_field("learning_days", N_("Person-days for them to learn it and bring ideas"), 1, 0.5),
    amount_field("person_days", N_("Person-days"), 1, 0.5),
    amount_field("saving_per_year", N_("Saving a year"), 2, 100.0),
)
