"""What a hand does on any page: follows links, presses, types, chooses, and waits for the server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser._screens import wait_until_drawn


@dataclass(frozen=True)
class Hand:
    """One browser, and the day on which it is used."""

    page: Page
    today: date

    def go(self, page: str, title: str | None = None) -> None:
        """Follow a link of the navigation; most pages have their link as a title."""
        self.page.get_by_test_id("stSidebar").get_by_role("link", name=page, exact=True).click()
        expect(self.page.get_by_role("heading", level=1, name=title or page, exact=True)).to_be_visible()
        wait_until_drawn(self.page)

    def button(self, name: str, within: Locator | None = None) -> Locator:
        """A button by its whole name, without the icon that is read aloud with it."""
        return (within or self.page).get_by_role("button", name=re.compile(rf"{re.escape(name)}$"))

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button, and wait until the server has answered."""
        self.button(name, within).click()
        wait_until_drawn(self.page)

    def type(self, label: str, text: str, within: Locator | None = None) -> None:
        """Type into a field and leave it."""
        field = (within or self.page).get_by_label(label, exact=True).first
        field.fill(text)
        field.press("Tab")
        wait_until_drawn(self.page)

    def part(self, name: str, drawer: Locator) -> None:
        """Go to a part of a drawer."""
        choice = drawer.get_by_role("radio", name=name, exact=True)
        choice.click()
        expect(choice).to_be_checked()
        wait_until_drawn(self.page)

    def type_cell(self, text: str, drawer: Locator) -> None:
        """Type into the middle one of the three cells of the first row of a grid."""
        grid = drawer.get_by_test_id("stDataFrame")
        expect(drawer.get_by_test_id("data-grid-canvas")).to_be_attached()
        box = grid.bounding_box()
        assert box is not None
        self.page.mouse.dblclick(box["x"] + 0.55 * box["width"], box["y"] + 35 + 17)
        expect(self.page.locator("#portal input")).to_be_focused()
        # As fast as a hand types: the grid takes a digit over a moment after its key.
        self.page.keyboard.type(text, delay=100)
        self.page.keyboard.press("Enter")

    def type_day(self, label: str, days_ago: int, within: Locator | None = None) -> None:
        """Type a day into its three places, one after the other."""
        day = self.today - timedelta(days=days_ago)
        place = (within or self.page).get_by_role("spinbutton", name=f"year, {label}", exact=True)
        place.click()
        self.page.keyboard.type(day.strftime("%Y%m%d"))
        # The calendar that comes with it lies above the other fields.
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("application", name="Choose date")).to_have_count(0)
        self.page.keyboard.press("Tab")
        wait_until_drawn(self.page)

    def choose(self, label: str, text: str, within: Locator | None = None) -> None:
        """Type into a list and take what it finds, or what was typed."""
        field = (within or self.page).get_by_role("combobox", name=label)
        field.click()
        field.press_sequentially(text)
        self.page.get_by_role("option").filter(has_text=text).first.click()
        # A list of several stays open until it is left.
        self.page.keyboard.press("Tab")
        wait_until_drawn(self.page)

    def form(self, label: str) -> Locator:
        """The form that asks for this."""
        return self.page.get_by_test_id("stForm").filter(has=self.page.get_by_label(label, exact=True))

    def drawer(self, title: str) -> Locator:
        """The drawer with this title."""
        drawer = self.page.get_by_role("dialog", name=title)
        expect(drawer).to_be_visible()
        wait_until_drawn(self.page)
        return drawer

    def close(self, drawer: Locator) -> None:
        """Close a drawer by its cross, which comes first in it."""
        drawer.get_by_role("button", name="Close", exact=True).first.click()
        expect(drawer).to_have_count(0)
        wait_until_drawn(self.page)

    def pick_row(self) -> None:
        """Choose the first row of a table, by the box at its left."""
        grid = self.page.get_by_test_id("stDataFrame")
        expect(self.page.get_by_test_id("data-grid-canvas")).to_be_attached()
        grid.click(position={"x": 18, "y": 52})
