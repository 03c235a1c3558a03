"""Reads what the sample's team wrote down in step 1: process, factors, findings, and its own view."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from storage.content import Entry
from storage.sample.source import Source, reference
from storage.sample.values import (
    SampleFactor,
    SampleFinding,
    SampleImportance,
    SampleProcessStep,
    SampleTeamView,
)

LAYERS = ("customer", "visible", "behind")
LEVELS = ("disappointing", "okay", "delightful")
SOURCES = ("team", "customer", "survey")
FINDING_KINDS = ("keep", "drop", "improve", "barrier", "waste", "idea")
_ANSWERS = 5  # from -2 to +2
_MOST_ASKED = 10_000


def read_process_steps(
    source: Source, touchpoints: Collection[str], departments: dict[str, str]
) -> Iterator[SampleProcessStep]:
    """What happens at a touchpoint, in the order of events."""
    known = {"touchpoint", "layer", "text", "minutes", "waiting_minutes", "department"}
    for step in source.open("process", {"process_step"}).entries("process_step", known):
        yield SampleProcessStep(
            touchpoint=step.word("touchpoint", touchpoints),
            layer=step.word("layer", LAYERS),
            text=source.text(step, "text"),
            duration_minutes=step.amount("minutes"),
            waiting_minutes=step.amount("waiting_minutes"),
            department=departments[step.word("department", departments)],
        )


def read_factors(source: Source, touchpoints: Collection[str]) -> Iterator[SampleFactor]:
    """The three factor lists of the key touchpoints."""
    known = {"key", "touchpoint", "level", "source", "text"}
    for factor in source.open("factors", {"factor"}).entries("factor", known):
        yield SampleFactor(
            key=factor.key() if "key" in factor else None,
            touchpoint=factor.word("touchpoint", touchpoints),
            level=factor.word("level", LEVELS),
            text=source.text(factor, "text"),
            source=factor.word("source", SOURCES),
        )


def read_findings(source: Source, touchpoints: Collection[str]) -> Iterator[SampleFinding]:
    """Findings of every kind."""
    known = {"key", "kind", "touchpoint", "text", "source", "from_contact_staff"}
    known |= {"minutes_per_month", "cost_per_month"}
    for finding in source.open("findings", {"finding"}).entries("finding", known):
        yield SampleFinding(
            key=finding.key() if "key" in finding else None,
            touchpoint=reference(finding, "touchpoint", touchpoints),
            kind=finding.word("kind", FINDING_KINDS),
            text=source.text(finding, "text"),
            source=finding.word("source", SOURCES),
            from_contact_staff=finding.is_true("from_contact_staff"),
            minutes_per_month=finding.amount("minutes_per_month"),
            cost_per_month=finding.amount("cost_per_month"),
        )


def read_importance(source: Source, touchpoints: Collection[str]) -> SampleImportance:
    """What matters to customers, as they said when they were asked."""
    importance = source.open("importance", {"asked", "named"})
    asked = importance.whole("asked", 1, _MOST_ASKED)
    named = importance.entries("named", {"touchpoint", "customers"})
    return SampleImportance(
        asked, {one.word("touchpoint", touchpoints): one.whole("customers", 1, asked) for one in named}
    )


def read_team_views(
    source: Source, touchpoints: Collection[str], departments: dict[str, str]
) -> Iterator[SampleTeamView]:
    """What the team thought, of the shortlist first and of the key touchpoints then."""
    team = source.open("team", {"view", "key_view"})
    known = {"touchpoint", "importance", "experience"}
    for view in team.entries("view", known):
        yield SampleTeamView(*_importance_and_experience(view, touchpoints))
    known |= {"departments", "coordination", "brand", "promise", "lacking", "handover_break"}
    for view in team.entries("key_view", known):
        yield SampleTeamView(
            *_importance_and_experience(view, touchpoints),
            departments=tuple(departments[key] for key in view.words_of("departments", departments)),
            coordination=view.wholes("coordination", _ANSWERS),
            brand=view.wholes("brand", _ANSWERS),
            promise=view.wholes("promise", _ANSWERS),
            lacking=source.text(view, "lacking"),
            handover_break=source.text_or_empty(view, "handover_break"),
        )


def read_earlier_views(source: Source, touchpoints: Collection[str]) -> Iterator[SampleTeamView]:
    """What the team thought in the round before."""
    views = source.open("earlier", {"view"}).entries("view", {"touchpoint", "importance", "experience"})
    for view in views:
        yield SampleTeamView(*_importance_and_experience(view, touchpoints))


def _importance_and_experience(view: Entry, touchpoints: Collection[str]) -> tuple[str, int, tuple[int, ...]]:
    return (
        view.word("touchpoint", touchpoints),
        view.whole("importance", 0, 100),
        view.wholes("experience", _ANSWERS),
    )
