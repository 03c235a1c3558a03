"""The sample project, Beispielflughafen or Example Airport: real ratings as counts, all else invented."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from storage.sample import conditions, current_state, journey, monitoring, plan, strategy
from storage.sample.counts import SampleCount, sample_counts
from storage.sample.plan_values import Keys, SampleMonitoring, SampleStrategy
from storage.sample.source import Source
from storage.sample.values import Sample

__all__ = ["Sample", "SampleCount", "read_sample", "sample_counts"]


# Whoever makes the sample asks twice; frozen values may be kept.
@lru_cache(maxsize=2)
def read_sample(language: str) -> Sample:
    """The sample in one language; raises the errors of storage.content when a file is faulty."""
    return read_sample_from(Source(language))


def read_sample_from(source: Source) -> Sample:
    """The sample from any folder of its shape."""
    lists = {"phase", "department", "person"}
    project = source.open("project", lists | {"name", "currency", "time_zone"})
    customers = source.open("customers", {"segment", "encounter"})
    departments = journey.read_departments(source, project)
    phases = tuple(journey.read_phases(source, project))
    people = tuple(journey.read_people(source, project, departments))
    touchpoints = tuple(journey.read_touchpoints(source, _keys(phases), _keys(people)))
    segments = tuple(journey.read_segments(source, customers))
    factors = tuple(current_state.read_factors(source, _keys(touchpoints)))
    findings = tuple(current_state.read_findings(source, _keys(touchpoints)))
    survey = journey.read_survey(source, _keys(touchpoints))
    keys = {
        "person": _keys(people),
        "touchpoint": _keys(touchpoints),
        "segment": _keys(segments),
        "factor": _keys(factors),
        "finding": _keys(findings),
        "question": _keys(survey.questions),
    }
    return Sample(
        name=source.text(project, "name"),
        currency=project.text("currency"),
        time_zone=project.text("time_zone"),
        phases=phases,
        people=people,
        touchpoints=touchpoints,
        segments=segments,
        encounters=tuple(journey.read_encounters(source, customers, keys["segment"], keys["touchpoint"])),
        process_steps=tuple(current_state.read_process_steps(source, keys["touchpoint"], departments)),
        factors=factors,
        findings=findings,
        team_views=tuple(current_state.read_team_views(source, keys["touchpoint"], departments)),
        importance=current_state.read_importance(source, keys["touchpoint"]),
        survey=survey,
        rounds=tuple(strategy.read_rounds(source)),
        earlier_views=tuple(current_state.read_earlier_views(source, keys["touchpoint"])),
        **_read_plan(source, keys, departments),
    )


def _read_plan(source: Source, keys: Keys, departments: dict[str, str]) -> dict[str, Any]:
    """Conditions and steps 2 to 4, in an order in which all that an entry names was read before it."""
    file = source.open("strategy", {"target", "decision"})
    targets = tuple(strategy.read_targets(file, keys))
    decisions = tuple(strategy.read_decisions(source, file, keys))
    goals = tuple(strategy.read_goals(source, keys))
    keys = {**keys, "goal": _keys(goals)}
    options = tuple(strategy.read_options(source, keys))
    file = source.open("reviews", {"review", "decision", "topic"})
    reviews = tuple(monitoring.read_reviews(source, file, keys))
    keys = {**keys, "option": _keys(options), "review": _keys(reviews)}
    decided = tuple(monitoring.read_review_decisions(source, file, keys))
    keys = {**keys, "review_decision": _keys(decided)}
    actions = tuple(plan.read_actions(source, keys, departments))
    keys = {**keys, "action": _keys(actions)}
    kpis = tuple(monitoring.read_kpis(source, keys))
    topics = tuple(monitoring.read_topics(source, file, {**keys, "kpi": _keys(kpis)}))
    return {
        "conditions": tuple(conditions.read_conditions(source, keys["touchpoint"])),
        "strategy": SampleStrategy(targets, decisions, goals, options),
        "actions": actions,
        "monitoring": SampleMonitoring(kpis, reviews, decided, topics),
    }


def _keys(entries: Iterable[Any]) -> tuple[str, ...]:
    """The keys of the entries that have one."""
    return tuple(entry.key for entry in entries if entry.key)
