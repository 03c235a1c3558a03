"""Reads step 2 of the sample: rounds, targets, decisions, goals and options."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from storage.content import Entry
from storage.sample.plan_values import (
    Keys,
    SampleDecision,
    SampleGoal,
    SampleOption,
    SampleRound,
    SampleTarget,
)
from storage.sample.source import CURRENT_ROUND, Source, reference, round_of

DECISIONS = ("focus", "improve", "combine", "neglect", "remove", "new")
SIZES = ("S", "M", "L")
SIDES = ("data", "process", "tool", "people")
_MOST_VOTES = 100


def read_rounds(source: Source) -> Iterator[SampleRound]:
    """The rounds in their order."""
    known = {"number", "name", "started_on", "ended_on"}
    for one in source.open("rounds", {"round"}).entries("round", known):
        yield SampleRound(
            number=one.whole("number", 1, CURRENT_ROUND),
            name=source.text(one, "name"),
            started_on=one.day("started_on"),
            ended_on=one.day("ended_on"),
        )


def read_targets(file: Entry, keys: Keys) -> Iterator[SampleTarget]:
    """The levels to be reached."""
    for target in file.entries("target", {"round", "touchpoint", "segment", "level"}):
        yield SampleTarget(
            round=round_of(target),
            touchpoint=target.word("touchpoint", keys["touchpoint"]),
            segment=reference(target, "segment", keys["segment"]),
            level=_level(target, "level"),
        )


def read_decisions(source: Source, file: Entry, keys: Keys) -> Iterator[SampleDecision]:
    """What becomes of the touchpoints."""
    known = {"round", "touchpoint", "decision", "combine_with", "reason", "improvement"}
    for one in file.entries("decision", known):
        yield SampleDecision(
            round=round_of(one),
            touchpoint=one.word("touchpoint", keys["touchpoint"]),
            decision=one.word("decision", DECISIONS),
            combine_with=reference(one, "combine_with", keys["touchpoint"]),
            reason=source.text_or_empty(one, "reason"),
            improvement=source.text_or_empty(one, "improvement"),
        )


def read_goals(source: Source, keys: Keys) -> Iterator[SampleGoal]:
    """The goals, each with what may be spent on it."""
    known = {"key", "round", "touchpoint", "name", "kpi_kind", "metric", "from", "to", "due_on"}
    known |= {"money", "person_days", "approach", "sponsor"}
    for goal in source.keyed(source.open("goals", {"goal"}), "goal", known):
        yield SampleGoal(
            key=goal.key(),
            round=round_of(goal),
            touchpoint=reference(goal, "touchpoint", keys["touchpoint"]),
            name=source.text(goal, "name"),
            kpi_kind=goal.text("kpi_kind"),
            metric=source.text(goal, "metric"),
            from_value=goal.figure("from"),
            to_value=goal.figure("to"),
            due_on=goal.day("due_on"),
            money=goal.amount("money"),
            person_days=goal.amount("person_days"),
            approach=source.text(goal, "approach"),
            sponsor=reference(goal, "sponsor", keys["person"]),
        )


def read_options(source: Source, keys: Keys) -> Iterator[SampleOption]:
    """The options of the touchpoints, which may need each other."""
    known = {"key", "round", "touchpoint", "goal", "name", "size", "cost_once", "cost_per_year"}
    known |= {"software_cost", "training_cost", "person_days", "worst", "realistic", "best", "risk"}
    known |= {"touches", "is_must_have", "is_delight", "team_votes", "choice_reason", "needs", "segments"}
    options = tuple(source.keyed(source.open("options", {"option"}), "option", known))
    there = [option.key() for option in options]
    for option in options:
        sides = option.words_of("touches", SIDES)
        yield SampleOption(
            key=option.key(),
            round=round_of(option),
            touchpoint=option.word("touchpoint", keys["touchpoint"]),
            goal=reference(option, "goal", keys["goal"]),
            name=source.text(option, "name"),
            size=option.word("size", SIZES),
            cost_once=option.amount("cost_once"),
            cost_per_year=option.amount("cost_per_year"),
            software_cost=option.amount("software_cost"),
            training_cost=option.amount("training_cost"),
            person_days=option.amount("person_days"),
            effect_worst=_level(option, "worst"),
            effect_realistic=_level(option, "realistic"),
            effect_best=_level(option, "best"),
            risk=source.text_or_empty(option, "risk"),
            touches_data="data" in sides,
            touches_process="process" in sides,
            touches_tool="tool" in sides,
            touches_people="people" in sides,
            is_must_have=option.is_true("is_must_have"),
            is_delight=option.is_true("is_delight"),
            team_votes=option.whole("team_votes", 0, _MOST_VOTES),
            choice_reason=source.text_or_empty(option, "choice_reason"),
            needs=option.words_of("needs", there),
            segments=option.words_of("segments", keys["segment"]),
        )


def _level(entry: Entry, key: str) -> Decimal:
    return Decimal(str(entry.figure(key) or 0))
