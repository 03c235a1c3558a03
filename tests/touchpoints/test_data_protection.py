"""The list for works council and data-protection officer leaves out no table that is about people."""

from __future__ import annotations

from sqlalchemy import Table

from touchpoints.data_protection import TOPICS, WITHOUT_PEOPLE
from touchpoints.model import ENTITIES

TABLES = {table.name: table for table in ENTITIES.metadata.sorted_tables}
IN_TOPICS = [table for topic in TOPICS for table in topic.tables]
# What identifies somebody, or lets him in.
TELLING = {"mail", "token_hash", "reply_hash", "pseudonym", "department"}


def names_people(table: Table) -> bool:
    named = {key.column.table.name for key in table.foreign_keys}
    return bool(named & {"person", "account"}) or bool(TELLING & set(table.columns.keys()))


def test_each_table_is_in_one_topic_or_without_people() -> None:
    assert sorted([*IN_TOPICS, *WITHOUT_PEOPLE]) == sorted(TABLES)


def test_no_table_that_names_people_counts_as_without() -> None:
    naming = {name for name, table in TABLES.items() if names_people(table)}
    # Their departments are parts of the company, not a person's.
    assert naming & WITHOUT_PEOPLE == {"handover", "process_step"}
    assert {"account", "person", "participant", "ballot", "voice", "history_entry"} <= naming | {"person"}
