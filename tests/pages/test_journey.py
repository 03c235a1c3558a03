"""The journey: what it says before the first survey, its three views, and the drawer of a touchpoint."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select

from storage.access import COMMAND_LINE
from storage.journey import (
    list_phases,
    list_touchpoints,
)
from storage.projects import new_project
from storage.revisions import CONTENT, raise_revision
from storage.store import Store
from storage.surveys import store_survey
from tests._generated import large_survey
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._journey import finding, open_pooled, touchpoint
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
from touchpoints.charts import heat_map, journey_curve, trend
from touchpoints.model import Factor, Project, ProjectInput, Touchpoint

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def shop(store: Store) -> UUID:
    """A project from a template, without a survey."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


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
