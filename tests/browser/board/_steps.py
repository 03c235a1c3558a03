"""What a visitor does with a board, and what he sees there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

GATE = "<b>Gate</b> & boarding"
USE = ["Check-in", "Security", "Wi-Fi", "Shops", GATE]


def card(page: Page, title: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("button", name=title, exact=True))


def title_of(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=title, exact=True)


def column(page: Page, title: str) -> Locator:
    return page.locator(".column", has=page.get_by_role("heading", name=title, include_hidden=True))


def expect_cards(page: Page, in_column: str, titles: list[str]) -> None:
    expect(column(page, in_column).locator(".open")).to_have_text(titles)


def expect_done(page: Page, *lines: str) -> None:
    """Exactly these acts have reached the server."""
    expect(page.get_by_test_id("stText")).to_have_text("\n".join(["Done:", *lines]))


def centre(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def take(page: Page, title: str) -> None:
    """Press the mouse on a card and pull it until it hangs on the mouse."""
    x, y = centre(card(page, title))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 8, steps=3)
    expect(page.locator(".is-dragged")).to_be_visible()


def pull_in_vain(page: Page, title: str) -> None:
    """Press the mouse on a card and pull, without it hanging on the mouse."""
    x, y = centre(card(page, title))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 300, y + 8, steps=6)
    expect(page.locator(".is-dragged")).to_have_count(0)
    page.mouse.up()


def carry(page: Page, onto: Locator, *, down: float = 0) -> None:
    x, y = centre(onto)
    page.mouse.move(x, y + down, steps=12)
    page.wait_for_timeout(200)  # the cards below make room


def in_script(page: Page, button: str, done: str) -> None:
    """Press a button of the page while the mouse is busy, and wait until the board knows what it did."""
    page.get_by_role("button", name=button).evaluate("button => button.click()")
    expect_done(page, done)
    page.wait_for_timeout(400)  # the board takes its data a moment after the page has shown its text
