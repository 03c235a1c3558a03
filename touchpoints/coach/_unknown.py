"""What nobody knows about the conditions at a touchpoint: an answer, and a finding of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from touchpoints.coach._hint import Case, Consequence, Hint, Topic, cases_of
from touchpoints.coach_facts import CoachFacts, TouchpointFact
from touchpoints.conditions import Conditions
from touchpoints.guide import Step
from touchpoints.messages import N_, Message, message, plural

Asked = Callable[[Conditions], StrEnum | None]
_NOT_KNOWN = "not_known"


def unknown(facts: CoachFacts, rule: str, what: str, asked: Asked) -> Iterator[Hint]:
    """The hint that nobody knows something at key touchpoints; `what` is the text id of a clause."""
    topic = Topic(
        f"{rule}-unknown",
        why=N_("What nobody knows, nobody can steer."),
        advice=N_("Ask the people who work there, and write down what they say."),
        step=Step.CURRENT_STATE,
        consequence=Consequence.LOOK,
        page="touchpoint_board",
        query={"depth": "key"},
    )
    cases = cases_where(facts, lambda one: asked(one) == _NOT_KNOWN)
    return topic.about(
        cases,
        lambda count, names: plural(
            "At {count} of {of} key touchpoints nobody knows {what}: {names}",
            "At {count} of {of} key touchpoints nobody knows {what}: {names}",
            count,
            of=len(facts.key),
            what=message(what),
            names=names,
        ),
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
