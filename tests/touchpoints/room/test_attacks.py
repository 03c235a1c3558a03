"""Whoever keeps all that was ever shown, and adds and subtracts it, finds nobody among fewer than five."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.touchpoints.room._attacker import Row, fewest_people
from tests.touchpoints.room._room import BUDGET, FLOOR, ONE_SCALE, SUBJECT, TWO_SCALES, Game, Person, games
from touchpoints.room.basis import Basis
from touchpoints.room.picture import OTHERS, Figure, Picture

# Full size in `make soak`; the tests attack as often as shows a wrong rule.
ATTACKS = settings(
    max_examples=int(os.environ.get("TOUCHPOINTS_ATTACKS", "120")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
Question = Callable[[tuple[int, ...]], Hashable]
WHOLE: Question = tuple
QUESTIONS: Sequence[Question] = (WHOLE, lambda values: values[0], lambda values: values[-1])

points_on_one = st.tuples(st.sampled_from([-1, 2]))
points_on_two = st.tuples(st.sampled_from([1, 5]), st.sampled_from([2, 3]))
spent = st.sampled_from([(10, 0), (4, 6), (0, 3)])


def is_in(person: Person, name: int, group: str | None, basis: Basis) -> bool:
    """Whether somebody stands in the figure of a group; None: in that of the room."""
    if person.values is None or group is None:
        return person.values is not None
    return group == OTHERS if person.is_on_paper else basis.people[str(name)].group == group


def row(room: Sequence[Person], group: str | None, basis: Basis, question: Question) -> Row:
    return {
        name: question(person.values)
        for name, person in enumerate(room)
        if person.values is not None and is_in(person, name, group, basis)
    }


def published(game: Game) -> Iterator[tuple[Sequence[Person], Basis, Picture]]:
    """The rooms of which a new picture was shown; all others saw an old one."""
    for room, drawn, picture in zip(game.rooms, game.bases, game.pictures, strict=True):
        for basis in drawn.values():
            yield room, basis, picture


def groups_shown(picture: Picture) -> list[str]:
    if picture.points:
        return [one.name for one in picture.points.departments]
    return [one.name for one in picture.rate.subjects[SUBJECT].departments]


def people_singled_out(game: Game) -> int:
    """The fewest people that any combination is about: of groups and the room, of any pictures."""
    return min(
        fewest_people(
            [
                row(room, group, basis, question)
                for room, basis, picture in published(game)
                for group in (None, *groups_shown(picture))
            ],
            FLOOR,
        )
        for question in QUESTIONS
    )


def check_figures_are_of_these_people(game: Game) -> None:
    """The attack would prove nothing about other figures than those that were shown."""
    for room, basis, picture in published(game):
        if picture.points:
            people = [person.values for person in room if person.values]
            assert picture.points.n == len(people)
            assert picture.points.subjects[SUBJECT].given == sum(values[0] for values in people)
            continue
        rated = picture.rate.subjects[SUBJECT]
        check_figure(rated.scales, row(room, None, basis, WHOLE))
        for one in rated.departments:
            check_figure(one.scales, row(room, one.name, basis, WHOLE))


def check_figure(scales: dict[str, Figure], people: Row) -> None:
    for place, figure in enumerate(scales.values()):
        said = [values[place] for values in people.values()]
        assert figure.n == len(said) >= FLOOR
        assert {value: n for value, n in figure.counts.items() if n} == {v: said.count(v) for v in said}


@ATTACKS
@given(games(ONE_SCALE, points_on_one))
def test_ratings_single_out_nobody(game: Game) -> None:
    check_figures_are_of_these_people(game)
    assert people_singled_out(game) == FLOOR


@ATTACKS
@given(games(TWO_SCALES, points_on_two))
def test_clouds_single_out_nobody(game: Game) -> None:
    check_figures_are_of_these_people(game)
    assert people_singled_out(game) == FLOOR


@ATTACKS
@given(games(BUDGET, spent))
def test_points_single_out_nobody(game: Game) -> None:
    check_figures_are_of_these_people(game)
    assert people_singled_out(game) == FLOOR


@ATTACKS
@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.data())
def test_watching_a_picture_grow_shows_nobody_who_joins(joining: list[int], data: st.DataObject) -> None:
    game = Game(ONE_SCALE, [])
    for n in joining:
        game.people += [Person(data.draw(departments), (1,)) for _ in range(n)]
        game.reveal()
    shown = [sizes(picture) for picture in game.pictures]
    for earlier in shown:
        for later in shown:
            changes = {later.get(group, 0) - earlier.get(group, 0) for group in {*earlier, *later}}
            assert all(change == 0 or abs(change) >= FLOOR for change in changes)


def sizes(picture: Picture) -> dict[str, int]:
    """How many stand in each figure, as everybody can read it off the wall."""
    rated = picture.rate.subjects.get(SUBJECT)
    if rated is None:
        return {}
    return {"room": rated.n} | {f"{one.name}!": one.scales["experience"].n for one in rated.departments}


departments = st.sampled_from(["Sales", "IT", "HR"])
moves = st.lists(st.tuples(departments, st.integers(0, 24), st.integers(1, 8), points_on_one), max_size=4)


@ATTACKS
@given(games(ONE_SCALE, points_on_one), moves)
def test_who_names_another_department_later_is_not_told_by_it(
    game: Game, moved: list[tuple[str, int, int, tuple[int, ...]]]
) -> None:
    for department, start, length, values in moved:
        game.change(range(start, min(start + length, len(game.people))), department=department)
        if start < len(game.people) and not game.people[start].is_on_paper:
            game.change([start], values=values)
        game.reveal()
    check_figures_are_of_these_people(game)
    assert people_singled_out(game) == FLOOR
