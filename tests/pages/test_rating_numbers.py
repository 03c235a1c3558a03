"""Rating in numbers: the budget of points, and what customers named."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.projects import new_project
from storage.store import Store
from storage.team_view import count_mentions, give_points
from tests.pages._rated import entries, team
from tests.pages._screen import button, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import Depth, ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project fresh from a template."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


def deal(frame: AppTest, id_: UUID, step: int) -> AppTest:
    """A press on plus or minus."""
    line = frame.number_input(key=f"dealt-{id_}")
    line.set_value(line.value + step).run()
    assert not frame.exception
    return frame


def test_points_are_dealt_out_until_none_is_left(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    one, other, *_ = entries(store, shop)
    set_depth(store, COMMAND_LINE, shop, [one.id, other.id], Depth.SHORTLIST)
    frame = open_page(open_frame(), "rating", shop, step="points")
    assert is_shown(frame, "100 points are left")
    press(frame, "The same for all")
    assert is_shown(frame, "0 points are left")
    deal(frame, one.id, 5)
    assert frame.number_input(key=f"dealt-{one.id}").value == 50
    deal(deal(frame, other.id, -5), one.id, 5)
    assert team(store, shop).points == {one.id: 55, other.id: 45}
    for _ in range(3):
        press(frame, "Undo")
    assert team(store, shop).points == {}
    assert button(frame, "Undo").disabled


def test_points_off_the_list_are_told_and_the_budget_holds_for_all(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    one, other, *_ = entries(store, shop)
    set_depth(store, COMMAND_LINE, shop, [one.id], Depth.SHORTLIST)
    give_points(store, COMMAND_LINE, shop, {other.id: 98})
    frame = open_page(open_frame(), "rating", shop, step="points")
    assert is_shown(frame, "98 points lie on touchpoints that are not on this list.")
    deal(frame, one.id, 5)
    assert team(store, shop).points == {one.id: 2, other.id: 98}
    deal(frame, one.id, -5)
    assert team(store, shop).points == {other.id: 98}


def test_points_that_another_gave_meanwhile_are_a_sentence(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    one, other, *_ = entries(store, shop)
    set_depth(store, COMMAND_LINE, shop, [one.id], Depth.SHORTLIST)
    frame = open_page(open_frame(), "rating", shop, step="points")
    give_points(store, COMMAND_LINE, shop, {other.id: 98})
    deal(frame, one.id, 5)
    assert is_shown(frame, "103 points were given, and there are only 100. Take 3 back somewhere.")
    assert team(store, shop).points == {other.id: 98}


def fill_in(frame: AppTest, **cells: int | None) -> AppTest:
    """Type into the grid, which simulated pages draw but do not let be edited; row1=5 is the second row."""
    [grid] = frame.data_editor
    edited = {row.removeprefix("row"): {"number": number} for row, number in cells.items()}
    state = json.dumps({"edited_rows": edited, "added_rows": [], "deleted_rows": []})
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=grid.proto.id, string_value=state))
    frame._run(states)
    assert not frame.exception
    return frame


def test_what_customers_named_is_stored_cell_by_cell_and_can_be_undone(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first, second, *_ = entries(store, shop)
    frame = open_page(open_frame(), "rating", shop, step="customers")
    assert not frame.data_editor
    frame.number_input[0].set_value(80).run()
    fill_in(frame, row0=60, row1=0)
    assert team(store, shop).customers_asked == 80
    assert team(store, shop).mentions == {first.id: 60, second.id: 0}
    fill_in(frame, row0=None)
    assert team(store, shop).mentions == {second.id: 0}
    press(frame, "Undo")
    assert team(store, shop).mentions == {first.id: 60, second.id: 0}


def test_what_another_counted_meanwhile_is_not_lost(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    first, second, third, *_ = (one.id for one in entries(store, shop))
    count_mentions(store, COMMAND_LINE, shop, {}, 80)
    frame = open_page(open_frame(), "rating", shop, step="customers")
    fill_in(frame, row0=60)
    count_mentions(store, COMMAND_LINE, shop, {first: 70, third: 5}, 90)
    fill_in(frame, row0=60, row1=7)
    assert team(store, shop).mentions == {first: 70, second: 7, third: 5}
    press(frame, "Undo")
    assert team(store, shop).mentions == {first: 70, third: 5}
    assert team(store, shop).customers_asked == 90


def test_the_first_number_asked_can_be_undone(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    frame = open_page(open_frame(), "rating", shop, step="customers")
    frame.number_input[0].set_value(80).run()
    press(frame, "Undo")
    assert team(store, shop).customers_asked is None
    assert frame.number_input[0].value is None


def test_fewer_customers_than_named_a_touchpoint_are_a_sentence(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    count_mentions(store, COMMAND_LINE, shop, {entries(store, shop)[0].id: 60}, 80)
    frame = open_page(open_frame(), "rating", shop, step="customers")
    frame.number_input[0].set_value(50).run()
    assert is_shown(frame, "A touchpoint was named 60 times, but only 50 customers were asked.")
    assert team(store, shop).customers_asked == 80


def test_edits_of_the_grid_do_not_follow_their_row_when_touchpoints_move(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    count_mentions(store, COMMAND_LINE, shop, {}, 80)
    frame = open_page(open_frame(), "rating", shop, step="customers")
    [before] = frame.data_editor
    add_touchpoints(store, COMMAND_LINE, shop, [NewTouchpoint("Doorbell", entries(store, shop)[0].phase)])
    [after] = frame.run().data_editor
    assert before.proto.id != after.proto.id
