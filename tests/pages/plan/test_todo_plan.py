"""The to-do plan is one and the same as board, table, timeline and budget, and every change can be undone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_parts import set_budget
from storage.actions import add_action, change_action
from storage.rounds import begin_next_round
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._board_hand import act, sent
from tests.pages._screen import (
    buttons,
    click_point,
    dialog_title,
    is_shown,
    press,
    press_in_dialog,
)
from tests.pages.plan._stored import add, stored, type_into
from tests.pages.plan.conftest import Open
from touchpoints.model import ActionStatus, BudgetKind

BOARD = "plan-board"


def board(frame: AppTest) -> dict[str, Any]:
    """What the board was given."""
    [found] = [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]
    told: dict[str, Any] = json.loads(found.proto.json)[0]
    return told


def shown(frame: AppTest) -> list[str]:
    return [card["title"] for card in board(frame)["cards"]]


@pytest.mark.usefixtures("plan")
def test_the_board_says_who_until_when_and_what_needs_attention(visit: Open) -> None:
    frame = visit()
    assert [column["id"] for column in board(frame)["columns"]] == [status.value for status in ActionStatus]
    cards = {card["title"]: card for card in board(frame)["cards"]}
    assert cards["Sign"]["column"] == "blocked"
    assert "blocked by: no permit" in cards["Sign"]["lines"]
    assert [word for _, word, _ in cards["Sign"]["badges"]] == ["without owner"]
    assert [word for _, word, _ in cards["Oven"]["badges"]] == ["overdue"]
    assert [word for _, word, _ in cards["Baker"]["badges"]] == ["waits for another"]
    assert cards["Oven"]["lines"][0].startswith("Anna · until ")


@pytest.mark.usefixtures("plan")
def test_one_line_says_what_needs_attention_and_filters_by_it(visit: Open) -> None:
    frame = visit()
    said = [label for label in buttons(frame) if label[0].isdigit()]
    assert said == ["1 overdue", "1 blocked", "1 without owner", "1 waits for another"]
    press(frame, "1 overdue")
    assert frame.query_params["attention"] == "overdue"
    assert shown(frame) == ["Oven"]
    assert is_shown(frame, "1 of 3 actions")
    press(frame, "1 overdue")
    assert shown(frame) == ["Oven", "Baker", "Sign"]


@pytest.mark.usefixtures("plan")
def test_filters_stand_in_the_address_by_ids(visit: Open, store: Store, bakery: UUID) -> None:
    anna = str(stored(store, bakery)["Oven"].owner_id)
    assert shown(visit(owner=anna)) == ["Oven", "Baker"]
    assert shown(visit(owner="none")) == ["Sign"]
    assert shown(visit(status=["blocked", "done"])) == ["Sign"]
    assert shown(visit(team="Front", locale="de-DE")) == ["Sign"]
    assert shown(visit(touchpoint="none", attention="blocked")) == ["Sign"]
    assert shown(visit(view="nonsense")) == ["Oven", "Baker", "Sign"]
    frame = visit(owner=anna, attention="overdue")
    press(frame, "Show all actions")
    assert shown(frame) == ["Oven", "Baker", "Sign"]


@pytest.mark.usefixtures("plan")
def test_three_fields_make_an_action_and_undo_takes_it_back(
    visit: Open, store: Store, bakery: UUID, today: date
) -> None:
    frame = visit()
    frame.text_input("new-action").set_value("  Web shop ")
    frame.selectbox("new-action-owner").set_value(stored(store, bakery)["Oven"].owner_id)
    frame.date_input("new-action-due").set_value(today)
    press(frame, "Add")
    added = stored(store, bakery)["Web shop"]
    assert (added.owner, added.due_on) == ("Anna", today)
    assert frame.text_input("new-action").value == ""
    press(frame, "Undo")
    assert "Web shop" not in stored(store, bakery)


@pytest.mark.usefixtures("plan")
def test_somebody_typed_anew_becomes_one_of_the_people(visit: Open, store: Store, bakery: UUID) -> None:
    frame = visit()
    frame.text_input("new-action").set_value("Web shop")
    who = frame.selectbox("new-action-owner")
    who.options.append("Bert")
    who.set_value("Bert")
    press(frame, "Add")
    assert stored(store, bakery)["Web shop"].owner == "Bert"


def test_a_card_that_is_moved_gets_its_status_and_goes_back(
    visit: Open, store: Store, bakery: UUID, plan: dict[str, UUID], today: date
) -> None:
    frame = visit()
    act(frame, BOARD, "moved", cards=sent([plan["Oven"]]), column="done", before=None)
    assert stored(store, bakery)["Oven"].done_on == today
    assert is_shown(frame, "1 action: done now.")
    press(frame, "Undo")
    assert stored(store, bakery)["Oven"].status is ActionStatus.PLANNED


def test_a_card_that_is_dropped_on_the_blocked_ones_asks_by_what(
    visit: Open, store: Store, bakery: UUID, plan: dict[str, UUID]
) -> None:
    frame = visit()
    act(frame, BOARD, "moved", cards=sent([plan["Oven"]]), column="blocked", before=None)
    assert dialog_title(frame) == "Blocked by what?"
    assert stored(store, bakery)["Oven"].status is ActionStatus.PLANNED
    next(one for one in frame.text_input if one.label == "Say it in a few words").set_value("no money")
    press_in_dialog(frame, "Save")
    assert stored(store, bakery)["Oven"].blocked_by == "no money"


def test_cards_in_the_bin_come_back(visit: Open, plan: dict[str, UUID]) -> None:
    frame = visit()
    act(frame, BOARD, "chosen", action="bin", cards=sent([plan["Oven"], plan["Sign"]]))
    assert shown(frame) == ["Baker"]
    press(frame, "Undo")
    assert shown(frame) == ["Oven", "Baker", "Sign"]


def test_a_card_opens_in_the_drawer(visit: Open, plan: dict[str, UUID]) -> None:
    frame = visit()
    act(frame, BOARD, "opened", card=str(plan["Sign"]))
    assert dialog_title(frame) == "Sign"


@pytest.mark.usefixtures("plan")
def test_the_table_is_edited_in_place_and_each_edit_can_be_undone(
    visit: Open, store: Store, bakery: UUID, today: date
) -> None:
    frame = visit(view="table")
    [grid] = frame.data_editor
    assert list(grid.value["name"]) == ["Oven", "Baker", "Sign"]
    type_into(frame, 2, name="Big sign", owner_id="Anna", due_on=today.isoformat())
    sign = stored(store, bakery)["Big sign"]
    assert (sign.owner, sign.due_on) == ("Anna", today)
    press(frame, "Undo")
    sign = stored(store, bakery)["Sign"]
    assert (sign.owner, sign.due_on) == (None, None)


@pytest.mark.usefixtures("plan")
def test_the_table_sets_a_status_and_says_what_it_cannot(visit: Open, store: Store, bakery: UUID) -> None:
    frame = visit(view="table")
    type_into(frame, 0, status="running")
    assert stored(store, bakery)["Oven"].status is ActionStatus.RUNNING
    type_into(frame, 1, status="blocked")
    assert is_shown(frame, "Say what blocks it")
    assert stored(store, bakery)["Baker"].status is ActionStatus.PLANNED


@pytest.mark.usefixtures("plan")
def test_a_new_date_in_the_table_asks_whether_others_move_along(
    visit: Open, store: Store, bakery: UUID, today: date
) -> None:
    frame, before = visit(view="table"), stored(store, bakery)
    type_into(frame, 0, due_on=(today + timedelta(days=4)).isoformat())
    assert is_shown(frame, "1 action depends on it and would move along:")
    assert stored(store, bakery)["Oven"].due_on == before["Oven"].due_on
    press(frame, "Save and move along")
    after = stored(store, bakery)
    assert after["Oven"].due_on == today + timedelta(days=4)
    assert after["Baker"].due_on == today + timedelta(days=37)
    press(frame, "Undo")
    assert [one.due_on for one in stored(store, bakery).values()] == [one.due_on for one in before.values()]


def test_somebody_s_change_meanwhile_is_not_overwritten_by_the_table(
    visit: Open, store: Store, bakery: UUID, plan: dict[str, UUID]
) -> None:
    frame = visit(view="table")
    version = stored(store, bakery)["Oven"].version
    change_action(store, COMMAND_LINE, bakery, plan["Oven"], version, {"name": "Their oven"})
    type_into(frame, 0, name="My oven")
    assert is_shown(frame, "Somebody else has changed this entry meanwhile.")
    assert "Their oven" in stored(store, bakery)
    press(frame, "Save mine")
    assert "My oven" in stored(store, bakery)


def test_an_edit_that_the_grid_tells_again_does_not_undo_what_others_did_meanwhile(
    visit: Open, store: Store, bakery: UUID, plan: dict[str, UUID]
) -> None:
    frame = visit(view="table")
    type_into(frame, 0, name="My oven")
    version = stored(store, bakery)["My oven"].version
    change_action(store, COMMAND_LINE, bakery, plan["Oven"], version, {"name": "Their oven"})
    frame.run()
    type_into(frame, 1, {"0": {"name": "My oven"}}, name="My baker")
    assert list(stored(store, bakery)) == ["Their oven", "My baker", "Sign"]


@pytest.mark.usefixtures("plan")
def test_what_an_earlier_round_left_over_says_so_on_the_board_and_in_the_table(
    visit: Open, store: Store, bakery: UUID, today: date
) -> None:
    begin_next_round(store, COMMAND_LINE, bakery, today)
    add(store, bakery, "Web shop")
    frame = visit()
    lines = {card["title"]: card["lines"] for card in board(frame)["cards"]}
    assert lines["Oven"][-1] == "↻ taken over from round 1"
    assert lines["Web shop"] == []
    table = visit(view="table").data_editor[0].value.set_index("name")
    assert table["attention"]["Oven"] == "overdue, taken over from round 1"
    assert table["attention"]["Web shop"] == "without owner"


@pytest.mark.usefixtures("plan")
def test_the_table_says_where_somebody_new_is_named(visit: Open) -> None:
    frame = visit(view="table")
    assert is_shown(frame, "If somebody is missing under “Who?”, tick “Open” and type the name there.")
    type_into(frame, 0, open=True)
    assert "Who?" in [box.label for box in frame.selectbox]


@pytest.mark.usefixtures("plan")
def test_a_filter_that_leaves_nothing_says_how_to_see_all(visit: Open) -> None:
    for view in ("board", "table", "timeline", "budget"):
        frame = visit(view=view, team="Nobody")
        assert is_shown(frame, "0 of 3 actions")
        assert "Show all actions" in buttons(frame)


@pytest.mark.usefixtures("plan")
def test_a_tick_in_the_table_opens_the_drawer(visit: Open) -> None:
    frame = visit(view="table")
    type_into(frame, 1, open=True)
    assert dialog_title(frame) == "Baker"


def test_the_timeline_shows_what_has_a_date_and_a_click_opens_it(visit: Open, plan: dict[str, UUID]) -> None:
    frame = visit(view="timeline", group="owner")
    assert is_shown(frame, "1 of 2 open actions is overdue")
    assert is_shown(frame, "1 without a date")
    click_point(frame, "timeline", plan["Baker"])
    assert dialog_title(frame) == "Baker"


def test_the_budget_is_summed_in_the_way_that_is_chosen(
    visit: Open, store: Store, bakery: UUID, plan: dict[str, UUID]
) -> None:
    where = (store, COMMAND_LINE, bakery)
    assert is_shown(visit(view="budget"), "To-do plan")
    set_budget(*where, plan["Oven"], BudgetKind.TRAINING, Decimal(1000), Decimal(250))
    add_action(*where, {"name": "Saver", "saving_per_year": Decimal(500)})
    for cut in ("kind", "touchpoint", "quarter"):
        frame = visit(view="budget", cut=cut)
        assert is_shown(frame, "250 of 1,000 EUR are spent")
        assert is_shown(frame, "500 EUR more by what is still to do")


def test_an_empty_plan_says_where_actions_come_from(visit: Open) -> None:
    frame = visit()
    assert is_shown(frame, "Actions come from the options that you have chosen")
    assert "Choose options" in buttons(frame)
    assert not [one for one in frame.get("bidi_component") if one.proto.component_name == "board"]


def test_hostile_names_are_shown_letter_by_letter(visit: Open, store: Store, bakery: UUID) -> None:
    for text in HOSTILE:
        add(store, bakery, text[:200])
    assert {as_kept(text[:200]) for text in HOSTILE} <= set(shown(visit()))
    visit(view="table")
    visit(view="timeline")
