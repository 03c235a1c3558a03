"""The agenda of a review, made from what is due: what has the gravest consequence comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from touchpoints.kpi_status import Standing
from touchpoints.messages import Message, Value, message, plural

# More than so many of a kind, and nobody talks about any: the rest is one topic.
NAMED_OF_A_KIND = 5


class TopicKind(IntEnum):
    """Why something stands on the agenda, in the order in which it is talked about."""

    MISSED = 1
    BLOCKED = 2
    OVERDUE = 3
    DECIDED = 4
    UNMEASURED = 5
    IDEA = 6


@dataclass(frozen=True)
class DueKpi:
    """A KPI as it stands; `value` and `target` are written, with unit and n, since kinds differ."""

    id: UUID
    name: str
    standing: Standing
    value: str = ""
    target: str = ""
    target_on: date | None = None
    is_overdue: bool = False
    measured_on: date | None = None


@dataclass(frozen=True)
class DueAction:
    """An unfinished action; `blocked_by` is empty where nothing holds it up, `waiting` how many need it."""

    id: UUID
    name: str
    owner: str | None = None
    due_on: date | None = None
    blocked_by: str = ""
    waiting: int = 0


@dataclass(frozen=True)
class OpenIdea:
    """An idea that no action answers."""

    id: UUID
    text: str
    touchpoint: str | None = None
    from_contact_staff: bool = False


@dataclass(frozen=True)
class OpenDecision:
    """What the last review decided and nobody has finished; without an action nobody has begun."""

    text: str
    action_id: UUID | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Due:
    """All that may have to be talked about."""

    kpis: Sequence[DueKpi] = ()
    actions: Sequence[DueAction] = ()
    ideas: Sequence[OpenIdea] = ()
    decisions: Sequence[OpenDecision] = ()


@dataclass(frozen=True)
class AgendaTopic:
    """One topic in a sentence; at most one of the ids says what it is about."""

    kind: TopicKind
    said: Message
    kpi_id: UUID | None = None
    action_id: UUID | None = None
    finding_id: UUID | None = None


def agenda_of(due: Due, today: date) -> tuple[AgendaTopic, ...]:
    """The topics in order; of many of one kind the gravest, and then how many more there are."""
    topics = [
        *_of_kpis(due.kpis, today),
        *_of_actions(due.actions, today),
        *(_of_decision(decision) for decision in due.decisions),
        *(_of_idea(idea) for idea in sorted(due.ideas, key=lambda idea: not idea.from_contact_staff)),
    ]
    by_kind: dict[TopicKind, list[AgendaTopic]] = defaultdict(list)
    for topic in topics:
        by_kind[topic.kind].append(topic)
    return tuple(topic for kind in TopicKind for topic in _shortened(kind, by_kind[kind]))


def _shortened(kind: TopicKind, topics: Sequence[AgendaTopic]) -> Iterable[AgendaTopic]:
    """The first ones; one that is left alone is no rest."""
    if len(topics) <= NAMED_OF_A_KIND + 1:
        return topics
    more = _MORE[kind](len(topics) - NAMED_OF_A_KIND)
    return [*topics[:NAMED_OF_A_KIND], AgendaTopic(kind, more)]


def _of_kpis(kpis: Iterable[DueKpi], today: date) -> Iterator[AgendaTopic]:
    for kpi in kpis:
        if kpi.standing is Standing.MISSED:
            yield AgendaTopic(TopicKind.MISSED, _missed(kpi), kpi_id=kpi.id)
        elif kpi.is_overdue:
            yield AgendaTopic(TopicKind.UNMEASURED, _unmeasured(kpi), kpi_id=kpi.id)
        elif kpi.standing is Standing.OPEN and kpi.target_on is not None and kpi.target_on < today:
            yield AgendaTopic(TopicKind.UNMEASURED, _still_open(kpi, kpi.target_on), kpi_id=kpi.id)


def _missed(kpi: DueKpi) -> Message:
    return message("{kpi}: {value}, the target {target} is missed.", **_figures(kpi))


def _still_open(kpi: DueKpi, target_on: date) -> Message:
    if not kpi.value:
        return message(
            "{kpi}: the target {target} was set for {day}, and there is no value yet.",
            kpi=kpi.name,
            target=kpi.target,
            day=target_on,
        )
    return message(
        "{kpi}: {value}; whether the target {target} of {day} is reached cannot be told yet.",
        **_figures(kpi),
        day=target_on,
    )


def _unmeasured(kpi: DueKpi) -> Message:
    if kpi.measured_on is None:
        return message("{kpi}: the first value is still missing.", kpi=kpi.name)
    return message(
        "{kpi}: the next value is overdue, the last is of {day}.", kpi=kpi.name, day=kpi.measured_on
    )


def _figures(kpi: DueKpi) -> dict[str, Value]:
    return {"kpi": kpi.name, "value": kpi.value, "target": kpi.target}


def _of_actions(actions: Iterable[DueAction], today: date) -> Iterator[AgendaTopic]:
    """Those that hold up most others first, then those that are overdue longest."""
    for action in sorted(actions, key=lambda one: (-one.waiting, one.due_on or date.max)):
        if action.blocked_by:
            yield AgendaTopic(TopicKind.BLOCKED, _blocked(action), action_id=action.id)
        elif action.due_on is not None and action.due_on < today:
            said = _overdue(action, (today - action.due_on).days)
            yield AgendaTopic(TopicKind.OVERDUE, said, action_id=action.id)


def _blocked(action: DueAction) -> Message:
    # Whoever wrote a whole sentence has ended it himself.
    who, reason = _who(action.owner), action.blocked_by.rstrip().removesuffix(".")
    if action.waiting:
        return plural(
            "{action} ({who}) is blocked: {reason}. {count} other action waits for it.",
            "{action} ({who}) is blocked: {reason}. {count} other actions wait for it.",
            action.waiting,
            action=action.name,
            who=who,
            reason=reason,
        )
    return message("{action} ({who}) is blocked: {reason}.", action=action.name, who=who, reason=reason)


def _overdue(action: DueAction, days: int) -> Message:
    return plural(
        "{action} ({who}) is {count} day overdue.",
        "{action} ({who}) is {count} days overdue.",
        days,
        action=action.name,
        who=_who(action.owner),
    )


def _who(owner: str | None) -> Value:
    return owner or message("nobody yet")


def _of_decision(decision: OpenDecision) -> AgendaTopic:
    if decision.action_id is None:
        said = message("Decided the last time, and no action yet: {decision}", decision=decision.text)
    else:
        said = message(
            "Decided the last time, and not done yet ({who}): {decision}",
            decision=decision.text,
            who=_who(decision.owner),
        )
    return AgendaTopic(TopicKind.DECIDED, said, action_id=decision.action_id)


def _of_idea(idea: OpenIdea) -> AgendaTopic:
    said = (
        message("Idea without an answer, {touchpoint}: {idea}", touchpoint=idea.touchpoint, idea=idea.text)
        if idea.touchpoint
        else message("Idea without an answer: {idea}", idea=idea.text)
    )
    return AgendaTopic(TopicKind.IDEA, said, finding_id=idea.id)


_MORE: dict[TopicKind, Callable[[int], Message]] = {
    TopicKind.MISSED: lambda n: plural(
        "{count} more KPI has missed its target.", "{count} more KPIs have missed their targets.", n
    ),
    TopicKind.BLOCKED: lambda n: plural(
        "{count} more action is blocked.", "{count} more actions are blocked.", n
    ),
    TopicKind.OVERDUE: lambda n: plural(
        "{count} more action is overdue.", "{count} more actions are overdue.", n
    ),
    TopicKind.DECIDED: lambda n: plural(
        "{count} more decision of the last time is not done.",
        "{count} more decisions of the last time are not done.",
        n,
    ),
    TopicKind.UNMEASURED: lambda n: plural(
        "{count} more KPI waits for a value.", "{count} more KPIs wait for a value.", n
    ),
    TopicKind.IDEA: lambda n: plural(
        "{count} more idea has no answer.", "{count} more ideas have no answer.", n
    ),
}
