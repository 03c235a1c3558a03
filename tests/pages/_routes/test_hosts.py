"""The server answers to its own names and to numbers, and to no name that somebody pointed at it."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages._routes.hosts import KnownHosts, known_names
from storage.configuration import Settings

NAMES = known_names(Settings(public_url="https://workshop.example"))


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8501",
        "127.0.0.1:8501",
        "192.168.178.20",
        "[::1]:8501",
        "workshop.example",
        "LOCALHOST",
    ],
)
def test_own_names_and_numbers_are_known(host: str) -> None:
    assert KnownHosts(Starlette(), NAMES).knows(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[", "a@b"]
)
def test_other_names_are_not(host: str) -> None:
    assert not KnownHosts(Starlette(), NAMES).knows(host)


def test_a_foreign_name_is_told_which_setting_helps(client: TestClient) -> None:
    answer = client.get("/healthz", headers={"Host": "evil.example"})
    assert answer.status_code == 421
    assert "TOUCHPOINTS_PUBLIC_URL" in answer.text


def test_a_socket_for_a_foreign_name_is_closed() -> None:
    async def talk(socket: WebSocket) -> None:
        await socket.accept()
        await socket.close()

    app = Starlette(routes=[WebSocketRoute("/s", talk)], middleware=[Middleware(KnownHosts, names=NAMES)])
    client = TestClient(app)
    with client.websocket_connect("/s", headers={"Host": "localhost"}):
        pass
    with (
        pytest.raises(WebSocketDisconnect) as closed,
        client.websocket_connect("/s", headers={"Host": "evil.example"}),
    ):
        pass
    assert closed.value.code == 1008
