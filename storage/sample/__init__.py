"""The sample project, Beispielflughafen or Example Airport: real ratings as counts, all else invented."""

from __future__ import annotations

from storage.sample import current_state, journey
from storage.sample.counts import SampleCount, sample_counts
from storage.sample.source import Source
from storage.sample.values import Sample

__all__ = ["Sample", "SampleCount", "read_sample", "sample_counts"]


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
    touchpoints = tuple(
        journey.read_touchpoints(source, [phase.key for phase in phases], [person.key for person in people])
    )
    segments = tuple(journey.read_segments(source, customers))
    keys = [touchpoint.key for touchpoint in touchpoints]
    return Sample(
        name=source.text(project, "name"),
        currency=project.text("currency"),
        time_zone=project.text("time_zone"),
        phases=phases,
        people=people,
        touchpoints=touchpoints,
        segments=segments,
        encounters=tuple(
            journey.read_encounters(source, customers, [segment.key for segment in segments], keys)
        ),
        process_steps=tuple(current_state.read_process_steps(source, keys, departments)),
        factors=tuple(current_state.read_factors(source, keys)),
        findings=tuple(current_state.read_findings(source, keys)),
        team_views=tuple(current_state.read_team_views(source, keys, departments)),
        importance=current_state.read_importance(source, keys),
        survey=journey.read_survey(source, keys),
    )
