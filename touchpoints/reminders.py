"""Whom to remind of what in a plan: for each owner what is overdue, and what is due this week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from touchpoints.messages import Message, message
from touchpoints.plan import Concern, PlannedAction


@dataclass(frozen=True)
class Reminder:
    """What one owner is reminded of, the oldest first; of what has no owner, `owner_id` is None."""

    owner_id: UUID | None
    owner: str
    overdue: tuple[PlannedAction, ...]
    this_week: tuple[PlannedAction, ...]


def reminders_of(
    actions: Sequence[PlannedAction], concerns: Mapping[UUID, frozenset[Concern]]
) -> tuple[Reminder, ...]:
    """A reminder for each owner who needs one, by name; last that of what nobody owns."""
    owned: dict[UUID | None, list[PlannedAction]] = defaultdict(list)
    for action in sorted(actions, key=lambda one: (one.due_on or date.max, one.name.casefold(), one.id)):
        owned[action.owner_id].append(action)
    reminders = [_reminder(owner_id, members, concerns) for owner_id, members in owned.items()]
    needed = [one for one in reminders if one.overdue or one.this_week]
    return tuple(sorted(needed, key=lambda one: (one.owner_id is None, one.owner.casefold())))


def _reminder(
    owner_id: UUID | None, actions: Sequence[PlannedAction], concerns: Mapping[UUID, frozenset[Concern]]
) -> Reminder:
    overdue, this_week = (
        tuple(action for action in actions if concern in concerns[action.id])
        for concern in (Concern.OVERDUE, Concern.THIS_WEEK)
    )
    return Reminder(owner_id, actions[0].owner or "", overdue, this_week)


def lines_of(reminder: Reminder) -> Iterator[Message]:
    """The reminder line by line, as it stands in a mail; a heading only where something stands below it."""
    for heading, actions in (
        (message("Overdue:"), reminder.overdue),
        (message("Due this week:"), reminder.this_week),
    ):
        if actions:
            yield heading
            yield from map(_line, actions)


def _line(action: PlannedAction) -> Message:
    """What until when, and where."""
    # Both concerns are about a date, so there is one.
    day = action.due_on or date.max
    if action.touchpoint is None:
        return message("- {name} (until {day})", name=action.name, day=day)
    touchpoint = action.touchpoint
    return message("- {name} (until {day}; {touchpoint})", name=action.name, day=day, touchpoint=touchpoint)
