"""Two rounds compared: each view by itself, and of customers only what chance does not explain."""

from __future__ import annotations

import pytest

from tests.touchpoints._rounds import customers, of_customers, team
from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, line, withheld
from touchpoints.kpi_status import Standing
from touchpoints.messages import in_english
from touchpoints.rounds_compared import RoundsCompared, customers_compared, finding_of_rounds

FEW_FAIR, FEW_BETTER = {3: 10, 4: 10}, {3: 8, 4: 12}


def said(compared: RoundsCompared) -> str:
    return in_english(finding_of_rounds(compared))


def test_the_team_is_compared_where_it_rated_in_both_rounds() -> None:
    compared = team({"Desk": -1, "Web": 1}, {"Desk": 1, "Web": 0, "Line": 2})
    assert [(move.name, move.before.value, move.after.value) for move in compared.moves] == [
        ("Desk", -1, 1),
        ("Web", 1, 0),
    ]
    assert [move.name for move in compared.rose] == ["Desk"]
    assert [move.name for move in compared.fell] == ["Web"]
    assert all(move.is_clear is None for move in compared.moves)
    assert said(compared) == "The team sees 1 of 2 touchpoints higher than in round 1, and 1 lower"


def test_a_room_of_too_few_is_not_compared() -> None:
    assert team({"Desk": {1: 3}}, {"Desk": 1}).moves == ()


def test_a_clear_change_of_customers_is_named_and_one_by_chance_is_not() -> None:
    compared = customers(
        {"Desk": BAD, "Line": FEW_FAIR, "Web": GOOD}, {"Desk": GOOD, "Line": FEW_BETTER, "Web": BAD}
    )
    assert [(move.name, move.is_clear) for move in compared.moves] == [
        ("Desk", True),
        ("Line", False),
        ("Web", True),
    ]
    assert said(compared) == "Customers since round 1: better at Desk, worse at Web"


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        (BAD, GOOD, "Customers find it better than in round 1: Desk"),
        (GOOD, BAD, "Customers find it worse than in round 1: Desk"),
        (FAIR, FAIR, "Customers: no clear difference since round 1"),
    ],
)
def test_what_customers_say_is_put_into_a_sentence(
    before: dict[int, int], after: dict[int, int], finding: str
) -> None:
    assert said(customers({"Desk": before}, {"Desk": after})) == finding


def test_more_comparisons_make_it_harder_to_be_clear() -> None:
    less, more = {3: 30, 4: 30}, {3: 18, 4: 42}
    alone = customers({"Desk": less}, {"Desk": more})
    others = {f"Touchpoint {number}": FAIR for number in range(40)}
    among = customers({"Desk": less} | others, {"Desk": more} | others)
    assert [move.name for move in alone.rose] == ["Desk"]
    assert among.rose == ()


def test_what_is_withheld_or_asked_in_one_round_alone_is_left_out() -> None:
    before = line(withheld("Desk"), *of_customers("1", {"Line": FAIR}).points, label="1")
    after = of_customers("2", {"Desk": GOOD, "Web": GOOD})
    compared = customers_compared(before, after, (1, 2), {})
    assert compared.moves == ()
    assert said(compared) == "Nothing was rated in both rounds yet"


@pytest.mark.parametrize(
    ("after", "target", "standing"),
    [
        (GOOD, 1.0, Standing.REACHED),
        (BAD, 1.0, Standing.MISSED),
        (FEW_FAIR, 0.5, Standing.OPEN),
        ({5: 1}, 2.0, Standing.OPEN),
    ],
)
def test_a_target_is_reached_for_customers_only_where_chance_is_ruled_out(
    after: dict[int, int], target: float, standing: Standing
) -> None:
    compared = customers({"Desk": FAIR}, {"Desk": after}, **{"id-desk": target})
    [move] = compared.moves
    assert move.standing is standing
    assert compared.with_standing(standing) == (move,)


@pytest.mark.parametrize(
    ("after", "standing"), [(1, Standing.REACHED), (0, Standing.MISSED), (2, Standing.REACHED)]
)
def test_for_the_team_its_median_tells(after: int, standing: Standing) -> None:
    assert team({"Desk": 0}, {"Desk": after}, Desk=1.0).moves[0].standing is standing


def test_without_a_target_nothing_is_reached_or_missed() -> None:
    assert team({"Desk": 0}, {"Desk": 1}).moves[0].standing is Standing.NO_TARGET


def test_the_largest_change_comes_first() -> None:
    compared = team({"Desk": 0, "Line": -2, "Web": 1}, {"Desk": 1, "Line": 1, "Web": 1})
    assert [move.name for move in compared.by_change] == ["Line", "Desk", "Web"]
    assert [move.name for move in compared.rose] == ["Line", "Desk"]
