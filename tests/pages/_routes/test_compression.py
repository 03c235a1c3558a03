"""Streamlit's static files go out compressed once, as soon as the copies are made."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pages._routes import _copies
from pages._routes._copies import StaticCopies
from pages._routes.compression import CompressedStaticFiles, is_accepted

SCRIPT = b"export const words = 'many of them';\n" * 200
ADDRESS = "/static/js/words.a1b2.js"


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StaticCopies:
    """Copies of a small folder in place of Streamlit's."""
    static = tmp_path / "static"
    (static / "js").mkdir(parents=True)
    (static / "js" / "words.a1b2.js").write_bytes(SCRIPT)
    (static / "js" / "tiny.c3d4.js").write_bytes(b"1")
    (static / "picture.png").write_bytes(SCRIPT)
    monkeypatch.setattr(_copies, "_STATIC", static)
    made = StaticCopies()
    made.make(tmp_path / "cache")
    return made


def browser(copies: StaticCopies) -> TestClient:
    def streamlit_answers(_request: Request) -> Response:
        return PlainTextResponse("from Streamlit")

    routes = [Route("/static/{path:path}", streamlit_answers)]
    middleware = [Middleware(CompressedStaticFiles, copies=copies)]
    return TestClient(Starlette(routes=routes, middleware=middleware))


def fetched(copies: StaticCopies, accepted: str, **headers: str) -> Response:
    return browser(copies).get(ADDRESS, headers={"Accept-Encoding": accepted, **headers})  # type: ignore[return-value]  # same shape


def test_the_best_encoding_that_the_browser_takes_is_sent(copies: StaticCopies) -> None:
    best = fetched(copies, "gzip, deflate, br")
    assert best.headers["content-encoding"] == "br"
    assert int(best.headers["content-length"]) < len(SCRIPT) / 10
    assert fetched(copies, "gzip, deflate").headers["content-encoding"] == "gzip"
    assert browser(copies).get(ADDRESS).content == SCRIPT


def test_the_answer_says_what_caches_must_know(copies: StaticCopies) -> None:
    answer = fetched(copies, "br")
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]


def test_a_copy_that_the_browser_has_is_not_sent_again(copies: StaticCopies) -> None:
    etag = fetched(copies, "br").headers["etag"]
    again = browser(copies).get(ADDRESS, headers={"Accept-Encoding": "br", "If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    other = browser(copies).get(ADDRESS, headers={"Accept-Encoding": "gzip", "If-None-Match": etag})
    assert other.status_code == 200


def test_head_tells_the_length_and_sends_nothing(copies: StaticCopies) -> None:
    answer = browser(copies).head(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert answer.content == b""
    assert int(answer.headers["content-length"]) > 0


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (ADDRESS, {"Accept-Encoding": "identity"}),
        (ADDRESS, {"Accept-Encoding": "br", "Range": "bytes=0-9"}),
        ("/static/js/tiny.c3d4.js", {"Accept-Encoding": "br"}),
        ("/static/picture.png", {"Accept-Encoding": "br"}),
        ("/static/../secrets.toml", {"Accept-Encoding": "br"}),
    ],
)
def test_all_else_is_left_to_streamlit(copies: StaticCopies, address: str, headers: dict[str, str]) -> None:
    assert "content-encoding" not in browser(copies).get(address, headers=headers).headers


def test_while_no_copy_is_made_streamlit_answers() -> None:
    assert browser(StaticCopies()).get(ADDRESS).text == "from Streamlit"


def test_the_next_start_reads_the_copies_and_those_of_another_version_go(
    copies: StaticCopies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert copies
    [folder] = (tmp_path / "cache").iterdir()
    assert gzip.decompress((folder / "words.a1b2.js.gzip").read_bytes()) == SCRIPT
    assert brotli.decompress((folder / "words.a1b2.js.br").read_bytes()) == SCRIPT
    monkeypatch.setattr(_copies.streamlit, "__version__", "9.9.9")
    StaticCopies().make(tmp_path / "cache")
    assert [one.name for one in (tmp_path / "cache").iterdir()] == ["streamlit-9.9.9"]


def test_a_folder_that_cannot_be_written_costs_only_the_next_start(
    tmp_path: Path, copies: StaticCopies
) -> None:
    assert copies
    (tmp_path / "a_file").write_text("in the way")
    made = StaticCopies()
    made.make(tmp_path / "a_file")
    assert made.find(ADDRESS, "gzip") is not None


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("br", True),
        ("gzip, br;q=0.5", True),
        ("br;q=0", False),
        ("br; q=0.000", False),
        ("brotli", False),
        ("", False),
    ],
)
def test_a_weight_of_nought_is_a_refusal(header: str, accepted: bool) -> None:
    assert is_accepted("br", header) is accepted
