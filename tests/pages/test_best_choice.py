"""What fits the budget: the set, the cases, what is left out and why; chosen only when it is taken over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from time import monotonic, sleep
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages import _best_choice
from pages._best_choice_tables import _HEAD, _height
from pages._solver_run import SolverRun
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.journey import list_touchpoints
from storage.options import add_option, choose_option, list_options, set_needs
from storage.solving import ChildSolver, Work, stop_solving
from storage.store import Store
from storage.team_view import give_points
from tests.pages._screen import button, buttons, is_shown, open_page, press
from tests.pages.conftest import OpenFrame


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID) -> Iterator[AppTest]:
    """A hotel with two touchpoints and an option for each of them, and a better one that costs more."""
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Reception"), NewTouchpoint("Bar")])
    give_points(store, COMMAND_LINE, hotel, {at(store, hotel, "Reception"): 60, at(store, hotel, "Bar"): 40})
    put(store, hotel, "Desk", effect_worst=Decimal("0.5"), effect_best=Decimal(2))
    put(store, hotel, "Kiosk", effect_realistic=Decimal(2), cost_once=Decimal(9000))
    put(store, hotel, "Cocktails", "Bar", effect_worst=Decimal(0))
    opened = open_frame()
    opened.default_timeout = 60
    yield opened
    stop_solving()


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many options that the best set is left to a child."""
    monkeypatch.setattr(_best_choice, "_FEW", 0)


def at(store: Store, hotel: UUID, name: str) -> UUID:
    return next(one.id for one in list_touchpoints(store, COMMAND_LINE, hotel) if one.name == name)


def put(store: Store, hotel: UUID, name: str, where: str = "Reception", **more: Any) -> UUID:
    told = {"cost_once": Decimal(1000), "person_days": Decimal(5), "effect_realistic": Decimal(1)}
    values = {"name": name, "touchpoint_id": at(store, hotel, where), **told, **more}
    id_ = add_option(store, COMMAND_LINE, hotel, values)
    assert id_
    return id_


def chosen(store: Store, hotel: UUID) -> list[str]:
    return [one.name for one in list_options(store, COMMAND_LINE, hotel) if one.is_chosen]


def opened(frame: AppTest, hotel: UUID, budget: str = "2000", days: str = "20") -> AppTest:
    return open_page(frame, "best_choice", hotel, budget=budget, days=days)


def wait_for_frontier(frame: AppTest) -> AppTest:
    until = monotonic() + 30
    while not frame.get("plotly_chart"):
        assert monotonic() < until, "the frontier does not come"
        sleep(0.1)
        frame.run()
    return frame


def test_the_best_set_is_shown_with_what_it_brings_and_costs(frame: AppTest, hotel: UUID) -> None:
    opened(frame, hotel)
    assert is_shown(frame, "The best choice under your estimates")
    assert is_shown(
        frame, "Gain 100.0 (importance in % × levels) for 2,000 EUR of 2,000 EUR and 10 of 20 person-days"
    )
    assert is_shown(frame, "realistic case · proved to be the best · importance as the team sees it")
    table = frame.dataframe[0].value
    assert list(table["Option"]) == ["Desk", "Cocktails"]
    assert list(table["In all three cases"]) == ["✓", ""]


def test_all_three_cases_are_told(frame: AppTest, hotel: UUID) -> None:
    cases = opened(frame, hotel).dataframe[1].value
    assert list(cases["Case"]) == ["worst case", "realistic case", "best case"]
    assert list(cases["Gain"]) == [30.0, 100.0, 160.0]


def test_what_is_left_out_says_which_constraint_and_how_much_is_missing(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    needing = put(store, hotel, "App", "Bar", effect_realistic=Decimal(2))
    set_needs(store, COMMAND_LINE, hotel, needing, [put(store, hotel, "Wi-Fi", effect_realistic=None)])
    left = opened(frame, hotel).dataframe[2].value
    assert dict(zip(left["Option"], left["Kept out by"], strict=True)) == {
        "Kiosk": "budget: 8,000 EUR missing",
        "App": "needs another option: Wi-Fi",
        "Wi-Fi": "not calculated yet: effect missing",
    }


def test_all_limits_that_are_missing_are_said(frame: AppTest, store: Store, hotel: UUID) -> None:
    put(
        store,
        hotel,
        "Terrace",
        "Bar",
        cost_once=Decimal(9000),
        person_days=Decimal(30),
        effect_realistic=Decimal(2),
    )
    left = opened(frame, hotel).dataframe[2].value.set_index("Option")
    said = "budget: 8,000 EUR missing; person-days: 15 missing"
    assert left.loc["Terrace", "Kept out by"] == said


@pytest.mark.parametrize(("rows", "shown"), [(1, 1.0), (9, 9.0), (25, 25.0), (26, 25.5), (200, 25.5)])
def test_a_table_that_has_no_room_for_all_rows_is_cut_in_the_middle_of_one(rows: int, shown: float) -> None:
    assert _height(rows, 64) == _HEAD + 64 * shown


def test_nothing_is_chosen_until_it_is_taken_over_and_that_can_be_undone(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    kiosk = next(one.id for one in list_options(store, COMMAND_LINE, hotel) if one.name == "Kiosk")
    choose_option(store, COMMAND_LINE, hotel, kiosk, "The team likes it")
    opened(frame, hotel)
    assert chosen(store, hotel) == ["Kiosk"]
    press(frame, "Take this choice over")
    assert chosen(store, hotel) == ["Desk", "Cocktails"]
    assert is_shown(frame, "Exactly this set is chosen.")
    press(frame, "Undo")
    assert chosen(store, hotel) == ["Kiosk"]
    [kept] = [one for one in list_options(store, COMMAND_LINE, hotel) if one.is_chosen]
    assert kept.choice_reason == "The team likes it"


def test_budget_and_days_are_entered_and_stand_in_the_address(frame: AppTest, hotel: UUID) -> None:
    opened(frame, hotel)
    frame.number_input("limit-budget").set_value(10_000.0).run()
    assert frame.query_params["budget"] in ("10000.00", ["10000.00"])
    assert list(frame.dataframe[0].value["Option"]) == ["Kiosk", "Cocktails"]
    frame.number_input("limit-days").set_value(5.0).run()
    assert list(frame.dataframe[0].value["Option"]) == ["Kiosk"]


@pytest.mark.parametrize("budget", ["", "much", "-1", "NaN", "1e99"])
def test_an_address_that_says_no_amount_begins_with_half_of_everything(
    frame: AppTest, hotel: UUID, budget: str
) -> None:
    opened(frame, hotel, budget=budget)
    assert frame.number_input("limit-budget").value == 5000.0


def test_must_haves_that_do_not_fit_are_said_and_the_frontier_still_comes(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    put(store, hotel, "Fire door", cost_once=Decimal(3000), is_must_have=True)
    opened(frame, hotel)
    assert is_shown(frame, "The must-haves do not fit: they cost at least 3,000, 1,000 more than the budget.")
    assert "Take this choice over" not in buttons(frame)
    assert is_shown(wait_for_frontier(frame), "The must-haves do not fit this budget")


def test_the_frontier_comes_by_itself_and_says_what_more_money_buys(frame: AppTest, hotel: UUID) -> None:
    wait_for_frontier(opened(frame, hotel))
    assert is_shown(frame, "Another 10,000 EUR raise the gain from 100.0 to 160.0: Reception")
    assert is_shown(frame, "- Reception: +60.0 (Kiosk)")


def test_the_slider_changes_the_budget_of_the_page(frame: AppTest, hotel: UUID) -> None:
    wait_for_frontier(opened(frame, hotel))
    frame.select_slider("frontier-budget").set_value(Decimal(10_000)).run()
    assert list(frame.dataframe[0].value["Option"]) == ["Kiosk", "Cocktails"]


@pytest.mark.usefixtures("many")
def test_among_many_options_a_child_finds_the_best_set(frame: AppTest, store: Store, hotel: UUID) -> None:
    opened(frame, hotel)
    assert list(frame.dataframe[0].value["Option"]) == ["Desk", "Cocktails"]
    put(store, hotel, "Fire door", cost_once=Decimal(3000), is_must_have=True)
    frame.run()
    assert is_shown(frame, "The must-haves do not fit: they cost at least 3,000, 1,000 more than the budget.")


@pytest.mark.usefixtures("many")
def test_a_child_that_fails_is_said_and_can_be_tried_again(
    frame: AppTest, hotel: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/nowhere/python")
        opened(frame, hotel)
        for run in (run_of(frame, "choice"), run_of(frame, "frontier")):
            assert run.wait(30)
        frame.run()
        assert len(frame.error) == 2
        assert "Try again" in frame.error[0].value
    frame.button("choice-again").click().run()
    frame.button("frontier-again").click().run()
    wait_for_frontier(frame)
    assert list(frame.dataframe[0].value["Option"]) == ["Desk", "Cocktails"]
    assert not frame.error


def test_what_nobody_looks_at_any_more_is_given_up_and_begun_again_when_it_is_wanted(
    frame: AppTest, open_frame: OpenFrame, hotel: UUID
) -> None:
    with ChildSolver(Work.FRONTIER):  # so that none of them gets its turn
        first = run_of(opened(frame, hotel), "frontier")
        other = open_page(open_frame(), "best_choice", hotel, budget="2000", days="20")
        assert run_of(other, "frontier") is first
        frame.number_input("limit-days").set_value(5.0).run()
        second = run_of(frame, "frontier")
        assert not first.is_given_up
        other.number_input("limit-days").set_value(5.0).run()
        assert run_of(other, "frontier") is second
        assert first.is_given_up
        assert not second.is_given_up
        frame.number_input("limit-days").set_value(20.0).run()
        assert not run_of(frame, "frontier").is_given_up
    wait_for_frontier(frame)


def run_of(frame: AppTest, name: str) -> SolverRun:
    run: SolverRun = frame.session_state[f"{name}-looked-at"]
    return run


def test_without_options_the_way_to_them_is_shown(
    facilitator: str, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    assert button(open_page(open_frame(), "best_choice", hotel), "Go to the options")
