"""The server as it is really started: what it prints, what it serves, how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.platform._server import Server, free_port, launch, started
from tests.platform._session import is_let_in, messages_of


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with started(tmp_path_factory.mktemp("server") / "run") as running:
        yield running


def titles_of(server: Server, page: str = "", cookie: str = "") -> list[str]:
    sent = messages_of(server.port, page, cookie)
    [navigation] = [one.navigation for one in sent if one.WhichOneof("type") == "navigation"]
    return [entry.page_name for entry in navigation.app_pages]


def signed_in(server: Server) -> str:
    answer = server.get(f"/enter/{server.token}")
    return answer.headers["set-cookie"].split(";")[0]


def test_the_first_deep_link_on_a_bare_server_has_its_frame(tmp_path: Path) -> None:
    # Streamlit's older navigation would answer this very first session with the files of pages/.
    command = ("-m", "streamlit", "run", "app.py", "--server.port={port}", "--server.address=127.0.0.1")
    with started(tmp_path / "bare", *command, TOUCHPOINTS_PORT="1") as bare:
        assert set(titles_of(bare, page="join")) == {"Join with a code"}
        assert f":{bare.port}/enter/" in bare.printed


def test_it_prints_once_where_it_is_to_be_found_and_where_the_data_lie(server: Server) -> None:
    assert server.printed.count("/enter/") == 1
    assert f"http://127.0.0.1:{server.port}/enter/" in server.printed
    assert str(server.folder / "data" / "touchpoints.db") in server.printed
    assert "streamlit" not in server.printed.lower()


def test_the_printed_link_opens_the_pages(server: Server) -> None:
    assert "Join with a code" not in titles_of(server, cookie=signed_in(server))


def test_a_cookie_that_nobody_gave_out_opens_nothing(server: Server) -> None:
    assert set(titles_of(server, cookie="touchpoints_sign_in=made-up")) == {"Join with a code"}


def test_the_log_holds_neither_token_nor_addresses(server: Server) -> None:
    server.get("/enter/a-wrong-token")
    cookie = signed_in(server)
    for secret in (server.token, cookie.partition("=")[2], "a-wrong-token", "/enter"):
        assert secret not in server.logged


def test_streamlits_own_answers_are_dressed_and_compressed(server: Server) -> None:
    page = server.get("/")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    script = page.body.decode().split('src="./static/js/')[1].split('"')[0]
    answer = server.get(f"/static/js/{script}", Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_foreign_name_is_refused_before_streamlit(server: Server) -> None:
    assert server.get("/", Host="evil.example").status == 421


def test_a_page_of_another_site_cannot_open_a_session(server: Server) -> None:
    assert is_let_in(server.port, f"http://127.0.0.1:{server.port}")
    for origin in ("https://evil.example", "null", f"http://127.0.0.1.evil.example:{server.port}"):
        assert not is_let_in(server.port, origin), origin


def test_a_second_server_on_the_same_data_is_refused_with_a_sentence(server: Server, tmp_path: Path) -> None:
    settings = {"TOUCHPOINTS_DATA_FOLDER": str(server.folder / "data")}
    second = launch(tmp_path, free_port(), ("app.py",), settings)
    assert second.wait(120) != 0
    logged = (tmp_path / "stderr").read_text(encoding="utf-8")
    assert "Traceback" not in logged
    assert str(server.folder / "data") in logged or "server" in logged


def test_a_bad_setting_stops_the_start_with_its_name(tmp_path: Path) -> None:
    process = launch(tmp_path, free_port(), ("app.py",), {"TOUCHPOINTS_PORT": "many"})
    assert process.wait(120) == 1
    logged = (tmp_path / "stderr").read_text(encoding="utf-8")
    assert "TOUCHPOINTS_PORT" in logged
    assert "Traceback" not in logged


def test_it_ends_at_once_and_lets_the_next_one_in(tmp_path: Path) -> None:
    with started(tmp_path / "run") as first:
        first.stop()
    with started(tmp_path / "run") as second:
        assert second.get("/healthz").status == 200
