"""Every cookie that the server sets stands on the page on data protection, with the life that it has."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from streamlit.web.server.starlette import starlette_server_config

from pages import _cookies
from pages._cookies import COOKIES, STREAMLITS
from tests.pages._screen import open_page
from tests.pages.conftest import OpenFrame

_PAGES = Path(_cookies.__file__).parent


def given_names() -> set[str]:
    """The first argument of each call that sets a cookie, as it is written."""
    calls = (
        node
        for path in sorted((_PAGES / "_routes").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "set_cookie"
    )
    return {ast.unparse(call.args[0]) for call in calls}


def test_the_routes_set_cookies_of_this_list_alone() -> None:
    ours = {name: value for name, value in vars(_cookies).items() if isinstance(value, _cookies.Cookie)}
    assert given_names() == {f"{name}.name" for name in ours}
    assert set(ours.values()) | set(STREAMLITS) == set(COOKIES)


def test_streamlit_sets_none_besides() -> None:
    names = {value for name, value in vars(starlette_server_config).items() if name.endswith("COOKIE_NAME")}
    assert names == {one.name for one in STREAMLITS}


@pytest.mark.usefixtures("facilitator")
def test_the_page_names_each_with_its_life(open_frame: OpenFrame) -> None:
    body = "".join(html.proto.body for html in open_page(open_frame(), "data_protection").get("html"))
    for one in COOKIES:
        assert (f"<code>{one.name}</code>" in body) is not one.is_of_provider
    assert "says who is signed in in this browser (90 days at most)" in body
    assert "has answered a customers&#x27; form (1 day at most)" in body
