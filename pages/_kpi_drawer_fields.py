"""The fields that only the drawer of a KPI has: its kind, whole numbers, the survey question behind it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._measurements import measurements_of
from pages._page import PageContext
from pages._touchpoint_fields import Field, FieldValue
from storage.projects import ProjectSummary
from touchpoints.kpi_kinds import KpiKind, all_kinds
from touchpoints.messages import N_


def kind_field(page: PageContext) -> Field:
    """One of the kinds of KPIs, by name."""
    names = {id_: page.wording.say(kind.name) for id_, kind in all_kinds().items()}

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        explained = "\n".join(
            f"- **{name}**: {page.wording.say(all_kinds()[id_].explanation)}" for id_, name in names.items()
        )
        ids = list(names)
        st.selectbox(label, ids, ids.index(value), format_func=names.__getitem__, help=explained, key=key)

    def as_text(_page: PageContext, value: FieldValue) -> str:
        return names.get(str(value), str(value))

    return Field("kind", N_("Kind"), ask, as_text)


def interval_field(name: str, label: str, most: int | None) -> Field:
    """A whole number from one upwards, or none."""

    def ask(_page: PageContext, label: str, value: FieldValue, key: str) -> None:
        st.number_input(label, 1, most, value, step=1, key=key)

    def as_text(page: PageContext, value: FieldValue) -> str:
        return "–" if value is None else page.wording.number(int(value))

    return Field(name, label, ask, as_text)


def questions_for(page: PageContext, project: ProjectSummary, kind: KpiKind) -> dict[UUID, str]:
    """The questions of imported surveys that can feed a KPI of this kind."""
    asked = {rating.question.id: rating.question for rating in measurements_of(page, project.id).by_wave}
    return {
        UUID(question.id): f"{question.survey}: {question.touchpoint or question.text}"
        for question in asked.values()
        if question.kind in kind.questions
    }
