"""The columns of a survey file in compact tables by what they are used for, to be corrected in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from pages._import_cells import FIELDS, cell_of, put_cell
from pages._import_draft import Draft, Entry
from pages._import_progress import SurveyImport
from pages._import_words import ROLE_WORDS
from pages._page import PageContext
from pages._text import escaped
from storage.journey import list_phases, list_touchpoints
from touchpoints.messages import N_
from touchpoints.survey.columns import LONGEST_NAME
from touchpoints.survey.profile import ColumnProfile
from touchpoints.survey.rules import QUESTION_ROLES, Layout, Role
from touchpoints.survey.waves import natural_key

_VALUES_SHOWN = 8
_REASONS_SAID = 2
_ROWS_AT_ONCE = 40
_HEIGHT_OF_MANY = 900
# Edits of these change what other places on the page show.
_SEEN_ELSEWHERE = frozenset({"role", "scale", "best", "missing"})


@dataclass(frozen=True)
class Journey:
    """The names that touchpoints of the project have already, and its phases."""

    touchpoints: tuple[str, ...]
    phases: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """A table: its heading, the roles whose columns stand in it, and what can be said of them."""

    id: str
    heading: str
    roles: frozenset[Role]
    fields: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list, compare=False)


def journey_of(page: PageContext) -> Journey:
    """What the project has already."""
    if page.project is None:
        return Journey((), ())
    touchpoints = list_touchpoints(page.store, page.actor, page.project.id)
    phases = list_phases(page.store, page.actor, page.project.id)
    return Journey(tuple(one.name for one in touchpoints), tuple(one.name for one in phases))


def show_tables(page: PageContext, work: SurveyImport, draft: Draft, journey: Journey) -> None:
    """A table for each use; a column whose use is changed moves to its new table."""
    for group in groups_of(draft, journey):
        if group.entries:
            _show_group(page, work, draft, journey, group)


def groups_of(draft: Draft, journey: Journey) -> tuple[Group, ...]:
    """The tables with their rows in the order of the file."""
    known = ("known",) if journey.touchpoints else ()
    phase = ("phase",) if journey.phases else ()
    scale = ("scale", "best", "missing")
    whole = frozenset(QUESTION_ROLES) - {Role.TOUCHPOINT}
    groups = (
        Group(
            "touchpoints", N_("Touchpoints"), frozenset({Role.TOUCHPOINT}), (*known, "name", *phase, *scale)
        ),
        Group("questions", N_("Other questions"), whole, ("name", *scale)),
        Group("segments", N_("Segmentations"), frozenset({Role.SEGMENTATION}), ("name", "missing")),
        Group("ignored", N_("Not used"), frozenset({Role.IGNORE}), ()),
    )
    for entry in draft.listed:
        role = entry.role if draft.layout is Layout.WIDE or not entry.is_question else Role.IGNORE
        next(group for group in groups if role in group.roles).entries.append(entry)
    return groups


def _show_group(page: PageContext, work: SurveyImport, draft: Draft, journey: Journey, group: Group) -> None:
    say = page.wording.say
    st.markdown(f"### {say(group.heading)} ({len(group.entries)})")
    _show_reasons(page, group)
    key = work.key(group.id)
    names = ("column", "role", *group.fields, "values", "reason")
    if key not in work.bases:
        work.bases[key] = _frame(page, draft, journey, group.entries, names)
    st.data_editor(
        work.bases[key],
        hide_index=True,
        height="content" if len(group.entries) <= _ROWS_AT_ONCE else _HEIGHT_OF_MANY,
        column_config=_config(page, draft, journey, group),
        disabled=["column", "values", "reason"],
        key=key,
        alt=say(group.heading),
    )
    work.folds[key] = lambda: _fold(draft, key, group.entries)
    if _fold(draft, key, group.entries):
        # The tables are built anew from the draft; feeding an editor its own output would lose edits.
        work.renew()
        st.rerun()


def _show_reasons(page: PageContext, group: Group) -> None:
    """Why these are touchpoints, where that is soon said; in the table it stands far to the right."""
    if group.id != "touchpoints":
        return
    reasons = dict.fromkeys(page.wording.say(entry.reason) for entry in group.entries if entry.reason)
    if 0 < len(reasons) <= _REASONS_SAID:
        st.caption(escaped(" ".join(reasons)))


def _fold(draft: Draft, key: str, entries: Sequence[Entry]) -> bool:
    """Take over the edits of a table; whether other places of the page must know."""
    edits: dict[int, dict[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    for number, changes in edits.items():
        for name, value in changes.items():
            put_cell(draft, entries[number], name, value)
    return any(_SEEN_ELSEWHERE & changes.keys() for changes in edits.values())


def _frame(
    page: PageContext, draft: Draft, journey: Journey, entries: Sequence[Entry], names: Sequence[str]
) -> pd.DataFrame:
    for entry in entries:
        if journey.phases and not entry.phase:
            entry.phase = journey.phases[len(journey.phases) // 2]
    cells = [[_cell(page, draft, journey, entry, name) for name in names] for entry in entries]
    return pd.DataFrame(cells, columns=list(names), dtype=object)


def _cell(page: PageContext, draft: Draft, journey: Journey, entry: Entry, name: str) -> object:
    if name == "values":
        return _values(draft.profiles[entry.source])
    if name == "reason":
        return page.wording.say(entry.reason) if entry.reason else ""
    return cell_of(entry, name, journey.touchpoints)


def _values(profile: ColumnProfile) -> str:
    texts = [value.text for value in profile.values[:_VALUES_SHOWN]]
    return "  ".join(sorted(texts, key=natural_key)) + (" …" if profile.distinct > _VALUES_SHOWN else "")


def _config(page: PageContext, draft: Draft, journey: Journey, group: Group) -> dict[str, Any]:
    say, columns = page.wording.say, st.column_config
    is_wide = draft.layout is Layout.WIDE
    roles = (*QUESTION_ROLES, Role.SEGMENTATION, Role.IGNORE) if is_wide else (Role.SEGMENTATION, Role.IGNORE)
    name = {
        "touchpoints": say("New name") if journey.touchpoints else say("Touchpoint"),
        "questions": say("Touchpoint (blank: overall)"),
    }.get(group.id, say("Name"))
    return {
        "column": columns.TextColumn(say("Column"), pinned=True),
        "role": columns.SelectboxColumn(
            say("Used as"),
            options=[role.value for role in roles],
            format_func=lambda value: say(ROLE_WORDS[Role(value)]),
            required=True,
        ),
        "known": columns.SelectboxColumn(say("Touchpoint"), options=list(journey.touchpoints)),
        "name": columns.TextColumn(name, max_chars=LONGEST_NAME),
        "phase": columns.SelectboxColumn(say("Phase, if new"), options=list(journey.phases)),
        "scale": columns.TextColumn(say("Scale"), validate=FIELDS["scale"], width=80),
        "best": columns.SelectboxColumn(
            say("Best"),
            options=["high", "low"],
            format_func={"high": say("highest"), "low": say("lowest")}.__getitem__,
            width=90,
        ),
        "missing": columns.MultiselectColumn(
            say("No answer"), options=_codes(group.entries), accept_new_options=True, width=130
        ),
        "values": columns.TextColumn(say("In the file")),
        "reason": columns.TextColumn(say("Why"), width="large"),
    }


def _codes(entries: Sequence[Entry]) -> list[str]:
    return sorted({code for entry in entries for code in (*entry.missing, *entry.valid)}, key=natural_key)
