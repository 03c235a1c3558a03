"""A page is one file that is there; a wrong one stops the start with its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pages._discovery import BrokenPage, find_pages, pages_for
from pages._page import Role
from pages._routes import routes
from tests.pages._page_files import page_file
from touchpoints.discovery import DuplicateId

AddPage = Callable[[str, str], Path]


def test_a_new_file_is_a_page_at_once(add_page: AddPage) -> None:
    before = [one.page.id for one in find_pages()]
    file = add_page("zulu", page_file("zulu"))
    [added] = [one for one in find_pages() if one.page.id not in before]
    assert (added.page.id, added.file) == ("zulu", file)


def test_pages_stand_in_the_order_of_sections_then_of_their_number(add_page: AddPage) -> None:
    add_page("alpha", page_file("alpha", section="MONITORING", order=1))
    add_page("bravo", page_file("bravo", section="CURRENT_STATE", order=99))
    add_page("charlie", page_file("charlie", section="CURRENT_STATE", order=98))
    ids = [one.page.id for one in find_pages()]
    assert ids.index("charlie") < ids.index("bravo") < ids.index("alpha")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it has no PAGE"),
        ("PAGE = 'zulu'", "it has no PAGE"),
        (page_file("zulu").replace("def render", "def draw_it"), "it has no function render"),
        (page_file("Zulu Page"), "does not fit into an address"),
        (page_file("zulu").replace(":material/route:", "route"), "is not written :material/name:"),
    ],
)
def test_a_file_that_is_no_page_is_named(add_page: AddPage, text: str, reason: str) -> None:
    add_page("zulu", text)
    with pytest.raises(BrokenPage) as raised:
        find_pages()
    assert "zulu.py" in str(raised.value)
    assert reason in str(raised.value)


def test_a_file_that_does_not_import_is_not_passed_over(add_page: AddPage) -> None:
    add_page("zulu", "import no_such_module")
    with pytest.raises(ModuleNotFoundError):
        find_pages()


def test_two_pages_cannot_share_an_address(add_page: AddPage) -> None:
    add_page("zulu", page_file("zulu"))
    add_page("yankee", page_file("zulu"))
    with pytest.raises(DuplicateId):
        find_pages()


def test_guests_have_the_way_in_and_nothing_else() -> None:
    assert [one.page.id for one in pages_for(Role.GUEST, find_pages())] == ["join"]


def test_no_page_takes_an_address_of_a_route_or_of_streamlit() -> None:
    taken = {route.path.removeprefix("/") for route in routes()}  # type: ignore[attr-defined]  # all are Routes
    ids = {one.page.id for one in find_pages()}
    # The start page lies at the bare address; its own name is a route that leads there.
    assert ids & (taken | {"static", "media", "component", "app"}) == {"home"}


def test_each_page_is_named_like_its_file() -> None:
    assert [one.page.id for one in find_pages()] == [one.file.stem for one in find_pages()]
