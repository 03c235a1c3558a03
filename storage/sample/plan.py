"""Reads step 3 of the sample: its actions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from storage.content import Entry
from storage.sample.plan_values import Keys, SampleAction, SampleBudget
from storage.sample.source import Source, reference, round_of
from touchpoints.model import Answer

STATUSES = ("planned", "running", "blocked", "done", "dropped")
BUDGET_KINDS = ("software", "training", "process_training", "campaign", "other")
LEVERS = ("experience", "price", "barrier")
_KNOWN = (
    *("key", "round", "touchpoint", "goal", "option", "finding", "review_decision", "name", "owner", "team"),
    *("starts_on", "due_on", "done_on", "status", "person_days", "saving_per_year", "customer_gain"),
    *("staff_gain", "result", "measure", "blocked_by", "budget", "needs", "removes", "took_part"),
    *("committed", "comment", "changes_work", "learning_days", "lever"),
)


def read_actions(source: Source, keys: Keys, departments: dict[str, str]) -> Iterator[SampleAction]:
    """The actions of both rounds; some need others."""
    actions = tuple(source.keyed(source.open("actions", {"action"}), "action", set(_KNOWN)))
    there = [action.key() for action in actions]
    for action in actions:
        yield SampleAction(
            key=action.key(),
            round=round_of(action),
            touchpoint=reference(action, "touchpoint", keys["touchpoint"]),
            goal=reference(action, "goal", keys["goal"]),
            option=reference(action, "option", keys["option"]),
            finding=reference(action, "finding", keys["finding"]),
            review_decision=reference(action, "review_decision", keys["review_decision"]),
            name=source.text(action, "name"),
            owner=reference(action, "owner", keys["person"]),
            team=departments[action.word("team", departments)],
            starts_on=action.day("starts_on"),
            due_on=action.day("due_on"),
            done_on=action.day("done_on"),
            status=action.word("status", STATUSES),
            person_days=action.amount("person_days"),
            saving_per_year=action.amount("saving_per_year"),
            customer_gain=source.text_or_empty(action, "customer_gain"),
            staff_gain=source.text_or_empty(action, "staff_gain"),
            expected_result=source.text(action, "result"),
            measure=source.text(action, "measure"),
            blocked_by=source.text_or_empty(action, "blocked_by"),
            changes_work=_changes_work(action),
            learning_days=action.amount("learning_days"),
            lever=action.word("lever", LEVERS) if "lever" in action else None,
            budget=tuple(_read_budget(action)),
            needs=action.words_of("needs", there),
            removes=action.words_of("removes", keys["factor"]),
            took_part=action.words_of("took_part", keys["person"]),
            committed=action.words_of("committed", keys["person"]),
            comments=tuple(source.text(one, "text") for one in action.entries("comment", {"text"})),
        )


def _changes_work(action: Entry) -> Answer | None:
    if "changes_work" not in action:
        return None
    return Answer.YES if action.is_true("changes_work") else Answer.NO


def _read_budget(action: Entry) -> Iterator[SampleBudget]:
    for line in action.entries("budget", {"kind", "planned", "spent"}):
        yield SampleBudget(
            kind=line.word("kind", BUDGET_KINDS),
            planned=line.amount("planned") or Decimal(0),
            spent=line.amount("spent") or Decimal(0),
        )
