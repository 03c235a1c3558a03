"""The next round: what comes into the journey, what leaves it, what stays, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_status import set_status
from storage.actions import add_action, list_actions
from storage.board import NewTouchpoint, add_touchpoints, bin_touchpoints, restore_touchpoints, set_depth
from storage.checking import UnusableInput
from storage.goals import add_goal, list_goals
from storage.journey import list_phases, list_target_touchpoints, list_touchpoints
from storage.options import add_option, list_options
from storage.reviews import add_review
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, revisions_of
from storage.rounds import (
    OnlyRound,
    RoundBegunMeanwhile,
    RoundIsUsed,
    begin_next_round,
    can_take_back,
    list_rounds,
    take_back_round,
)
from storage.store import Store
from storage.surveys import store_survey
from storage.targets import add_planned_touchpoint, decide, read_decisions, read_targets, set_target
from storage.team_view import count_mentions, give_points, rate_touchpoint, read_team_view
from tests.storage._rows import history_of, only_row
from tests.storage._surveys import a_survey
from touchpoints.model import ActionStatus, Aspect, Decision, Depth, Touchpoint

Where = tuple[Store, Actor, UUID]
TODAY = date(2026, 7, 1)


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def desk(where: Where) -> UUID:
    return added(where, "Desk")


def added(where: Where, name: str) -> UUID:
    touchpoint = NewTouchpoint(name)
    add_touchpoints(*where, [touchpoint])
    return touchpoint.id


def names(where: Where) -> list[str]:
    return sorted(entry.name for entry in list_touchpoints(*where))


def test_a_project_has_its_first_round_and_the_next_one_follows_it(where: Where) -> None:
    begun = begin_next_round(*where, TODAY, "After the rebuilding")
    first, second = list_rounds(*where)
    assert (first.number, first.ended_on) == (1, TODAY)
    assert (second.id, second.number, second.name) == (begun, 2, "After the rebuilding")
    assert (second.started_on, second.ended_on) == (TODAY, None)


def test_what_was_decided_to_go_is_gone_and_what_was_planned_is_there(where: Where, desk: UUID) -> None:
    fax, form = added(where, "Fax"), added(where, "Form")
    decide(*where, fax, Decision.REMOVE)
    decide(*where, form, Decision.COMBINE, desk)
    app = add_planned_touchpoint(*where, "App", list_phases(*where)[0].id)
    begin_next_round(*where, TODAY)
    assert names(where) == ["App", "Desk"]
    rows = {id_: only_row(where[0], Touchpoint, id=id_) for id_ in (desk, fax, form, app)}
    rounds = {row.name: (row.first_round, row.last_round, row.is_planned) for row in rows.values()}
    assert rounds == {
        "Desk": (1, None, False),
        "Fax": (1, 1, False),
        "Form": (1, 1, False),
        "App": (2, None, False),
    }


def test_a_touchpoint_that_is_added_by_hand_belongs_to_the_round_that_is_on(where: Where, desk: UUID) -> None:
    begin_next_round(*where, TODAY)
    assert only_row(where[0], Touchpoint, id=added(where, "Kiosk")).first_round == 2
    assert only_row(where[0], Touchpoint, id=desk).first_round == 1


def test_what_lies_in_the_bin_is_not_decided_about(where: Where, desk: UUID) -> None:
    decide(*where, desk, Decision.REMOVE)
    bin_touchpoints(*where, [desk])
    begin_next_round(*where, TODAY)
    restore_touchpoints(*where, [desk])
    assert names(where) == ["Desk"]


def test_the_new_round_begins_empty_and_depths_stay(where: Where, desk: UUID) -> None:
    set_depth(*where, [desk], Depth.KEY)
    rate_touchpoint(*where, desk, Aspect.EXPERIENCE, {-1: 1})
    give_points(*where, {desk: 40})
    count_mentions(*where, {desk: 3}, 10)
    set_target(*where, desk, None, 1.0)
    decide(*where, desk, Decision.FOCUS)
    add_goal(*where, {"name": "Shorter wait"})
    add_option(*where, {"name": "A second desk", "touchpoint_id": desk})
    begin_next_round(*where, TODAY)
    view = read_team_view(*where)
    assert (view.answers, view.points, view.mentions, view.customers_asked) == ({}, {}, {}, None)
    assert (read_targets(*where).for_all, read_decisions(*where)) == ({}, {})
    assert (list_goals(*where), list_options(*where)) == ((), ())
    [entry] = list_touchpoints(*where)
    assert entry.depth is Depth.KEY


def test_unfinished_actions_go_along_and_finished_ones_stay_behind(where: Where) -> None:
    ids = {name: add_action(*where, {"name": name}) for name in ("Open", "Done", "Dropped")}
    set_status(*where, [ids["Done"]], ActionStatus.DONE, TODAY)
    set_status(*where, [ids["Dropped"]], ActionStatus.DROPPED, TODAY)
    begin_next_round(*where, TODAY)
    assert [(one.name, one.round) for one in list_actions(*where)] == [("Open", 1)]


def test_everything_that_was_kept_for_the_old_round_is_drawn_anew(where: Where) -> None:
    before = revisions_of(*where)
    begin_next_round(*where, TODAY)
    after = revisions_of(*where)
    assert all(after[scope] > before.get(scope, 0) for scope in (CONTENT, MEASUREMENTS, PLAN))


def test_two_who_begin_the_next_round_at_once_begin_one(where: Where) -> None:
    begin_next_round(*where, TODAY, after=1)
    with pytest.raises(RoundBegunMeanwhile):
        begin_next_round(*where, TODAY, after=1)
    assert len(list_rounds(*where)) == 2


def test_a_name_that_is_too_long_begins_nothing(where: Where) -> None:
    with pytest.raises(UnusableInput):
        begin_next_round(*where, TODAY, "a" * 81)
    assert len(list_rounds(*where)) == 1


def test_an_unused_round_is_taken_back_with_all_that_its_beginning_did(where: Where, desk: UUID) -> None:
    fax = added(where, "Fax")
    decide(*where, fax, Decision.REMOVE)
    add_planned_touchpoint(*where, "App", list_phases(*where)[0].id)
    rate_touchpoint(*where, desk, Aspect.EXPERIENCE, {-1: 1})
    begin_next_round(*where, TODAY)
    kiosk = added(where, "Kiosk")
    assert can_take_back(*where)
    take_back_round(*where)
    [first] = list_rounds(*where)
    assert (first.number, first.ended_on) == (1, None)
    assert names(where) == ["Desk", "Fax", "Kiosk"]
    assert [one.name for one in list_target_touchpoints(*where) if one.is_planned] == ["App"]
    assert desk in read_team_view(*where).answers
    assert not only_row(where[0], Touchpoint, id=kiosk).is_planned
    assert ("Round", "erased") in [line[:2] for line in history_of(where[0], "take round back")]


def test_the_first_round_cannot_be_taken_back(where: Where) -> None:
    assert not can_take_back(*where)
    with pytest.raises(OnlyRound):
        take_back_round(*where)


Use = Callable[[Where, UUID], object]
USES: dict[str, Use] = {
    "a rating": lambda where, desk: rate_touchpoint(*where, desk, Aspect.EXPERIENCE, {1: 1}),
    "importance": lambda where, desk: give_points(*where, {desk: 5}),
    "customers asked": lambda where, _: count_mentions(*where, {}, 12),
    "a target": lambda where, desk: set_target(*where, desk, None, 1.0),
    "a decision": lambda where, desk: decide(*where, desk, Decision.FOCUS),
    "a goal": lambda where, _: add_goal(*where, {"name": "Shorter wait"}),
    "an option": lambda where, desk: add_option(*where, {"name": "Desk two", "touchpoint_id": desk}),
    "an action": lambda where, _: add_action(*where, {"name": "Open earlier"}),
    "a review": lambda where, _: add_review(*where, {"name": "July"}),
    "a survey": lambda where, _: store_survey(*where, a_survey()),
}


@pytest.mark.parametrize("use", USES)
def test_a_round_in_which_something_was_done_stays(where: Where, desk: UUID, use: str) -> None:
    begin_next_round(*where, TODAY)
    USES[use](where, desk)
    assert not can_take_back(*where)
    with pytest.raises(RoundIsUsed):
        take_back_round(*where)
    assert len(list_rounds(*where)) == 2
