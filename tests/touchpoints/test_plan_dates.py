"""A shift of dates moves what depends on it, by as many days, and nothing else."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints._plans import action, day
from touchpoints.model import ActionStatus
from touchpoints.plan import PlannedAction, Span
from touchpoints.plan_dates import DateMove, shift_plan

CHAIN = [
    action(1, starts_on=0, due_on=4),
    action(2, 1, starts_on=5, due_on=9),
    action(3, 2, due_on=20),
    action(4, starts_on=0, due_on=4),
]


def moved(actions: list[PlannedAction], number: int, new: Span) -> dict[str, Span]:
    """What gets other dates, by name."""
    return {move.name: move.after for move in shift_plan(actions, UUID(int=number), new)}


def test_what_depends_on_it_moves_by_as_many_days() -> None:
    assert moved(CHAIN, 1, Span(day(0), day(11))) == {
        "1": Span(day(0), day(11)),
        "2": Span(day(12), day(16)),
        "3": Span(None, day(27)),
    }


def test_a_move_says_what_was_and_comes_first_for_the_one_asked_for() -> None:
    first, *_ = shift_plan(CHAIN, UUID(int=2), Span(day(6), day(10)))
    assert first == DateMove(UUID(int=2), "2", Span(day(5), day(9)), Span(day(6), day(10)))


def test_an_earlier_end_pulls_what_depends_on_it() -> None:
    assert moved(CHAIN, 1, Span(day(-2), day(2))) == {
        "1": Span(day(-2), day(2)),
        "2": Span(day(3), day(7)),
        "3": Span(None, day(18)),
    }


def test_it_is_pulled_only_as_far_as_all_else_it_depends_on_allows() -> None:
    actions = [
        action(1, due_on=9),
        action(2, due_on=6),
        action(3, status=ActionStatus.DONE, due_on=9),
        action(4, 1, 2, 3, starts_on=10, due_on=12),
    ]
    assert moved(actions, 1, Span(None, day(0)))["4"] == Span(day(7), day(9))


def test_what_is_done_stays_and_nothing_is_moved_through_it() -> None:
    for status in (ActionStatus.DONE, ActionStatus.DROPPED):
        actions = [
            action(1, due_on=1),
            action(2, 1, due_on=2, status=status),
            action(3, 2, due_on=3),
        ]
        assert set(moved(actions, 1, Span(None, day(5)))) == {"1"}
        assert set(moved(actions, 2, Span(None, day(5)))) == {"2"}


def test_a_new_start_alone_and_a_first_date_move_nothing_else() -> None:
    assert set(moved(CHAIN, 1, Span(day(2), day(4)))) == {"1"}
    undated = [action(1), action(2, 1, due_on=3)]
    assert set(moved(undated, 1, Span(None, day(9)))) == {"1"}


def test_the_same_dates_move_nothing() -> None:
    assert shift_plan(CHAIN, UUID(int=1), CHAIN[0].span) == ()


def test_days_pass_through_an_action_without_dates() -> None:
    actions = [action(1, due_on=1), action(2, 1), action(3, 2, due_on=3)]
    assert moved(actions, 1, Span(None, day(3))) == {"1": Span(None, day(3)), "3": Span(None, day(5))}


def test_a_circle_that_came_in_from_elsewhere_ends() -> None:
    actions = [action(1, 3, due_on=1), action(2, 1, due_on=2), action(3, 2, due_on=3)]
    assert set(moved(actions, 1, Span(None, day(2)))) == {"1", "2", "3"}


@st.composite
def plans(draw: st.DrawFn) -> list[PlannedAction]:
    """Up to ten actions, each depending on earlier ones behind whose ends it begins, some of them done."""
    ends: list[int] = []
    made = []
    for number in range(draw(st.integers(1, 10))):
        needs = sorted(draw(st.sets(st.integers(0, number - 1)))) if number else []
        begins = max((ends[needed] for needed in needs), default=0) + draw(st.integers(1, 5))
        ends.append(begins + draw(st.integers(0, 9)))
        status = draw(st.sampled_from([ActionStatus.PLANNED, ActionStatus.PLANNED, ActionStatus.DONE]))
        made.append(action(number, *needs, starts_on=begins, due_on=ends[-1], status=status))
    return made


@given(plans(), st.data())
def test_no_dependent_begins_before_what_it_waits_for_has_ended(
    plan: list[PlannedAction], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(plan))
    days = data.draw(st.integers(-20, 20))
    after = {one.id: one.span for one in plan} | {
        move.action_id: move.after for move in shift_plan(plan, chosen.id, chosen.span.shifted(days))
    }
    by_id = {one.id: one for one in plan}
    for one in plan:
        for needed in one.needs:
            is_held_up = not one.is_finished and not by_id[needed].is_finished
            # The one asked for may be put wherever somebody wants it; all others follow.
            if is_held_up and one is not chosen:
                assert after[needed].due_on < after[one.id].starts_on
    assert all(after[one.id] == one.span for one in plan if one.is_finished and one is not chosen)


@given(plans(), st.data())
def test_to_and_fro_later_leaves_all_as_it_was(plan: list[PlannedAction], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(plan))
    later = chosen.span.shifted(data.draw(st.integers(1, 30)))
    moves = shift_plan(plan, chosen.id, later)
    lengths = {move.name: (move.after.due_on - move.before.due_on).days for move in moves}
    assert set(lengths.values()) == {(later.due_on - chosen.due_on).days}
