"""The journey as the team sees it, beside the customers' and apart from it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.board import set_depth
from storage.journey import list_touchpoints
from storage.projects import new_project
from storage.rounds import begin_next_round
from storage.store import Store
from storage.surveys import store_survey
from storage.targets import set_targets
from storage.team_view import give_points, rate_touchpoint
from tests.pages._screen import click_point, dialog_title, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from tests.storage._surveys import a_survey
from touchpoints.model import Aspect, Depth, ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project from a template, without a survey."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


def rate(store: Store, project: UUID, **votes: dict[int, int]) -> None:
    """What the team gave the first touchpoints, in the order of the journey."""
    places = list_touchpoints(store, COMMAND_LINE, project)
    for place, counts in zip(places, votes.values(), strict=False):
        rate_touchpoint(store, COMMAND_LINE, project, place.id, Aspect.EXPERIENCE, counts)


def test_without_a_survey_the_curve_of_the_team_is_drawn_at_once(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    rate(store, shop, first={1: 1}, second={-1: 1})
    frame = open_page(open_frame(), "journey", shop)
    second = list_touchpoints(store, COMMAND_LINE, shop)[1]
    assert is_shown(frame, f"The team sees the lowest experience at {second.name}: −1")
    assert not [one for one in frame.segmented_control if one.key == "whose"]
    press(frame, "Import a survey")
    assert frame.title[0].value == "Import a survey"


def test_after_the_first_curve_the_method_leads_on_until_there_are_targets(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    rate(store, shop, first={1: 1}, second={-1: 1})
    first, second, *_ = (place.id for place in list_touchpoints(store, COMMAND_LINE, shop))
    set_depth(store, COMMAND_LINE, shop, [first, second], Depth.SHORTLIST)
    frame = open_page(open_frame(), "journey", shop)
    assert is_shown(frame, "How much does each of them matter to your customers?")
    give_points(store, COMMAND_LINE, shop, {first: 60, second: 40})
    assert is_shown(frame.run(), "Which of them decide whether a customer stays?")
    set_depth(store, COMMAND_LINE, shop, [first], Depth.KEY)
    assert is_shown(frame.run(), "How good shall it become, and where?")
    press(frame, "Set targets")
    assert frame.title[0].value == "Target journey"
    set_targets(store, COMMAND_LINE, shop, {first: 1.5})
    assert not is_shown(open_page(frame, "journey", shop), "Next:")


def test_a_point_of_the_team_and_a_touchpoint_that_nobody_rated_open_the_drawer(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    rate(store, shop, first={1: 1})
    frame = open_page(open_frame(), "journey", shop)
    for place in list_touchpoints(store, COMMAND_LINE, shop)[:2]:
        click_point(frame, "team_curve", place.id)
        assert dialog_title(frame) == place.name


def test_the_table_of_the_team_holds_every_touchpoint(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    rate(store, shop, first={1: 1}, second={-2: 3, 2: 4}, third={0: 3})
    frame = open_page(open_frame(), "journey", shop)
    frame.toggle(key="table-team_curve").set_value(True).run()
    table = frame.dataframe[0].value
    assert len(table) == len(list_touchpoints(store, COMMAND_LINE, shop))
    assert list(table["n of the team"])[:4] == ["1", "7", "", ""]
    assert list(table.iloc[:, 2])[:4] == ["+1", "+2", "fewer than 5 answers", "not rated by the team yet"]


def test_a_new_rating_is_drawn_at_once(open_frame: OpenFrame, store: Store, shop: UUID) -> None:
    rate(store, shop, first={1: 1})
    frame = open_page(open_frame(), "journey", shop)
    assert is_shown(frame, ": +1")
    rate(store, shop, first={-2: 1})
    assert is_shown(frame.run(), ": −2")


@pytest.mark.parametrize("language", ["en", "de"])
def test_team_and_customers_stand_beside_each_other_and_never_in_one_figure(
    open_frame: OpenFrame, airport: UUID, language: str
) -> None:
    frame = open_page(open_frame(locale=language), "journey", airport, whose="team")
    assert frame.segmented_control(key="whose").value == "team"
    [figure] = frame.get("plotly_chart")
    assert "team_curve" in figure.proto.id
    frame.segmented_control(key="whose").set_value("customers").run()
    [figure] = frame.get("plotly_chart")
    assert "journey_curve" in figure.proto.id
    assert frame.query_params["whose"] == "customers"


def test_customers_alone_are_shown_with_the_way_to_the_rating(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    store_survey(store, COMMAND_LINE, hotel, a_survey())
    frame = open_page(open_frame(), "journey", hotel, whose="team")
    assert "journey_curve" in frame.get("plotly_chart")[0].proto.id
    press(frame, "Rate the ten most important")
    assert frame.title[0].value == "Rate the most important touchpoints"


def test_a_new_round_begins_with_the_last_ones_ratings_as_a_thin_line(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    rate(store, shop, first={1: 1}, second={-1: 1})
    frame = open_page(open_frame(), "journey", shop)
    begin_next_round(store, COMMAND_LINE, shop, date(2026, 7, 1))
    frame = open_page(open_frame(), "journey", shop)
    assert is_shown(frame, "The team has not rated a touchpoint yet")
    rate(store, shop, first={2: 1})
    frame = open_page(open_frame(), "journey", shop)
    first = list_touchpoints(store, COMMAND_LINE, shop)[0]
    assert is_shown(frame, f"The team sees the lowest experience at {first.name}: +2")
    figure = frame.get("plotly_chart")[0].proto.spec
    assert "round 1, as the team saw it then" in figure
