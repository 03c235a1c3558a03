"""The fields of a goal: what is measured from where to where by when, and with which resources."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import streamlit as st

from pages._page import PageContext
from pages._person_field import person_field
from pages._touchpoint_fields import Field, choice_field, number_field, text_field
from storage.journey import list_target_touchpoints
from storage.projects import ProjectSummary
from storage.segments import list_segments
from touchpoints.kpi_kinds import all_kinds
from touchpoints.messages import N_

SPONSOR = "sponsor_id"
_MOST_MONEY = 999_999_999.0
# Without a kind only words say how it is measured.
_IN_WORDS = ""


def fields_of_aim(page: PageContext, project: ProjectSummary) -> tuple[Field, ...]:
    """What shall be reached, measured how, from where to where, until when, for whom."""
    segments = list_segments(page.store, page.actor, project.id)
    return (
        text_field("name", N_("Goal"), 200),
        kind_field(page),
        text_field("metric", N_("Measured by"), 200),
        figure_field("from_value", N_("From")),
        figure_field("to_value", N_("To")),
        day_field("due_on", N_("Until")),
        choice_field(
            "segment_id",
            N_("Customer segment"),
            {None: page.wording.say("All customer segments")} | {one.id: one.name for one in segments},
        ),
    )


def fields_of_means(page: PageContext, project: ProjectSummary) -> tuple[Field, ...]:
    """With which resources, in which way, and who backs it."""
    return (
        text_field("approach", N_("Approach, in a sentence or two"), 1000),
        money_field("money", N_("Money"), project.currency),
        number_field("person_days", N_("Person-days")),
        person_field(page, project, SPONSOR, N_("Sponsor")),
        touchpoint_field(page, project),
    )


def touchpoint_field(page: PageContext, project: ProjectSummary) -> Field:
    """The touchpoint that the goal is about, or the whole journey."""
    entries = list_target_touchpoints(page.store, page.actor, project.id)
    names: dict[UUID | None, str] = {None: page.wording.say("The whole journey")}
    names |= {entry.id: f"{entry.name} · {entry.phase}" for entry in entries}
    return choice_field("touchpoint_id", N_("Touchpoint"), names)


def kind_field(page: PageContext) -> Field:
    """The kind of KPI that will show it."""
    say = page.wording.say
    names = {_IN_WORDS: say("only in words")} | {id_: say(kind.name) for id_, kind in all_kinds().items()}
    return choice_field("kpi_kind", N_("Kind of KPI"), names)


def figure_field(name: str, label: str) -> Field:
    """Any number, below zero too."""

    def ask(_page: PageContext, label: str, value: Any, key: str) -> None:  # noqa: ANN401 - any field
        st.number_input(label, value=value, step=0.1, format="%g", key=key)

    def as_text(page: PageContext, value: Any) -> str:  # noqa: ANN401 - any field
        return "–" if value is None else page.wording.number(float(value), 2)

    return Field(name, label, ask, as_text)


def money_field(name: str, label: str, currency: str) -> Field:
    """An amount in the project's currency."""

    def ask(_page: PageContext, label: str, value: Any, key: str) -> None:  # noqa: ANN401 - any field
        shown = None if value is None else float(value)
        label = f"{label} ({currency})"
        st.number_input(label, min_value=0.0, max_value=_MOST_MONEY, value=shown, step=100.0, key=key)

    def as_text(page: PageContext, value: Any) -> str:  # noqa: ANN401 - any field
        return "–" if value is None else f"{page.wording.number(float(value), 2)} {currency}"

    return Field(name, label, ask, as_text)


def day_field(name: str, label: str) -> Field:
    """A day, empty where nobody said."""

    def ask(_page: PageContext, label: str, value: Any, key: str) -> None:  # noqa: ANN401 - any field
        st.date_input(label, value, key=key)

    def as_text(page: PageContext, value: Any) -> str:  # noqa: ANN401 - any field
        day = date.fromisoformat(value) if isinstance(value, str) else value
        return "–" if day is None else page.wording.date(day)

    return Field(name, label, ask, as_text)
