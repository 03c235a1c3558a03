"""Signing out ends the sign-in itself, and no foreign site can do it for somebody."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from pages._sign_in import COOKIE
from storage.people import actor_of
from storage.store import Store


def test_the_sign_in_ends_in_the_database_and_the_cookie_goes(
    client: TestClient, store: Store, facilitator: str
) -> None:
    answer = client.get("/leave", headers={"Cookie": f"{COOKIE}={facilitator}"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert f'{COOKIE}=""' in answer.headers["set-cookie"]
    assert actor_of(store, facilitator).is_guest


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_foreign_site_signs_nobody_out(
    client: TestClient, store: Store, facilitator: str, site: str
) -> None:
    headers = {"Cookie": f"{COOKIE}={facilitator}", "Sec-Fetch-Site": site}
    client.get("/leave", headers=headers)
    assert not actor_of(store, facilitator).is_guest


def test_a_guest_may_leave_too(client: TestClient) -> None:
    assert client.get("/leave").status_code == 303
