"""What the page on data protection lists: the topics as one table, and the fields of the database."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from pages._cookies import COOKIES, Cookie
from pages._page import PageContext
from pages._table import table_of
from storage.personal_data import fields_by_table
from touchpoints.data_protection import TOPICS, Topic
from touchpoints.messages import N_

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
    )
    notes = "".join(f"<p>{escape(line)}</p>" for line in lines)
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<style>{_style()}</style><table class="data-protection">{table}</table>{notes}{_cookies(page)}'


def _cookies(page: PageContext) -> str:
    """Each cookie with what it is for and how long it stays; a provider's only where there is one."""
    settings, say = page.store.settings, page.wording.say
    told = [one for one in COOKIES if settings.has_provider or not one.is_of_provider]
    items = "".join(f"<li>{_cookie(page, one)}</li>" for one in told)
    said = say("These cookies are set; none is read by anybody else, and none follows what you do:")
    return f"<p>{escape(said)}</p><ul>{items}</ul>"


def _cookie(page: PageContext, cookie: Cookie) -> str:
    say = page.wording.say
    about = say("{purpose} ({kept})", purpose=say(cookie.purpose), kept=say(cookie.kept))
    return f"<code>{escape(cookie.name)}</code> – {escape(about)}"


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
