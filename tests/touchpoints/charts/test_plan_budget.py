"""The budget of the plan: three bars for each part, each with its amount and what it is."""

from __future__ import annotations

import json
from decimal import Decimal
from uuid import UUID

import plotly.graph_objects as go
import pytest

from tests.touchpoints._plans import action
from touchpoints.charts import DARK, LIGHT, Chart, Look, plan_budget
from touchpoints.messages import Wording
from touchpoints.model import ActionStatus, BudgetKind
from touchpoints.plan import Cost, PlannedAction
from touchpoints.plan_budget import BudgetCut, budget_of_plan

D = Decimal
PLAN = [
    action(
        1,
        starts_on=0,
        due_on=20,
        budget={BudgetKind.TRAINING: Cost(D("1000.50"), D(200))},
        touchpoint_id=UUID(int=71),
        touchpoint="<b>Till</b>",
    ),
    action(2, budget={BudgetKind.SOFTWARE: Cost(D(500), D(100))}, status=ActionStatus.DONE),
]


def draw(
    cut: BudgetCut, wording: Wording, look: Look = LIGHT, actions: list[PlannedAction] | None = None
) -> Chart:
    budget = budget_of_plan(PLAN if actions is None else actions, cut, "EUR")
    return plan_budget.draw(budget, wording, look)


def texts_of(chart: Chart) -> list[str]:
    return [text for trace in chart.figure.data if trace.type == "scatter" for text in trace.text]


def test_every_bar_carries_its_amount_and_what_it_is(wording: Wording) -> None:
    assert texts_of(draw(BudgetCut.KIND, wording)) == [
        *("<b>Software</b>", " 500 planned", " 100 spent", " 100 forecast"),
        *("<b>Training</b>", " 1,000 planned", " 200 spent", " 1,000 forecast"),
    ]


def test_parts_are_touchpoints_by_forecast_or_quarters_by_time(wording: Wording) -> None:
    assert texts_of(draw(BudgetCut.TOUCHPOINT, wording))[::4] == [
        "<b>&lt;b&gt;Till&lt;/b&gt;</b>",
        "<b>Without a date or touchpoint</b>",
    ]
    assert texts_of(draw(BudgetCut.QUARTER, wording))[::4] == [
        "<b>Quarter 1, 2026</b>",
        "<b>Without a date or touchpoint</b>",
    ]


def test_the_finding_says_what_is_spent_or_that_more_is_to_be_expected(wording: Wording) -> None:
    assert draw(BudgetCut.KIND, wording).title == "300 of 1,500 EUR are spent"
    over = [action(1, budget={BudgetKind.OTHER: Cost(D(100), D(150))})]
    title = draw(BudgetCut.KIND, wording, actions=over).title
    assert title == "50 EUR more than planned are to be expected"


def test_the_table_has_the_cents_and_the_sum(wording: Wording) -> None:
    table = draw(BudgetCut.KIND, wording).table
    assert list(table["Part"]) == ["Software", "Training", "Together"]
    assert list(table["Planned"]) == ["500.00", "1,000.50", "1,500.50"]
    assert list(table["Currency"]) == ["EUR"] * 3


def test_of_many_touchpoints_those_with_the_highest_forecast_are_drawn(wording: Wording) -> None:
    many = [
        action(
            number,
            budget={BudgetKind.OTHER: Cost(D(number))},
            touchpoint_id=UUID(int=number),
            touchpoint=f"T{number}",
        )
        for number in range(1, 41)
    ]
    chart = draw(BudgetCut.TOUCHPOINT, wording, actions=many)
    assert texts_of(chart)[0] == "<b>T40</b>"
    assert "25 more in the table" in chart.subtitle
    assert len(chart.table) == 41


@pytest.mark.parametrize("look", [LIGHT, DARK.for_projector(), LIGHT.for_phone()])
@pytest.mark.parametrize("cut", BudgetCut)
def test_the_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    wording: Wording, look: Look, cut: BudgetCut
) -> None:
    drawn = draw(cut, wording, look).figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))
