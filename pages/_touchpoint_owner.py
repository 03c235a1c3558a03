"""Who answers for a touchpoint: one of the project's people, somebody typed anew, or nobody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_fields import Field
from storage.persons import add_person, list_persons
from touchpoints.messages import N_

OWNER = "owner_id"
# A list box takes None for "nothing chosen yet", so nobody is an option of its own.
_NOBODY = ""


def owner_field(drawer: Drawer) -> Field:
    """The field; people are read when it is drawn, since most visits to a touchpoint only look."""

    def ask(_page: PageContext, label: str, value: Any, key: str) -> None:  # noqa: ANN401 - any field
        names: dict[Any, str] = {_NOBODY: drawer.say("nobody yet"), **_names(drawer)}
        ids = list(names)
        st.selectbox(
            label,
            ids,
            ids.index(value) if value in names else 0,
            format_func=lambda option: names.get(option, str(option)),
            accept_new_options=True,
            help=drawer.say("Choose somebody, or type a name that is not in the list."),
            key=key,
        )

    def as_text(_page: PageContext, value: Any) -> str:  # noqa: ANN401 - any field
        names = {str(id_): name for id_, name in _names(drawer).items()}
        return names.get(str(value), "–")

    return Field(OWNER, N_("Owner"), ask, as_text)


def stored_owner(drawer: Drawer, chosen: UUID | str | None) -> UUID | None:
    """The person who was chosen; whoever was typed is made one of the project's people."""
    if isinstance(chosen, str) and chosen:
        return add_person(drawer.page.store, drawer.page.actor, drawer.project.id, chosen)
    return chosen if isinstance(chosen, UUID) else None


def _names(drawer: Drawer) -> dict[UUID, str]:
    people = list_persons(drawer.page.store, drawer.page.actor, drawer.project.id)
    return told_apart({one.id: ", ".join(filter(None, (one.name, one.position))) for one in people})
