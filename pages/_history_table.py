"""The latest changes of a project as a table, put into words once for each state of the project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages._history_words import ENTITIES, worded_values
from pages._measurements import AN_HOUR
from pages._page import PageContext
from pages._table import table_of
from pages._who import said_who
from pages._words import word_for
from storage.history import PastChange, list_changes, names_of
from storage.projects import ProjectSummary
from touchpoints.model import ChangeKind

if TYPE_CHECKING:
    import pyarrow as pa

# How often each scope of a project has changed: every change that is noted counts in one of them.
State = tuple[tuple[str, int], ...]
_NAMES = ("name", "label", "text", "department", "occasion", "wave", "number")
_SHOWN = 50  # two screens full


def show_changes(page: PageContext, project: ProjectSummary, state: State) -> None:
    """Who changed what from what to what, the latest first."""
    say = page.wording.say
    st.subheader(say("Who changed what"), anchor=False)
    key = (project.id, state, page.wording.language, project.time_zone)
    st.dataframe(_table(page, project, key), hide_index=True, alt=say("Who changed what"))
    st.caption(
        say("The latest {number} changes. Nothing here is counted or sorted by person.", number=_SHOWN)
    )


# Finding fifty changes among thousands and wording them takes longer than all the rest of the page.
@st.cache_resource(show_spinner=False, max_entries=10, ttl=AN_HOUR)
def _table(
    _page: PageContext,
    _project: ProjectSummary,
    key: tuple[UUID, State, str, str],  # noqa: ARG001 - says of which project, state, language and zone it is
) -> pa.Table:
    changes = list_changes(_page.store, _page.actor, _project.id, _SHOWN)
    names = names_of(_page.store, _page.actor, _project.id, changes)
    return table_of([_row(_page, _project, change, names) for change in changes])


def _row(
    page: PageContext, project: ProjectSummary, change: PastChange, names: Mapping[str, str]
) -> dict[str, str]:
    say = page.wording.say
    at = change.at.astimezone(ZoneInfo(project.time_zone))
    is_edit = change.kind is ChangeKind.CHANGED
    return {
        say("When"): f"{page.wording.date(at.date())} {at:%H:%M}",
        say("Who"): said_who(page.wording, change.who),
        say("What"): say(ENTITIES.get(change.entity, change.entity)),
        say("Which"): _named(change, names),
        say("Happened"): say(word_for(change.kind)),
        say("Before"): worded_values(page, change.before, names, change.entity) if is_edit else "",
        say("After"): worded_values(page, change.after, names, change.entity) if is_edit else "",
    }


def _named(change: PastChange, names: Mapping[str, str]) -> str:
    """As it was called then, else as it is called now."""
    values = {**change.before, **change.after}
    then = next((str(values[name]) for name in _NAMES if values.get(name)), "")
    return then or names.get(str(change.entity_id), "")
