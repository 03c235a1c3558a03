"""A hint of the coach: what it saw, why that matters, what to do about it, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

from touchpoints.coach_facts import CoachFacts
from touchpoints.guide import Step
from touchpoints.messages import Message, Value, message, plural

_MOST_NAMED = 3


class Consequence(IntEnum):
    """What follows where nobody reacts; the gravest comes first."""

    BLOCKS = 1
    WEAKENS = 2
    LOOK = 3


@dataclass(frozen=True)
class Case:
    """One thing that a hint is about; `detail` is what of it counts, so that another one is a new case."""

    id: str
    name: str | Message
    detail: str = ""

    @property
    def key(self) -> str:
        """By this it is known again, whatever it is called by then."""
        return f"{self.id}:{self.detail}" if self.detail else self.id


class Named(Protocol):
    """Anything with an id and a name."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""


@dataclass(frozen=True)
class Hint:
    """What the coach has to say about some cases, and the page where they are mended."""

    id: str
    seen: Message
    why: str
    advice: str
    step: Step
    consequence: Consequence
    cases: tuple[Case, ...]
    page: str
    query: Mapping[str, str] = field(default_factory=dict)
    needs_sponsor: bool = False
    shows_cases: bool = True
    of_phases: bool = False

    @property
    def rule(self) -> str:
        """The id of the reminder, as METHOD.md writes it."""
        return f"R{int(self.id[1:3])}"

    @property
    def facts(self) -> tuple[str, ...]:
        """The fingerprint: the cases, one by one, so that each new one can be told."""
        return tuple(sorted(case.key for case in self.cases))

    @property
    def is_filtered(self) -> bool:
        """Whether its page can show the cases alone."""
        return self.shows_cases and self.page in (FILTERED_BY_PHASE if self.of_phases else FILTERED)


# The pages that show only what a hint is about, when their address names it.
FILTERED = frozenset(
    {
        *("findings", "goals", "import_survey", "kpis", "options", "segments", "todo_plan"),
        *("touchpoint_board", "voices"),
    }
)
# The pages that show only the phases that a hint is about.
FILTERED_BY_PHASE = frozenset({"target_journey", "touchpoint_board"})


@dataclass(frozen=True)
class Topic:
    """All of a hint that does not depend on the project; `id` is the rule's with a word, such as r13-few."""

    id: str
    why: str
    advice: str
    step: Step
    consequence: Consequence
    page: str
    query: Mapping[str, str] = field(default_factory=dict)
    needs_sponsor: bool = False
    # Whether the page can list the cases, or what lies in them where they are phases.
    shows_cases: bool = True
    of_phases: bool = False

    def about(self, cases: Iterable[Case], say: Callable[[int, Value], Message]) -> Iterator[Hint]:
        """The hint, if there is a case; `say` is given how many there are, and the first of them by name."""
        found = tuple(cases)
        if found:
            yield Hint(cases=found, seen=say(len(found), names_of(found)), **vars(self))


def cases_of(things: Iterable[Named]) -> Iterator[Case]:
    """Things that are cases as they are."""
    return (Case(one.id, one.name) for one in things)


def names_of(cases: tuple[Case, ...]) -> Value:
    """Up to three names within a sentence, and how many more there are."""
    first, *rest = [case.name for case in cases]
    if not rest:
        return first
    if len(rest) == 1:
        return message("{first} and {last}", first=first, last=rest[0])
    if len(rest) < _MOST_NAMED:
        return message("{first}, {second} and {third}", first=first, second=rest[0], third=rest[1])
    return plural(
        "{first}, {second}, {third} and {count} more",
        "{first}, {second}, {third} and {count} more",
        len(cases) - _MOST_NAMED,
        first=first,
        second=rest[0],
        third=rest[1],
    )


@dataclass(frozen=True)
class Rule:
    """One reminder of the method; `find` is pure and fires on facts alone, never on how a thing is worded."""

    id: str
    reminder: str
    find: Callable[[CoachFacts], Iterable[Hint]]
