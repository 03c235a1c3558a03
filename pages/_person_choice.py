"""Choosing somebody of the project's people, or typing a name that is not among them yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from storage.persons import add_person, list_persons
from storage.projects import ProjectSummary

# A list box takes None for "nothing chosen yet", so nobody is an option of its own.
NOBODY = ""


def person_names(page: PageContext, project: ProjectSummary) -> dict[UUID, str]:
    """The people of the project with their positions, by id."""
    people = list_persons(page.store, page.actor, project.id)
    return told_apart({one.id: ", ".join(filter(None, (one.name, one.position))) for one in people})


def choose_person(
    page: PageContext,
    project: ProjectSummary,
    label: str,
    value: UUID | None,
    key: str,
    people: Mapping[UUID, str] | None = None,
) -> None:
    """One person or nobody, of `people` by name, else of all; a typed name stands in the widget as a text."""
    say = page.wording.say
    offered = person_names(page, project) if people is None else people
    names: dict[Any, str] = {NOBODY: say("nobody yet"), **offered}
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


def stored_person(page: PageContext, project: ProjectSummary, chosen: UUID | str | None) -> UUID | None:
    """The person who was chosen; whoever was typed is made one of the project's people."""
    if isinstance(chosen, str) and chosen.strip():
        return add_person(page.store, page.actor, project.id, chosen)
    return chosen if isinstance(chosen, UUID) else None


def stored_persons(page: PageContext, project: ProjectSummary, chosen: Iterable[UUID | str]) -> list[UUID]:
    """Several of them."""
    return [id_ for one in chosen if (id_ := stored_person(page, project, one)) is not None]
