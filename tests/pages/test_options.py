"""Options are added in one line, compared side by side, filled in in a drawer, chosen, and made actions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import add_action, list_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import add_entry
from storage.goals import add_goal
from storage.journey import change_touchpoint, list_touchpoints
from storage.options import add_option, change_option, list_options
from storage.store import Store
from storage.team_view import give_points
from tests._hostile_texts import HOSTILE
from tests.pages._screen import (
    button,
    dialog_title,
    is_shown,
    links,
    open_page,
    press,
    press_in_dialog,
    texts,
)
from tests.pages.conftest import OpenFrame
from touchpoints.model import ActionStatus, BudgetKind, Depth, Factor, Level
from touchpoints.option import OptionEntry


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID) -> AppTest:
    """The options of a hotel whose key touchpoint is the reception; there is a bar besides."""
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Reception"), NewTouchpoint("Bar")])
    reception = at(store, hotel, "Reception")
    change_touchpoint(store, COMMAND_LINE, hotel, reception, 1, {"depth": Depth.KEY})
    give_points(store, COMMAND_LINE, hotel, {reception: 100})
    opened = open_frame()
    opened.default_timeout = 60
    return open_page(opened, "options", hotel)


def at(store: Store, hotel: UUID, name: str) -> UUID:
    return next(one.id for one in list_touchpoints(store, COMMAND_LINE, hotel) if one.name == name)


def put(store: Store, hotel: UUID, name: str, where: str = "Reception", **more: Any) -> UUID:
    values = {"name": name, "touchpoint_id": at(store, hotel, where), **more}
    id_ = add_option(store, COMMAND_LINE, hotel, values)
    assert id_
    return id_


def found(store: Store, hotel: UUID) -> dict[str, OptionEntry]:
    return {one.name: one for one in list_options(store, COMMAND_LINE, hotel)}


def open_drawer(frame: AppTest, name: str) -> AppTest:
    frame.run()
    return press(frame, f"Open {name}")


def test_an_option_is_one_sentence_and_a_size_and_can_be_taken_back(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    frame.text_input("new-option").set_value(" A second desk ")
    frame.segmented_control("new-option-size").set_value("L")
    press(frame, "Add")
    desk = found(store, hotel)["A second desk"]
    assert (desk.touchpoint, desk.size) == ("Reception", "L")
    assert is_shown(frame, "≈ 50,000 EUR (assumed from size L)")
    press(frame, "Undo")
    assert found(store, hotel) == {}


def test_a_new_option_serves_the_only_goal_of_its_touchpoint(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    told = {"name": "Nobody waits", "touchpoint_id": at(store, hotel, "Reception")}
    goal = add_goal(store, COMMAND_LINE, hotel, told)
    frame.run().text_input("new-option").set_value("A second desk")
    press(frame, "Add")
    assert found(store, hotel)["A second desk"].goal_id == goal
    add_goal(store, COMMAND_LINE, hotel, told | {"name": "Kind"})
    frame.run().text_input("new-option").set_value("A third desk")
    press(frame, "Add")
    assert found(store, hotel)["A third desk"].goal_id is None


def test_without_a_key_touchpoint_the_way_to_choose_some_is_shown(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    reception = at(store, hotel, "Reception")
    change_touchpoint(store, COMMAND_LINE, hotel, reception, 2, {"depth": Depth.SHORTLIST})
    press(frame.run(), "Choose key touchpoints")
    assert frame.title[0].value == "Touchpoints"
    assert is_shown(frame, "Tick the few that decide whether a customer stays")
    change_touchpoint(store, COMMAND_LINE, hotel, at(store, hotel, "Bar"), 1, {"depth": Depth.KEY})
    assert not is_shown(open_page(frame, "touchpoint_board", hotel), "Tick the few")


def test_a_key_touchpoint_with_fewer_than_two_options_is_said(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    assert is_shown(frame, "No option yet. Find at least two")
    put(store, hotel, "Desk")
    assert is_shown(frame.run(), "Only 1 option so far.")
    put(store, hotel, "Kiosk")
    frame.run()
    assert not is_shown(frame, "so far")
    assert is_shown(frame, "Desk Kiosk")


def test_options_stand_side_by_side_with_what_is_told_of_them(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    told = {"cost_once": Decimal(1200), "person_days": Decimal("2.5"), "touches_data": True}
    put(store, hotel, "Desk", effect_realistic=Decimal(1), risk="Noise", **told)
    put(store, hotel, "Kiosk", is_delight=True, team_votes=4)
    [compared] = [text for text in texts(frame.run()) if "Desk" in text and "Kiosk" in text]
    for said in ("1,200 EUR", "2.5", "– / +1.0 / –", "100.0", "Noise", "data", "delight", "4"):
        assert said in compared
    assert "cost, person-days, effect" in compared


def test_one_touchpoint_is_chosen_in_the_address(frame: AppTest, store: Store, hotel: UUID) -> None:
    put(store, hotel, "Desk")
    put(store, hotel, "Cocktails", "Bar")
    open_page(frame, "options", hotel, at=str(at(store, hotel, "Bar")))
    assert is_shown(frame, "Cocktails")
    assert not is_shown(frame, "Desk")
    assert frame.selectbox("new-option-where").value == at(store, hotel, "Bar")


def test_the_table_holds_all_options(frame: AppTest, store: Store, hotel: UUID) -> None:
    put(store, hotel, "Desk", effect_realistic=Decimal("0.5"), size="S")
    put(store, hotel, "Cocktails", "Bar")
    open_page(frame, "options", hotel, view="table")
    table = frame.dataframe[0].value
    assert list(table["Option"]) == ["Desk", "Cocktails"]
    assert table["Gain"][0] == 50.0
    assert list(table["Cost, first year"]) == ["≈ 2,000 EUR (assumed from size S)", "–"]


def test_priority_says_where_to_start_and_why(frame: AppTest, store: Store, hotel: UUID) -> None:
    put(store, hotel, "Desk", effect_realistic=Decimal(1), size="S")
    open_page(frame, "options", hotel, view="priority")
    assert is_shown(frame, "Start with 1 option: a gain of 100.0 for 5 person-days")
    assert is_shown(frame, "The most gain for the effort: 100.0 for 5 person-days.")


def test_an_option_is_chosen_with_a_reason_and_left_again(frame: AppTest, store: Store, hotel: UUID) -> None:
    put(store, hotel, "Desk")
    id_ = put(store, hotel, "Kiosk")
    open_drawer(frame, "Kiosk")
    assert dialog_title(frame) == "Kiosk"
    frame.text_input(f"reason-{id_}").set_value("No queue at night")
    press_in_dialog(frame, "Choose")
    kiosk = found(store, hotel)["Kiosk"]
    assert (kiosk.is_chosen, kiosk.choice_reason) == (True, "No queue at night")
    assert is_shown(open_page(frame, "options", hotel), "✓ Chosen: Kiosk – No queue at night")
    open_drawer(frame, "Kiosk")
    press_in_dialog(frame, "Take the choice back")
    assert not found(store, hotel)["Kiosk"].is_chosen
    press_in_dialog(frame, "Undo")
    kiosk = found(store, hotel)["Kiosk"]
    assert (kiosk.is_chosen, kiosk.choice_reason) == (True, "No queue at night")


def test_effort_is_told_in_the_drawer_afterwards(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = put(store, hotel, "Desk", size="M")
    frame.session_state["option_part"] = "cost"
    open_drawer(frame, "Desk")
    [cost] = [one for one in frame.number_input if one.key.startswith(f"cost_once-{id_}")]
    cost.set_value(1250.5)
    press_in_dialog(frame, "Save")
    desk = found(store, hotel)["Desk"]
    assert (desk.cost_once, desk.person_days, desk.size) == (Decimal("1250.5"), None, "M")


def test_where_somebody_was_faster_both_versions_are_shown(frame: AppTest, store: Store, hotel: UUID) -> None:
    id_ = put(store, hotel, "Desk")
    open_drawer(frame, "Desk")
    change_option(store, COMMAND_LINE, hotel, id_, 1, {"name": "Counter"})
    [name] = [one for one in frame.text_input if one.key.startswith(f"name-{id_}")]
    name.set_value("Table")
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "Counter")
    assert list(found(store, hotel)) == ["Counter"]
    press_in_dialog(frame, "Save mine")
    assert list(found(store, hotel)) == ["Table"]


def test_the_worst_case_above_the_best_is_refused_in_the_drawer(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    id_ = put(store, hotel, "Desk", effect_best=Decimal(1))
    frame.session_state["option_part"] = "effect"
    open_drawer(frame, "Desk")
    [worst] = [one for one in frame.number_input if one.key.startswith(f"effect_worst-{id_}")]
    worst.set_value(2.0)
    press_in_dialog(frame, "Save")
    assert is_shown(frame, "The worst case cannot bring more")


def test_what_an_option_needs_is_chosen_from_the_others(frame: AppTest, store: Store, hotel: UUID) -> None:
    desk, kiosk = put(store, hotel, "Desk"), put(store, hotel, "Kiosk")
    frame.session_state["option_part"] = "reach"
    open_drawer(frame, "Desk")
    frame.multiselect(f"needs-{desk}").set_value([kiosk])
    press_in_dialog(frame, "Save")
    assert found(store, hotel)["Desk"].needs == (kiosk,)


def test_an_option_that_adds_a_delight_says_what_disappoints_there_first(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    put(store, hotel, "Harp", is_delight=True)
    factor = {"touchpoint_id": at(store, hotel, "Reception"), "text": "Queue", "level": Level.DISAPPOINTING}
    queue = add_entry(store, COMMAND_LINE, hotel, Factor, factor)
    open_drawer(frame, "Harp")
    assert is_shown(frame, "First the disappointments: 1 factor that disappoints is still there.")
    till = {"name": "A second till", "touchpoint_id": at(store, hotel, "Reception")}
    against = add_action(store, COMMAND_LINE, hotel, till, factors=[queue])
    set_status(store, COMMAND_LINE, hotel, [against], ActionStatus.DONE, date(2026, 3, 2))
    open_drawer(frame, "Harp")
    assert not is_shown(frame, "First the disappointments")


def test_an_option_becomes_an_action_with_its_effort_and_budget(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    money = {"cost_once": Decimal(1000), "software_cost": Decimal(600), "training_cost": Decimal(100)}
    effort = {"person_days": Decimal(3), "cost_per_year": Decimal(50)}
    id_ = put(store, hotel, "Desk", effect_realistic=Decimal("0.5"), **money, **effort)
    open_drawer(frame, "Desk")
    press_in_dialog(frame, "Make it an action")
    [action] = list_actions(store, COMMAND_LINE, hotel)
    assert (action.name, action.option_id, action.person_days) == ("Desk", id_, 3)
    assert action.expected_result == "Reception: +0.5 levels on −2 to +2"
    assert {kind: line.planned for kind, line in action.budget.items()} == {
        BudgetKind.SOFTWARE: 600,
        BudgetKind.PROCESS_TRAINING: 100,
        BudgetKind.OTHER: 350,
    }
    assert is_shown(frame, "It is in the to-do plan as an action.")
    assert f"action={action.id}" in links(frame)["○ planned: Desk"]


def test_an_option_thrown_away_comes_back(frame: AppTest, store: Store, hotel: UUID) -> None:
    put(store, hotel, "Desk")
    open_drawer(frame, "Desk")
    press_in_dialog(frame, "Move to bin")
    assert found(store, hotel) == {}
    press(open_page(frame, "options", hotel), "Undo")
    assert list(found(store, hotel)) == ["Desk"]


def test_hostile_texts_are_shown_letter_by_letter(frame: AppTest, store: Store, hotel: UUID) -> None:
    for text in HOSTILE:
        put(store, hotel, text[:300], risk=text[:500], effect_realistic=Decimal(1), size="S")
    frame.run()
    assert "<script" not in "".join(one.value for one in frame.get("html"))
    open_page(frame, "options", hotel, view="priority")
    assert frame.get("plotly_chart")


def test_without_touchpoints_the_way_to_them_is_shown(
    facilitator: str, open_frame: OpenFrame, hotel: UUID
) -> None:
    assert facilitator
    assert button(open_page(open_frame(), "options", hotel), "Go to the touchpoints")
