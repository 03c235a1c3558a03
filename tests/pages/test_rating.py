"""Rating: ten taps to the first curve, the budget of points, and what customers named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from pages._rating_choice import chosen_of
from pages._text import escaped
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.journey import TouchpointEntry, list_touchpoints
from storage.projects import new_project
from storage.store import Store
from storage.team_view import TeamView, count_mentions, give_points, rate_touchpoint, read_team_view
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import button, buttons, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import Aspect, Depth, ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")
POINTS = (-1, 1, 2, 0, 1, -2, 0, 1, -1, 0)


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project fresh from a template."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


def entries(store: Store, project: UUID) -> tuple[TouchpointEntry, ...]:
    return list_touchpoints(store, COMMAND_LINE, project)


def team(store: Store, project: UUID) -> TeamView:
    return read_team_view(store, COMMAND_LINE, project)


def rated(store: Store, project: UUID) -> list[Mapping[int, int]]:
    """How many gave each point, in the order of the journey."""
    answers = team(store, project).answers
    return [dict(answers[one.id][Aspect.EXPERIENCE]) for one in entries(store, project) if one.id in answers]


def tap(frame: AppTest, point: int) -> AppTest:
    frame.button(key=f"point-{point}").click().run()
    assert not frame.exception
    return frame


def is_rated_now(frame: AppTest, name: str) -> bool:
    """Whether this is the touchpoint that is being rated."""
    return bool(frame.header[0].value == escaped(name))


def test_ten_taps_and_the_first_curve_is_drawn(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    frame = press(open_page(open_frame(), "journey", shop), "Rate the ten most important")
    assert frame.title[0].value == "Rate the most important touchpoints"
    open_page(frame, "rating", shop)
    for point in POINTS:
        tap(frame, point)
    assert rated(store, shop) == [{point: 1} for point in POINTS]
    press(frame, "Show the first curve")
    assert frame.query_params["whose"] == "team"
    assert frame.get("plotly_chart")
    lowest = [one for one in entries(store, shop) if one.depth is Depth.SHORTLIST][POINTS.index(-2)]
    assert is_shown(frame, f"The team sees the lowest experience at {lowest.name}: −2")


def test_the_proposal_is_spread_over_the_phases_and_becomes_the_shortlist_with_the_first_tap(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    frame = open_page(open_frame(), "rating", shop)
    assert not [one for one in entries(store, shop) if one.depth is not Depth.ALL]
    tap(frame, 1)
    shortlist = [one for one in entries(store, shop) if one.depth is Depth.SHORTLIST]
    assert len(shortlist) == 10
    assert {one.phase for one in shortlist} == {one.phase for one in entries(store, shop)}


def test_what_the_team_chose_is_rated_and_nothing_else(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first, *_, last = entries(store, shop)
    frame = open_page(open_frame(), "rating", shop, step="choose")
    frame.multiselect(key=f"chosen-{shop}").set_value([str(first.id), str(last.id)]).run()
    press(frame, "Rate these")
    assert is_rated_now(frame, first.name)
    assert is_rated_now(tap(frame, 0), last.name)
    assert is_shown(tap(frame, 2), "A tap on a line changes its rating.")


def test_taking_one_off_the_shortlist_can_be_undone_and_a_key_touchpoint_stays_key(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    one, other, *_ = entries(store, shop)
    set_depth(store, COMMAND_LINE, shop, [one.id, other.id], Depth.KEY)
    frame = open_page(open_frame(), "rating", shop, step="choose")
    frame.multiselect(key=f"chosen-{shop}").set_value([str(one.id)]).run()
    press(frame, "Rate these")
    assert [entry.depth for entry in entries(store, shop)[:2]] == [Depth.KEY, Depth.ALL]
    press(frame, "Undo")
    assert [entry.depth for entry in entries(store, shop)[:2]] == [Depth.KEY, Depth.KEY]


def test_one_can_be_left_out_and_any_rating_changed(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    one, other, third, *_ = entries(store, shop)
    set_depth(store, COMMAND_LINE, shop, [one.id, other.id, third.id], Depth.SHORTLIST)
    frame = open_page(open_frame(), "rating", shop)
    tap(frame, -1)
    press(frame, "Leave out")
    assert is_rated_now(frame, third.name)
    tap(frame, 2)
    assert rated(store, shop) == [{-1: 1}, {2: 1}]
    frame.button(key=f"again-{one.id}").click().run()
    assert is_rated_now(frame, one.name)
    tap(frame, -2)
    assert rated(store, shop) == [{-2: 1}, {2: 1}]
    press(frame, "Undo")
    assert rated(store, shop) == [{-1: 1}, {2: 1}]


def test_back_shows_the_one_before(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    frame = open_page(open_frame(), "rating", shop)
    assert button(frame, "Back").disabled
    first, second, *_ = chosen_of(entries(store, shop)).touchpoints
    assert is_rated_now(tap(frame, 1), second.name)
    assert is_rated_now(press(frame, "Back"), first.name)


def test_who_comes_back_goes_on_where_a_rating_is_missing(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    one, other, *_ = entries(store, shop)
    set_depth(store, COMMAND_LINE, shop, [one.id, other.id], Depth.SHORTLIST)
    rate_touchpoint(store, COMMAND_LINE, shop, one.id, Aspect.EXPERIENCE, {1: 1})
    frame = open_page(open_frame(), "rating", shop)
    assert is_rated_now(frame, other.name)
    assert "Show the curve so far" in buttons(frame)


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ({-2: 3, 1: 4}, "7 have rated it one by one, median +1; a joint answer replaces theirs."),
        ({-2: 3}, "Fewer than 5 have rated it one by one; a joint answer replaces theirs."),
    ],
)
def test_a_room_that_voted_is_told_and_comes_back_by_undo(
    open_frame: OpenFrame, store: Store, shop: UUID, votes: dict[int, int], said: str
) -> None:
    one = entries(store, shop)[0]
    set_depth(store, COMMAND_LINE, shop, [one.id], Depth.SHORTLIST)
    rate_touchpoint(store, COMMAND_LINE, shop, one.id, Aspect.EXPERIENCE, votes)
    frame = open_page(open_frame(), "rating", shop)
    frame.button(key=f"again-{one.id}").click().run()
    assert is_shown(frame, said)
    tap(frame, 0)
    assert rated(store, shop) == [{0: 1}]
    press(frame, "Undo")
    assert rated(store, shop) == [votes]


def test_a_project_without_touchpoints_says_where_they_are_entered(
    open_frame: OpenFrame, hotel: UUID
) -> None:
    frame = open_page(open_frame(), "rating", hotel)
    assert is_shown(frame, "There are no touchpoints yet.")
    assert "Go to the touchpoints" in buttons(frame)


def test_a_pasted_list_is_rated_like_a_template(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    add_touchpoints(
        store, COMMAND_LINE, hotel, [NewTouchpoint("Reception", None), NewTouchpoint("Bill", None)]
    )
    frame = open_page(open_frame(), "rating", hotel)
    assert is_rated_now(frame, "Reception")
    assert is_rated_now(tap(frame, 1), "Bill")


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


def test_what_another_put_on_the_shortlist_meanwhile_stays(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first, second, third, *_ = (one.id for one in entries(store, shop))
    set_depth(store, COMMAND_LINE, shop, [first, second], Depth.SHORTLIST)
    frame = open_page(open_frame(), "rating", shop, step="choose")
    set_depth(store, COMMAND_LINE, shop, [third], Depth.SHORTLIST)
    frame.multiselect(key=f"chosen-{shop}").set_value([str(second)]).run()
    press(frame, "Rate these")
    chosen = {one.id for one in entries(store, shop) if one.depth is Depth.SHORTLIST}
    assert chosen == {second, third}


def test_of_two_touchpoints_with_one_name_the_one_that_was_chosen_is_rated(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Desk") for _ in range(3)])
    second = entries(store, hotel)[1]
    frame = open_page(open_frame(), "rating", hotel, step="choose")
    frame.multiselect(key=f"chosen-{hotel}").set_value([str(second.id)]).run()
    press(frame, "Rate these")
    assert [one.id for one in entries(store, hotel) if one.depth is Depth.SHORTLIST] == [second.id]


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


def test_hostile_names_are_shown_as_typed(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    names = list(map(as_kept, HOSTILE))
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint(name, None) for name in names])
    ids = [one.id for one in entries(store, hotel)]
    set_depth(store, COMMAND_LINE, hotel, ids, Depth.SHORTLIST)
    frame = open_page(open_frame(), "rating", hotel, step="points")
    assert [line.label for line in frame.number_input] == [escaped(name) for name in names]
    for id_ in ids:
        rate_touchpoint(store, COMMAND_LINE, hotel, id_, Aspect.EXPERIENCE, {1: 1})
    lines = buttons(open_page(frame, "rating", hotel))
    assert all(any(line.endswith(name) for line in lines) for name in names)
