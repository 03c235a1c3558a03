"""No figure for fewer than five people is shown, none can be computed, and nothing else is withheld."""

import random
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchpoints.statistics import OVERALL, POOLED, withheld_cells

Cell = tuple[str, str]
Survey = tuple[dict[Cell, int], dict[str, int]]
UNSAID = "?"

# Many cells near the floor, some empty, some large; and of those who gave no segment a few, none, or many.
cells = st.one_of(st.integers(0, 6), st.sampled_from([8, 20, 300]))


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    values, waves = "abcd"[: draw(st.integers(1, 4))], "123"[: draw(st.integers(1, 3))]
    n = {(value, wave): draw(cells) for value in values for wave in waves}
    return n, {wave: sum(n[value, wave] for value in values) + draw(cells) for wave in waves}


def people_of(survey: Survey) -> dict[Cell, int]:
    """The people per cell that no margin sums up, those without a segment among them."""
    n, totals = survey
    unsaid = {
        (UNSAID, wave): total - sum(n[cell] for cell in n if cell[1] == wave)
        for wave, total in totals.items()
    }
    return {cell: count for cell, count in (n | unsaid).items() if count}


def published(people: dict[Cell, int]) -> dict[Cell, list[Cell]]:
    """Every cell that is shown unless withheld, with the cells that it sums up."""
    rows = {row for row, _ in people} - {UNSAID}
    waves = {wave for _, wave in people}
    every = [(row, wave) for row in {*rows, OVERALL} for wave in {*waves, POOLED}]
    parts = {
        (row, wave): [c for c in people if row in (c[0], OVERALL) and wave in (c[1], POOLED)]
        for row, wave in every
    }
    return {cell: summed for cell, summed in parts.items() if summed}


def groups_under_five(people: dict[Cell, int]) -> Iterator[set[Cell]]:
    few = [cell for cell in people if people[cell] < 5]
    for size in range(1, 5):
        for group in combinations(few, size):
            if sum(people[cell] for cell in group) < 5:
                yield set(group)


def given_away(survey: Survey, withheld: frozenset[Cell]) -> list[set[Cell]]:
    """Groups under five that some sum and difference of shown cells counts: a test by linear algebra."""
    people = people_of(survey)
    shown = [parts for cell, parts in published(people).items() if cell not in withheld]
    if not shown:
        return []
    figures = np.array([[float(cell in parts) for cell in people] for parts in shown])
    known = np.linalg.pinv(figures) @ figures
    groups = list(groups_under_five(people))
    wanted = np.array([[float(cell in group) for cell in people] for group in groups])
    if not groups:
        return []
    unknown = np.abs(wanted - wanted @ known).max(axis=1)
    return [group for group, distance in zip(groups, unknown, strict=True) if distance < 1e-6]


@given(surveys())
def test_no_sum_or_difference_of_shown_cells_is_a_figure_for_fewer_than_five(survey: Survey) -> None:
    assert given_away(survey, withheld_cells(survey[0], totals=survey[1])) == []


@given(surveys())
def test_no_cell_is_withheld_that_could_be_shown(survey: Survey) -> None:
    withheld = withheld_cells(survey[0], totals=survey[1])
    people = people_of(survey)
    for cell, parts in published(people).items():
        if cell in withheld and sum(people[part] for part in parts) >= 5:
            assert given_away(survey, withheld - {cell}) != []


@given(surveys(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(survey: Survey, chance: random.Random) -> None:
    n, totals = (list(part.items()) for part in survey)
    chance.shuffle(n)
    chance.shuffle(totals)
    assert withheld_cells(dict(n), totals=dict(totals)) == withheld_cells(survey[0], totals=survey[1])


def test_nothing_is_withheld_where_all_cells_are_large() -> None:
    assert withheld_cells({("f", "2017"): 5, ("m", "2017"): 80}, totals={"2017": 90}) == set()


def test_an_empty_cell_is_neither_shown_nor_withheld() -> None:
    assert withheld_cells({("f", "2017"): 0, ("m", "2017"): 80}) == set()
    assert withheld_cells({}) == set()


def test_the_smallest_other_cell_of_the_wave_hides_a_small_one() -> None:
    n = {("f", "2017"): 40, ("m", "2017"): 30, ("other", "2017"): 3}
    assert {cell for cell in withheld_cells(n) if cell[1] == "2017"} == {("other", "2017"), ("m", "2017")}


def test_ties_go_to_the_first_name() -> None:
    n = {("m", "2017"): 30, ("f", "2017"): 30, ("other", "2017"): 3}
    assert ("f", "2017") in withheld_cells(n)
    assert ("m", "2017") not in withheld_cells(n)


def test_people_without_a_segment_hide_a_small_cell_as_well() -> None:
    n = {("f", "2017"): 40, ("m", "2017"): 30, ("other", "2017"): 3}
    assert withheld_cells(n, totals={"2017": 75}) == {("other", "2017"), ("other", POOLED)}


def test_one_person_without_a_segment_is_not_given_away_either() -> None:
    n = {("f", "2017"): 40, ("m", "2017"): 30}
    assert ("m", "2017") in withheld_cells(n, totals={"2017": 71})


def test_a_second_wave_hides_what_the_pooled_row_would_tell() -> None:
    n = {("other", "2016"): 60, ("other", "2017"): 3, ("other", "2018"): 8}
    withheld = withheld_cells(n, totals={"2016": 200, "2017": 200, "2018": 200})
    assert withheld == {("other", "2017"), ("other", "2018")}


def test_a_value_small_in_every_wave_is_shown_pooled() -> None:
    n = {("other", wave): 4 for wave in ("2016", "2017", "2018")}
    withheld = withheld_cells(n, totals=dict.fromkeys(("2016", "2017", "2018"), 100))
    assert withheld == set(n)


def test_two_waves_and_two_values_hide_each_other_in_a_square() -> None:
    # Hiding one more cell in the wave and one more of the value is not enough: the two sums give it away.
    n = {("a", "1"): 3, ("b", "1"): 10, ("c", "1"): 50, ("a", "2"): 20, ("b", "2"): 20, ("c", "2"): 40}
    assert withheld_cells(n) == {("a", "1"), ("b", "1"), ("a", "2"), ("b", "2")}


def test_an_overall_row_under_the_floor_is_withheld() -> None:
    withheld = withheld_cells({("f", "2017"): 2, ("f", "2018"): 60}, totals={"2017": 4, "2018": 80})
    assert {(OVERALL, "2017"), ("f", "2017")} <= withheld


def test_a_survey_of_fewer_than_five_shows_nothing() -> None:
    n = {("f", "2017"): 2, ("m", "2017"): 2}
    assert withheld_cells(n) >= {(OVERALL, POOLED), (OVERALL, "2017"), ("f", "2017"), ("m", POOLED)}


def test_values_that_overlap_leave_nobody_without_a_segment() -> None:
    assert withheld_cells({("app", "2017"): 60, ("desk", "2017"): 50}, totals={"2017": 80}) == set()


def test_the_floor_may_be_raised() -> None:
    n = {("f", "2017"): 7, ("m", "2017"): 80}
    assert withheld_cells(n, totals={"2017": 100}) == set()
    assert ("f", "2017") in withheld_cells(n, floor=10, totals={"2017": 100})


def test_the_floor_may_not_be_lowered() -> None:
    with pytest.raises(ValueError, match="never lowered"):
        withheld_cells({}, floor=4)
