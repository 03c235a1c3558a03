"""Every answer carries the security headers, and a route's own word counts more."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from pages._routes.headers import content_security_policy


@pytest.mark.parametrize("address", ["/healthz", "/enter/made-up", "/leave", "/nothing-here"])
def test_every_answer_is_dressed(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["content-security-policy"] == content_security_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert {"referrer-policy", "permissions-policy", "cross-origin-opener-policy"} <= set(headers)


def test_a_refused_name_is_dressed_too(client: TestClient) -> None:
    assert "content-security-policy" in client.get("/healthz", headers={"Host": "evil.example"}).headers


def test_what_a_route_says_itself_stays(client: TestClient) -> None:
    assert client.get("/enter/made-up").headers["referrer-policy"] == "no-referrer"


def test_no_foreign_server_no_frame_and_no_inline_script_is_allowed() -> None:
    policy = dict(part.split(" ", 1) for part in content_security_policy().split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"].replace("'wasm-unsafe-eval'", "")
    assert not any("http" in sources or "*" in sources for sources in policy.values())
