"""Who is in, at which table, and who writes for it: dealt with one press, changed in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any
from uuid import UUID

import streamlit as st

from pages._console_press import carry_out_press, show_press_fault
from pages._console_tables import show_subject_tables
from pages._grid_edits import begin_anew, grid_key, new_edits
from pages._kept import kept
from pages._live import on_move
from pages._undo import offer_undo, show_undo
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.agenda import ActivityEntry
from storage.revisions import ROOM
from storage.seats import ParticipantEntry, TablePlace, deal_places, list_participants, seat_people
from touchpoints.messages import message

if TYPE_CHECKING:
    import pandas as pd

# As many people as can talk with each other.
_AT_A_TABLE = 6
_MOST_TABLES = 30
_ROW, _MOST_HEIGHT = 35, 420
# Those who sit at no table stand behind the tables.
_NOWHERE = _MOST_TABLES + 1


def show_people(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """The people, and below them the touchpoints where tables work on them."""
    _show_people(opened)
    if activity.by_table:
        show_subject_tables(opened, activity)


@st.fragment
def _show_people(opened: OpenWorkshop) -> None:
    """Drawn anew when somebody comes in."""
    on_move(ROOM, key="people")
    show_press_fault(opened.page)
    people = list_participants(*opened.where, opened.workshop.id)
    if not people:
        st.caption(opened.say("Nobody is in yet. Show the way in: whoever scans the code stands here."))
        return
    show_undo(opened.page, opened.place("tables"))
    _show_dealing(opened, people)
    st.html(_listed(opened, people))
    # A grid costs as much as all the rest together, so it is drawn only where it is asked for.
    by_hand = st.expander(
        opened.say("Change table or writer"), key=opened.place("by-hand"), on_change="rerun"
    )
    if by_hand.open:
        with by_hand:
            _show_grid(opened, people)


def _show_dealing(opened: OpenWorkshop, people: Sequence[ParticipantEntry]) -> None:
    say, key = opened.say, opened.place("count")
    proposed = max((one.table_number or 0 for one in people), default=0) or -(-len(people) // _AT_A_TABLE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(
            say("Number of tables"), 1, _MOST_TABLES, min(proposed, _MOST_TABLES), key=key, width=160
        )
        st.button(
            say("Deal people to tables"),
            icon=":material/groups:",
            on_click=_deal,
            args=(opened, opened.page.actor.once(), people, key),
        )


def _deal(opened: OpenWorkshop, actor: Actor, people: Sequence[ParticipantEntry], key: str) -> None:
    places = deal_places([one.id for one in people], st.session_state[key])
    _seat(opened, actor, places, _places_of(people))
    begin_anew(opened.place("people"))


def _places_of(people: Sequence[ParticipantEntry]) -> dict[UUID, TablePlace]:
    return {one.id: TablePlace(one.table_number, one.is_writer) for one in people}


def _seat(
    opened: OpenWorkshop, actor: Actor, places: dict[UUID, TablePlace], before: dict[UUID, TablePlace]
) -> None:
    store, _, project_id = opened.where

    def seat(by: Actor, wanted: dict[UUID, TablePlace]) -> None:
        seat_people(store, by, project_id, opened.workshop.id, wanted)

    def take_back() -> None:
        seat(opened.page.actor, before)
        begin_anew(opened.place("people"))

    if carry_out_press(lambda: seat(actor, places)):
        offer_undo(message("The tables were changed."), take_back, opened.place("tables"))
    else:
        begin_anew(opened.place("people"))


def _listed(opened: OpenWorkshop, people: Sequence[ParticipantEntry]) -> str:
    """Who sits where, as it is read out: each table with its people, whoever writes in bold letters."""
    tables: dict[int, list[str]] = defaultdict(list)
    writes = escape(opened.say("writes"))
    for place, one in enumerate(people, 1):
        name = escape(_name(opened, place, one))
        said = f"<strong>{name} ({writes})</strong>" if one.is_writer else name
        tables[one.table_number or _NOWHERE].append(said)
    lines = (
        f"<dt>{escape(_table(opened, at))}</dt><dd>{', '.join(tables[at])}</dd>" for at in sorted(tables)
    )
    return f'<dl class="tp-tables">{"".join(lines)}</dl>'


def _table(opened: OpenWorkshop, number: int) -> str:
    return opened.say("Not at a table") if number == _NOWHERE else opened.say("Table {number}", number=number)


def _name(opened: OpenWorkshop, place: int, one: ParticipantEntry) -> str:
    return one.name or opened.say("Participant {number}", number=place)


def _show_grid(opened: OpenWorkshop, people: Sequence[ParticipantEntry]) -> None:
    """Table and writer are typed in their cells."""
    say, column = opened.say, st.column_config
    # Edits are kept by row, so other rows are another grid.
    key = f"{grid_key(opened.place('people'))}-{hash(tuple(one.id for one in people))}"
    st.data_editor(
        _frame(opened, people, repr((people, opened.page.wording.language))),
        key=key,
        hide_index=True,
        placeholder="",
        alt=say("Who is in"),
        height=min(38 + _ROW * len(people), _MOST_HEIGHT),
        disabled=["name"],
        column_config={
            "name": column.TextColumn(say("Name")),
            "table": column.NumberColumn(say("At table"), min_value=1, max_value=_MOST_TABLES, step=1),
            "writes": column.CheckboxColumn(say("Writes for the table")),
        },
        on_change=_keep,
        args=(opened, people, key),
    )


# A frame is shown at half the cost of a list of rows, and keeps its columns while nobody sits at a table.
@kept(24)
def _frame(_opened: OpenWorkshop, _people: Sequence[ParticipantEntry], key: str) -> pd.DataFrame:  # noqa: ARG001 - says of which people and language
    import pandas as pd  # noqa: PLC0415 - half a second that only this page should cost

    rows = pd.DataFrame([_row(_opened, place, one) for place, one in enumerate(_people, 1)])
    return rows.astype({"table": "Int64"})


def _row(opened: OpenWorkshop, place: int, one: ParticipantEntry) -> dict[str, Any]:
    return {
        "name": _name(opened, place, one),
        "table": one.table_number,
        "writes": one.is_writer,
    }


def _keep(opened: OpenWorkshop, people: Sequence[ParticipantEntry], key: str) -> None:
    """Store what was typed; whoever is named writes instead of the one who did."""
    before = _places_of(people)
    places, edits = dict(before), new_edits(key)
    for row, cells in edits.items():
        _edit(places, people[row].id, cells)
    changed = {id_: place for id_, place in places.items() if place != before[id_]}
    _seat(opened, opened.page.actor, changed, {id_: before[id_] for id_ in changed})
    if any("writes" in cells for cells in edits.values()):
        # The tick of the one who wrote before would stay in the browser.
        begin_anew(opened.place("people"))


def _edit(places: dict[UUID, TablePlace], edited: UUID, cells: Mapping[str, Any]) -> None:
    old = places[edited]
    new = TablePlace(cells.get("table", old.table_number), cells.get("writes", old.is_writer))
    for id_, place in places.items():
        if new.is_writer and place.is_writer and place.table_number == new.table_number:
            places[id_] = TablePlace(place.table_number)
    places[edited] = new
