"""What one picture rests on: who answered what, in which group; and whether it may be shown after others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from touchpoints.room.floor import Pattern, pattern_of, patterns_of, singles_out
from touchpoints.room.picture import OTHERS


@dataclass(frozen=True)
class Answer:
    """One person's answer: a value per question, and the group that it is shown in."""

    group: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Paper:
    """Answers on paper, of which nobody knows whose they are: so many sheets, and what they add up to."""

    sheets: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Basis:
    """The answers under one picture, by pseudonym; `groups` are the departments that stand alone in it."""

    groups: tuple[str, ...]
    people: Mapping[str, Answer]
    paper: Paper = Paper()

    @property
    def n(self) -> int:
        """How many people it rests on; a sheet of paper is one of them."""
        return len(self.people) + self.paper.sheets

    def members(self, group: str) -> dict[str, Answer]:
        """Who is in a group."""
        return {name: answer for name, answer in self.people.items() if answer.group == group}


def laid_out(
    values: Mapping[str, tuple[int, ...]],
    departments: Mapping[str, str],
    paper: Paper,
    earlier: Sequence[Basis],
    floor: int,
) -> Basis:
    """The answers by pseudonym, dealt to groups that the first picture has fixed.

    Whoever was shown in a group stays in it, whatever department he names later: else he could be told from
    those who move with him.
    """
    departments = _spelled_alike(departments, earlier[0].groups if earlier else ())
    groups = earlier[0].groups if earlier else departments_alone(values, departments, paper.sheets, floor)
    shown = {name: answer.group for basis in earlier for name, answer in basis.people.items()}
    people = {}
    for name, given in values.items():
        department = departments.get(name, OTHERS)
        own = department if department in groups else OTHERS
        people[name] = Answer(shown.get(name, own), given)
    return Basis(groups, people, paper)


def _spelled_alike(departments: Mapping[str, str], groups: Sequence[str]) -> dict[str, str]:
    """The departments with one spelling each, that of a group where there is one: IT is it."""
    spellings = {name.casefold(): name for name in sorted(departments.values(), reverse=True)}
    spellings |= {name.casefold(): name for name in groups}
    return {person: spellings[name.casefold()] for person, name in departments.items()}


def departments_alone(
    names: Mapping[str, object], departments: Mapping[str, str], sheets: int, floor: int
) -> tuple[str, ...]:
    """The departments that stand alone, the largest first: no group has fewer people than the floor.

    All smaller ones are pooled as OTHERS, and where these stay too few, the next smallest joins them.
    """
    sizes = Counter(departments.get(name, OTHERS) for name in names)
    others = sheets + sum(n for name, n in sizes.items() if name == OTHERS or n < floor)
    alone = sorted(
        (name for name, n in sizes.items() if name != OTHERS and n >= floor),
        key=lambda name: (-sizes[name], name),
    )
    while alone and 0 < others < floor:
        others += sizes[alone.pop()]
    # A single group beside nobody is the whole room once more.
    return tuple(alone) if others or len(alone) > 1 else ()


def may_be_shown(new: Basis, earlier: Sequence[Basis], floor: int) -> bool:
    """Whether a picture keeps the floor, by itself and together with all that were shown before it."""
    if new.n < floor or (earlier and _is_same(new, earlier[-1])):
        return False
    pictures = [*earlier, new]
    return not any(
        singles_out(_patterns(pictures, group, question), floor)
        for group in (*new.groups, OTHERS)
        for question in (None, *range(_width(pictures)))
    )


def _is_same(new: Basis, old: Basis) -> bool:
    return new.people == old.people and new.paper == old.paper


def _width(pictures: Sequence[Basis]) -> int:
    """How many questions there are; a single one needs no look of its own."""
    widths = {len(answer.values) for basis in pictures for answer in basis.people.values()}
    return max(widths - {1}, default=0)


def _patterns(pictures: Sequence[Basis], group: str, question: int | None) -> Counter[Pattern]:
    """How the answers of a group went through the pictures: to one question, or None: to all as one."""
    groups = [basis.members(group) for basis in pictures]
    names = {name for members in groups for name in members}
    histories = ([_said(members.get(name), question) for members in groups] for name in names)
    patterns = patterns_of(histories)
    if group == OTHERS:
        patterns.update(_paper_patterns([basis.paper for basis in pictures]))
    return patterns


def _said(answer: Answer | None, question: int | None) -> tuple[int, ...] | int | None:
    if answer is None:
        return None
    return answer.values if question is None else answer.values[question]


def _paper_patterns(papers: Sequence[Paper]) -> Counter[Pattern]:
    """How sheets of paper went through the pictures: one that was counted once says the same ever after.

    Where a tally was corrected, not only grown, the difference may be about a single sheet.
    """
    if not all(_is_grown(old, new) for old, new in pairwise(papers)):
        return Counter({pattern_of([paper if paper.sheets else None for paper in papers]): 1})
    patterns: Counter[Pattern] = Counter()
    for place, (old, new) in enumerate(pairwise([Paper(), *papers])):
        if new.sheets > old.sheets:
            pattern = (*[None] * place, *[place] * (len(papers) - place))
            patterns[pattern] += new.sheets - old.sheets
    return patterns


def _is_grown(old: Paper, new: Paper) -> bool:
    """Whether a tally may be an earlier one with more sheets, or none."""
    if new.sheets == old.sheets:
        return new.counts == old.counts
    names = {*old.counts, *new.counts}
    return new.sheets > old.sheets and all(
        old.counts.get(name, 0) <= new.counts.get(name, 0) for name in names
    )
