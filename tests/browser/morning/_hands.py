"""Two ways to work on the same screens: by keyboard alone, and with a finger on a tablet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Locator, Page, expect


class Hands(Protocol):
    """What is done with what stands on a screen."""

    page: Page

    def press(self, target: Locator) -> None:
        """Press a button, choose an answer, open a card."""

    def write(self, line: Locator, text: str) -> None:
        """Type into a line, and send it off with Enter."""

    def type(self, field: Locator, text: str) -> None:
        """Type into a field and leave it there."""

    def tick(self, card: Locator) -> None:
        """Select a card beside others, given its title."""

    def paint(self, cell: Locator) -> None:
        """Paint a cell of a matrix."""


@dataclass
class Keyboard:
    """The mouse is never touched: whatever is used must take the focus."""

    page: Page

    def _go_to(self, target: Locator) -> None:
        target.focus()
        expect(target).to_be_focused()

    def press(self, target: Locator) -> None:
        self._go_to(target)
        self.page.keyboard.press("Enter")

    def write(self, line: Locator, text: str) -> None:
        self.type(line, text)
        self.page.keyboard.press("Enter")

    def type(self, field: Locator, text: str) -> None:
        self._go_to(field)
        self.page.keyboard.insert_text(text)

    def tick(self, card: Locator) -> None:
        self._go_to(card)
        self.page.keyboard.press("Space")

    def paint(self, cell: Locator) -> None:
        self._go_to(cell)
        self.page.keyboard.press("Space")


@dataclass
class Finger:
    """Taps; a tablet shows its own keyboard where one types."""

    page: Page

    def press(self, target: Locator) -> None:
        target.tap()

    def write(self, line: Locator, text: str) -> None:
        self.type(line, text)
        self.page.keyboard.press("Enter")

    def type(self, field: Locator, text: str) -> None:
        field.tap()
        self.page.keyboard.insert_text(text)

    def tick(self, card: Locator) -> None:
        name = card.text_content() or ""
        card.page.get_by_role("checkbox", name=f"Select {name}", exact=True).tap()

    def paint(self, cell: Locator) -> None:
        cell.tap()
