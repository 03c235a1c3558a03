"""The event stream tells facilitators of everything, phones of what is on in their room, and nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

import pytest
from starlette.testclient import TestClient

from pages._sign_in import COOKIE, SEAT
from storage.access import COMMAND_LINE
from storage.people import enter, issue_start_link, leave
from storage.projects import bin_project, new_project
from storage.revisions import WORKSHOP, revisions_of
from storage.seats import join_workshop, leave_workshop
from storage.store import Store
from storage.workshops import add_workshop, list_workshops, open_workshop
from touchpoints.model import ProjectInput


@pytest.fixture
def project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))


@pytest.fixture
def other_project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bank", language="en"))


def sit_down(store: Store, project: UUID) -> str:
    """A seat in a workshop of the project: the token for its cookie."""
    where = (store, COMMAND_LINE, project)
    open_workshop(*where, add_workshop(*where, {"name": "Morning"}))
    return join_workshop(store, list_workshops(*where)[0].code)


def sign_in(store: Store) -> str:
    cookie = enter(store, issue_start_link(store))
    assert cookie
    return cookie


def status(client: TestClient, project: UUID | str, cookies: Mapping[str, str]) -> int:
    """What the stream's own check answers; a stream that is open has no end to wait for."""
    client.cookies = dict(cookies)
    return client.get(f"/live/{project}/now").status_code


def test_a_facilitator_hears_of_every_scope(client: TestClient, store: Store, project: UUID) -> None:
    client.cookies = {COOKIE: sign_in(store)}
    answer = client.get(f"/live/{project}/now")
    assert answer.json() == {"boot": store.hub.boot, "numbers": revisions_of(store, COMMAND_LINE, project)}
    assert answer.headers["cache-control"] == "no-store"


def test_a_phone_hears_of_what_is_on_and_of_nothing_else(
    client: TestClient, store: Store, project: UUID
) -> None:
    client.cookies = {SEAT: sit_down(store, project)}
    assert set(client.get(f"/live/{project}/now").json()["numbers"]) == {WORKSHOP}


@pytest.mark.parametrize("way", ["", "/now"])
def test_whoever_may_not_hear_is_refused(
    client: TestClient, store: Store, project: UUID, other_project: UUID, way: str
) -> None:
    seat, cookie = sit_down(store, project), sign_in(store)
    gone, left = sign_in(store), sit_down(store, project)
    leave(store, gone)
    leave_workshop(store, left)
    refused = [
        (project, {}),
        (project, {COOKIE: "made-up"}),
        (project, {COOKIE: gone}),
        (project, {SEAT: left}),
        (other_project, {SEAT: seat}),
        (uuid4(), {COOKIE: cookie}),
    ]
    for id_, cookies in refused:
        client.cookies = dict(cookies)
        assert client.get(f"/live/{id_}{way}").status_code == 403
    bin_project(store, COMMAND_LINE, project)
    client.cookies = {COOKIE: cookie}
    assert client.get(f"/live/{project}{way}").status_code == 403


def test_an_address_that_names_no_project_is_unknown(client: TestClient, store: Store) -> None:
    client.cookies = {COOKIE: sign_in(store)}
    assert client.get("/live/everything").status_code == 404
