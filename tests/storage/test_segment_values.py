"""What segments are worth is filled from a list of customers, and put back as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.history import list_changes
from storage.intents import NoSuchRow
from storage.segment_values import (
    SegmentValue,
    list_segment_values,
    put_segment_values_back,
    take_customer_list,
)
from storage.segments import add_segment, change_segment
from storage.store import Store
from tests.storage.conftest import Opened
from touchpoints.customer_list import SegmentSums, read_customers
from touchpoints.model import AbcClass

TODAY = date(2026, 3, 2)
Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


def sums() -> tuple[SegmentSums, ...]:
    """Companies: 2 with 50,000 and a contribution of 30,000; families: 1 with 2,000, nothing else known."""
    read = read_customers("1;companies;20000;10000;3\n2;companies;30000;20000;3\n3;Families;2000")
    return read.segments


def values(where: Where) -> dict[str, SegmentValue]:
    return {one.name: one for one in list_segment_values(*where)}


def test_a_list_fills_the_segments_that_are_there_and_adds_the_others(where: Where) -> None:
    add_segment(*where, "Companies")
    take_customer_list(*where, sums(), TODAY, Decimal("0.1"))
    found = values(where)
    assert list(found) == ["Companies", "Families"]
    companies = found["Companies"]
    assert (companies.customers, companies.revenue, companies.contribution) == (2, 50_000, 30_000)
    assert (companies.abc, companies.abc_is_assumed, companies.listed_on) == (AbcClass.A, False, TODAY)
    assert companies.classified_on == TODAY
    # 15,000 a year from one: 13,636.36 + 12,396.69 + 11,269.72, which remains an assumption.
    assert companies.lifetime_value == Decimal("37302.78")
    assert companies.lifetime_value_is_assumed
    assert (found["Families"].abc, found["Families"].lifetime_value) == (AbcClass.C, None)


def test_what_the_list_does_not_say_stays_as_it_was(where: Where) -> None:
    id_ = add_segment(*where, "Families")
    change_segment(*where, id_, 1, {"lifetime_value": Decimal(900), "years": Decimal(4), "attractiveness": 5})
    take_customer_list(*where, sums(), TODAY)
    families = values(where)["Families"]
    assert (families.lifetime_value, families.years, families.attractiveness) == (900, 4, 5)
    assert not families.lifetime_value_is_assumed


def test_a_list_is_taken_back_whole(where: Where) -> None:
    add_segment(*where, "Companies")
    before = list_segment_values(*where)
    take_customer_list(*where, sums(), TODAY, Decimal("0.1"))
    added = [one.id for one in list_segment_values(*where) if one.name == "Families"]
    put_segment_values_back(*where, before, added)
    [companies] = list_segment_values(*where)
    assert (companies.abc, companies.revenue, companies.classified_on) == (None, None, None)


def test_a_list_that_is_sent_twice_is_stored_once(store: Store, facilitator: Actor, project: UUID) -> None:
    once = facilitator.once(uuid4())
    for _ in range(2):
        take_customer_list(store, once, project, sums(), TODAY)
    assert [one.version for one in list_segment_values(store, facilitator, project)] == [2, 2]


def test_the_history_says_what_the_list_changed(where: Where) -> None:
    take_customer_list(*where, sums(), TODAY)
    changed = {one.entity for one in list_changes(*where) if one.after.get("customers") == 2}
    assert changed == {"Segment"}


def test_another_projects_segment_is_not_put_back(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    add_segment(store, facilitator, other_project, "Companies")
    before = list_segment_values(store, facilitator, other_project)
    with pytest.raises(NoSuchRow):
        put_segment_values_back(store, facilitator, project, before)


def test_the_samples_segments_are_read_with_their_views(sample: Opened) -> None:
    first, *_ = list_segment_values(sample.store, sample.actor, sample.project)
    assert (first.abc, first.attractiveness, first.lifetime_value) == (AbcClass.A, 5, 4800)
    assert first.assumptions.value is None
