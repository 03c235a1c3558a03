"""A copy of a project has all its rows under new ids, refers to itself alone, and has no past."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Table, select

from storage.access import Actor, NoSuchProject
from storage.answers import read_answers
from storage.checking import UnusableInput
from storage.project_copy import duplicate_project
from storage.projects import archive_project, list_projects
from storage.revisions import CONTENT
from storage.store import Store
from tests._stored import find_project, revision_of
from tests.storage._rows import history_of, row_counts
from tests.storage.conftest import Opened
from touchpoints.model import ENTITIES
from touchpoints.ratings import Rating, rate

# A copy begins its own history.
OWN = {"history_entry", "revision"}
TABLES = [t for t in ENTITIES.metadata.sorted_tables if "project_id" in t.columns and t.name not in OWN]


@pytest.fixture(scope="module")
def copy(sample: Opened) -> UUID:
    return duplicate_project(sample.store, sample.actor, sample.project, "Second airport")


def rows(store: Store, table: Table, project: UUID) -> list[dict[str, Any]]:
    with store.unchecked() as session:
        found = session.connection().execute(select(table).where(table.c.project_id == project))
        return [dict(row) for row in found.mappings()]


def plain(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """A row's values without what a copy must have anew."""
    given_anew = isinstance(row.get("id"), int)
    return tuple(
        (name, str(value))
        for name, value in row.items()
        if not isinstance(value, UUID) and not (given_anew and name == "id")
    )


def figures(sample: Opened, project: UUID) -> list[tuple[object, ...]]:
    ratings: list[Rating] = list(rate(read_answers(sample.store, sample.actor, project), is_pooled=False))
    return sorted((r.question.text, r.wave or "", r.counts and dict(r.counts.n)) for r in ratings if r.counts)


def test_a_copy_has_every_row_of_the_original(sample: Opened, copy: UUID) -> None:
    filled = 0
    for table in TABLES:
        original = Counter(map(plain, rows(sample.store, table, sample.project)))
        assert Counter(map(plain, rows(sample.store, table, copy))) == original
        filled += bool(original)
    assert filled >= 14


def test_no_row_of_the_copy_is_a_row_of_the_original(sample: Opened, copy: UUID) -> None:
    for table in TABLES:
        if "id" in table.columns:
            ids = [{row["id"] for row in rows(sample.store, table, p)} for p in (sample.project, copy)]
            assert not ids[0] & ids[1]


def test_every_reference_of_the_copy_stays_within_it(sample: Opened, copy: UUID) -> None:
    own = {row["id"] for table in TABLES for row in rows(sample.store, table, copy)} | {copy}
    for table in TABLES:
        references = [key.parent.name for key in table.foreign_keys]
        for row in rows(sample.store, table, copy):
            assert {row[name] for name in references} - {None} <= own


def test_the_copy_shows_the_same_figures(sample: Opened, copy: UUID) -> None:
    assert figures(sample, copy) == figures(sample, sample.project) != []


def test_it_has_its_name_and_the_settings_of_the_original(sample: Opened, copy: UUID) -> None:
    found = find_project(sample.store, sample.actor, copy)
    original = find_project(sample.store, sample.actor, sample.project)
    assert found is not None
    assert original is not None
    assert (found.name, found.language, found.is_example) == ("Second airport", original.language, True)


def test_the_past_stays_behind(store: Store, facilitator: Actor, project: UUID) -> None:
    archive_project(store, facilitator, project)
    copy = duplicate_project(store, facilitator, project, "Copy")
    ((entity, kind, _, after),) = history_of(store, "duplicate project")
    assert (entity, kind) == ("Project", "added")
    assert after == {"name": "Copy", "copied_from": str(project)}
    assert revision_of(store, facilitator, copy, CONTENT) == 1
    found = find_project(store, facilitator, copy)
    assert found is not None
    assert (found.version, found.archived_at) == (1, None)


def test_sent_twice_there_is_one_copy(store: Store, facilitator: Actor, project: UUID) -> None:
    sent = facilitator.once()
    for _ in range(2):
        duplicate_project(store, sent, project, "Copy")
    assert len(list_projects(store, facilitator)) == 2


def test_a_name_that_cannot_be_is_refused_and_nothing_copied(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    before = row_counts(store)
    for name in ("", "x" * 121):
        with pytest.raises(UnusableInput):
            duplicate_project(store, facilitator, project, name)
    assert row_counts(store) == before


def test_there_is_no_copy_of_nothing(store: Store, facilitator: Actor) -> None:
    with pytest.raises(NoSuchProject):
        duplicate_project(store, facilitator, uuid4(), "Copy")
