"""How far a question of the guide is answered, each in one of several ways, and how that is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from touchpoints.messages import Message, message, plural
from touchpoints.project_facts import KEY, Has, ProjectFacts, Thing


@dataclass(frozen=True)
class Progress:
    """How far a question is answered: `done` of `of`."""

    done: int
    of: int

    @property
    def is_answered(self) -> bool:
        """Whether nothing is missing, and there was something to answer at all."""
        return self.of > 0 and self.done >= self.of

    @property
    def is_begun(self) -> bool:
        """Whether something is there."""
        return self.done > 0


class Measure(Protocol):
    """A way to see how far a question is answered."""

    def count(self, facts: ProjectFacts) -> Progress:
        """How far it is."""
        ...

    def missing(self, facts: ProjectFacts) -> tuple[str, ...]:
        """The ids of what lacks an answer; none where the question is not about each of them."""
        ...

    def say(self, progress: Progress) -> Message:
        """What is still open of a question that is not answered."""
        ...


@dataclass(frozen=True)
class Each:
    """Answered when every touchpoint of the depth has it."""

    depth: str
    has: Has

    def count(self, facts: ProjectFacts) -> Progress:
        """The touchpoints that have it, of those at the depth."""
        return Progress(facts.count(self.depth, self.has), facts.count(self.depth))

    def missing(self, facts: ProjectFacts) -> tuple[str, ...]:
        """The touchpoints that do not have it."""
        return tuple(touchpoint.id for touchpoint in facts.at(self.depth) if not self.has(touchpoint))

    def say(self, progress: Progress) -> Message:
        """How many still lack it."""
        if progress.of == 0:
            return _nothing_at(self.depth)
        return _lacking(self.depth, progress.of - progress.done, progress.of)


def _nothing_at(depth: str) -> Message:
    if depth == KEY:
        return message("no key touchpoint is chosen yet")
    return message("the shortlist is still empty")


def _lacking(depth: str, count: int, of: int) -> Message:
    if depth == KEY:
        return plural(
            "open at {count} of {of} key touchpoints", "open at {count} of {of} key touchpoints", count, of=of
        )
    return plural(
        "open at {count} of {of} on the shortlist", "open at {count} of {of} on the shortlist", count, of=of
    )


@dataclass(frozen=True)
class Enough:
    """Answered when so many touchpoints of any depth have it; `say_so_far` is given how many do."""

    wanted: int
    has: Has
    say_so_far: Callable[[int, int], Message]

    def count(self, facts: ProjectFacts) -> Progress:
        """The touchpoints that have it, up to those wanted."""
        return Progress(min(facts.count(has=self.has), self.wanted), self.wanted)

    def missing(self, facts: ProjectFacts) -> tuple[str, ...]:  # noqa: ARG002 - any touchpoint will do
        """None."""
        return ()

    def say(self, progress: Progress) -> Message:
        """How many there are so far."""
        return self.say_so_far(progress.done, progress.of)


@dataclass(frozen=True)
class AnyFinding:
    """Answered when the team has written down a finding of one of these kinds."""

    kinds: frozenset[str]

    def count(self, facts: ProjectFacts) -> Progress:
        """One where there is any."""
        return Progress(int(bool(self.kinds & facts.findings)), 1)

    def missing(self, facts: ProjectFacts) -> tuple[str, ...]:  # noqa: ARG002 - the journey as a whole
        """None."""
        return ()

    def say(self, progress: Progress) -> Message:  # noqa: ARG002 - there is one way to be open
        """That there is none yet."""
        return message("nothing is written down yet")


@dataclass(frozen=True)
class EachThing:
    """Answered when every action, goal, KPI or decision of the project bears the mark."""

    thing: Thing
    mark: str

    def count(self, facts: ProjectFacts) -> Progress:
        """Those that bear it, of all."""
        return Progress(facts.count_things(self.thing, self.mark), facts.count_things(self.thing))

    def missing(self, facts: ProjectFacts) -> tuple[str, ...]:
        """The things that do not bear it."""
        return facts.without(self.thing, self.mark)

    def say(self, progress: Progress) -> Message:
        """How many still lack it."""
        if progress.of == 0:
            return _NONE_YET[self.thing]
        return _OPEN_THINGS[self.thing](progress.of - progress.done, progress.of)


@dataclass(frozen=True)
class AnyThing:
    """Answered when one thing of the kind bears the mark."""

    thing: Thing
    mark: str

    def count(self, facts: ProjectFacts) -> Progress:
        """One where there is any."""
        return Progress(min(facts.count_things(self.thing, self.mark), 1), 1)

    def missing(self, facts: ProjectFacts) -> tuple[str, ...]:
        """The things of which one has to bear it, until one does."""
        return () if self.count(facts).is_answered else facts.without(self.thing, self.mark)

    def say(self, progress: Progress) -> Message:  # noqa: ARG002 - there is one way to be open
        """That there is none yet."""
        return message("nothing is written down yet")


_NONE_YET: Mapping[Thing, Message] = {
    Thing.GOAL: message("no goal is set yet"),
    Thing.ACTION: message("no action is planned yet"),
    Thing.KPI: message("there is no KPI yet"),
    Thing.REVIEW: message("no review was held yet"),
    Thing.DECISION: message("no review has decided anything yet"),
}
_OPEN_THINGS: Mapping[Thing, Callable[[int, int], Message]] = {
    Thing.GOAL: lambda count, of: plural(
        "open at {count} of {of} goals", "open at {count} of {of} goals", count, of=of
    ),
    Thing.ACTION: lambda count, of: plural(
        "open at {count} of {of} actions", "open at {count} of {of} actions", count, of=of
    ),
    Thing.KPI: lambda count, of: plural(
        "open at {count} of {of} KPIs", "open at {count} of {of} KPIs", count, of=of
    ),
    Thing.REVIEW: lambda count, of: plural(
        "open at {count} of {of} reviews", "open at {count} of {of} reviews", count, of=of
    ),
    Thing.DECISION: lambda count, of: plural(
        "open at {count} of {of} decisions", "open at {count} of {of} decisions", count, of=of
    ),
}
