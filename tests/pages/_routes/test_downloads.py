"""A project's file comes to those who lead it, with its name, and to nobody else."""

from __future__ import annotations

import io
from uuid import UUID, uuid4

import pytest
from starlette.testclient import TestClient

from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.people import enter, issue_start_link
from storage.project_import import look_into
from storage.projects import new_project
from storage.store import Store
from touchpoints.model import ProjectInput


@pytest.fixture
def project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bäckerei & Söhne", language="de"))


def sign_in(client: TestClient, store: Store, project: UUID, role: str) -> None:
    about = {"name": "Jo", "role": role, "days": 9}
    token = (
        issue_start_link(store) if role == "administrator" else invite(store, COMMAND_LINE, project, about)
    )
    client.cookies.set(COOKIE, enter(store, token) or "")


@pytest.mark.parametrize("role", ["administrator", "facilitator"])
def test_whoever_leads_the_project_gets_its_file(
    client: TestClient, store: Store, project: UUID, role: str
) -> None:
    sign_in(client, store, project, role)
    answer = client.get(f"/project-file/{project}")
    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["cache-control"] == "no-store"
    assert "B%C3%A4ckerei%20%26%20S%C3%B6hne.touchpoints" in answer.headers["content-disposition"]
    assert look_into(store, COMMAND_LINE, io.BytesIO(answer.content)).name == "Bäckerei & Söhne"


@pytest.mark.parametrize("role", ["executive", "team_lead"])
def test_whoever_reads_or_follows_up_gets_a_sentence(
    client: TestClient, store: Store, project: UUID, role: str
) -> None:
    sign_in(client, store, project, role)
    answer = client.get(f"/project-file/{project}", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert "Your role in this project does not include this" in answer.text


def test_a_guest_and_a_foreign_project_get_nothing(client: TestClient, store: Store, project: UUID) -> None:
    assert client.get(f"/project-file/{project}").status_code == 403
    sign_in(client, store, project, "facilitator")
    other = new_project(store, COMMAND_LINE, ProjectInput(name="Bank", language="en"))
    for foreign in (other, uuid4()):
        assert client.get(f"/project-file/{foreign}").status_code == 404


def test_no_file_is_left_behind(client: TestClient, store: Store, project: UUID) -> None:
    sign_in(client, store, project, "facilitator")
    before = sorted(store.settings.data_folder.iterdir())
    client.get(f"/project-file/{project}")
    assert sorted(store.settings.data_folder.iterdir()) == before
