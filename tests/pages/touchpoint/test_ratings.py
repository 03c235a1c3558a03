"""What customers and the team say, side by side and never in one figure."""

from __future__ import annotations

from uuid import UUID

from pages._text import escaped
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.store import Store
from storage.team_view import count_mentions, give_points, rate_touchpoint
from tests.pages._screen import is_shown, texts
from tests.pages.touchpoint._hand import EXPERIENCE, IMPORTANCE, Hand
from tests.pages.touchpoint._stored import at_depth, named, team
from touchpoints.model import (
    Aspect,
    Depth,
)


def test_customers_ratings_show_n_intervals_and_the_weighted_beside_the_plain(
    visitor: Hand, store: Store, airport: UUID
) -> None:
    frame = visitor.open(named(store, airport, "Wi-Fi").id)
    assert any("n = " in text and "disappointed" in text for text in texts(frame))
    table = frame.table[0].value.set_index("Wave")
    assert list(table.columns) == ["n", "Mean", "Unweighted", "Disappointed", "Level"]
    assert "–" in table.loc["All waves", "Mean"]


def test_a_touchpoint_that_nobody_was_asked_about_says_so(visitor: Hand, store: Store, airport: UUID) -> None:
    frame = visitor.open(at_depth(store, airport, Depth.SHORTLIST, "Check-in and baggage drop"))
    assert is_shown(frame, "Nobody has been asked about this touchpoint yet.")
    assert not frame.table


def test_the_team_rates_in_one_tap_and_takes_it_back(hand: Hand, store: Store, bakery: UUID) -> None:
    counter = at_depth(store, bakery, Depth.SHORTLIST)
    hand.open(counter)
    assert hand.field(EXPERIENCE).options[0] == "▼▼ −2 harsh disappointment"
    hand.choose(EXPERIENCE, -2)
    assert team(store, bakery).answers == {counter: {Aspect.EXPERIENCE: {-2: 1}}}
    hand.choose(EXPERIENCE, None)
    assert team(store, bakery).answers == {}
    hand.press("Undo")
    assert team(store, bakery).answers == {counter: {Aspect.EXPERIENCE: {-2: 1}}}
    assert hand.field(EXPERIENCE).value == -2


def test_what_a_room_voted_is_told_as_counts_and_replaced_only_on_purpose(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    counter, room = at_depth(store, bakery, Depth.SHORTLIST), {-2: 3, 0: 1, 2: 3}
    rate_touchpoint(store, COMMAND_LINE, bakery, counter, Aspect.EXPERIENCE, room)
    frame = hand.open(counter)
    assert is_shown(frame, "The room: **median 0** · n = 7")
    assert is_shown(frame, "3 ▼▼ harsh disappointment, 1 ● okay, 3 ▲▲ delightful")
    assert is_shown(frame, "The room disagrees.")
    hand.choose(EXPERIENCE, 1)
    assert team(store, bakery).answers[counter] == {Aspect.EXPERIENCE: {1: 1}}
    hand.press("Undo")
    assert team(store, bakery).answers[counter] == {Aspect.EXPERIENCE: room}


def test_a_room_of_fewer_than_five_is_not_told(hand: Hand, store: Store, bakery: UUID) -> None:
    counter = at_depth(store, bakery, Depth.SHORTLIST)
    rate_touchpoint(store, COMMAND_LINE, bakery, counter, Aspect.EXPERIENCE, {-2: 1, 2: 3})
    frame = hand.open(counter)
    assert is_shown(frame, "fewer than 5 answers")
    assert not is_shown(frame, "median")


def test_importance_is_given_within_the_budget(hand: Hand, store: Store, bakery: UUID) -> None:
    counter = at_depth(store, bakery, Depth.SHORTLIST)
    add_touchpoints(store, COMMAND_LINE, bakery, [NewTouchpoint("Door")])
    give_points(store, COMMAND_LINE, bakery, {named(store, bakery, "Door").id: 70})
    frame = hand.open(counter)
    assert is_shown(frame, "30 points are left to give.")
    hand.choose(IMPORTANCE, 31)
    assert is_shown(frame, "101 points were given, and there are only 100. Take 1 back somewhere.")
    assert hand.field(IMPORTANCE).value == 0
    hand.choose(IMPORTANCE, 30)
    assert team(store, bakery).points[counter] == 30
    assert is_shown(frame, "All points are given")


def test_customers_figures_are_those_of_the_newest_wave_and_name_it(
    visitor: Hand, store: Store, airport: UUID
) -> None:
    frame = visitor.open(named(store, airport, "Wi-Fi").id)
    table = frame.table[0].value.set_index("Wave")
    assert table.index[-1] == "All waves"
    newest = table.index[-2]
    [said] = [text for text in texts(frame) if "disappointed" in text and "n = " in text]
    assert f"{newest} · n = {table.loc[newest, 'n']}" in said
    assert f"mean {table.loc[newest, 'Mean']}" in said


def test_how_many_customers_named_it_stands_with_what_customers_say(
    hand: Hand, store: Store, bakery: UUID
) -> None:
    counter = at_depth(store, bakery, Depth.SHORTLIST)
    count_mentions(store, COMMAND_LINE, bakery, {counter: 62}, 120)
    frame = hand.open(counter)
    customers, team_view = frame.columns[:2]
    named_it = escaped("Customers: 62 of 120 named it as important.")
    assert named_it in [one.value for one in customers.caption]
    assert named_it not in [one.value for one in team_view.caption]
    assert not is_shown(frame, "Nobody has been asked about this touchpoint yet.")
