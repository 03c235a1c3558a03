"""How large the smallest group is that the shown cells give away together with a hidden one."""

from touchpoints.statistics.disclosure import OVERALL, POOLED, Cell, Table, flow


def given_away_with(cell: Cell, hidden: dict[Cell, int]) -> float:
    return sum(carried for _, carried in flow(Table(hidden), cell, enough=1000))


def test_a_hidden_cell_alone_in_its_wave_is_given_away_as_it_is() -> None:
    assert given_away_with(("a", "1"), {("a", "1"): 3, ("a", POOLED): 3}) == 3


def test_two_hidden_cells_of_a_wave_are_given_away_together() -> None:
    hidden = {("a", "1"): 3, ("b", "1"): 10, ("a", POOLED): 3, ("b", POOLED): 10}
    assert given_away_with(("a", "1"), hidden) == 13


def test_a_hidden_cell_whose_row_gives_it_away_hides_no_other() -> None:
    assert given_away_with(("a", "1"), {("a", "1"): 3, ("b", "1"): 10}) == 3


def test_a_square_gives_away_rows_and_columns_but_no_cell() -> None:
    square = {("a", "1"): 3, ("b", "1"): 10, ("a", "2"): 20, ("b", "2"): 20}
    assert given_away_with(("a", "1"), square) == 13


def test_where_every_margin_is_hidden_nothing_is_given_away() -> None:
    hidden = {("a", "1"): 3, ("a", POOLED): 3, (OVERALL, "1"): 3, (OVERALL, POOLED): 3}
    assert given_away_with(("a", "1"), hidden) == float("inf")


def test_the_cheapest_way_is_taken_first() -> None:
    table = Table(
        {("a", "1"): 3, ("b", "1"): 10, ("a", "2"): 20, ("b", "2"): 20, ("c", "1"): 50, ("c", "2"): 6}
    )
    ways = flow(table, ("a", "1"), 1000, lambda cell: (0, table.people[cell]))
    assert [way for way, _ in ways] == [
        (("a", "1"),),
        (("a", "2"), ("b", "2"), ("b", "1")),
        (("a", "2"), ("c", "2"), ("c", "1")),
    ]
