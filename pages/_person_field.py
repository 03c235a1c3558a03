"""Somebody who answers for something: one of the project's people, somebody typed anew, or nobody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._touchpoint_fields import Field
from storage.persons import add_person, list_persons
from storage.projects import ProjectSummary

# A list box takes None for "nothing chosen yet", so nobody is an option of its own.
_NOBODY = ""


def person_field(page: PageContext, project: ProjectSummary, name: str, label: str) -> Field:
    """The field; people are read when it is drawn, since most visits only look."""

    def ask(_page: PageContext, label: str, value: Any, key: str) -> None:  # noqa: ANN401 - any field
        say = page.wording.say
        names: dict[Any, str] = {_NOBODY: say("nobody yet"), **_names(page, project)}
        ids = list(names)
        st.selectbox(
            label,
            ids,
            ids.index(value) if value in names else 0,
            format_func=lambda option: names.get(option, str(option)),
            accept_new_options=True,
            help=say("Choose somebody, or type a name that is not in the list."),
            key=key,
        )

    def as_text(_page: PageContext, value: Any) -> str:  # noqa: ANN401 - any field
        names = {str(id_): name for id_, name in _names(page, project).items()}
        return names.get(str(value), "–")

    return Field(name, label, ask, as_text)


def stored_person(page: PageContext, project: ProjectSummary, chosen: UUID | str | None) -> UUID | None:
    """The person who was chosen; whoever was typed is made one of the project's people."""
    if isinstance(chosen, str) and chosen:
        return add_person(page.store, page.actor, project.id, chosen)
    return chosen if isinstance(chosen, UUID) else None


def _names(page: PageContext, project: ProjectSummary) -> dict[UUID, str]:
    people = list_persons(page.store, page.actor, project.id)
    return told_apart({one.id: ", ".join(filter(None, (one.name, one.position))) for one in people})
