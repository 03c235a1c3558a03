"""The frame: guests see the way in alone; inside there are steps, project, language and look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages._page import ALWAYS_LINKED, Section
from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.people import actor_of, leave
from storage.projects import new_project
from storage.store import Store
from tests.pages._beside import headings, links
from tests.pages._page_files import page_file
from tests.pages._screen import open_page
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput

AddPage = Callable[[str, str], Path]


def make_project(store: Store, name: str) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name=name, language="en"))


def titles(frame: AppTest) -> list[str]:
    assert not frame.exception
    return [title.value for title in frame.title]


def test_a_guest_sees_the_way_in_and_nothing_else(open_frame: OpenFrame) -> None:
    frame = open_frame()
    assert titles(frame) == ["Join with a code"]
    assert not frame.sidebar.children
    assert not links(frame)


def test_a_guest_who_asks_for_a_page_runs_not_a_line_of_it(open_frame: OpenFrame, add_page: AddPage) -> None:
    add_page("secrets_of_all", page_file("secrets_of_all", section="START", order=-5))
    frame = open_frame()
    frame._page_hash = calc_hash("secrets_of_all")  # what the browser sends for the address /secrets_of_all
    assert titles(frame.run()) == ["Join with a code"]


def test_the_address_of_a_guest_stays_a_link_for_later(open_frame: OpenFrame) -> None:
    assert open_frame(project="some-project").query_params == {"project": "some-project"}


def test_an_unknown_cookie_is_a_guest(open_frame: OpenFrame, cookies: dict[str, str]) -> None:
    cookies[COOKIE] = "made-up"
    assert titles(open_frame()) == ["Join with a code"]


@pytest.mark.usefixtures("facilitator")
def test_a_step_is_one_link_until_it_is_open_and_then_shows_its_pages(
    open_frame: OpenFrame, store: Store, add_page: AddPage
) -> None:
    add_page("zulu", page_file("zulu", order=91))
    add_page("yankee", page_file("yankee", order=90))
    add_page("opening", page_file("opening", section="START", order=-5))
    steps = [section.value for section in Section if section not in ALWAYS_LINKED]
    frame = open_frame()
    assert titles(frame) == ["OPENING"]
    labels = list(links(frame))
    assert labels[0] == "OPENING"
    assert [label for label in labels if label in steps] == steps
    assert not {"YANKEE", "ZULU", "Join with a code"} & set(labels)
    labels = list(links(open_page(frame, "guide", make_project(store, "Bakery"))))
    assert labels.index("YANKEE") < labels.index("ZULU")
    first = Section.CURRENT_STATE.value
    assert [label for label in labels if label in steps] == [step for step in steps if step != first]
    assert headings(frame) == [first, Section.TEAM_AND_DATA.value]


@pytest.mark.usefixtures("facilitator")
def test_a_page_is_reached_by_its_file(open_frame: OpenFrame, add_page: AddPage) -> None:
    add_page("opening", page_file("opening", section="START", order=-5))
    file = add_page("zulu", page_file("zulu"))
    frame = open_frame().switch_page(str(file)).run()
    assert titles(frame) == ["ZULU"]


def test_signing_out_elsewhere_ends_an_open_tab_at_its_next_run(
    open_frame: OpenFrame, add_page: AddPage, store: Store, facilitator: str
) -> None:
    add_page("opening", page_file("opening", section="START", order=-5))
    frame = open_frame()
    assert titles(frame) == ["OPENING"]
    leave(store, facilitator)
    assert titles(frame.run()) == ["Join with a code"]


@pytest.mark.usefixtures("facilitator")
def test_the_project_of_the_address_is_open_and_stays_open_on_the_next_page(
    open_frame: OpenFrame, add_page: AddPage, store: Store
) -> None:
    add_page("opening", page_file("opening", section="START", order=-5))
    file = add_page("zulu", page_file("zulu", "st.title(page.project.name)", needs_project=True))
    make_project(store, "Bakery")
    airport = str(make_project(store, "Airport"))
    frame = open_frame(project=airport)
    frame.query_params.clear()  # Streamlit drops it from the address when a page is chosen
    frame.switch_page(str(file)).run()
    assert titles(frame) == ["Airport"]
    assert frame.query_params["project"] == airport
    assert set(links(frame).values()) == {f"project={airport}"}


@pytest.mark.usefixtures("facilitator")
def test_the_switch_opens_another_project_on_the_same_page(
    open_frame: OpenFrame, add_page: AddPage, store: Store
) -> None:
    body = "st.title(page.project.name)"
    add_page("opening", page_file("opening", body, section="START", order=-5, needs_project=True))
    airport, bakery = make_project(store, "Airport"), make_project(store, "Bakery")
    frame = open_frame(project=str(airport))
    frame.selectbox(key="project_switch").set_value(bakery).run()
    assert titles(frame) == ["Bakery"]
    assert frame.query_params["project"] == str(bakery)


@pytest.mark.usefixtures("facilitator")
def test_a_page_about_a_project_leads_to_the_list_where_none_is_open(
    open_frame: OpenFrame, add_page: AddPage, store: Store
) -> None:
    add_page("opening", page_file("opening", section="START", order=-5))
    file = add_page("zulu", page_file("zulu", "st.title(page.project.name)", needs_project=True))
    make_project(store, "Airport"), make_project(store, "Bakery")
    frame = open_frame(project="made-up").switch_page(str(file)).run()
    assert titles(frame) == ["ZULU"]
    [way_on] = [button for button in frame.button if button.label == "Choose or make a project"]
    assert titles(way_on.click().run()) == ["OPENING"]


@pytest.mark.usefixtures("facilitator")
def test_the_only_project_is_open_without_being_chosen(
    open_frame: OpenFrame, add_page: AddPage, store: Store
) -> None:
    body = "st.title(page.project.name)"
    add_page("opening", page_file("opening", body, section="START", order=-5, needs_project=True))
    make_project(store, "Airport")
    assert titles(open_frame()) == ["Airport"]


@pytest.mark.usefixtures("facilitator")
def test_an_error_with_a_sentence_is_shown_as_its_sentence_letter_by_letter(
    open_frame: OpenFrame, add_page: AddPage
) -> None:
    body = "raise DuplicateId(first='![x](http://evil.example)', second='b', id='c')"
    text = page_file("opening", body, section="START", order=-5)
    add_page("opening", "from touchpoints.discovery import DuplicateId\n" + text)
    frame = open_frame()
    assert not frame.exception
    assert r"\!\[x\]" in frame.error[0].value


def test_the_day_is_that_of_the_projects_time_zone(
    open_frame: OpenFrame, add_page: AddPage, store: Store, facilitator: str
) -> None:
    body = "st.title(f'{page.today} {page.look} {page.actor.name}')"
    add_page("opening", page_file("opening", body, section="START", order=-5))
    name = actor_of(store, facilitator).name
    [title] = titles(open_frame(theme="dark"))
    assert title.endswith(f"dark {name}")
