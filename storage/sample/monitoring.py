"""Reads step 4 of the sample: KPIs with their values, and the reviews."""

from __future__ import annotations

from collections.abc import Iterator

from storage.content import Entry
from storage.sample.plan_values import (
    Keys,
    SampleKpi,
    SampleMeasurement,
    SampleReview,
    SampleReviewDecision,
    SampleTopic,
)
from storage.sample.source import Source, reference, round_of

DIRECTIONS = ("up", "down")
_MOST_ANSWERS = 1_000_000
_LONGEST_INTERVAL = 60
_EARLIEST = -120


def read_kpis(source: Source, keys: Keys) -> Iterator[SampleKpi]:
    """The KPIs in their order."""
    known = {"key", "name", "kind", "touchpoint", "goal", "question", "definition", "unit", "direction"}
    known |= {"method", "source", "interval_months", "audience", "owner", "baseline", "target", "target_on"}
    known |= {"smallest_change", "actions", "measurement"}
    for kpi in source.keyed(source.open("kpis", {"kpi"}), "kpi", known):
        yield SampleKpi(
            key=kpi.key(),
            name=source.text(kpi, "name"),
            kind=kpi.text("kind"),
            touchpoint=reference(kpi, "touchpoint", keys["touchpoint"]),
            goal=reference(kpi, "goal", keys["goal"]),
            question=reference(kpi, "question", keys["question"]),
            definition=source.text(kpi, "definition"),
            unit=source.text_or_empty(kpi, "unit"),
            direction=kpi.word("direction", DIRECTIONS),
            method=source.text(kpi, "method"),
            source=source.text(kpi, "source"),
            interval_months=kpi.whole_or_none("interval_months", 1, _LONGEST_INTERVAL),
            audience=source.text(kpi, "audience"),
            owner=reference(kpi, "owner", keys["person"]),
            baseline=kpi.figure("baseline"),
            target=kpi.figure("target"),
            target_on=kpi.day("target_on"),
            smallest_change=kpi.figure("smallest_change"),
            actions=kpi.words_of("actions", keys["action"]),
            measurements=tuple(_read_measurements(kpi)),
        )


def _read_measurements(kpi: Entry) -> Iterator[SampleMeasurement]:
    for one in kpi.entries("measurement", {"first", "last", "value", "n", "sd", "favourable"}):
        yield SampleMeasurement(
            first_month=one.whole("first", _EARLIEST, 0),
            last_month=one.whole("last" if "last" in one else "first", _EARLIEST, 0),
            value=one.figure("value"),
            n=one.whole_or_none("n", 1, _MOST_ANSWERS),
            sd=one.figure("sd"),
            favourable=one.whole_or_none("favourable", 0, _MOST_ANSWERS),
        )


def read_reviews(source: Source, file: Entry, keys: Keys) -> Iterator[SampleReview]:
    """The meetings, with who was there and what was noticed."""
    known = {"key", "round", "name", "held_on", "touchpoint", "minutes", "people", "findings"}
    for review in source.keyed(file, "review", known):
        yield SampleReview(
            key=review.key(),
            round=round_of(review),
            name=source.text(review, "name"),
            held_on=review.day("held_on"),
            touchpoint=reference(review, "touchpoint", keys["touchpoint"]),
            minutes=source.text(review, "minutes"),
            people=review.words_of("people", keys["person"]),
            findings=review.words_of("findings", keys["finding"]),
        )


def read_review_decisions(source: Source, file: Entry, keys: Keys) -> Iterator[SampleReviewDecision]:
    """What the meetings decided; actions name it."""
    for one in source.keyed(file, "decision", {"key", "review", "text"}):
        yield SampleReviewDecision(one.key(), one.word("review", keys["review"]), source.text(one, "text"))


def read_topics(source: Source, file: Entry, keys: Keys) -> Iterator[SampleTopic]:
    """What stood on the agendas."""
    for topic in file.entries("topic", {"review", "text", "note", "kpi", "action", "finding"}):
        yield SampleTopic(
            review=topic.word("review", keys["review"]),
            text=source.text(topic, "text"),
            note=source.text_or_empty(topic, "note"),
            kpi=reference(topic, "kpi", keys["kpi"]),
            action=reference(topic, "action", keys["action"]),
            finding=reference(topic, "finding", keys["finding"]),
        )
