"""Rating: what is rated, and ten taps to the first curve."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._rating_choice import chosen_of
from pages._text import escaped
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.projects import new_project
from storage.store import Store
from storage.team_view import rate_touchpoint
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._rated import entries, team
from tests.pages._screen import button, buttons, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.model import Aspect, Depth, ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")
POINTS = (-1, 1, 2, 0, 1, -2, 0, 1, -1, 0)


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project fresh from a template."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


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
