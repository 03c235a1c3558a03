"""Groups are formed so that none is small, and a picture follows another only where nobody is told by it."""

from __future__ import annotations

import pytest

from tests.touchpoints.room._room import BUDGET, ONE_SCALE, OTHER_SUBJECT, SUBJECT, TWO_SCALES, Game, Person
from touchpoints.room.basis import departments_alone
from touchpoints.room.picture import OTHERS


def alone(sheets: int = 0, **sizes: int) -> tuple[str, ...]:
    names = [(name, place) for name, n in sizes.items() for place in range(n)]
    departments = {f"{name}{place}": "" if name == "unsaid" else name for name, place in names}
    return departments_alone(dict.fromkeys(departments), departments, sheets, 5)


def people(n: int, department: str = "", *values: int) -> list[Person]:
    return [Person(department, values or (1,)) for _ in range(n)]


def split(game: Game) -> dict[str, int]:
    rated = game.reveal().picture.rate.subjects[SUBJECT]
    return {one.name: one.scales["experience"].n for one in rated.departments}


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ({"Sales": 6, "IT": 5}, ("Sales", "IT")),
        ({"Sales": 6, "IT": 5, "HR": 4}, ("Sales",)),
        ({"Sales": 6, "IT": 5, "HR": 3, "Law": 2}, ("Sales", "IT")),
        ({"Sales": 6, "IT": 5, "unsaid": 1}, ("Sales",)),
        ({"Sales": 6, "HR": 4}, ()),
        ({"Sales": 9}, ()),
        ({"HR": 4, "Law": 4}, ()),
        ({"Sales": 6, "IT": 5, "sheets": 5}, ("Sales", "IT")),
        ({"Sales": 6, "IT": 5, "sheets": 2}, ("Sales",)),
    ],
)
def test_small_departments_are_pooled_with_the_next_smallest(
    sizes: dict[str, int], expected: tuple[str, ...]
) -> None:
    assert alone(**sizes) == expected


def test_a_department_is_the_same_however_it_is_spelled() -> None:
    game = Game(ONE_SCALE, [*people(3, "IT"), *people(2, "it"), *people(5, "Sales")])
    assert sorted(split(game).values()) == [5, 5]
    game.people += people(5, "iT")
    assert sorted(split(game).values()) == [5, 10]


def test_groups_stay_as_the_first_picture_formed_them() -> None:
    game = Game(ONE_SCALE, [*people(6, "Sales"), *people(3, "IT"), *people(2)])
    assert split(game) == {"Sales": 6, OTHERS: 5}
    game.people += people(5, "IT")
    # IT alone would be eight now; the old three among the others could then be subtracted.
    assert split(game) == {"Sales": 6, OTHERS: 10}


def test_whoever_was_shown_in_a_group_stays_in_it() -> None:
    game = Game(ONE_SCALE, [*people(10, "Sales"), *people(10, "IT")])
    game.reveal()
    game.change(range(5), department="IT")
    game.change(range(10, 15), department="Sales")
    # Ten have changed, but only one of them his answer: in the room's figure it would be his alone.
    game.change([0], values=(-2,))
    assert split(game) == {"Sales": 10, "IT": 10}
    assert len(game.bases[1]) == 0


def test_five_who_change_one_question_do_not_cover_one_who_changes_another() -> None:
    game = Game(TWO_SCALES, people(10, "", 1, 1))
    game.reveal()
    game.change(range(4), values=(5, 1))
    game.change([4], values=(1, 5))
    assert game.reveal().bases == {}
    game.change([4], values=(5, 5))
    game.change(range(5, 9), values=(1, 5))
    assert game.reveal().picture.rate.subjects[SUBJECT].since == 3


def test_points_are_one_picture_of_all_subjects() -> None:
    game = Game(BUDGET, people(10, "", 10, 0))
    game.reveal()
    game.change(range(4), values=(4, 6))
    spent = game.reveal().picture.points
    assert spent is not None
    assert (spent.since, spent.subjects[OTHER_SUBJECT].given) == (1, 0)
    game.change([4], values=(4, 6))
    spent = game.reveal().picture.points
    assert spent is not None
    assert (spent.since, spent.subjects[OTHER_SUBJECT].given) == (3, 30)


def test_a_sheet_of_paper_is_a_person() -> None:
    game = Game(ONE_SCALE, [*people(3), *[Person("", (2,), is_on_paper=True)] * 2])
    assert game.reveal().picture.rate.subjects[SUBJECT].scales["experience"].counts[2] == 2
    game.people += [Person("", (2,), is_on_paper=True)] * 4
    assert game.reveal().bases == {}
    game.people += [Person("", (2,), is_on_paper=True)]
    assert game.reveal().picture.rate.subjects[SUBJECT].n == 10


@pytest.mark.parametrize("more", [0, 5])
def test_a_corrected_tally_may_be_about_a_single_sheet(more: int) -> None:
    sheets = [Person("", (2,), is_on_paper=True)] * 8
    game = Game(ONE_SCALE, [*people(5), *sheets])
    game.reveal()
    game.change(range(5, 13), values=(-2,))
    game.people += sheets[:more]
    assert game.reveal().bases == {}


def test_a_higher_floor_holds_as_the_lowest_does() -> None:
    game = Game(ONE_SCALE, people(7), floor=8)
    assert game.reveal().picture.rate.subjects == {}
    game.people += people(1)
    assert game.reveal().picture.rate.subjects[SUBJECT].n == 8
    game.people += people(7)
    assert game.reveal().bases == {}


def test_nothing_new_is_no_new_picture() -> None:
    game = Game(ONE_SCALE, people(6))
    game.reveal()
    assert game.reveal().picture.rate.subjects[SUBJECT].since == 1
