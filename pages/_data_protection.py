"""What the page on data protection shows: the topics as one table, the fields, and all about one person."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._sign_in import COOKIE, SEAT
from pages._table import table_of
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from storage.personal_data import (
    anonymise_person,
    erase_person,
    export_person,
    fields_by_table,
    list_everybody,
)
from storage.projects import ProjectSummary
from touchpoints.data_protection import TOPICS, Topic
from touchpoints.messages import N_

_PLACE = "data-protection"
_STYLE = Path(__file__).with_name("_data_protection.css")
_COLUMNS = (N_("About"), N_("What is stored"), N_("Who sees it"), N_("How long"))


def topics_html(page: PageContext) -> str:
    """One table of all topics, and where the data lie."""
    say = page.wording.say
    head = "".join(f'<th scope="col">{escape(say(column))}</th>' for column in _COLUMNS)
    body = "".join(_row(page, topic) for topic in TOPICS)
    place = (
        say("The data lie in one file on the machine that runs this tool, and in its backups of 30 days.")
        if page.store.settings.sqlite_file
        else say("The data lie in the PostgreSQL database of this installation and its backups.")
    )
    lines = (
        place,
        say("Nothing is sent to anybody else: no font, no statistics service, no artificial intelligence."),
        say("Two cookies, which hold a random number each and nothing else:") + f" {COOKIE}, {SEAT}.",
    )
    notes = "".join(f"<p>{escape(line)}</p>" for line in lines)
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<style>{_style()}</style><table class="data-protection">{table}</table>{notes}'


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _row(page: PageContext, topic: Topic) -> str:
    say, words = page.wording.say, (topic.stored, topic.seen_by, topic.kept)
    # On a phone each cell says what its column is about, see the style sheet.
    cells = "".join(
        f'<td data-about="{escape(say(column))}">{escape(say(text))}</td>'
        for column, text in zip(_COLUMNS[1:], words, strict=True)
    )
    return f'<tr><th scope="row">{escape(page.wording.say(topic.title))}</th>{cells}</tr>'


def show_tables(page: PageContext) -> None:
    """Every table and field of the database, for whoever checks the list above."""
    say = page.wording.say
    with st.expander(say("All tables and fields")):
        topics = {table: topic for topic in TOPICS for table in topic.tables}
        rows = [
            {
                say("Table"): table,
                say("Fields"): ", ".join(fields),
                say("About"): say(topics[table].title) if table in topics else say("The company's work"),
            }
            for table, fields in fields_by_table().items()
        ]
        st.dataframe(table_of(rows), hide_index=True)


def show_person(page: PageContext, project: ProjectSummary) -> None:
    """Choose somebody of the project; give out all about him, make him anonymous, or remove him."""
    say = page.wording.say
    people = {one.id: one for one in list_everybody(page.store, page.actor, project.id)}
    with st.container(key="no-print-person"):
        st.subheader(say("One person"), anchor=False)
        show_outcome(page, _PLACE)
        if not people:
            st.write(say("Nobody is named in this project."))
            return
        names = told_apart(
            {id_: ", ".join(filter(None, (one.name, one.position))) for id_, one in people.items()}
        )
        chosen = st.selectbox(
            say("Person"), list(names), index=None, format_func=names.__getitem__, key="data-about", width=420
        )
        if chosen is not None:
            _show_acts(page, project, chosen, people[chosen].name)


def _show_acts(page: PageContext, project: ProjectSummary, person_id: UUID, name: str) -> None:
    say = page.wording.say
    with st.container(horizontal=True):
        st.download_button(
            say("All about this person (JSON)"),
            lambda: _as_json(page, project, person_id),
            f"{name}.json",
            "application/json",
            icon=":material/download:",
            on_click="ignore",
        )
        if st.button(say("Make anonymous"), icon=":material/person_off:"):
            st.dialog(say("Make anonymous"))(_confirm)(page, project, person_id, name, is_erased=False)
        if st.button(say("Remove for good"), icon=":material/person_remove:"):
            st.dialog(say("Remove for good"))(_confirm)(page, project, person_id, name, is_erased=True)


def _as_json(page: PageContext, project: ProjectSummary, person_id: UUID) -> str:
    found = export_person(page.store, page.actor, project.id, person_id)
    return json.dumps(found, ensure_ascii=False, indent=2)


def _confirm(
    page: PageContext, project: ProjectSummary, person_id: UUID, name: str, *, is_erased: bool
) -> None:
    """There is no undo, so it is said first what will be gone."""
    say = page.wording.say
    st.write(f"**{escaped(name)}**")
    st.write(
        say(
            "The name, position and department are replaced wherever they stand in this project: in lists, "
            "in the bin, in the history and in what was typed in workshops. Links of this person end. "
            "It cannot be undone. Backups made before still hold the name; they expire after 30 days."
        )
    )
    if is_erased:
        st.write(say("Touchpoints, goals, actions and KPIs of this person are then without an owner."))
    do = erase_person if is_erased else anonymise_person
    label = say("Remove for good") if is_erased else say("Make anonymous")
    if st.button(label, type="primary", key="confirm-person"):
        attempt(_PLACE, lambda: do(page.store, page.actor, project.id, person_id))
        st.rerun()
