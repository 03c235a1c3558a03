"""The state of the server is asked of the database."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from storage.store import Store


def test_it_reports_version_schema_and_database(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    health = answer.json()
    assert health["status"] == "ok"
    assert {"version", "schema", "sqlite_version"} <= set(health)
    assert answer.headers["cache-control"] == "no-store"


def test_a_database_that_does_not_answer_is_503_and_a_sentence(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError("disk /srv/secret is gone")

    monkeypatch.setattr(store, "health", fail)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["sentence"].startswith("The database does not answer.")
    assert "secret" not in answer.text
