"""A new date has a reason, which stays with the action as a remark that holds both dates."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_parts import add_comment, list_comments
from storage.actions import add_action, change_action
from storage.checking import UnusableInput
from storage.due_dates import DateWithoutReason, set_new_date, take_new_date_back
from storage.intents import VersionConflict
from storage.store import Store
from tests.storage._plan import by_name

DAY = date(2026, 3, 2)
LATER = DAY + timedelta(days=9)
Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def oven(where: Where) -> UUID:
    return add_action(*where, {"name": "Oven", "starts_on": DAY - timedelta(days=5), "due_on": DAY})


def due(where: Where) -> date | None:
    return by_name(*where)["Oven"].due_on


def version(where: Where) -> int:
    return by_name(*where)["Oven"].version


def test_the_reason_is_kept_with_both_dates(where: Where, oven: UUID) -> None:
    set_new_date(*where, oven, version(where), LATER, "The supplier is late")
    [remark] = list_comments(*where, oven)
    assert (remark.text, remark.who) == ("The supplier is late", "Facilitator")
    assert (remark.due_before, remark.due_after, remark.is_of_new_date) == (DAY, LATER, True)
    assert due(where) == LATER


def test_a_plain_remark_is_of_no_date(where: Where, oven: UUID) -> None:
    add_comment(*where, oven, "Ask Eva")
    assert not list_comments(*where, oven)[0].is_of_new_date


def test_a_date_can_be_taken_away_with_a_reason_too(where: Where, oven: UUID) -> None:
    set_new_date(*where, oven, version(where), None, "Nobody knows yet")
    assert due(where) is None
    assert list_comments(*where, oven)[0].due_after is None


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_the_date_stays(where: Where, oven: UUID, reason: str) -> None:
    with pytest.raises(DateWithoutReason):
        set_new_date(*where, oven, version(where), LATER, reason)
    assert (due(where), list_comments(*where, oven)) == (DAY, ())


def test_the_same_date_changes_nothing(where: Where, oven: UUID) -> None:
    assert set_new_date(*where, oven, version(where), DAY, "") is None


def test_a_date_before_the_beginning_is_refused_whole(where: Where, oven: UUID) -> None:
    with pytest.raises(UnusableInput):
        set_new_date(*where, oven, version(where), DAY - timedelta(days=6), "Faster")
    assert (due(where), list_comments(*where, oven)) == (DAY, ())


def test_whoever_was_faster_is_not_overwritten(where: Where, oven: UUID) -> None:
    shown = version(where)
    change_action(*where, oven, shown, {"due_on": DAY + timedelta(days=1)})
    with pytest.raises(VersionConflict):
        set_new_date(*where, oven, shown, LATER, "Late")
    assert (due(where), list_comments(*where, oven)) == (DAY + timedelta(days=1), ())


def test_it_can_be_taken_back_whole(where: Where, oven: UUID) -> None:
    remark = set_new_date(*where, oven, version(where), LATER, "Late")
    assert remark is not None
    take_new_date_back(*where, remark)
    assert (due(where), list_comments(*where, oven)) == (DAY, ())


def test_taking_back_leaves_a_date_that_somebody_has_set_since(where: Where, oven: UUID) -> None:
    remark = set_new_date(*where, oven, version(where), LATER, "Late")
    assert remark is not None
    change_action(*where, oven, version(where), {"due_on": LATER + timedelta(days=1)})
    take_new_date_back(*where, remark)
    assert due(where) == LATER + timedelta(days=1)
