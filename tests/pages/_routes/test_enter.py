"""A personal link becomes a cookie and vanishes from the address; a wrong one says what to do."""

from __future__ import annotations

from uuid import UUID

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages._routes import routes
from pages._sign_in import COOKIE
from pages._store import close_store, shared_store
from storage.access import COMMAND_LINE
from storage.code_tries import ALL_TRIES
from storage.invitations import invite
from storage.people import actor_of, issue_start_link
from storage.store import Store
from touchpoints.model import ProjectRole


def test_a_link_signs_in_and_leads_to_the_start_page(client: TestClient, store: Store) -> None:
    answer = client.get(f"/enter/{issue_start_link(store)}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert not actor_of(store, answer.cookies[COOKIE]).is_guest


def test_no_script_no_other_site_and_no_cache_learns_of_it(client: TestClient, store: Store) -> None:
    answer = client.get(f"/enter/{issue_start_link(store)}")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


def test_the_cookie_is_secure_where_people_come_by_https(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store
    close_store()
    monkeypatch.setenv("TOUCHPOINTS_PUBLIC_URL", "https://workshop.example")
    token = issue_start_link(shared_store())
    client = TestClient(Starlette(routes=routes()), follow_redirects=False)
    assert "secure" in client.get(f"/enter/{token}").headers["set-cookie"].lower()


def test_the_cookie_is_secure_where_a_proxy_says_that_it_was_encrypted(store: Store) -> None:
    app = Starlette(routes=routes())
    client = TestClient(app, base_url="https://localhost", follow_redirects=False)
    assert "secure" in client.get(f"/enter/{issue_start_link(store)}").headers["set-cookie"].lower()


def test_guesses_of_links_hit_nothing_are_put_off_and_lock_nobody_out(
    client: TestClient, store: Store, hotel: UUID
) -> None:
    """Small; a room shares one address, so whoever has a right link comes in all the while."""
    link = invite(store, COMMAND_LINE, hotel, {"name": "Ada", "role": ProjectRole.TEAM_LEAD, "days": 3})
    answers = []
    for number in range(3 * ALL_TRIES):
        answers.append(client.get(f"/enter/{number:043}"))
        if number % 30 == 0:
            assert client.get(f"/enter/{link}").status_code == 303
            client.cookies.clear()
    assert [answer.status_code for answer in answers] == [403] * ALL_TRIES + [429] * 2 * ALL_TRIES
    assert not [answer for answer in answers if COOKIE in answer.cookies]


def test_an_administrator_who_opens_somebodys_link_is_told_what_to_do(
    client: TestClient, store: Store, hotel: UUID, facilitator: str
) -> None:
    link = invite(store, COMMAND_LINE, hotel, {"name": "Ada <b>", "role": ProjectRole.EXECUTIVE, "days": 3})
    answer = client.get(f"/enter/{link}", headers={"Cookie": f"{COOKIE}={facilitator}"})
    assert (answer.status_code, COOKIE in answer.cookies) == (409, False)
    assert "Ada &lt;b&gt;" in answer.text
    assert actor_of(store, facilitator).is_administrator


def test_the_token_is_not_the_cookie(client: TestClient, store: Store) -> None:
    token = issue_start_link(store)
    assert client.get(f"/enter/{token}").cookies[COOKIE] != token


def test_a_link_opened_by_a_mail_program_still_works(client: TestClient, store: Store) -> None:
    address = f"/enter/{issue_start_link(store)}"
    client.head(address)
    assert client.get(address).status_code == 303
    assert client.get(address).status_code == 303


@pytest.mark.parametrize("token", ["made-up", "x" * 5000, "%00", "<script>alert(1)</script>"])
def test_a_wrong_link_is_refused_with_what_to_do(client: TestClient, token: str) -> None:
    answer = client.get(f"/enter/{token}")
    assert answer.status_code in (403, 404)
    assert COOKIE not in answer.cookies
    assert "<script>alert" not in answer.text


def test_the_refusal_speaks_the_language_of_the_browser(client: TestClient) -> None:
    german = client.get("/enter/made-up", headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"})
    english = client.get("/enter/made-up", headers={"Accept-Language": "fr, en;q=0.8"})
    assert '<html lang="de">' in german.text
    assert "This link is not valid (any more)" in english.text
    assert english.headers["content-type"] == "text/html; charset=utf-8"
