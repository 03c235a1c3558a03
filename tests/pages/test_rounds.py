"""Rounds on the screen: what will happen is said before, one press begins the next, both are compared."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import add_entry
from storage.journey import list_phases, list_touchpoints
from storage.kpis import add_kpi
from storage.measurements import NewMeasurement, add_measurement
from storage.rounds import begin_next_round, list_rounds
from storage.store import Store
from storage.surveys import store_survey
from storage.targets import add_planned_touchpoint, decide, set_target
from storage.team_view import rate_touchpoint
from tests.pages._screen import buttons, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from tests.pages.plan._stored import add
from tests.storage._surveys import count, counted
from touchpoints.model import ActionStatus, Aspect, Decision, Finding

pytestmark = pytest.mark.usefixtures("facilitator")
DAY = date(2026, 7, 1)


@pytest.fixture
def desk(store: Store, hotel: UUID) -> UUID:
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, COMMAND_LINE, hotel, [desk])
    return desk.id


def rate(store: Store, project: UUID, touchpoint: UUID, point: int) -> None:
    rate_touchpoint(store, COMMAND_LINE, project, touchpoint, Aspect.EXPERIENCE, {point: 1})


def begin(store: Store, project: UUID) -> None:
    begin_next_round(store, COMMAND_LINE, project, DAY)


def metrics(frame: AppTest) -> dict[str, str]:
    """What the figures say, as they are read."""
    [said] = [one.value for one in frame.markdown if "Together" in one.value]
    lines = (line.removeprefix("- ").replace("\\", "") for line in said.splitlines())
    return {label: figure.strip("*") for label, _, figure in (line.partition(": ") for line in lines)}


def test_the_first_round_says_what_a_round_is_and_offers_the_next(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_page(open_frame(), "rounds", hotel)
    assert is_shown(frame, "A round is one pass through the four steps.")
    assert "Begin round 2" in buttons(frame)
    assert not is_shown(frame, "0 unfinished actions")
    assert not frame.get("plotly_chart")


def test_what_will_happen_is_said_before(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID
) -> None:
    fax = NewTouchpoint("Fax")
    add_touchpoints(store, COMMAND_LINE, hotel, [fax])
    decide(store, COMMAND_LINE, hotel, fax.id, Decision.REMOVE)
    phase = list_phases(store, COMMAND_LINE, hotel)[0].id
    add_planned_touchpoint(store, COMMAND_LINE, hotel, "App", phase)
    add(store, hotel, "Open earlier")
    frame = open_page(open_frame(), "rounds", hotel)
    assert is_shown(frame, "1 unfinished action goes along")
    assert is_shown(frame, "1 touchpoint leaves the journey: Fax")
    assert is_shown(frame, "1 planned touchpoint comes into the journey: App")
    assert desk


def test_one_press_begins_the_round_and_one_takes_it_back(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    add(store, hotel, "Open earlier")
    frame = open_page(open_frame(), "rounds", hotel)
    frame.text_input("next-round-name").set_value("After the rebuilding")
    press(frame, "Begin round 2")
    assert is_shown(frame, "Round 2: After the rebuilding")
    assert is_shown(frame, "1 unfinished action of earlier rounds: Open earlier")
    press(frame, "Undo")
    assert [one.number for one in list_rounds(store, COMMAND_LINE, hotel)] == [1]


def test_a_round_is_taken_back_as_long_as_it_is_unused(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID
) -> None:
    begin(store, hotel)
    frame = open_page(open_frame(), "rounds", hotel)
    assert "Take round 2 back" in buttons(frame)
    rate(store, hotel, desk, 1)
    press(frame, "Take round 2 back")
    assert is_shown(frame, "Something has been rated or planned in this round already")
    assert "Take round 2 back" not in buttons(frame)
    assert len(list_rounds(store, COMMAND_LINE, hotel)) == 2


def test_two_who_press_at_once_begin_one_round(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    frame = open_page(open_frame(), "rounds", hotel)
    begin(store, hotel)
    press(frame, "Begin round 2")
    assert is_shown(frame, "Somebody else has begun the next round meanwhile.")
    assert len(list_rounds(store, COMMAND_LINE, hotel)) == 2


def test_the_teams_two_rounds_are_compared_with_targets_and_actions(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID
) -> None:
    rate(store, hotel, desk, -1)
    set_target(store, COMMAND_LINE, hotel, desk, None, 1.0)
    done = add(store, hotel, "Open earlier")
    add(store, hotel, "New signs")
    set_status(store, COMMAND_LINE, hotel, [done], ActionStatus.DONE, DAY)
    begin(store, hotel)
    rate(store, hotel, desk, 1)
    frame = open_page(open_frame(), "rounds", hotel)
    assert is_shown(frame, "The team sees 1 of 1 touchpoint higher than in round 1, and 0 lower")
    assert is_shown(frame, "Targets of round 1: 1 reached, 0 missed, 0 still open")
    assert is_shown(frame, "Actions of round 1: 1 done, 1 unfinished, 0 dropped")
    assert is_shown(frame, "Done: Open earlier")


def test_customers_and_team_are_never_in_one_chart(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    store_survey(store, COMMAND_LINE, hotel, counted(count(1, 60, wave="2018"), count(4, 20, wave="2018")))
    [hotline] = list_touchpoints(store, COMMAND_LINE, hotel)
    rate(store, hotel, hotline.id, 2)
    begin(store, hotel)
    store_survey(store, COMMAND_LINE, hotel, counted(count(1, 10, wave="2019"), count(5, 70, wave="2019")))
    rate(store, hotel, hotline.id, 1)
    frame = open_page(open_frame(), "rounds", hotel)
    assert is_shown(frame, f"Customers find it better than in round 1: {hotline.name}")
    frame.segmented_control("view").set_value("team").run()
    assert is_shown(frame, "The team sees 0 of 1 touchpoint higher than in round 1, and 1 lower")
    frame = open_page(open_frame(), "rounds", hotel, view="team")
    assert is_shown(frame, "The team sees 0 of 1 touchpoint higher")


def test_a_kpi_is_told_then_and_now_with_its_verdict(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    kpi = add_kpi(store, COMMAND_LINE, hotel, {"name": "Calls answered", "kind": "share"})
    for day, answered in ((DAY - timedelta(days=9), 120), (DAY + timedelta(days=9), 300)):
        measured = NewMeasurement(day, day, None, 400, favourable=answered)
        add_measurement(store, COMMAND_LINE, hotel, kpi, measured)
    begin(store, hotel)
    [table] = open_page(open_frame(), "rounds", hotel).dataframe
    row = table.value.iloc[0]
    assert (row["KPI"], row["Verdict"]) == ("Calls answered", "▲ better")
    assert row["Round 1"].startswith("30%")
    assert row["Round 2"].startswith("75%")
    assert row["Difference"] == "+45 percentage points"


def test_a_kpi_without_an_interval_says_so_beside_its_verdict(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    kpi = add_kpi(store, COMMAND_LINE, hotel, {"name": "Wait", "kind": "time", "unit": "min"})
    for day, minutes in ((DAY - timedelta(days=9), 15), (DAY + timedelta(days=9), 10.5)):
        add_measurement(store, COMMAND_LINE, hotel, kpi, NewMeasurement(day, day, minutes))
    begin(store, hotel)
    [table] = open_page(open_frame(), "rounds", hotel).dataframe
    row = table.value.iloc[0]
    assert (row["Difference"], row["95 % interval"]) == ("−4.5 min", "no interval")


def test_savings_stand_beside_the_gains_with_their_sum(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID
) -> None:
    waste = {"text": "Typed twice", "kind": "waste", "minutes_per_month": 90, "cost_per_month": 100}
    add_entry(store, COMMAND_LINE, hotel, Finding, waste)
    saved = add(store, hotel, "Scan forms", saving_per_year=Decimal(700))
    add(store, hotel, "New signs", saving_per_year=Decimal(200))
    set_status(store, COMMAND_LINE, hotel, [saved], ActionStatus.DONE, DAY)
    rate(store, hotel, desk, 0)
    begin(store, hotel)
    rate(store, hotel, desk, 1)
    assert metrics(open_page(open_frame(), "rounds", hotel)) == {
        "Touchpoints better as the team sees it": "1",
        "Waste found": "1,200 EUR",
        "Working time lost": "18 hours",
        "Saved once planned actions are done": "200 EUR",
        "Saved by actions that are done": "700 EUR",
        "Together": "2,100 EUR",
    }


def test_of_three_rounds_any_two_are_compared(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID
) -> None:
    for point in (-1, 0, 2):
        rate(store, hotel, desk, point)
        begin(store, hotel) if point < 2 else None
    frame = open_page(open_frame(), "rounds", hotel)
    assert is_shown(frame, "higher than in round 2")
    frame = open_page(open_frame(), "rounds", hotel, compare="1-3")
    assert is_shown(frame, "higher than in round 1")
