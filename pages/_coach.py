"""What the coach says of the open project, found once for each state of it and shared by all who look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from html import escape
from uuid import UUID

import streamlit as st

from pages._journey_lines import line_now, line_of_group
from pages._kept import kept
from pages._measurements import Measurements, divided_for, measurements_at
from pages._navigation import in_project
from pages._page import PageContext
from storage.access import Actor
from storage.coach import read_coach_facts
from storage.hint_answers import HintAnswerEntry, ToldHint, answer_to, list_hint_answers
from storage.projects import ProjectSummary
from storage.revisions import COACH, ROOM, WORKSHOP, revisions_of
from storage.store import Store
from touchpoints.check_up import HintCount
from touchpoints.coach import CoachFacts, Consequence, Hint, hints_of
from touchpoints.coach_facts import SegmentFact
from touchpoints.guide import Step
from touchpoints.messages import N_

# In the address of a page: show only what this hint is about.
HINT = "hint"
# What moves all the time on a workshop day, and tells the coach nothing.
_SILENT = {COACH, ROOM, WORKSHOP}
# A shape beside the word and the colour.
SIGNS: Mapping[Consequence, str] = {
    Consequence.BLOCKS: "◆",
    Consequence.WEAKENS: "◇",
    Consequence.LOOK: "○",
}
WORDS: Mapping[Consequence, str] = {
    Consequence.BLOCKS: N_("blocks the goal"),
    Consequence.WEAKENS: N_("weakens it"),
    Consequence.LOOK: N_("worth a look"),
}


@dataclass(frozen=True)
class Coaching:
    """The facts, every hint that they lead to, and what the team has answered, the newest answer first."""

    facts: CoachFacts
    hints: tuple[Hint, ...]
    answers: tuple[HintAnswerEntry, ...] = ()

    @cached_property
    def settled(self) -> Mapping[str, HintAnswerEntry]:
        """By hint the answer that still holds."""
        found = ((hint.id, answer_to(hint, self.answers)) for hint in self.hints)
        return {id_: answer for id_, answer in found if answer is not None}

    @cached_property
    def open(self) -> tuple[Hint, ...]:
        """The hints that nobody has answered, or that came back, the gravest first."""
        return tuple(hint for hint in self.hints if hint.id not in self.settled)

    def of_step(self, step: Step) -> tuple[Hint, ...]:
        """The open hints that help in one step."""
        return tuple(hint for hint in self.open if hint.step is step)

    @property
    def for_sponsors(self) -> tuple[Hint, ...]:
        """The open hints that need somebody in management."""
        return tuple(hint for hint in self.open if hint.needs_sponsor)

    @cached_property
    def resolved(self) -> tuple[HintAnswerEntry, ...]:
        """The newest answer to each hint that was answered once and is not there to be seen any more."""
        seen = {hint.id for hint in self.hints}
        # The newest come first, so that they are written last.
        newest = {answer.hint: answer for answer in reversed(self.answers)}
        return tuple(newest[id_] for id_ in sorted(newest.keys() - seen))

    @property
    def count(self) -> HintCount:
        """What a check-up counts of all this."""
        found = Counter(hint.consequence for hint in self.open)
        return HintCount({one: found[one] for one in Consequence}, len(self.resolved))

    def find(self, id_: str) -> Hint | None:
        """A hint by its id, answered or not."""
        return next((hint for hint in self.hints if hint.id == id_), None)


def coaching_of(page: PageContext, project: ProjectSummary) -> Coaching:
    """What the coach says; the database is asked only after a change."""
    # The revisions are read with the actor, so that what is kept never shows what he may not see.
    return coaching_at(page, project, revisions_of(page.store, page.actor, project.id))


def coaching_at(page: PageContext, project: ProjectSummary, revisions: Mapping[str, int]) -> Coaching:
    """The same for whoever has just read the revisions, as this actor, for more than the coach."""
    found = measurements_at(page, project.id, revisions)
    state = tuple(sorted(one for one in revisions.items() if _tells_something(one[0])))
    heard = _hints(page.store, page.actor, project, found, project.id, page.today, state)
    return _answered(page.store, page.actor, heard, (project.id, page.today, state, revisions.get(COACH, 0)))


def _tells_something(scope: str) -> bool:
    return scope not in _SILENT and not scope.startswith("activity:")


@kept(30)
def _hints(
    _store: Store,
    _actor: Actor,
    _project: ProjectSummary,
    _found: Measurements,
    project_id: UUID,
    today: date,
    state: Hashable,  # noqa: ARG001 - how often the project has changed
) -> Coaching:
    points = line_now(_project, _found).points
    facts = read_coach_facts(_store, _actor, project_id, today, points)
    segments = tuple(_with_levels(_store, _actor, _project, _found, one) for one in facts.segments)
    facts = replace(facts, segments=segments)
    return Coaching(facts, hints_of(facts))


def _with_levels(
    store: Store, actor: Actor, project: ProjectSummary, found: Measurements, segment: SegmentFact
) -> SegmentFact:
    """With what its own group in the surveys says, read where a rule asks for it alone: that takes long."""
    if segment.surveyed_as is None or not segment.may_be_neglected:
        return segment
    by, group = segment.surveyed_as
    line = line_of_group(project, divided_for(store, actor, project.id, found, by), by, group)
    told = {one.touchpoint_id: one.level for one in line.points if one.level and one.is_measured}
    return replace(segment, levels=told)


@kept(30)
def _answered(
    _store: Store, _actor: Actor, _heard: Coaching, key: tuple[UUID, date, Hashable, int]
) -> Coaching:
    return Coaching(_heard.facts, _heard.hints, list_hint_answers(_store, _actor, key[0]))


def told(page: PageContext, hint: Hint) -> ToldHint:
    """A hint as it is kept with its answer."""
    return ToldHint(hint.id, page.wording.say(hint.seen), hint.facts)


def show_way(page: PageContext, project: ProjectSummary, hint: Hint, label: str) -> None:
    """The way to where a hint is mended, filtered to what it is about; none to a page that is closed."""
    if hint.page not in page.entries:
        return
    st.page_link(
        page.entries[hint.page],
        label=page.wording.say(label),
        icon=":material/arrow_forward:",
        query_params={**in_project(project.id), **query_of(hint)},
    )


def query_of(hint: Hint) -> dict[str, str]:
    """What the address of a hint's page says, beside the project."""
    return {**hint.query, HINT: hint.id} if hint.is_filtered else dict(hint.query)


def html_of(page: PageContext, hint: Hint, *, is_short: bool) -> str:
    """A hint as one element: what was seen, how grave it is, why that matters, and if long what to do."""
    say, about = page.wording.say, " · ".join(_about(page, hint))
    rest = f"{about} · {say(hint.why)}" if is_short else about
    return (
        f'<div class="tp-hint tp-{hint.consequence.name.lower()}">'
        f'<p class="tp-seen">{escape(say(hint.seen))}</p>{"" if is_short else _reasons(page, hint)}'
        f'<p class="tp-about">{escape(rest)}</p></div>'
    )


def _reasons(page: PageContext, hint: Hint) -> str:
    say = page.wording.say
    head = say("What to do:")
    advice = f"<p><b>{escape(head)}</b> {escape(say(hint.advice))}</p>"
    return f'<p class="tp-why">{escape(say(hint.why))}</p>{advice}'


def _about(page: PageContext, hint: Hint) -> Iterator[str]:
    say = page.wording.say
    yield f"{SIGNS[hint.consequence]} {say(WORDS[hint.consequence])}"
    if hint.needs_sponsor:
        yield say("needs a sponsor")
    yield hint.rule
