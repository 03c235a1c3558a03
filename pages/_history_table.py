"""The latest changes of a project as a table, and all those of the entry chosen in it, with who made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages._history_words import ENTITIES, worded_values
from pages._kept import kept
from pages._page import PageContext
from pages._table import table_of
from pages._who import said_who
from pages._words import word_for
from storage.history import PastChange, list_changes, list_changes_of, names_of
from storage.projects import ProjectSummary
from touchpoints.model import ChangeKind

if TYPE_CHECKING:
    import pyarrow as pa

# How often each scope of a project has changed: every change that is noted counts in one of them.
State = tuple[tuple[str, int], ...]
_NAMES = ("name", "label", "text", "department", "occasion", "wave", "number")
_SHOWN = 50  # two screens full
_STYLE = """<style>.tp-changes ul { margin: 0.5rem 0; padding-left: 1.1rem }
.tp-changes li { margin: 0.4rem 0; overflow-wrap: anywhere }</style>"""


@dataclass(frozen=True)
class _Changes:
    """The latest changes, row by row as the table shows them."""

    changes: tuple[PastChange, ...]
    table: pa.Table
    key: str


def show_changes(page: PageContext, project: ProjectSummary, state: State) -> None:
    """What was changed from what to what, the latest first; who did it is told of one entry at a time."""
    say = page.wording.say
    st.subheader(say("What was changed"), anchor=False)
    found = _found(page, project, (project.id, state, page.wording.language, project.time_zone))
    picked = st.dataframe(
        found.table,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=found.key,
        alt=say("What was changed"),
    )
    st.caption(
        say(
            "The latest {number} changes. Choose a line to see all changes of its entry, and who made them. "
            "Nothing here is counted, searched or sorted by person.",
            number=_SHOWN,
        )
    )
    for row in picked["selection"]["rows"]:
        if row < len(found.changes):
            st.html(_entry_html(page, project, found.changes[row]))


# Finding fifty changes among thousands and wording them takes longer than all the rest of the page.
@kept(10)
def _found(
    _page: PageContext,
    _project: ProjectSummary,
    key: tuple[UUID, State, str, str],
) -> _Changes:
    changes = list_changes(_page.store, _page.actor, _project.id, _SHOWN)
    names = names_of(_page.store, _page.actor, _project.id, changes)
    # Rows are chosen by their number: another list is another table, in which nothing is chosen yet.
    mark = f"changes-{hash(key[:2])}"
    return _Changes(changes, table_of([_row(_page, _project, change, names) for change in changes]), mark)


def _row(
    page: PageContext, project: ProjectSummary, change: PastChange, names: Mapping[str, str]
) -> dict[str, str]:
    say = page.wording.say
    before, after = _values(page, _without_account(change), names)
    return {
        say("When"): _moment(page, project, change),
        say("What"): say(ENTITIES.get(change.entity, change.entity)),
        say("Which"): _named(change, names),
        say("Happened"): say(word_for(change.kind)),
        say("Before"): before,
        say("After"): after,
    }


def _without_account(change: PastChange) -> PastChange:
    """Some values hold who made a change; in a table of all entries they could be searched."""
    before, after = (
        {field: value for field, value in values.items() if field != "account_id"}
        for values in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _moment(page: PageContext, project: ProjectSummary, change: PastChange) -> str:
    at = change.at.astimezone(ZoneInfo(project.time_zone))
    return f"{page.wording.date(at.date())} {at:%H:%M}"


def _values(page: PageContext, change: PastChange, names: Mapping[str, str]) -> tuple[str, str]:
    """Of an edit alone: what came or went is told by its name."""
    if change.kind is not ChangeKind.CHANGED:
        return "", ""
    before, after = (
        worded_values(page, values, names, change.entity) for values in (change.before, change.after)
    )
    return before, after


def _entry_html(page: PageContext, project: ProjectSummary, chosen: PastChange) -> str:
    """All changes of one entry as lines: a table could be sorted by who made them."""
    where = (page.store, page.actor, project.id)
    changes = list_changes_of(*where, chosen.entity_id)
    names = names_of(*where, changes)
    title = f"{page.wording.say(ENTITIES.get(chosen.entity, chosen.entity))}: {_named(chosen, names)}"
    lines = "".join(f"<li>{_line(page, project, change, names)}</li>" for change in changes)
    return f'<section class="tp-changes"><strong>{escape(title)}</strong><ul>{lines}</ul></section>{_STYLE}'


def _line(page: PageContext, project: ProjectSummary, change: PastChange, names: Mapping[str, str]) -> str:
    say = page.wording.say
    happened = say(word_for(change.kind))
    head = " · ".join((_moment(page, project, change), said_who(page.wording, change.who), happened))
    told = zip((say("Before"), say("After")), _values(page, change, names), strict=True)
    values = [f"<br>{escape(when)}: {escape(value)}" for when, value in told if value]
    return escape(head) + "".join(values)


def _named(change: PastChange, names: Mapping[str, str]) -> str:
    """As it was called then, else as it is called now."""
    values = {**change.before, **change.after}
    then = next((str(values[name]) for name in _NAMES if values.get(name)), "")
    return then or names.get(str(change.entity_id), "")
