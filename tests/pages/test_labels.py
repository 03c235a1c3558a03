"""Two things with one name stay two in every list."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest

from pages._labels import told_apart
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import add_entry
from storage.findings import list_findings
from storage.journey import list_phases, list_touchpoints
from storage.projects import SAMPLE, new_project
from storage.store import Store
from tests.pages._board_hand import act
from tests.pages._screen import dialog_title, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import Depth, Finding, Layer, Phase, ProcessStep, ProjectInput, Touchpoint


def test_the_second_of_one_name_has_a_number() -> None:
    assert told_apart({1: "Bakery", 2: "Hotel", 3: "Bakery"}) == {1: "Bakery", 2: "Hotel", 3: "Bakery (2)"}


def test_no_number_makes_a_label_that_is_there_already() -> None:
    names = ["Desk", "Desk (2)", "Desk", "Desk"]
    apart = told_apart(dict(enumerate(names)))
    assert list(apart.values()) == ["Desk", "Desk (2)", "Desk (3)", "Desk (4)"]


def test_of_two_projects_with_one_name_the_one_that_is_open_stays_open(
    facilitator: str, open_frame: OpenFrame, store: Store
) -> None:
    assert facilitator
    made = [new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en")) for _ in range(2)]
    frame = open_frame()
    for project in made:
        frame.query_params["project"] = str(project)
        frame.run()
        frame.run()
        assert frame.query_params["project"] == str(project)


@pytest.fixture
def frame(facilitator: str, open_frame: OpenFrame) -> AppTest:
    """A browser that was let in."""
    assert facilitator
    opened = open_frame()
    opened.default_timeout = 60
    return opened


@pytest.fixture
def desks(store: Store, hotel: UUID) -> list[UUID]:
    """Three touchpoints with one name, all in one phase."""
    new = [NewTouchpoint("Desk") for _ in range(3)]
    add_touchpoints(store, COMMAND_LINE, hotel, new)
    return [one.id for one in new]


def call_all_alike(store: Store, kind: type[Phase | Touchpoint]) -> None:
    with store.writing() as session:
        for row in session.exec(select(kind)):
            row.name = "Alike"


def test_of_two_phases_the_chosen_one_gets_the_new_touchpoint(
    frame: AppTest, store: Store, hotel: UUID
) -> None:
    call_all_alike(store, Phase)
    middle = list_phases(store, COMMAND_LINE, hotel)[2]
    open_page(frame, "touchpoint_board", hotel)
    frame.text_input(key="new-touchpoint").set_value("Till")
    frame.selectbox(key="new-touchpoint-phase").set_value(middle.id)
    press(frame, "Add")
    [till] = list_touchpoints(store, COMMAND_LINE, hotel)
    assert till.phase_id == middle.id


def test_of_two_touchpoints_the_chosen_one_gets_the_finding(
    frame: AppTest, store: Store, hotel: UUID, desks: list[UUID]
) -> None:
    open_page(frame, "findings", hotel)
    frame.text_input(key="new-finding").set_value("Too dark")
    frame.selectbox(key="new-finding-where").set_value(desks[1])
    press(frame, "Add")
    assert [one.touchpoint_id for one in list_findings(store, COMMAND_LINE, hotel)] == [desks[1]]


def test_of_two_touchpoints_the_one_in_the_address_has_its_process_drawn(
    frame: AppTest, store: Store, hotel: UUID, desks: list[UUID]
) -> None:
    for number, desk in enumerate(desks):
        step = {"touchpoint_id": desk, "text": f"Step {number}", "layer": Layer.CUSTOMER}
        add_entry(store, COMMAND_LINE, hotel, ProcessStep, step)
    open_page(frame, "analysis", hotel, chart="process")
    frame.selectbox(key="process-of").set_value(str(desks[1])).run()
    assert frame.query_params["process-of"] == str(desks[1])
    open_page(frame, "analysis", hotel, chart="process", **{"process-of": str(desks[2])})
    assert frame.selectbox(key="process-of").value == str(desks[2])


def test_of_two_touchpoints_of_the_journey_the_chosen_one_opens(frame: AppTest, store: Store) -> None:
    airport = new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)
    middle = list_touchpoints(store, COMMAND_LINE, airport)[3]
    with store.writing() as session:
        for touchpoint in session.exec(select(Touchpoint)):
            touchpoint.depth, touchpoint.note = Depth.SHORTLIST, f"note of {touchpoint.id}"
    call_all_alike(store, Phase)
    call_all_alike(store, Touchpoint)
    open_page(frame, "journey", airport)
    frame.selectbox(key="show-touchpoint").set_value(str(middle.id)).run()
    assert dialog_title(frame) == "Alike"
    assert is_shown(frame, f"note of {middle.id}")


def test_of_two_touchpoints_the_chosen_one_gets_a_finding_that_is_moved(
    frame: AppTest, store: Store, hotel: UUID, desks: list[UUID]
) -> None:
    finding = add_entry(store, COMMAND_LINE, hotel, Finding, {"text": "Too dark", "touchpoint_id": desks[0]})
    open_page(frame, "findings", hotel)
    act(frame, "findings-wall", "opened", card=str(finding))
    frame.selectbox[-2].set_value(desks[1])
    press_in_dialog(frame, "Save")
    assert [one.touchpoint_id for one in list_findings(store, COMMAND_LINE, hotel)] == [desks[1]]
