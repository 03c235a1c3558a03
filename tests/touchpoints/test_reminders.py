"""Reminders name for each owner what is overdue and what is due this week, and nothing else."""

from __future__ import annotations

from uuid import UUID

from tests.touchpoints._plans import MONDAY, action
from touchpoints.messages import in_english
from touchpoints.model import ActionStatus
from touchpoints.plan import PlannedAction, concerns_of
from touchpoints.reminders import Reminder, lines_of, reminders_of

ADA, BEN = {"owner_id": UUID(int=1), "owner": "Ada"}, {"owner_id": UUID(int=2), "owner": "ben"}


def reminders(*actions: PlannedAction) -> tuple[Reminder, ...]:
    return reminders_of(actions, concerns_of(actions, MONDAY))


def numbers(reminder: Reminder) -> tuple[list[str], list[str]]:
    return [one.name for one in reminder.overdue], [one.name for one in reminder.this_week]


def test_each_owner_gets_his_own_and_nobodys_come_last() -> None:
    found = reminders(
        action(1, due_on=-2), action(2, due_on=3, **BEN), action(3, due_on=-1, **ADA), action(4, **ADA)
    )
    assert [(one.owner, numbers(one)) for one in found] == [
        ("Ada", (["3"], [])),
        ("ben", ([], ["2"])),
        ("", (["1"], [])),
    ]


def test_whoever_has_nothing_due_is_not_reminded() -> None:
    assert reminders(action(1, due_on=7, **ADA), action(2, due_on=-9, status=ActionStatus.DONE, **BEN)) == ()


def test_what_is_blocked_and_late_is_named_too_the_oldest_first() -> None:
    [found] = reminders(action(1, due_on=-1, **ADA), action(2, due_on=-5, status=ActionStatus.BLOCKED, **ADA))
    assert numbers(found) == (["2", "1"], [])


def test_a_mail_has_a_heading_only_where_something_stands_below_it() -> None:
    [found] = reminders(action(1, due_on=2, **ADA), action(2, due_on=3, touchpoint="Desk", **ADA))
    assert [in_english(line) for line in lines_of(found)] == [
        "Due this week:",
        "- 1 (until 2026-03-04)",
        "- 2 (until 2026-03-05; Desk)",
    ]
