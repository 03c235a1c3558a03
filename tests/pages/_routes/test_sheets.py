"""Voting sheets: printed by the facilitator, with every text as it was typed."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from starlette.testclient import TestClient

from pages._sign_in import COOKIE, SEAT
from storage.access import COMMAND_LINE
from storage.agenda import add_activity
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.people import enter, issue_start_link
from storage.projects import new_project
from storage.seats import join_workshop
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from touchpoints.model import Depth, ProjectInput, Selection


@pytest.fixture
def project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))


@pytest.fixture
def workshop(store: Store, project: UUID) -> UUID:
    where = (store, COMMAND_LINE, project)
    desk = NewTouchpoint("The <b>desk</b>")
    add_touchpoints(*where, [desk])
    set_depth(*where, [desk.id], Depth.KEY)
    return add_workshop(*where, {"name": "Morning"})


def add(store: Store, project: UUID, workshop: UUID, kind: str) -> str:
    about = {"kind": kind, "title": "Our question", "minutes": 5, "selection": Selection.KEY}
    settings = {"settings": {"subjects": "touchpoint"}} if kind == "dot_vote" else {}
    activity = add_activity(store, COMMAND_LINE, project, workshop, about | settings)
    return f"/sheets/{project}/{activity}"


def sign_in(client: TestClient, store: Store) -> None:
    client.cookies.set(COOKIE, enter(store, issue_start_link(store)) or "")


def test_a_sheet_has_a_box_for_each_answer_about_each_touchpoint(
    client: TestClient, store: Store, project: UUID, workshop: UUID
) -> None:
    sign_in(client, store)
    page = client.get(add(store, project, workshop, "experience"), headers={"Accept-Language": "en"})
    assert page.status_code == 200
    assert page.text.count('<span class="box">') == 5
    assert "The &lt;b&gt;desk&lt;/b&gt;" in page.text
    assert "only figures about 5 people or more are shown" in page.text


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("importance", "Spread 100 points."),
        ("dot_vote", "Set 5 dots, at most 3 on each."),
        ("closing", "One sentence to go home with"),
    ],
)
def test_each_kind_of_question_has_its_place_on_paper(
    client: TestClient, store: Store, project: UUID, workshop: UUID, kind: str, asked: str
) -> None:
    sign_in(client, store)
    page = client.get(add(store, project, workshop, kind), headers={"Accept-Language": "en"})
    assert asked in page.text


def test_only_the_facilitator_prints(client: TestClient, store: Store, project: UUID, workshop: UUID) -> None:
    where = (store, COMMAND_LINE, project)
    open_workshop(*where, workshop)
    address = add(store, project, workshop, "experience")
    assert client.get(address).status_code == 403
    client.cookies.set(SEAT, join_workshop(store, read_workshop(*where, workshop).code))
    assert client.get(address).status_code == 403


def test_of_an_activity_that_does_not_exist_there_is_no_sheet(
    client: TestClient, store: Store, project: UUID
) -> None:
    sign_in(client, store)
    assert client.get(f"/sheets/{project}/{uuid4()}").status_code == 404
