"""Decisions needed from management: each kind says what to decide, and what it is about."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests.touchpoints.executive._facts import TODAY, costs, done, facts
from touchpoints.coach import Case, Consequence, Hint
from touchpoints.executive.decisions import DecisionNeeded, Subject, decisions_needed
from touchpoints.executive.facts import (
    Backed,
    BlockedAction,
    ExecutiveFacts,
    OpenChoice,
    UnstartedDecision,
)
from touchpoints.guide import Step
from touchpoints.messages import in_english, message

ONE = UUID(int=1)


def blocked(count: int) -> list[BlockedAction]:
    return [BlockedAction(UUID(int=number), f"Sign {number}", "No permit.") for number in range(1, count + 1)]


def hint(id_: str = "r06-time") -> Hint:
    """One of the coach's that needs a sponsor."""
    seen, step, cases = message("1 action leaves no time"), Step.TODO_PLAN, (Case("one", "One"),)
    return Hint(id_, seen, "Why.", "Set days aside.", step, Consequence.WEAKENS, cases, "todo_plan")


def only(of: ExecutiveFacts) -> tuple[str, Subject, UUID | None]:
    [found] = decisions_needed(of)
    return in_english(found.said), found.subject, found.id


def test_where_nothing_waits_nothing_is_asked() -> None:
    backed = Backed(ONE, "Shorter waits", has_sponsor=True)
    assert decisions_needed(facts(goals=[backed], key_touchpoints=[backed])) == ()


def test_a_blocked_action_is_told_with_its_reason() -> None:
    said = "Clear the way: Sign 1 is blocked (No permit)"
    assert only(facts(blocked=blocked(1))) == (said, Subject.BLOCKED_ACTIONS, ONE)
    silent = [BlockedAction(ONE, "Sign 1", " ")]
    assert only(facts(blocked=silent))[0] == "Clear the way: Sign 1 is blocked"


def test_many_blocked_actions_are_one_decision() -> None:
    said = "Clear the way: 5 actions are blocked (Sign 1, Sign 2, Sign 3 and 2 more)"
    assert only(facts(blocked=blocked(5))) == (said, Subject.BLOCKED_ACTIONS, None)


def test_a_forecast_above_the_budget_asks_for_more_or_for_less() -> None:
    of = facts(actions=[done(1, budget=costs(100, 130))])
    said = "Grant more, or drop something: the plan will cost 30 EUR more than planned"
    assert only(of) == (said, Subject.BUDGET, None)


def test_options_wait_for_a_choice() -> None:
    desk, hotline = OpenChoice(ONE, "Desk", 2), OpenChoice(UUID(int=2), "Hotline", 3)
    assert only(facts(choices=[desk])) == (
        "Choose an option: 1 touchpoint waits for it (Desk)",
        Subject.OPTIONS,
        ONE,
    )
    assert only(facts(choices=[desk, hotline]))[1:] == (Subject.OPTIONS, None)


@pytest.mark.parametrize(
    ("held_on", "said"),
    [
        (TODAY, "Say who begins: “Call back”, decided on 2026-03-02, became no action"),
        (None, "Say who begins: “Call back” became no action"),
    ],
)
def test_a_decision_of_a_review_that_nobody_began_is_told(held_on: date | None, said: str) -> None:
    of = facts(unstarted=[UnstartedDecision(ONE, "Call back.", held_on)])
    assert only(of) == (said, Subject.REVIEW, ONE)


def test_goals_and_key_touchpoints_need_a_sponsor() -> None:
    alone = Backed(ONE, "Shorter waits", has_sponsor=False)
    assert only(facts(goals=[alone])) == (
        "Back it, or drop it: 1 goal has no sponsor (Shorter waits)",
        Subject.GOALS,
        None,
    )
    said, *_ = only(facts(key_touchpoints=[Backed(ONE, "Desk", has_sponsor=False)]))
    assert said == "1 key touchpoint has neither goal nor sponsor (Desk)"


def test_a_hint_of_the_coach_says_what_to_decide_and_what_was_seen() -> None:
    assert only(facts(hints=[hint()])) == (*("Set days aside. 1 action leaves no time", Subject.HINT, None),)
    [found] = decisions_needed(facts(hints=[hint()]))
    assert found.hint == hint()


def test_the_three_gravest_hints_are_told() -> None:
    hints = [hint(f"r0{number}-time") for number in range(1, 6)]
    assert [one.hint for one in decisions_needed(facts(hints=hints))] == hints[:3]


def test_that_a_sponsor_is_missing_is_not_said_twice() -> None:
    alone = Backed(ONE, "Shorter waits", has_sponsor=False)
    missing = hint("r18-touchpoints")
    assert [one.hint for one in decisions_needed(facts(goals=[alone], hints=[missing]))] == [None]
    assert [one.hint for one in decisions_needed(facts(hints=[missing]))] == [missing]


def test_what_holds_work_up_comes_first() -> None:
    of = facts(
        hints=[hint()],
        goals=[Backed(ONE, "Shorter waits", has_sponsor=False)],
        choices=[OpenChoice(ONE, "Desk", 2)],
        blocked=blocked(1),
        unstarted=[UnstartedDecision(ONE, "Call back", TODAY)],
        actions=[done(1, budget=costs(100, 130))],
    )
    found: tuple[DecisionNeeded, ...] = decisions_needed(of)
    assert [one.subject for one in found] == [
        Subject.BLOCKED_ACTIONS,
        Subject.BUDGET,
        Subject.OPTIONS,
        Subject.REVIEW,
        Subject.GOALS,
        Subject.HINT,
    ]
