"""A rank string always finds a place between its neighbours, and sorts alike in code and in databases."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import inspect

from storage.access import Actor
from storage.journey import list_touchpoints
from storage.ranks import first_ranks, rank_between
from storage.store import Store
from tests.storage._rows import rows_of
from touchpoints.model import ENTITIES, Phase, Touchpoint


def test_a_new_list_has_ascending_ranks() -> None:
    ranks = first_ranks(250)
    assert ranks == sorted(set(ranks))
    assert len(ranks) == 250
    assert first_ranks(0) == []


def test_there_is_a_place_before_between_and_behind() -> None:
    first, last = first_ranks(2)
    assert rank_between(None, first) < first < rank_between(first, last) < last < rank_between(last, None)


def test_there_is_a_place_however_often_the_same_gap_is_used() -> None:
    low, high = first_ranks(2)
    for _ in range(200):
        high = rank_between(low, high)
        assert low < high
    assert len(high) <= 100  # as long as the column allows


def test_databases_sort_ranks_byte_by_byte(store: Store, facilitator: Actor, project: UUID) -> None:
    # A collation that ignores case would put "a0" before "Zz".
    ranks = ["Zz", "a0", "a0V", "aB", "ab", "b00"]
    phase = rows_of(store, Phase, project_id=project)[0].id
    with store.writing() as session:
        session.add_all(
            Touchpoint(name=rank, phase_id=phase, project_id=project, rank=rank) for rank in reversed(ranks)
        )
    assert [entry.name for entry in list_touchpoints(store, facilitator, project)] == ranks


def test_every_rank_column_sorts_so_whatever_the_language_of_the_database(store: Store) -> None:
    inspector = inspect(store.engines.read)
    by_bytes = {None} if store.settings.sqlite_file else {"C"}
    ranked = [table.name for table in ENTITIES.metadata.sorted_tables if "rank" in table.columns]
    assert len(ranked) > 4
    for table in ranked:
        (rank,) = [column for column in inspector.get_columns(table) if column["name"] == "rank"]
        assert {getattr(rank["type"], "collation", None)} == by_bytes
