"""What a text made to do harm would do in a browser, and whether it has done so."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser._server import Server


def asked_elsewhere(page: Page, server: Server) -> list[str]:
    """The addresses outside the server that a browser asks for from now on, however it was made to."""
    asked: list[str] = []
    ours = (server.address, server.address.replace("http", "ws", 1), "data:", "blob:")
    page.context.on(
        "request", lambda request: None if request.url.startswith(ours) else asked.append(request.url)
    )
    return asked


def assert_harmless(page: Page, foreign: list[str], screen: str) -> None:
    """Nothing ran, nothing was fetched from elsewhere, and no link leads there."""
    made = page.locator("[href*='evil.example'], [src*='evil.example'], [href^='javascript']")
    assert page.evaluate("window.hurt") is None, screen
    assert foreign == [], screen
    assert made.count() == 0, screen
