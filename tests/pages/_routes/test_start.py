"""The start page answers under its own name, too."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_its_name_leads_to_its_address(client: TestClient) -> None:
    answer = client.get("/home?project=7")
    assert (answer.status_code, answer.headers["location"]) == (308, "/?project=7")
    assert client.get("/home").headers["location"] == "/"
