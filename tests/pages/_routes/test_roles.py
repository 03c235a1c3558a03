"""Every own address with every role and with a foreign project: what it says, and to whom."""

from __future__ import annotations

from uuid import UUID

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from pages._page import Role
from pages._routes import routes
from storage.access import COMMAND_LINE
from storage.agenda import add_activity
from storage.daily_backups import back_up_now
from storage.projects import new_project
from storage.store import Store
from storage.workshops import add_workshop
from tests.pages._roles import sign_in
from touchpoints.model import ProjectInput, Selection

# What opens without a role: by a code or a link that is a secret itself, or since it says nothing.
BY_A_SECRET = ("/calendar/", "/code", "/enter/", "/feedback/", "/join/", "/reached/", "/voice/")
FOR_ALL = ("/healthz", "/home", "/leave", "/scripts/")
BY_THE_PROVIDERS_WORD = ("/oauth2callback", "/signed-in")
INSIDE = {Role.EXECUTIVE, Role.TEAM_LEAD, Role.FACILITATOR, Role.ADMINISTRATOR}
LED = {Role.FACILITATOR, Role.ADMINISTRATOR}


@pytest.fixture
def other(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bank", language="en"))


def sheet_of(store: Store, project: UUID) -> str:
    workshop = add_workshop(store, COMMAND_LINE, project, {"name": "Morning"})
    about = {"kind": "experience", "title": "Rate", "minutes": 5, "selection": Selection.KEY}
    return f"/sheets/{project}/{add_activity(store, COMMAND_LINE, project, workshop, about)}"


def status(client: TestClient, address: str, cookies: dict[str, str]) -> int:
    client.cookies.clear()
    client.cookies.update(cookies)
    return client.get(address).status_code


def test_every_address_that_is_about_a_project_is_tried_here() -> None:
    paths = {route.path for route in routes() if isinstance(route, Route)}
    tried = {path for path in paths if not path.startswith(BY_A_SECRET + FOR_ALL + BY_THE_PROVIDERS_WORD)}
    assert tried == {
        "/backups/{name}",
        "/project-file/{project_id:uuid}",
        "/live/{project_id:uuid}",
        "/live/{project_id:uuid}/now",
        "/sheets/{project_id:uuid}/{activity_id:uuid}",
    }


@pytest.mark.parametrize("role", Role)
def test_revisions_are_told_to_a_role_in_the_project_and_to_its_room(
    client: TestClient, store: Store, hotel: UUID, other: UUID, role: Role
) -> None:
    cookies = sign_in(store, hotel, role)
    hears = INSIDE | {Role.PARTICIPANT}
    assert status(client, f"/live/{hotel}/now", cookies) == (200 if role in hears else 403)
    everywhere = role is Role.ADMINISTRATOR
    assert status(client, f"/live/{other}/now", cookies) == (200 if everywhere else 403)
    if not everywhere:
        assert status(client, f"/live/{other}", cookies) == 403


@pytest.mark.parametrize("role", Role)
def test_the_file_of_a_project_is_for_who_leads_it(
    client: TestClient, store: Store, hotel: UUID, other: UUID, role: Role
) -> None:
    cookies = sign_in(store, hotel, role)
    outside = 404 if role in INSIDE else 403
    assert status(client, f"/project-file/{hotel}", cookies) == (200 if role in LED else outside)
    everywhere = role is Role.ADMINISTRATOR
    assert status(client, f"/project-file/{other}", cookies) == (200 if everywhere else outside)


@pytest.mark.parametrize("role", Role)
def test_a_copy_of_the_installation_is_for_administrators(
    client: TestClient, store: Store, hotel: UUID, role: Role
) -> None:
    copy = back_up_now(store, COMMAND_LINE)
    cookies = sign_in(store, hotel, role)
    outside = 404 if role in INSIDE else 403
    everything = role is Role.ADMINISTRATOR
    assert status(client, f"/backups/{copy.name}", cookies) == (200 if everything else outside)


@pytest.mark.parametrize("role", Role)
def test_voting_sheets_are_printed_by_who_leads(
    client: TestClient, store: Store, hotel: UUID, other: UUID, role: Role
) -> None:
    cookies = sign_in(store, hotel, role)
    assert status(client, sheet_of(store, hotel), cookies) == (200 if role in LED else 403)
    nowhere = 404 if role in INSIDE else 403
    assert status(client, sheet_of(store, other), cookies) == (200 if role is Role.ADMINISTRATOR else nowhere)
    mixed = sheet_of(store, other).replace(str(other), str(hotel))
    assert status(client, mixed, cookies) == (404 if role in LED else 403)
