"""What nobody knows about the conditions at a touchpoint: an answer, and a finding of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from touchpoints.coach._hint import Case, Consequence, Hint, Topic, cases_of, names_of
from touchpoints.coach_facts import CoachFacts, TouchpointFact
from touchpoints.conditions import Conditions
from touchpoints.guide import Step
from touchpoints.messages import N_, Message, Value, message, plural

# A clause by each question that a rule asks, such as "how much know-how there is".
Asked = Mapping[str, str]
_NOT_KNOWN = "not_known"


def unknown(
    facts: CoachFacts, rule: str, asked: Asked, among: Iterable[TouchpointFact] | None = None
) -> Iterator[Hint]:
    """One hint for all that nobody knows of what a rule asks at key touchpoints, or at some `among` them."""
    topic = Topic(
        f"{rule}-unknown",
        why=N_("What nobody knows, nobody can steer."),
        advice=N_("Ask the people who work there, and write down what they say."),
        step=Step.CURRENT_STATE,
        consequence=Consequence.LOOK,
        page="touchpoint_board",
        query={"depth": "key"},
    )
    asked_at = facts.key if among is None else among
    found = [(one, open_) for one in asked_at if (open_ := _not_known(one.conditions, asked))]
    clauses = {name for _, names in found for name in names}
    if len(clauses) == 1:
        cases = (_case(one, one.name, names) for one, names in found)
        yield from topic.about(cases, _say_of_one(facts, asked, clauses))
    else:
        cases = (_case(one, _detailed(one, names, asked), names) for one, names in found)
        yield from topic.about(cases, _say_of_several(facts))


def _not_known(conditions: Conditions, asked: Asked) -> tuple[str, ...]:
    """The questions that were answered so, where they are asked at all."""
    return tuple(
        name for name in asked if getattr(conditions, name) == _NOT_KNOWN and conditions.is_asked(name)
    )


def _case(touchpoint: TouchpointFact, said: str | Message, names: Iterable[str]) -> Case:
    return Case(touchpoint.id, said, ",".join(sorted(names)))


def _detailed(touchpoint: TouchpointFact, names: tuple[str, ...], asked: Asked) -> Message:
    """A touchpoint with what is not known there, in brackets."""
    said = names_of(tuple(Case(name, message(asked[name])) for name in names))
    return message("{touchpoint} ({detail})", touchpoint=touchpoint.name, detail=said)


def _say_of_one(facts: CoachFacts, asked: Asked, clauses: Iterable[str]) -> Callable[[int, Value], Message]:
    [what] = (message(asked[name]) for name in clauses)
    return lambda count, names: plural(
        "At {count} of {of} key touchpoints nobody knows {what}: {names}",
        "At {count} of {of} key touchpoints nobody knows {what}: {names}",
        count,
        of=len(facts.key),
        what=what,
        names=names,
    )


def _say_of_several(facts: CoachFacts) -> Callable[[int, Value], Message]:
    return lambda count, names: plural(
        "At {count} of {of} key touchpoints something is not known: {names}",
        "At {count} of {of} key touchpoints something is not known: {names}",
        count,
        of=len(facts.key),
        names=names,
    )


def cases_where(facts: CoachFacts, is_so: Callable[[Conditions], bool]) -> Iterable[Case]:
    """The key touchpoints at which something is so."""
    return cases_of(one for one in facts.key if is_so(one.conditions))


def details_where(
    touchpoints: Iterable[TouchpointFact], detail: Callable[[TouchpointFact], Message | None]
) -> Iterator[Case]:
    """Touchpoints with what is the matter there, in brackets; those are left out of which nothing is said."""
    for one in touchpoints:
        said = detail(one)
        if said is not None:
            name = message("{touchpoint} ({detail})", touchpoint=one.name, detail=said)
            yield Case(one.id, name, said.text)
