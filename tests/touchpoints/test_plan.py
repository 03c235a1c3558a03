"""Which actions need attention today, and which wait for which."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.touchpoints._plans import MONDAY, action
from touchpoints.model import ActionStatus
from touchpoints.plan import Concern, concerns_of, waits_for

OWNED = {"owner_id": UUID(int=99)}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, set()),
        ({"due_on": -1}, {Concern.OVERDUE}),
        ({"due_on": 0}, {Concern.THIS_WEEK}),
        ({"due_on": 6}, {Concern.THIS_WEEK}),
        ({"due_on": 7}, set()),
        ({"status": ActionStatus.BLOCKED, "due_on": -3}, {Concern.BLOCKED, Concern.OVERDUE}),
        ({"owner_id": None}, {Concern.WITHOUT_OWNER}),
        ({"status": ActionStatus.DONE, "due_on": -1, "owner_id": None}, set()),
        ({"status": ActionStatus.DROPPED, "due_on": -1, "owner_id": None}, set()),
    ],
)
def test_what_needs_attention_is_seen(fields: dict[str, Any], expected: set[Concern]) -> None:
    [found] = concerns_of([action(1, **{**OWNED, **fields})], MONDAY).values()
    assert found == expected


def test_a_week_ends_on_sunday_whatever_today_is() -> None:
    sunday = date(2026, 3, 8)
    [found] = concerns_of([action(1, due_on=7, **OWNED)], sunday).values()
    assert found == set()


def test_an_action_waits_for_the_unfinished_ones_it_depends_on() -> None:
    actions = [
        action(1, status=ActionStatus.DONE, **OWNED),
        action(2, **OWNED),
        action(3, 1, **OWNED),
        action(4, 1, 2, **OWNED),
        action(5, 77, **OWNED),
    ]
    found = concerns_of(actions, MONDAY)
    assert [id_.int for id_, concerns in found.items() if Concern.WAITING in concerns] == [4]


def test_waiting_goes_through_others_and_ends_in_a_circle() -> None:
    one, two, three, four = (UUID(int=number) for number in range(1, 5))
    needs = {three: [two], two: [one], one: [three]}
    assert waits_for(needs, three, one)
    assert waits_for(needs, one, one)
    assert not waits_for(needs, three, four)
    assert not waits_for({three: [two]}, two, three)
