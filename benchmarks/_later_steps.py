"""What steps 2 to 4 leave behind in a project of full size: targets, options, actions, KPIs, a review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.action_parts import set_needs, set_persons
from storage.action_status import set_status
from storage.actions import add_action
from storage.goals import add_goal
from storage.journey import list_touchpoints
from storage.kpis import add_kpi, link_actions
from storage.measurements import NewMeasurement, add_series
from storage.options import add_option, choose_options
from storage.persons import add_person
from storage.store import Store
from storage.targets import decide, set_targets
from touchpoints.model import ActionStatus, BudgetKind, Decision, Part

OPTIONS, ACTIONS, KPIS, VALUES, PEOPLE, GOALS = 250, 500, 60, 36, 20, 25
BEGUN = date(2026, 1, 5)
KINDS = ("count", "time", "share", "mean_rating", "nps", "recommendation_rate")
Where = tuple[Store, UUID]


def work_through(store: Store, project: UUID) -> None:
    """Set targets everywhere, weigh an option for each touchpoint, plan two actions for each, and measure."""
    touchpoints = [entry.id for entry in list_touchpoints(store, COMMAND_LINE, project)]
    where = (store, project)
    _set_targets(where, touchpoints)
    goals = [_goal(where, number, touchpoints[number * 10]) for number in range(GOALS)]
    options = [_option(where, number, touchpoints[number], goals) for number in range(OPTIONS)]
    choose_options(store, COMMAND_LINE, project, dict.fromkeys(options[::3], "The most for the money"))
    people = [add_person(store, COMMAND_LINE, project, f"Person {number}") for number in range(PEOPLE)]
    actions = [_action(where, number, touchpoints, options, people) for number in range(ACTIONS)]
    for first, second in zip(actions[::5], actions[1::5], strict=True):
        set_needs(store, COMMAND_LINE, project, second, [first])
    statuses = list(ActionStatus)
    for number, status in enumerate(statuses):
        set_status(store, COMMAND_LINE, project, actions[number :: len(statuses)], status, BEGUN, "Money")
    for number in range(KPIS):
        _kpi(where, number, touchpoints[number], goals, actions[number * 8 : number * 8 + 2])


def _set_targets(where: Where, touchpoints: Sequence[UUID]) -> None:
    store, project = where
    set_targets(store, COMMAND_LINE, project, {id_: n % 5 / 2 for n, id_ in enumerate(touchpoints)})
    for number, id_ in enumerate(touchpoints[::10]):
        decision = (Decision.FOCUS, Decision.IMPROVE, Decision.NEGLECT)[number % 3]
        decide(store, COMMAND_LINE, project, id_, decision, reason="As the workshop decided")


def _goal(where: Where, number: int, touchpoint: UUID) -> UUID:
    store, project = where
    values = {
        "touchpoint_id": touchpoint,
        "name": f"Goal number {number + 1}",
        "kpi_kind": KINDS[number % len(KINDS)],
        "from_value": 0.4,
        "to_value": 0.7,
        "due_on": BEGUN + timedelta(days=300),
        "money": Decimal(10_000),
        "approach": "Step by step, beginning where it hurts most",
    }
    return add_goal(store, COMMAND_LINE, project, values)


def _option(where: Where, number: int, touchpoint: UUID, goals: Sequence[UUID]) -> UUID:
    store, project = where
    values = {
        "touchpoint_id": touchpoint,
        "goal_id": goals[number // 10 % len(goals)],
        "name": f"Option number {number + 1}, said in one sentence of some length",
        "cost_once": Decimal(1000 + 137 * (number % 40)),
        "cost_per_year": Decimal(100 * (number % 7)),
        "person_days": Decimal(2 + number % 23),
        "effect_worst": Decimal(0),
        "effect_realistic": Decimal(number % 15) / 10,
        "effect_best": Decimal(number % 15 + 5) / 10,
        "risk": "Nobody has tried it yet",
        "team_votes": number % 9,
    }
    return add_option(store, COMMAND_LINE, project, values)


def _action(
    where: Where, number: int, touchpoints: Sequence[UUID], options: Sequence[UUID], people: Sequence[UUID]
) -> UUID:
    store, project = where
    start = BEGUN + timedelta(days=number % 400)
    values = {
        "touchpoint_id": touchpoints[number % len(touchpoints)],
        "option_id": options[number % len(options)],
        "name": f"Action number {number + 1}, in as many words as people put on a card",
        "owner_id": people[number % PEOPLE] if number % 10 else None,
        "team": f"Team {number % 8}",
        "starts_on": start,
        "due_on": start + timedelta(days=20 + number % 60),
        "person_days": Decimal(number % 30),
        "saving_per_year": Decimal(1000),
        "expected_result": "Nobody waits any more",
    }
    budget = {kind: Decimal(500 + 100 * n) for n, kind in enumerate(BudgetKind) if (number + n) % 3}
    made = add_action(store, COMMAND_LINE, project, values, budget)
    set_persons(store, COMMAND_LINE, project, made, Part.COMMITTED, [people[number % PEOPLE]])
    return made


def _kpi(where: Where, number: int, touchpoint: UUID, goals: Sequence[UUID], actions: Sequence[UUID]) -> None:
    store, project = where
    kind = KINDS[number % 2]
    values = {
        "name": f"KPI number {number + 1}",
        "kind": kind,
        "touchpoint_id": touchpoint,
        "goal_id": goals[number % len(goals)],
        "interval_months": 1,
        "target": 40.0,
        "target_on": BEGUN + timedelta(days=700),
    }
    made = add_kpi(store, COMMAND_LINE, project, values)
    link_actions(store, COMMAND_LINE, project, made, actions)
    add_series(store, COMMAND_LINE, project, made, [_value(number, month) for month in range(VALUES)])


def _value(number: int, month: int) -> NewMeasurement:
    day = date(2023 + month // 12, month % 12 + 1, 1)
    return NewMeasurement(day, day + timedelta(days=27), 60 - month / 2 + number % 7, n=120, sd=9.0)
