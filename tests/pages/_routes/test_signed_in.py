"""Coming back from the identity provider: without its word, signed by our own server, nobody comes in."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages._sign_in import COOKIE
from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.projects import new_project
from storage.store import Store
from touchpoints.model import ProjectInput

SECRET = "known to our servers alone"


@pytest.fixture(autouse=True)
def eva_is_invited(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", lambda _name: SECRET)
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    about = {"name": "Eva", "mail": "eva@company.example", "role": "team_lead", "days": 9}
    invite(store, COMMAND_LINE, project, about)


def signed(claims: dict[str, object], secret: str = SECRET) -> str:
    return create_signed_value(secret, USER_COOKIE_NAME, json.dumps(claims)).decode()


def test_the_word_of_the_provider_becomes_a_sign_in_and_its_own_cookies_go(client: TestClient) -> None:
    client.cookies.set(USER_COOKIE_NAME, signed({"email": "eva@company.example"}))
    client.cookies.set(f"{USER_COOKIE_NAME}_tokens", "secret")
    answer = client.get("/signed-in")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    given = answer.headers.get_list("set-cookie")
    assert any(one.startswith(f"{COOKIE}=") and "HttpOnly" in one and "SameSite=lax" in one for one in given)
    assert {one.partition("=")[0] for one in given if "Max-Age=0" in one} == {
        USER_COOKIE_NAME,
        f"{USER_COOKIE_NAME}_tokens",
    }


@pytest.mark.parametrize("secret", ["", "another secret"])
def test_what_our_server_has_not_signed_opens_nothing(client: TestClient, secret: str) -> None:
    claims: dict[str, object] = {"email": "eva@company.example"}
    client.cookies.set(USER_COOKIE_NAME, signed(claims, secret) if secret else "made up")
    answer = client.get("/signed-in")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert COOKIE not in answer.cookies


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"email": "stranger@company.example"}, "nobody has given you a role yet"),
        ({"email": "eva@company.example", "email_verified": False}, "verified mail address"),
        ({"name": "Eva"}, "verified mail address"),
    ],
)
def test_whoever_may_not_come_in_is_told_why(
    client: TestClient, claims: dict[str, object], said: str
) -> None:
    client.cookies.set(USER_COOKIE_NAME, signed(claims))
    answer = client.get("/signed-in")
    assert answer.status_code == 403
    assert said in answer.text
    assert COOKIE not in answer.cookies
