"""The verdict in one sentence: worked out from facts, and never more than they carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.outcomes import Outcomes, outcomes_of
from touchpoints.executive.plan_now import PlanNow, plan_now
from touchpoints.executive.watched_kpi import KpiState
from touchpoints.messages import N_, Message, message, plural

# Beyond this share of overdue actions nobody would say that all goes well.
_MANY_OVERDUE = 0.25


class Mood(StrEnum):
    """The verdict in a word."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"
    OPEN = "open"
    EMPTY = "empty"


MOOD_WORDS: Mapping[Mood, str] = {
    Mood.GOOD: N_("Going well"),
    Mood.MIXED: N_("Mixed"),
    Mood.BAD: N_("Off course"),
    Mood.OPEN: N_("Cannot be told yet"),
    Mood.EMPTY: N_("Nothing to judge yet"),
}
MOOD_SIGNS: Mapping[Mood, str] = {
    Mood.GOOD: "▲",
    Mood.MIXED: "◆",
    Mood.BAD: "▼",
    Mood.OPEN: "◇",
    Mood.EMPTY: "○",
}


@dataclass(frozen=True)
class Verdict:
    """The mood and what it rests on."""

    mood: Mood
    why: Message


@dataclass(frozen=True)
class _Grounds:
    """What the verdict is worked out from."""

    facts: ExecutiveFacts
    states: Counter[KpiState]
    outcomes: Outcomes
    plan: PlanNow
    measured: int

    @property
    def with_target(self) -> int:
        return self.states.total() - self.states[KpiState.NO_TARGET]


def verdict_of(facts: ExecutiveFacts) -> Verdict:
    """The verdict on one project today."""
    grounds = _Grounds(
        facts,
        Counter(one.state for one in facts.kpis),
        outcomes_of(facts.kpis),
        plan_now(facts.actions, facts.today),
        sum(bool(one.course.values) for one in facts.kpis),
    )
    return Verdict(_mood(grounds), reduce(_and_then, _reasons(grounds)))


def _mood(grounds: _Grounds) -> Mood:
    """Good needs a clear success and nothing against it; off course is more failure than success."""
    good, bad = _successes(grounds), _failures(grounds)
    if not grounds.measured:
        return Mood.OPEN if grounds.plan.all else Mood.EMPTY
    if not good and not bad:
        return Mood.OPEN
    if bad > good:
        return Mood.BAD
    return Mood.MIXED if bad or _is_behind(grounds) else Mood.GOOD


def _successes(grounds: _Grounds) -> int:
    return grounds.states[KpiState.REACHED] + len(grounds.outcomes.better)


def _failures(grounds: _Grounds) -> int:
    return grounds.states[KpiState.MISSED] + len(grounds.outcomes.worse)


def _is_behind(grounds: _Grounds) -> bool:
    """Whether the plan costs more than planned, or much of what is still to do is overdue."""
    plan = grounds.plan
    return bool(grounds.facts.overrun) or plan.late > _MANY_OVERDUE * plan.unfinished


def _reasons(grounds: _Grounds) -> Iterator[Message]:
    if not grounds.measured and not grounds.plan.all:
        yield message("no KPI has a value, and no action is planned")
        return
    yield _of_kpis(grounds)
    if grounds.measured:
        yield from _of_effects(grounds)
    yield from _of_plan(grounds.plan)
    if overrun := grounds.facts.overrun:
        amount = round(overrun)
        currency = grounds.facts.currency
        yield message(
            "the plan will cost {amount} {currency} more than planned", amount=amount, currency=currency
        )


def _of_kpis(grounds: _Grounds) -> Message:
    """How many targets are reached, and of the others only what there is."""
    states = grounds.states
    if not grounds.measured:
        return message("no KPI has been measured")
    if not grounds.with_target:
        return message("no KPI has a target")
    said = plural(
        "{count} of {all} KPI targets is reached",
        "{count} of {all} KPI targets are reached",
        states[KpiState.REACHED],
        all=grounds.with_target,
    )
    others = (
        (N_("{count} missed"), states[KpiState.MISSED]),
        (N_("{count} not yet"), states[KpiState.AHEAD]),
        (N_("{count} cannot be told"), states[KpiState.OPEN]),
    )
    return reduce(_listed, (Message(text, {"count": count}) for text, count in others if count), said)


def _of_effects(grounds: _Grounds) -> Iterator[Message]:
    """What the comparisons show; that nothing can be compared is said once something is done."""
    outcomes = grounds.outcomes
    if not outcomes.judged:
        if grounds.plan.done:
            yield message("no effect of an action can be told yet")
        return
    said = plural(
        "{count} of {all} before-and-after comparisons shows an improvement",
        "{count} of {all} before-and-after comparisons show an improvement",
        len(outcomes.better),
        all=outcomes.judged,
    )
    worse = message("{count} a deterioration", count=len(outcomes.worse))
    yield _listed(said, worse) if outcomes.worse else said


def _of_plan(plan: PlanNow) -> Iterator[Message]:
    if not plan.all:
        yield message("no action is planned")
    elif not plan.unfinished:
        yield message("all actions are done")
    elif plan.late:
        yield plural(
            "{count} of {all} open actions is overdue",
            "{count} of {all} open actions are overdue",
            plan.late,
            all=plan.unfinished,
        )
    else:
        yield message("no open action is overdue")


def _listed(first: Message, second: Message) -> Message:
    return message("{first}, {second}", first=first, second=second)


def _and_then(first: Message, second: Message) -> Message:
    return message("{first}; {second}", first=first, second=second)
