"""The test page of the room check: what a phone of any language reads, what the facilitator hears."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from starlette.testclient import TestClient

from pages._routes.hosts import KnownHosts, known_names
from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import new_project
from storage.room_addresses import own_addresses
from storage.room_check import count_reached
from storage.store import Store
from storage.wording import wording_for
from storage.workshops import add_workshop
from touchpoints.model import ProjectInput


@pytest.fixture
def hotel(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Hotel", language="de"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_phone_reads_that_it_works_in_its_own_language(
    client: TestClient, store: Store, hotel: UUID, language: str
) -> None:
    workshop = add_workshop(store, COMMAND_LINE, hotel, {"name": "Monday"})
    answer = client.get(f"/reached/{workshop}", headers={"accept-language": language})
    assert answer.status_code == 200
    assert f'lang="{language}"' in answer.text
    assert wording_for(language).say("You can put the phone away.") in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert count_reached(store, COMMAND_LINE, hotel, workshop) == 1


def test_the_mark_of_no_workshop_reaches_nobody(client: TestClient, store: Store, hotel: UUID) -> None:
    answer = client.get(f"/reached/{uuid4()}")
    assert answer.status_code == 404
    assert "Scan the code on the facilitator&#x27;s screen once more." in answer.text
    assert count_reached(store, COMMAND_LINE, hotel, uuid4()) == 0


def test_every_address_that_the_room_check_offers_is_let_in() -> None:
    names = known_names(Settings())
    addresses = [one.number for one in own_addresses()]
    assert all(KnownHosts(lambda *_: None, names).knows(f"{number}:8501") for number in addresses)  # type: ignore[arg-type, return-value] # never called
