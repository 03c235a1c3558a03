"""What moves along when the dates of an action change: whatever depends on it keeps its distance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from touchpoints.plan import PlannedAction, Span


@dataclass(frozen=True)
class DateMove:
    """An action that gets other dates."""

    action_id: UUID
    name: str
    before: Span
    after: Span


def shift_plan(actions: Sequence[PlannedAction], action_id: UUID, new: Span) -> tuple[DateMove, ...]:
    """Give one action new dates, and all unfinished ones that depend on it as many days more or less.

    The one asked for comes first, then the others in the order in which they wait for each other. Counted is
    by how many days it ends later or earlier; weekends are days like others. What is done or dropped never
    moves, and nothing is moved through it. To an earlier date an action follows only as far as all else that
    it depends on allows. Without an end before and after, nothing else moves.
    """
    by_id = {action.id: action for action in actions}
    first = by_id[action_id]
    days = {action_id: _days_between(_end(first.span), _end(new))}
    is_felt = days[action_id] and not first.is_finished
    for action in _followers(actions, action_id) if is_felt else ():
        days[action.id] = _days_for(action, by_id, days)
    spans = {id_: by_id[id_].span.shifted(by) for id_, by in days.items()} | {action_id: new}
    moves = (DateMove(id_, by_id[id_].name, by_id[id_].span, span) for id_, span in spans.items())
    return tuple(move for move in moves if move.before != move.after)


def _followers(actions: Sequence[PlannedAction], action_id: UUID) -> Iterable[PlannedAction]:
    """The unfinished ones that depend on an action, each behind all of them that it depends on itself."""
    followed: Mapping[UUID, list[PlannedAction]] = defaultdict(list)
    for action in actions:
        for needed in () if action.is_finished else action.needs:
            followed[needed].append(action)
    seen, ordered = {action_id}, list[PlannedAction]()
    _visit(action_id, followed, seen, ordered)
    return reversed(ordered)


def _visit(
    id_: UUID, followed: Mapping[UUID, list[PlannedAction]], seen: set[UUID], ordered: list[PlannedAction]
) -> None:
    """Depth first without recursion: a chain may be as long as the plan, and a circle must end."""
    ahead = [iter(followed[id_])]
    path: list[PlannedAction] = []
    while ahead:
        action = next(ahead[-1], None)
        if action is None:
            ahead.pop()
            if path:
                ordered.append(path.pop())
        elif action.id not in seen:
            seen.add(action.id)
            path.append(action)
            ahead.append(iter(followed[action.id]))


def _days_for(action: PlannedAction, by_id: Mapping[UUID, PlannedAction], days: Mapping[UUID, int]) -> int:
    """By how much a follower moves: as what it depends on does, and by no more than the others allow."""
    begins = action.starts_on or action.due_on
    moved = [days[needed] for needed in action.needs if needed in days]
    others = [by_id[needed] for needed in action.needs if needed in by_id and needed not in days]
    ends = [other.due_on for other in others if other.due_on and not other.is_finished]
    limits = [min(0, (end - begins).days + 1) for end in ends if begins]
    farthest = max(moved)
    return farthest if farthest > 0 else max([farthest, *limits])


def _end(span: Span) -> date | None:
    return span.due_on or span.starts_on


def _days_between(before: date | None, after: date | None) -> int:
    return 0 if before is None or after is None else (after - before).days
