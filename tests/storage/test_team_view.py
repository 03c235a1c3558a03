"""What the team says is kept as counts of the round, within a budget, beside what customers named."""

from __future__ import annotations

from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.intents import NoSuchRow
from storage.journey import list_touchpoints
from storage.revisions import CONTENT, MEASUREMENTS
from storage.store import Store
from storage.team_view import (
    BUDGET,
    BudgetExceeded,
    MoreMentionsThanCustomers,
    NobodyAsked,
    PointsMissing,
    TeamView,
    count_mentions,
    give_points,
    rate_touchpoint,
    read_team_view,
)
from tests._stored import revision_of
from tests.storage._rows import history_of, rows_of
from tests.storage.conftest import Opened
from touchpoints.model import Aspect, Round, TeamAnswer

A, B = 0, 1


@pytest.fixture
def touchpoints(store: Store, facilitator: Actor, project: UUID) -> list[UUID]:
    """Two touchpoints."""
    add_touchpoints(store, facilitator, project, [NewTouchpoint("A"), NewTouchpoint("B")])
    return [entry.id for entry in list_touchpoints(store, facilitator, project)]


def view(store: Store, actor: Actor, project: UUID) -> TeamView:
    return read_team_view(store, actor, project)


def test_a_joint_rating_counts_as_one_answer_and_a_later_one_replaces_it(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, project)
    for point in (2, -1):
        rate_touchpoint(*where, touchpoints[A], Aspect.EXPERIENCE, {point: 1})
    assert view(*where).answers == {touchpoints[A]: {Aspect.EXPERIENCE: {-1: 1}}}
    [_, (_, _, before, after)] = history_of(store, "rate touchpoint")
    assert (before, after) == ({"experience": {"2": 1}}, {"experience": {"-1": 1}})


def test_a_room_is_kept_as_counts_per_point_and_aspect(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, project)
    rate_touchpoint(*where, touchpoints[A], Aspect.BRAND, {-2: 1, 0: 4, 2: 0})
    rate_touchpoint(*where, touchpoints[A], Aspect.PROMISE, {1: 5})
    assert view(*where).answers == {touchpoints[A]: {Aspect.BRAND: {-2: 1, 0: 4}, Aspect.PROMISE: {1: 5}}}


def test_a_rating_is_taken_back(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, project)
    rate_touchpoint(*where, touchpoints[A], Aspect.EXPERIENCE, {1: 1})
    rate_touchpoint(*where, touchpoints[A], Aspect.EXPERIENCE, {})
    assert view(*where).answers == {}
    assert rows_of(store, TeamAnswer) == []


def test_what_is_rated_belongs_to_the_round_in_which_it_was_rated(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, project)
    rate_touchpoint(*where, touchpoints[A], Aspect.EXPERIENCE, {1: 1})
    give_points(*where, {touchpoints[A]: 40})
    with store.writing() as session:
        session.add(Round(project_id=project, number=2))
    assert view(*where) == TeamView({}, {}, {}, None)
    rate_touchpoint(*where, touchpoints[A], Aspect.EXPERIENCE, {-2: 1})
    assert sorted(row.point for row in rows_of(store, TeamAnswer)) == [-2, 1]


def test_a_rating_is_a_measurement_and_not_content(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    def revisions() -> list[int]:
        return [revision_of(store, facilitator, project, scope) for scope in (CONTENT, MEASUREMENTS)]

    content, measurements = revisions()
    rate_touchpoint(store, facilitator, project, touchpoints[A], Aspect.EXPERIENCE, {1: 1})
    give_points(store, facilitator, project, {touchpoints[A]: 1})
    assert revisions() == [content, measurements + 2]


def test_points_are_given_out_of_a_budget_and_others_keep_theirs(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, project)
    give_points(*where, {touchpoints[A]: 60})
    give_points(*where, {touchpoints[B]: 40})
    found = view(*where)
    assert (found.points, found.points_given) == ({touchpoints[A]: 60, touchpoints[B]: 40}, BUDGET)
    with pytest.raises(BudgetExceeded) as refused:
        give_points(*where, {touchpoints[B]: 41})
    assert refused.value.message.values == {"given": 101, "budget": 100, "over": 1}
    assert view(*where) == found
    give_points(*where, {touchpoints[A]: 0})
    assert view(*where).points == {touchpoints[B]: 40}


def test_mentions_of_customers_stand_beside_the_points_with_how_many_were_asked(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, project)
    give_points(*where, {touchpoints[A]: 10})
    count_mentions(*where, {touchpoints[A]: 7, touchpoints[B]: 0}, 50)
    found = view(*where)
    assert (found.points, found.mentions, found.customers_asked) == (
        {touchpoints[A]: 10},
        {touchpoints[A]: 7, touchpoints[B]: 0},
        50,
    )
    count_mentions(*where, {touchpoints[B]: 3}, 20)
    assert (view(*where).mentions, view(*where).customers_asked) == ({touchpoints[B]: 3}, 20)
    count_mentions(*where, {}, None)
    assert (view(*where).mentions, view(*where).customers_asked) == ({}, None)


@pytest.mark.parametrize(
    ("mentions", "asked", "refused"),
    [
        (8, 7, MoreMentionsThanCustomers),
        (-1, 7, PointsMissing),
        (0, 0, PointsMissing),
        (1, None, NobodyAsked),
    ],
)
def test_mentions_that_cannot_be_are_refused(
    store: Store,
    facilitator: Actor,
    project: UUID,
    touchpoints: list[UUID],
    mentions: int,
    asked: int | None,
    refused: type[Exception],
) -> None:
    with pytest.raises(refused):
        count_mentions(store, facilitator, project, {touchpoints[A]: mentions}, asked)
    assert view(store, facilitator, project).mentions == {}


def test_points_below_zero_are_refused(
    store: Store, facilitator: Actor, project: UUID, touchpoints: list[UUID]
) -> None:
    with pytest.raises(PointsMissing):
        give_points(store, facilitator, project, {touchpoints[A]: -1})


def test_another_project_s_touchpoint_cannot_be_rated(
    store: Store, facilitator: Actor, other_project: UUID, touchpoints: list[UUID]
) -> None:
    where = (store, facilitator, other_project)
    with pytest.raises(NoSuchRow):
        rate_touchpoint(*where, touchpoints[A], Aspect.EXPERIENCE, {1: 1})
    with pytest.raises(NoSuchRow):
        give_points(*where, {touchpoints[A]: 1})
    with pytest.raises(NoSuchRow):
        count_mentions(*where, {touchpoints[A]: 1}, 2)


def test_the_sample_has_a_whole_budget_and_a_room_that_rated(sample: Opened) -> None:
    found = read_team_view(sample.store, sample.actor, sample.project)
    assert found.points_given == BUDGET
    assert {aspect for aspects in found.answers.values() for aspect in aspects} == set(Aspect)
