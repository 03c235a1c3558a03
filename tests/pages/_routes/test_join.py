"""One scan and one tap: looking makes nobody a participant, the button does, and only our own."""

from __future__ import annotations

from uuid import UUID

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages._routes import routes
from pages._sign_in import SEAT
from pages._store import close_store, shared_store
from storage.access import COMMAND_LINE
from storage.code_tries import VISITOR_TRIES
from storage.seats import list_participants, participant_of
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from tests.pages._phone import Hall, open_hall


@pytest.fixture
def hall(store: Store, hotel: UUID) -> Hall:
    return open_hall(store, hotel, "Monday <b>&")


def seats(hall: Hall) -> int:
    return len(list_participants(hall.store, COMMAND_LINE, hall.project, hall.workshop))


def test_a_scan_shows_what_one_joins_and_makes_nobody_a_participant(client: TestClient, hall: Hall) -> None:
    page = client.get(f"/join/{hall.code}")
    assert page.status_code == 200
    assert "Monday &lt;b&gt;&amp;" in page.text
    assert "What happens with my answers?" in page.text
    assert len(page.content) < 5_000
    client.head(f"/join/{hall.code}")
    assert (seats(hall), SEAT in client.cookies) == (0, False)


def test_the_tap_gives_a_seat_and_leads_to_what_is_on(client: TestClient, hall: Hall) -> None:
    answer = client.post(f"/join/{hall.code}", headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/take_part")
    seat = participant_of(hall.store, answer.cookies[SEAT]).seat
    assert seat is not None
    assert seat.workshop_id == hall.workshop


def test_no_script_no_other_site_and_no_cache_learns_of_the_seat(client: TestClient, hall: Hall) -> None:
    answer = client.post(f"/join/{hall.code}")
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=lax", "path=/"))
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


def test_scanning_again_leads_back_to_the_same_seat(client: TestClient, hall: Hall) -> None:
    first = client.post(f"/join/{hall.code}").cookies[SEAT]
    again = client.get(f"/join/{hall.code}")
    assert (again.status_code, again.headers["location"]) == (303, "/take_part")
    assert client.post(f"/join/{hall.code}").cookies[SEAT] == first
    assert seats(hall) == 1


def test_another_workshop_is_another_seat(client: TestClient, hall: Hall, airport: UUID) -> None:
    first = client.post(f"/join/{hall.code}").cookies[SEAT]
    other = open_hall(hall.store, airport, "Tuesday")
    assert "Tuesday" in client.get(f"/join/{other.code}").text
    assert client.post(f"/join/{other.code}").cookies[SEAT] != first


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://localhost:1"])
def test_a_form_of_another_site_gives_no_seat_and_takes_none(
    client: TestClient, hall: Hall, origin: str
) -> None:
    assert client.post(f"/join/{hall.code}", headers={"Origin": origin}).status_code == 403
    assert seats(hall) == 0
    client.post(f"/join/{hall.code}")
    assert client.post("/leave/seat", headers={"Origin": origin}).status_code == 403
    assert seats(hall) == 1


def test_the_cookie_is_secure_where_people_come_by_https(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    code = hall.code
    close_store()
    monkeypatch.setenv("TOUCHPOINTS_PUBLIC_URL", "https://workshop.example")
    assert shared_store()
    client = TestClient(Starlette(routes=routes()), follow_redirects=False)
    answer = client.post(f"/join/{code}", headers={"Origin": "https://workshop.example"})
    assert "secure" in answer.headers["set-cookie"].lower()


def test_a_typed_code_may_have_hyphens_blanks_and_small_letters(client: TestClient, hall: Hall) -> None:
    typed = f"{hall.code[:4].lower()} - {hall.code[4:].lower()}"
    assert client.get("/code", params={"code": typed}).headers["location"] == f"/join/{hall.code}"


@pytest.mark.parametrize("code", ["ABCDEFGH", "-", "x" * 500, "<script>alert(1)"])
def test_a_wrong_code_is_one_clear_sentence_and_the_field_once_more(client: TestClient, code: str) -> None:
    for answer in (client.get(f"/join/{code}"), client.post(f"/join/{code}")):
        assert answer.status_code == 404
        assert "There is no open workshop with this code." in answer.text
        assert 'name="code"' in answer.text
        assert "<script>alert" not in answer.text
        assert SEAT not in answer.cookies


def test_who_tries_too_many_codes_waits_and_the_room_beside_him_comes_in(
    client: TestClient, hall: Hall
) -> None:
    for number in range(VISITOR_TRIES + 1):
        client.get(f"/join/WRONG{number}")
    refused = client.get(f"/join/{hall.code}")
    assert refused.status_code == 429
    assert "Wait a minute" in refused.text
    neighbour = TestClient(client.app, base_url="http://localhost", follow_redirects=False)
    assert neighbour.post(f"/join/{hall.code}").status_code == 303


def test_leaving_gives_the_seat_up_and_the_cookie_goes(client: TestClient, hall: Hall) -> None:
    token = client.post(f"/join/{hall.code}").cookies[SEAT]
    answer = client.post("/leave/seat")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert SEAT not in client.cookies
    assert participant_of(hall.store, token).is_guest


def test_joining_speaks_the_language_of_the_phone(client: TestClient, hall: Hall) -> None:
    german = client.get(f"/join/{hall.code}", headers={"Accept-Language": "de-AT,de;q=0.9"})
    assert '<html lang="de">' in german.text


def test_before_the_workshop_begins_a_right_code_says_so_and_asks_again_with_one_button(
    client: TestClient, store: Store, hotel: UUID
) -> None:
    planned = add_workshop(store, COMMAND_LINE, hotel, {"name": "Tuesday"})
    code = read_workshop(store, COMMAND_LINE, hotel, planned).code
    page = client.get(f"/join/{code}")
    assert page.status_code == 404
    assert "The workshop has not begun yet." in page.text
    assert "Try again" in page.text
    assert "Tuesday" not in page.text
    open_workshop(store, COMMAND_LINE, hotel, planned)
    assert "Tuesday" in client.get(f"/join/{code}").text
