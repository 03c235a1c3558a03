"""Every page with every role: who lacks the role cannot open it, whatever address he types."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages._discovery import find_pages, pages_for
from pages._page import Role
from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.invitations import change_role, invite, list_members, revoke_link
from storage.people import enter
from storage.projects import new_project
from storage.store import Store
from tests.pages._roles import sign_in
from tests.pages._screen import is_shown
from tests.pages.conftest import OpenFrame
from touchpoints.model import ProjectInput, ProjectRole

WITH_A_ROLE = (Role.EXECUTIVE, Role.TEAM_LEAD, Role.FACILITATOR, Role.ADMINISTRATOR)
INVITED = WITH_A_ROLE[:3]


@pytest.fixture
def other(store: Store) -> UUID:
    """A project in which the visitors of these tests have no role."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Secret bank", language="en"), "bank_insurance")


def files(frame: AppTest) -> set[str]:
    """The files that this browser can make the server run."""
    return {str(page["script_path"]) for page in frame._registered_pages.values()} - {""}


def asked_for(frame: AppTest, page_id: str) -> AppTest:
    """The frame after the address of a page was typed."""
    frame._page_hash = calc_hash(page_id)
    return frame.run()


def titles(frame: AppTest) -> list[str]:
    assert not frame.exception
    return [title.value for title in frame.title]


@pytest.mark.parametrize("role", WITH_A_ROLE)
def test_a_role_can_open_its_pages_and_no_others(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, hotel, role)
    allowed = {str(one.file) for one in find_pages() if role in one.page.roles}
    assert files(open_frame(project=str(hotel))) == allowed


@pytest.mark.parametrize("role", [Role.GUEST, Role.PARTICIPANT])
def test_no_page_of_the_tool_can_be_run_by_who_has_no_role(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, hotel, role)
    frame = open_frame(project=str(hotel))
    assert not files(frame) & {str(one.file) for one in pages_for(Role.FACILITATOR, find_pages())}
    for found in find_pages():
        assert not is_shown(asked_for(frame, found.page.id), "Hotel"), found.page.id


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.TEAM_LEAD])
def test_who_types_the_address_of_a_page_beyond_his_role_sees_his_first_page(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, hotel, role)
    frame = open_frame(project=str(hotel))
    first = titles(frame)
    for page_id in ("access", "console", "import_survey", "workshop"):
        assert titles(asked_for(frame, page_id)) == first, page_id


@pytest.mark.parametrize("role", INVITED)
def test_every_page_of_a_role_opens_on_an_empty_project(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, hotel, role)
    frame = open_frame(project=str(hotel))
    frame.default_timeout = 60
    for found in pages_for(role, find_pages()):
        frame.switch_page(str(found.file)).run()
        assert not frame.exception, found.page.id
        assert not frame.error, found.page.id


@pytest.mark.parametrize("role", INVITED)
def test_the_address_of_a_foreign_project_opens_nothing_of_it(
    store: Store, hotel: UUID, other: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, hotel, role)
    frame = open_frame(project=str(other))
    frame.default_timeout = 60
    for found in pages_for(role, find_pages()):
        frame.query_params["project"] = str(other)
        frame.switch_page(str(found.file)).run()
        assert not frame.exception, found.page.id
        assert not is_shown(frame, "Secret bank"), found.page.id
        assert frame.query_params.get("project") != [str(other)], found.page.id


def test_who_leads_one_project_and_reads_another_has_the_pages_of_the_open_one(
    store: Store, hotel: UUID, other: UUID, cookies: dict[str, str], open_frame: OpenFrame
) -> None:
    led = invite(store, COMMAND_LINE, hotel, {"name": "Ada", "role": ProjectRole.FACILITATOR, "days": 9})
    read = invite(store, COMMAND_LINE, other, {"name": "Ada", "role": ProjectRole.EXECUTIVE, "days": 9})
    cookies[COOKIE] = enter(store, read, enter(store, led)) or ""
    frame = open_frame(project=str(hotel))
    assert titles(asked_for(frame, "access")) == ["People and links"]
    frame.query_params["project"] = str(other)
    assert titles(asked_for(frame, "access")) != ["People and links"]


def test_another_role_and_the_end_of_a_link_hold_on_a_page_that_is_open(
    store: Store, hotel: UUID, cookies: dict[str, str], open_frame: OpenFrame
) -> None:
    cookies |= sign_in(store, hotel, Role.FACILITATOR)
    frame = asked_for(open_frame(project=str(hotel)), "access")
    assert titles(frame) == ["People and links"]
    [member] = list_members(store, COMMAND_LINE, hotel)
    change_role(store, COMMAND_LINE, hotel, member.account_id, ProjectRole.EXECUTIVE)
    assert titles(asked_for(frame, "access")) != ["People and links"]
    revoke_link(store, COMMAND_LINE, hotel, member.links[0].id)
    assert titles(frame.run()) == ["Join with a code"]
