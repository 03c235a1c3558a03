"""Reads who and what the sample is about: the project, its people, its journey, its customers, its survey."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from storage.content import Entry
from storage.sample.source import CURRENT_ROUND, Source, reference
from storage.sample.values import (
    SampleEncounter,
    SamplePerson,
    SamplePhase,
    SampleQuestion,
    SampleSegment,
    SampleSegmentation,
    SampleSurvey,
    SampleTouchpoint,
    SampleWave,
)

DEPTHS = ("all", "shortlist", "key")
CONTROLS = ("owned", "paid", "earned")
CONTACT_TYPES = ("in_person", "medial", "third_party")
ABC_CLASSES = ("A", "B", "C")
CLASSIFICATIONS = ("abc", "portfolio", "lifetime_value")
PERIODS = ("day", "week", "month", "year")
QUESTION_KINDS = ("rating", "overall", "nps")


def read_phases(source: Source, project: Entry) -> Iterator[SamplePhase]:
    """The phases in the order of the journey."""
    for phase in source.keyed(project, "phase", {"key", "name", "is_before_contact"}):
        yield SamplePhase(phase.key(), source.text(phase, "name"), phase.is_true("is_before_contact"))


def read_departments(source: Source, project: Entry) -> dict[str, str]:
    """The names of the departments by key."""
    departments = source.keyed(project, "department", {"key", "name"})
    return {department.key(): source.text(department, "name") for department in departments}


def read_people(source: Source, project: Entry, departments: dict[str, str]) -> Iterator[SamplePerson]:
    """The people, each with the name of the department."""
    for person in source.keyed(project, "person", {"key", "name", "position", "department"}):
        name, position = source.text(person, "name"), source.text(person, "position")
        yield SamplePerson(person.key(), name, position, departments[person.word("department", departments)])


def read_touchpoints(
    source: Source, phases: Collection[str], people: Collection[str]
) -> Iterator[SampleTouchpoint]:
    """The touchpoints in the order of the journey."""
    known = {"key", "phase", "name", "depth", "control", "contact", "owner", "sponsor"}
    known |= {"is_planned", "first_round", "last_round"}
    for touchpoint in source.keyed(source.open("journey", {"touchpoint"}), "touchpoint", known):
        yield SampleTouchpoint(
            key=touchpoint.key(),
            phase=touchpoint.word("phase", phases),
            name=source.text(touchpoint, "name"),
            depth=touchpoint.word("depth", DEPTHS),
            control=touchpoint.word("control", CONTROLS),
            contact_type=touchpoint.word("contact", CONTACT_TYPES),
            owner=reference(touchpoint, "owner", people),
            sponsor=reference(touchpoint, "sponsor", people),
            is_planned=touchpoint.is_true("is_planned"),
            first_round=touchpoint.whole_or_none("first_round", 1, CURRENT_ROUND + 1) or 1,
            last_round=touchpoint.whole_or_none("last_round", 1, CURRENT_ROUND),
        )


def read_segments(source: Source, customers: Entry) -> Iterator[SampleSegment]:
    """The customer segments."""
    known = {"key", "name", "note", "abc", "attractiveness", "position", "lifetime_value"}
    for segment in source.keyed(customers, "segment", known | {"assumed", "classified_days_ago"}):
        assumed = segment.words_of("assumed", CLASSIFICATIONS)
        yield SampleSegment(
            key=segment.key(),
            name=source.text(segment, "name"),
            note=source.text(segment, "note"),
            abc=segment.word("abc", ABC_CLASSES),
            abc_is_assumed="abc" in assumed,
            attractiveness=segment.whole("attractiveness", 1, 5),
            position=segment.whole("position", 1, 5),
            portfolio_is_assumed="portfolio" in assumed,
            lifetime_value=segment.amount("lifetime_value"),
            lifetime_value_is_assumed="lifetime_value" in assumed,
            classified_days_ago=segment.whole("classified_days_ago", 0, 3650),
        )


def read_encounters(
    source: Source, customers: Entry, segments: Collection[str], touchpoints: Collection[str]
) -> Iterator[SampleEncounter]:
    """Which segment meets the airport where."""
    known = {"segment", "touchpoint", "occasion", "frequency", "period", "roles"}
    for encounter in customers.entries("encounter", known):
        yield SampleEncounter(
            segment=encounter.word("segment", segments),
            touchpoint=encounter.word("touchpoint", touchpoints),
            occasion=source.text(encounter, "occasion"),
            frequency=encounter.amount("frequency"),
            period=encounter.word("period", PERIODS),
            roles=source.text(encounter, "roles"),
        )


def read_survey(source: Source, touchpoints: Collection[str]) -> SampleSurvey:
    """The survey with its waves, questions and segmentations."""
    survey = source.open("survey", {"name", "source", "wave", "question", "segmentation"})
    waves = survey.entries("wave", {"label", "interviews"})
    return SampleSurvey(
        name=source.text(survey, "name"),
        source=source.text(survey, "source"),
        waves=tuple(SampleWave(w.text("label"), w.whole("interviews", 1, 1_000_000)) for w in waves),
        questions=tuple(_read_questions(source, survey, touchpoints)),
        segmentations=tuple(_read_segmentations(source, survey)),
    )


def _read_questions(source: Source, survey: Entry, touchpoints: Collection[str]) -> Iterator[SampleQuestion]:
    known = {"key", "kind", "touchpoint", "low", "high", "text"}
    for question in source.keyed(survey, "question", known):
        yield SampleQuestion(
            key=question.key(),
            kind=question.word("kind", QUESTION_KINDS),
            text=source.text(question, "text"),
            touchpoint=reference(question, "touchpoint", touchpoints),
            low=question.whole("low", 0, 1),
            high=question.whole("high", 5, 10),
        )


def _read_segmentations(source: Source, survey: Entry) -> Iterator[SampleSegmentation]:
    for segmentation in source.keyed(survey, "segmentation", {"key", "name", "value"}):
        values = segmentation.entries("value", {"key", "name"})
        names = {value.text("key"): source.text(value, "name") for value in values}
        yield SampleSegmentation(segmentation.key(), source.text(segmentation, "name"), names)
