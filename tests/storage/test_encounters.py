"""Encounters are painted into cells: what is known stays, and every stroke can be undone."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.encounters import (
    Pair,
    Stroke,
    kept_at,
    paint,
    put_encounters_back,
    read_matrix,
)
from storage.entries import add_entry, bin_entry
from storage.intents import NoSuchRow
from storage.journey import list_touchpoints
from storage.segments import add_segment, bin_segment, list_segments
from storage.store import Store
from touchpoints.model import Depth, Encounter, Period

Where = tuple[Store, Actor, UUID]
Told = list[tuple[str, Decimal | None, str]]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def pair(where: Where) -> Pair:
    """Families at the counter, which is on the shortlist; the van is not."""
    counter, van = NewTouchpoint("Counter"), NewTouchpoint("Van")
    add_touchpoints(*where, [counter, van])
    set_depth(*where, [counter.id], Depth.SHORTLIST)
    return add_segment(*where, "Families"), counter.id


def told(where: Where, pair: Pair) -> Told:
    meetings = read_matrix(*where).cells.get(pair, ())
    return [(one.occasion, one.frequency, one.period) for one in meetings]


def test_the_matrix_is_the_shortlist_by_the_segments(where: Where, pair: Pair) -> None:
    matrix = read_matrix(*where)
    assert [name for _, name in matrix.touchpoints] == ["Counter"]
    assert [name for _, name in matrix.segments] == ["Families"]
    assert matrix.frequency(pair, Period.YEAR) is None


def test_a_stroke_is_stored_as_it_was_told_and_read_in_any_period(where: Where, pair: Pair) -> None:
    paint(*where, {pair: Stroke(2, Period.MONTH, "Bread for the week")})
    assert told(where, pair) == [("Bread for the week", 2, "month")]
    assert read_matrix(*where).frequency(pair, Period.YEAR) == pytest.approx(24)


def test_a_stroke_without_an_occasion_changes_the_one_encounter_and_keeps_its_occasion(
    where: Where, pair: Pair
) -> None:
    paint(*where, {pair: Stroke(2, Period.MONTH, "Bread")})
    paint(*where, {pair: Stroke(3, Period.WEEK)})
    assert told(where, pair) == [("Bread", 3, "week")]
    paint(*where, {pair: Stroke(None, Period.YEAR)})
    assert told(where, pair) == [("Bread", 3, "week")]


def test_another_occasion_is_another_encounter_and_both_add_up(where: Where, pair: Pair) -> None:
    paint(*where, {pair: Stroke(None, Period.YEAR)})
    assert told(where, pair) == [("", None, "year")]
    paint(*where, {pair: Stroke(12, Period.YEAR, "Bread")})
    paint(*where, {pair: Stroke(1, Period.MONTH, "Cake")})
    assert told(where, pair) == [("Bread", 12, "year"), ("Cake", 1, "month")]
    assert read_matrix(*where).frequency(pair, Period.YEAR) == pytest.approx(24)
    assert read_matrix(*where).has_several(pair)
    paint(*where, {pair: Stroke(99, Period.YEAR)})
    assert told(where, pair) == [("Bread", 12, "year"), ("Cake", 1, "month")]


def test_what_two_decimals_would_falsify_is_told_by_the_year(where: Where, pair: Pair) -> None:
    paint(*where, {pair: Stroke(0.003, Period.DAY)})
    [(_, frequency, period)] = told(where, pair)
    assert (frequency, period) == (Decimal("1.10"), "year")


def test_wiping_and_painting_are_undone_as_a_whole(where: Where, pair: Pair) -> None:
    paint(*where, {pair: Stroke(12, Period.YEAR, "Bread")})
    paint(*where, {pair: Stroke(1, Period.MONTH, "Cake")})
    before, kept = told(where, pair), kept_at(*where, [pair])
    paint(*where, {pair: None})
    assert told(where, pair) == []
    put_encounters_back(*where, [pair], kept)
    assert told(where, pair) == before
    paint(*where, {pair: Stroke(5, Period.DAY, "Tea")})
    put_encounters_back(*where, [pair], kept)
    assert told(where, pair) == before


def test_an_encounter_in_the_bin_comes_back_when_it_is_painted_again(where: Where, pair: Pair) -> None:
    values = {"segment_id": pair[0], "touchpoint_id": pair[1], "occasion": "Bread", "roles": "Sales"}
    id_ = add_entry(*where, Encounter, values)
    assert id_
    bin_entry(*where, Encounter, id_)
    paint(*where, {pair: Stroke(4, Period.WEEK, "Bread")})
    [meeting] = read_matrix(*where).cells[pair]
    assert (meeting.frequency, meeting.roles) == (4, "Sales")


def test_roles_are_painted_over_what_is_known_and_taken_back_with_it(where: Where, pair: Pair) -> None:
    def known() -> tuple[str, Decimal | None, str]:
        [meeting] = read_matrix(*where).cells[pair]
        return meeting.occasion, meeting.frequency, meeting.roles

    paint(*where, {pair: Stroke(4, Period.WEEK, "Bread")})
    kept = kept_at(*where, [pair])
    paint(*where, {pair: Stroke(None, Period.WEEK, roles="Sales")})
    assert known() == ("Bread", 4, "Sales")
    paint(*where, {pair: Stroke(5, Period.WEEK)})
    assert known() == ("Bread", 5, "Sales"), "who is not named stays"
    put_encounters_back(*where, [pair], kept)
    assert known() == ("Bread", 4, "")


def test_cells_that_say_only_that_they_meet_are_counted(where: Where, pair: Pair) -> None:
    paint(*where, {pair: Stroke(None, Period.YEAR, roles="Sales")})
    assert read_matrix(*where).bare == 1
    paint(*where, {pair: Stroke(2, Period.YEAR)})
    assert read_matrix(*where).bare == 0


def test_nothing_is_painted_into_another_project_and_no_stroke_is_half_stored(
    where: Where, pair: Pair, other_project: UUID
) -> None:
    store, actor, _ = where
    with pytest.raises(NoSuchRow):
        paint(store, actor, other_project, {pair: Stroke(1, Period.DAY)})
    with pytest.raises(NoSuchRow):
        paint(*where, {pair: Stroke(1, Period.DAY), (pair[0], uuid4()): Stroke(1, Period.DAY)})
    assert told(where, pair) == []
    assert kept_at(store, actor, other_project, [pair]) == ()


def test_a_segment_is_taken_back(where: Where, pair: Pair) -> None:
    bin_segment(*where, pair[0])
    assert list_segments(*where) == ()
    assert len(list_touchpoints(*where)) == 2
