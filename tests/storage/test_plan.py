"""The command that prints the best choice: the contract's JSON alone, and a sentence where nothing fits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storage.__main__ import WRONG_USAGE, main
from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.encounters import Stroke, paint
from storage.entries import add_entry
from storage.option_ground import disappointing_touchpoints, read_ground
from storage.options import add_option, list_options, set_needs, set_segments
from storage.projects import list_projects
from storage.segments import add_segment
from storage.store import Store
from storage.surveys import store_survey
from storage.team_view import count_mentions, give_points
from tests.storage._surveys import count, counted
from touchpoints.model import Factor, Level, Period
from touchpoints.option_gain import candidates
from touchpoints.standing import View
from touchpoints.statistics import LevelThresholds

Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def touchpoints(where: Where) -> tuple[UUID, UUID]:
    """Counter and window, to which the team gave 75 and 25 points."""
    counter, window = NewTouchpoint("Counter"), NewTouchpoint("Window")
    add_touchpoints(*where, [counter, window])
    give_points(*where, {counter.id: 75, window.id: 25})
    return counter.id, window.id


def put(where: Where, touchpoint: UUID, name: str, **more: Any) -> UUID:
    told = {"cost_once": Decimal(1000), "person_days": Decimal(5), "effect_realistic": Decimal(1)}
    id_ = add_option(*where, {"touchpoint_id": touchpoint, "name": name, **told, **more})
    assert id_
    return id_


def plan(where: Where, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = where[0].settings
    url = {"TOUCHPOINTS_DATABASE_URL": settings.database_url} if settings.database_url else {}
    folder = {"TOUCHPOINTS_DATA_FOLDER": str(settings.data_folder)}
    return subprocess.run(
        [sys.executable, "-m", "storage", "plan", "--project", "Bakery", *arguments],
        env={**os.environ, **url, **folder, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_set_its_figures_and_what_is_left_out_are_printed_as_json(
    where: Where, touchpoints: tuple[UUID, UUID]
) -> None:
    counter, window = touchpoints
    till = put(where, counter, "Till", effect_worst=Decimal("0.5"), effect_best=Decimal(2))
    put(where, counter, "Queue", effect_realistic=Decimal("0.5"))
    put(where, window, "Light", cost_per_year=Decimal("50.50"), effect_worst=Decimal(0))
    put(where, window, "Blinds", cost_once=Decimal(3000), effect_realistic=Decimal(2))
    needing = put(where, window, "Screen", effect_realistic=Decimal("1.5"), effect_best=Decimal("1.5"))
    set_needs(*where, needing, [put(where, window, "Socket", effect_realistic=None)])
    done = plan(where, "--budget", "2500", "--person-days", "10.5", "--json")
    assert done.returncode == 0, done.stderr
    assert till
    assert json.loads(done.stdout) == {
        "currency": "EUR",
        "case": "realistic",
        "status": "optimal",
        "relative_gap": 0.0,
        "gain": 1.0,
        "cost": "2050.50",
        "person_days": 10.0,
        "chosen": [
            {"option": "Till", "touchpoint": "Counter", "cost": "1000.00", "person_days": 5.0, "gain": 0.75},
            {"option": "Light", "touchpoint": "Window", "cost": "1050.50", "person_days": 5.0, "gain": 0.25},
        ],
        "in_all_cases": ["Till"],
        "left_out": [
            {
                "option": "Queue",
                "reason": "taken by a better option",
                "missing": "Till",
            },
            {"option": "Blinds", "reason": "budget", "missing": "1500.00"},
            {"option": "Screen", "reason": "needs another option", "missing": "Socket"},
            {"option": "Socket", "reason": "not calculated yet", "missing": ["effect"]},
        ],
    }


def test_days_that_are_missing_are_a_number(where: Where, touchpoints: tuple[UUID, UUID]) -> None:
    put(where, touchpoints[0], "Till")
    done = plan(where, "--budget", "2500", "--person-days", "2.5", "--json")
    [left] = json.loads(done.stdout)["left_out"]
    assert left == {"option": "Till", "reason": "person-days", "missing": 2.5}


def test_without_json_it_is_a_line_for_each_option(where: Where, touchpoints: tuple[UUID, UUID]) -> None:
    put(where, touchpoints[0], "Till")
    done = plan(where, "--budget", "2500", "--person-days", "5")
    assert done.stdout.splitlines()[0].split("\t")[:3] == ["Counter", "Till", "1000.00 EUR"]


def test_must_haves_that_do_not_fit_are_refused_with_a_sentence(
    where: Where, touchpoints: tuple[UUID, UUID]
) -> None:
    put(where, touchpoints[0], "Till", is_must_have=True)
    done = plan(where, "--budget", "999.50", "--person-days", "5", "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert "they cost at least 1,000, 0.50 more than the budget." in done.stderr


@pytest.mark.parametrize("budget", ["many", "-1", "nan", "0.001"])
def test_a_budget_that_is_no_amount_is_wrong_usage(budget: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["plan", "--project", "Bakery", f"--budget={budget}", "--person-days", "5"])
    assert ended.value.code == WRONG_USAGE


def test_customers_importance_leads_where_there_is_one(where: Where, touchpoints: tuple[UUID, UUID]) -> None:
    counter, window = touchpoints
    ground = read_ground(*where, [])
    assert (ground.view, ground.shares) == (View.TEAM, {counter: 0.75, window: 0.25})
    count_mentions(*where, {window: 10}, 20)
    ground = read_ground(*where, [])
    assert (ground.view, ground.shares) == (View.CUSTOMER, {window: 1.0})


def test_an_option_counts_by_how_often_those_it_reaches_are_there(
    where: Where, touchpoints: tuple[UUID, UUID]
) -> None:
    counter, _ = touchpoints
    often, rarely = add_segment(*where, "Locals"), add_segment(*where, "Guests")
    assert often
    assert rarely
    paint(*where, {(often, counter): Stroke(3, Period.WEEK), (rarely, counter): Stroke(1, Period.WEEK)})
    set_segments(*where, put(where, counter, "Till"), [rarely])
    [till] = candidates(list_options(*where), read_ground(*where, []))
    assert till.gain == pytest.approx(0.75 / 4)


def test_disappointments_are_open_by_customers_or_by_a_factor(
    where: Where, touchpoints: tuple[UUID, UUID]
) -> None:
    store, actor, project_id = where
    counter, _ = touchpoints
    survey = counted(count(1, 60), count(5, 40))
    store_survey(store, actor, project_id, survey)
    [project] = list_projects(store, actor)
    levels = LevelThresholds(project.disappointing_from, project.delightful_from)
    rated = disappointing_touchpoints(store, actor, project_id, levels)
    assert len(rated) == 1
    add_entry(*where, Factor, {"touchpoint_id": counter, "text": "Cold", "level": Level.DISAPPOINTING})
    planned = {"text": "Late", "level": Level.DISAPPOINTING, "is_planned": True}
    add_entry(*where, Factor, {"touchpoint_id": touchpoints[1], **planned})
    assert read_ground(*where, rated).disappointing == rated | {counter}
