"""Components' scripts: compressed where the browser takes it, kept for good, and none but our own."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from pages import _board
from pages._component import SCRIPTS


def address_of(name: str) -> str:
    assert _board
    return next(f"/scripts/{file}" for file in SCRIPTS if file.startswith(f"{name}."))


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_a_script_comes_as_the_browser_takes_it_and_is_kept(client: TestClient, encoding: str) -> None:
    answer = client.get(address_of("board"), headers={"Accept-Encoding": encoding})
    assert answer.status_code == 200
    assert answer.headers.get("content-encoding", "") == encoding
    assert "export default function" in answer.text
    assert "export const style = " in answer.text
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("file", ["board.js", "..%2fapp.py", "board.0000000000000000.js"])
def test_there_is_no_other_script(client: TestClient, file: str) -> None:
    assert client.get(f"/scripts/{file}").status_code == 404
