"""What a timeline shows: the dated actions of a plan, in groups and in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from touchpoints.messages import Message, message, plural
from touchpoints.plan import Concern, PlannedAction, concerns_of


class Grouping(StrEnum):
    """What stands together on a timeline."""

    TOUCHPOINT = "touchpoint"
    OWNER = "owner"


@dataclass(frozen=True)
class Group:
    """Actions that stand together; the name is empty where they belong to nothing."""

    name: str
    actions: tuple[PlannedAction, ...]


@dataclass(frozen=True)
class Timeline:
    """The dated actions in groups, how many have no date, and on which day it is looked at."""

    grouping: Grouping
    groups: tuple[Group, ...]
    undated: int
    today: date

    @property
    def actions(self) -> tuple[PlannedAction, ...]:
        """All that have a date, in the order in which they are drawn."""
        return tuple(action for group in self.groups for action in group.actions)


def timeline_of(actions: Sequence[PlannedAction], grouping: Grouping, today: date) -> Timeline:
    """The groups in order of their first day, what belongs to none last."""
    found: dict[tuple[UUID | None, str], list[PlannedAction]] = defaultdict(list)
    dated = sorted((action for action in actions if first_day(action)), key=_in_time)
    for action in dated:
        found[_group_of(action, grouping)].append(action)
    groups = [Group(name, tuple(rows)) for (id_, name), rows in found.items() if id_]
    rest = [Group("", tuple(rows)) for (id_, _), rows in found.items() if not id_]
    return Timeline(grouping, (*groups, *rest), len(actions) - len(dated), today)


def first_day(action: PlannedAction) -> date | None:
    """When it begins, or at least the one day that is known of it."""
    return action.starts_on or action.due_on


def last_day(action: PlannedAction) -> date | None:
    """When it is due, or at least the one day that is known of it."""
    return action.due_on or action.starts_on


def finding_of_plan(actions: Sequence[PlannedAction], today: date) -> Message:
    """How the plan keeps its time, in one sentence."""
    unfinished = sum(not action.is_finished for action in actions)
    concerns = concerns_of(actions, today).values()
    overdue = sum(Concern.OVERDUE in found for found in concerns)
    if not unfinished:
        return message("Nothing is left to do")
    if not overdue:
        return plural(
            "{count} action is open, and in time", "{count} actions are open, all in time", unfinished
        )
    return plural(
        "{count} of {all} open actions is overdue",
        "{count} of {all} open actions are overdue",
        overdue,
        all=unfinished,
    )


def _group_of(action: PlannedAction, grouping: Grouping) -> tuple[UUID | None, str]:
    if grouping is Grouping.OWNER:
        return action.owner_id, action.owner or ""
    return action.touchpoint_id, action.touchpoint or ""


def _in_time(action: PlannedAction) -> tuple[date, date, str]:
    return first_day(action) or date.max, last_day(action) or date.max, action.name
