"""Everything of a project that lies in the bin, as one table whose chosen rows are brought back together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages._history_table import State
from pages._history_words import ENTITIES
from pages._kept import kept
from pages._page import PageContext
from pages._table import table_of
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.projects import ProjectSummary
from storage.thrown_away import ThrownAway, list_thrown_away, restore_thrown_away, throw_away_again
from touchpoints.messages import Message, message, plural

if TYPE_CHECKING:
    import pyarrow as pa

_PLACE = "bin"
_MOST_ROWS = 12
_ROW, _HEAD = 35, 38
_MOST_NAMES = 5


@dataclass(frozen=True)
class _Bin:
    """What lies in the bin, row by row as the table shows it."""

    things: tuple[ThrownAway, ...]
    table: pa.Table
    key: str


def show_bin(page: PageContext, project: ProjectSummary, state: State) -> None:
    """The table with the one button that brings back what is chosen in it."""
    say = page.wording.say
    st.subheader(say("Bin"), anchor=False)
    show_outcome(page, _PLACE)
    found = _bin(page, project, (project.id, state, page.wording.language, project.time_zone))
    if not found.things:
        st.write(say("The bin is empty. What is thrown away can be brought back here for 30 days."))
        return
    st.caption(
        say(
            "Choose rows and restore them together. What they belong to comes back with them, "
            "where it lies in the bin, too."
        )
    )
    _show_table(page, project, found)


def _show_table(page: PageContext, project: ProjectSummary, found: _Bin) -> None:
    say = page.wording.say
    picked = st.dataframe(
        found.table,
        hide_index=True,
        height=_HEAD + _ROW * min(len(found.things), _MOST_ROWS),
        on_select="rerun",
        selection_mode="multi-row",
        key=found.key,
        alt=say("What lies in the bin"),
    )
    chosen = [found.things[row] for row in picked["selection"]["rows"] if row < len(found.things)]
    st.button(
        say("Restore"),
        "restore-chosen",
        icon=":material/restore_from_trash:",
        disabled=not chosen,
        on_click=_restore,
        args=(page, project, found, chosen),
    )


# Asking every kind of thing takes longer than drawing the page.
@kept(10)
def _bin(
    _page: PageContext,
    _project: ProjectSummary,
    key: tuple[UUID, State, str, str],  # noqa: ARG001 - says of which project, state, language and zone it is
) -> _Bin:
    things = list_thrown_away(_page.store, _page.actor, _project.id)
    # Rows are chosen by their number: another list is another table, in which nothing is chosen yet.
    mark = f"bin-{hash(tuple(thing.id for thing in things))}"
    return _Bin(things, table_of(_rows(_page, _project, things)), mark)


def _rows(
    page: PageContext, project: ProjectSummary, things: Sequence[ThrownAway]
) -> Iterable[Mapping[str, str]]:
    say, zone = page.wording.say, ZoneInfo(project.time_zone)
    for thing in things:
        at = thing.at.astimezone(zone)
        yield {
            say("What"): say(ENTITIES[thing.kind]),
            say("Which"): _name(page, thing),
            say("Belongs to"): _home(page, thing),
            say("Thrown away"): f"{page.wording.date(at.date())} {at:%H:%M}",
        }


def _name(page: PageContext, thing: ThrownAway) -> str:
    """What it is called: a value by its day, an encounter by who meets and on which occasion."""
    day = page.wording.date(thing.day) if thing.day else ""
    return " · ".join(part for part in (thing.segment, thing.name, day) if part)


def _home(page: PageContext, thing: ThrownAway) -> str:
    if not thing.needs:
        return thing.belongs_to
    return page.wording.say("{name} (in the bin, too)", name=thing.belongs_to)


def _restore(page: PageContext, project: ProjectSummary, found: _Bin, chosen: Sequence[ThrownAway]) -> None:
    """Bring them back with what they need, and say so; all of them can be thrown away again."""
    where = (page.store, page.actor, project.id)
    ids = {thing.id for thing in chosen}
    needed = {id_ for thing in chosen for id_ in thing.needs} - ids
    along = [thing for thing in found.things if thing.id in needed]
    if attempt(_PLACE, lambda: restore_thrown_away(*where, chosen)):
        offer_undo(
            _said(page, chosen, along), partial(throw_away_again, *where, [*chosen, *along]), place=_PLACE
        )


def _said(page: PageContext, chosen: Sequence[ThrownAway], along: Sequence[ThrownAway]) -> Message:
    """What was brought back, one thing by its name."""
    if len(chosen) == 1 and (name := _name(page, chosen[0])):
        done = message("“{name}” is back where it was.", name=name)
    else:
        done = plural(
            "{count} entry is back where it was.", "{count} entries are back where they were.", len(chosen)
        )
    if not along:
        return done
    names = ", ".join(_name(page, thing) for thing in along[:_MOST_NAMES])
    more = ", …" if len(along) > _MOST_NAMES else ""
    return message("{done} Brought back as well: {names}", done=done, names=names + more)
