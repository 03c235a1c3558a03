"""The journey: what it says before the first survey, its three views, and the drawer of a touchpoint."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.intents import CONTENT, raise_revision
from storage.journey import (
    TouchpointEntry,
    list_phases,
    list_touchpoints,
)
from storage.projects import SAMPLE, new_project
from storage.store import Store
from storage.surveys import store_survey
from storage.team_view import rate_touchpoint
from tests._generated import large_survey
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._screen import (
    button,
    buttons,
    click_point,
    dialog_title,
    is_shown,
    open_page,
    press,
    texts,
)
from tests.pages.conftest import OpenFrame
from tests.storage._surveys import a_survey
from touchpoints.charts import heat_map, journey_curve, trend
from touchpoints.model import Aspect, Factor, Project, ProjectInput, Touchpoint

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def airport(store: Store) -> UUID:
    """The sample in English."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project from a template, without a survey."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


def touchpoint(store: Store, project: UUID, name: str = "Wi-Fi") -> TouchpointEntry:
    [found] = [one for one in list_touchpoints(store, COMMAND_LINE, project) if one.name == name]
    return found


def open_pooled(frame: AppTest, project: UUID) -> AppTest:
    """The journey with all waves together, which have the most answers."""
    return open_page(frame, "journey", project, wave="*")


def finding(frame: AppTest) -> str:
    """The title of the chart."""
    return str(frame.subheader[0].value)


def test_a_journey_without_a_survey_says_what_to_do_next(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    frame = open_page(open_frame(), "journey", shop)
    assert is_shown(frame, "The journey has no ratings yet")
    phases = [expander.label for expander in frame.expander]
    assert len(phases) == 6
    for known in list_touchpoints(store, COMMAND_LINE, shop):
        assert known.name in buttons(frame)
    press(frame, "Import a survey")
    assert frame.title[0].value == "Import a survey"
    assert frame.query_params["project"] == str(shop)


def test_the_first_button_is_the_rating_and_the_survey_comes_second(
    open_frame: OpenFrame, shop: UUID
) -> None:
    frame = open_page(open_frame(), "journey", shop)
    labels = buttons(frame)
    assert labels.index("Rate the ten most important") < labels.index("Import a survey")
    assert button(frame, "Rate the ten most important").proto.type == "primary"
    assert button(frame, "Import a survey").proto.type == "secondary"


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
    before = finding(frame)
    rate(store, shop, first={-2: 1})
    assert finding(frame.run()) != before


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


def test_a_journey_with_a_survey_says_its_finding_and_where_it_comes_from(
    open_frame: OpenFrame, airport: UUID
) -> None:
    frame = open_pooled(open_frame(), airport)
    assert finding(frame).startswith("Customers are most disappointed at Wi")
    assert is_shown(frame, "28,665 interviews · City and County of San Francisco, customer survey 2010-2018")
    assert is_shown(frame, "Example: the ratings are real, everything else in this project is invented.")
    assert is_shown(frame, "17 touchpoints not measured yet")


def test_a_touchpoint_can_be_written_about_before_the_first_survey(
    open_frame: OpenFrame, store: Store, shop: UUID
) -> None:
    first = list_touchpoints(store, COMMAND_LINE, shop)[0]
    frame = press(open_page(open_frame(), "journey", shop), first.name)
    assert dialog_title(frame) == first.name


def test_the_newest_wave_is_shown_until_another_is_chosen(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(), "journey", airport)
    assert frame.selectbox(key="wave").value == "2018"
    latest = finding(frame)
    frame.selectbox(key="wave").set_value("*").run()
    assert finding(frame) != latest


def test_every_touchpoint_can_be_chosen_without_a_mouse(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    frame = open_page(open_frame(), "journey", airport)
    frame.selectbox(key="show-touchpoint").set_value(str(touchpoint(store, airport).id)).run()
    assert dialog_title(frame) == "Wi-Fi"


def test_the_three_views_are_one_press_apart(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_pooled(open_frame(), airport)
    findings = {finding(frame)}
    for view in (heat_map.ID, trend.ID):
        frame.segmented_control(key="view").set_value(view).run()
        findings.add(finding(frame))
    assert len(findings) == 3


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_link_opens_the_view_it_names(open_frame: OpenFrame, airport: UUID, language: str) -> None:
    by_age = {"view": heat_map.ID, "wave": "2018", "by-needed": "Age"}
    frame = open_page(open_frame(locale=language), "journey", airport, **by_age)
    assert frame.segmented_control(key="view").value == heat_map.ID
    assert (frame.selectbox(key="wave").value, frame.selectbox(key="by-needed").value) == ("2018", "Age")


def test_what_is_chosen_stands_in_the_address_by_its_id(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(locale="de"), "journey", airport)
    frame.segmented_control(key="view").set_value(heat_map.ID).run()
    frame.selectbox(key="wave").set_value("*").run()
    assert (frame.query_params["view"], frame.query_params["wave"]) == (heat_map.ID, "*")
    assert frame.segmented_control(key="view").value == heat_map.ID


def test_another_address_of_the_same_page_is_followed(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(), "journey", airport, view=trend.ID)
    open_page(frame, "journey", airport, view=heat_map.ID)
    assert frame.segmented_control(key="view").value == heat_map.ID
    open_page(frame, "journey", airport)
    assert frame.segmented_control(key="view").value == journey_curve.ID


def test_a_link_to_a_wave_and_a_group_draws_their_lines(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(), "journey", airport, wave="2018", by="Gender")
    assert len(frame.pills[0].value) >= 2
    assert frame.pills[0].label == "Lines"
    frame.pills[0].set_value(frame.pills[0].value[:1]).run()
    assert not frame.exception


def test_a_link_to_what_does_not_exist_any_more_opens_the_whole_journey(
    open_frame: OpenFrame, airport: UUID
) -> None:
    frame = open_page(open_frame(), "journey", airport, view="Sunburst", wave="1999", by="Shoe size")
    assert frame.segmented_control(key="view").value == journey_curve.ID
    assert (frame.selectbox(key="wave").value, frame.selectbox(key="by").value) == ("2018", "")
    assert finding(frame).startswith("Customers are most disappointed at")


def test_the_numbers_open_as_a_table(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_pooled(open_frame(), airport)
    assert not frame.dataframe
    frame.toggle(key="table-journey_curve").set_value(True).run()
    table = frame.dataframe[0].value
    assert len(table) == 40
    assert table.loc[table["Touchpoint"] == "Wi-Fi", "Disappointed customers"].iloc[0] == "10.4%"


def test_a_journey_of_full_size_shows_every_touchpoint_and_any_phase_alone(
    open_frame: OpenFrame, store: Store
) -> None:
    works = new_project(store, COMMAND_LINE, ProjectInput(name="Works", language="de"))
    survey = large_survey(waves=("2025",))
    store_survey(store, COMMAND_LINE, works, survey)
    frame = open_page(open_frame(), "journey", works)
    frame.toggle(key="table-journey_curve").set_value(True).run()
    assert set(frame.dataframe[0].value["Touchpoint"]) == {q.touchpoint for q in survey.questions}
    phase = list_phases(store, COMMAND_LINE, works)[1].name
    frame.selectbox(key="phase").set_value(phase).run()
    assert set(frame.dataframe[0].value["Phase"]) == {phase}
    assert len(frame.dataframe[0].value) == 42


def test_a_short_journey_has_no_choice_of_phase(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_pooled(open_frame(), airport)
    assert "phase" not in {box.key for box in frame.selectbox}


def test_hostile_texts_are_shown_as_typed(open_frame: OpenFrame, store: Store, airport: UUID) -> None:
    wifi = touchpoint(store, airport).id
    frame = open_frame()
    for text in map(as_kept, HOSTILE):
        write(store, airport, wifi, text)
        open_pooled(frame, airport)
        assert text in texts(frame)
        assert is_shown(frame, f"Customers are most disappointed at {text}: 10.4%")
        click_point(frame, "journey_curve", wifi)
        assert dialog_title(frame) == text
        assert texts(frame).count(text) >= 3, "as the project's name, as the note and as a factor"
        frame.run()  # the drawer is closed


def write(store: Store, project: UUID, touchpoint_id: UUID, text: str) -> None:
    """One text as the name of a project and of a touchpoint, as its note and as a factor of it."""
    with store.writing() as session:
        for row in (session.get_one(Project, project), session.get_one(Touchpoint, touchpoint_id)):
            row.name = text
        session.get_one(Touchpoint, touchpoint_id).note = text
        for factor in session.exec(select(Factor).where(Factor.touchpoint_id == touchpoint_id)):
            factor.text = text
        raise_revision(session, project, CONTENT)
