"""Two people change the same thing in two browsers: both versions are shown, and neither is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser._server import Server
from tests.browser.conftest import Visit
from tests.browser.test_touchpoint import open_drawer, part

FACTS = "Change name, phase, depth and more"


def add(drawer: Locator, line: str, text: str) -> None:
    field = drawer.get_by_label(line)
    field.fill(text)
    field.press("Enter")
    expect(drawer.get_by_role("button", name=f"Change {text}")).to_be_visible()


def start_to_change(drawer: Locator, pencil: str, field: str, text: str) -> None:
    """Open the form and type, without saving yet."""
    drawer.get_by_role("button", name=pencil).press("Enter")
    drawer.get_by_label(field, exact=True).fill(text)


def save(drawer: Locator) -> None:
    drawer.get_by_role("button", name="Save", exact=True).press("Enter")


def meet(mine: Locator, theirs: Locator, pencil: str, field: str) -> None:
    """Both change one field; the slower one sees both versions."""
    start_to_change(mine, pencil, field, "As I see it")
    start_to_change(theirs, pencil, field, "As they see it")
    save(theirs)
    expect(theirs.get_by_role("button", name="Save", exact=True)).to_have_count(0)
    save(mine)
    expect(mine.get_by_text("Your version")).to_be_visible()
    expect(mine.get_by_text(f"{field}: As I see it")).to_be_visible()
    expect(mine.get_by_text(f"{field}: As they see it")).to_be_visible()


@pytest.mark.parametrize(
    ("section", "line", "field"),
    [
        ("Experience", "Add what disappoints", "What makes it so"),
        ("What happens here", "Add what the customer does", "Step"),
        ("Findings", "What goes well?", "Finding"),
    ],
)
def test_an_entry_that_two_change(visit: Visit, server: Server, section: str, line: str, field: str) -> None:
    mine, theirs = both(visit, server)
    text = f"Changed by two in {field}"
    for drawer in (mine, theirs):
        part(drawer, section)
    add(mine, line, text)
    part(theirs, "Departments")
    part(theirs, section)
    meet(mine, theirs, f"Change {text}", field)
    mine.get_by_role("button", name="Save mine").press("Enter")
    expect(mine.get_by_text("Your version")).to_have_count(0)
    expect(mine.get_by_role("button", name="Change As I see it")).to_be_visible()
    mine.get_by_role("button", name="Change As I see it").press("Enter")
    mine.get_by_role("button", name="Move to bin").press("Enter")
    expect(mine.get_by_role("button", name="Undo")).to_be_visible()


def test_the_facts_that_two_change(visit: Visit, server: Server) -> None:
    mine, theirs = both(visit, server)
    meet(mine, theirs, FACTS, "Note")
    mine.get_by_role("button", name="Keep theirs").press("Enter")
    expect(mine.get_by_text("Your version")).to_have_count(0)
    expect(mine.get_by_text("As they see it", exact=True)).to_be_visible()


def test_an_owner_is_typed_by_one_and_chosen_by_another(visit: Visit, server: Server) -> None:
    mine, theirs = both(visit, server)
    choose_owner(mine, "Nora Owens")
    expect(mine.get_by_text("Owner: Nora Owens")).to_be_visible()
    theirs.page.reload()
    again = open_drawer(theirs.page, server, "Security check")
    expect(again.get_by_text("Owner: Nora Owens")).to_be_visible()
    choose_owner(again, "nobody yet")
    expect(again.get_by_text("Owner:")).to_have_count(0)
    choose_owner(again, "Nora Owens")
    expect(again.get_by_text("Owner: Nora Owens")).to_be_visible()


def both(visit: Visit, server: Server) -> tuple[Locator, Locator]:
    """The same drawer in two browsers."""
    pages: list[Page] = [visit(), visit()]
    mine, theirs = (open_drawer(page, server, "Security check") for page in pages)
    return mine, theirs


def choose_owner(drawer: Locator, name: str) -> None:
    drawer.get_by_role("button", name=FACTS).press("Enter")
    box = drawer.get_by_role("combobox", name="Owner")
    box.click()
    expect(drawer.page.get_by_role("option").first).to_be_visible()
    box.fill(name)
    expect(drawer.page.get_by_role("option")).to_have_count(1)
    drawer.page.keyboard.press("Enter")
    save(drawer)
    expect(drawer.get_by_role("button", name="Save", exact=True)).to_have_count(0)
